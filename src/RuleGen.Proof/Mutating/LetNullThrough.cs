using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>
/// <c>x LIKE p</c> ⇒ <c>x LIKE p OR x IS NULL</c>, and <c>NOT a</c> ⇒ <c>NOT (a AND x IS NOT NULL)</c>: what a reader
/// expects, or an engine does, who takes UNKNOWN for TRUE, or for FALSE under NOT (rules 5.2, 5.4).
/// </summary>
internal sealed class LetNullThrough : PredicateOperator
{
    public override string Name => "let NULL through";

    /// <summary>Not below a NOT: there it is the NOT that lets NULL through, or does not.</summary>
    protected override IEnumerable<CodingPath> Paths(Coding coding) =>
        coding.Paths.Where(path =>
            !Enumerable
                .Range(0, path.Steps.Count)
                .Any(steps => coding.At(path with { Steps = path.Steps.Take(steps).ToValueList() }) is Not)
        );

    protected override IEnumerable<Edit<Predicate>> Edits(Predicate predicate)
    {
        if (!predicate.MayBeUnknown)
        {
            return [];
        }

        var columns = predicate.NamedColumns.Where(column => column.IsNullable).ToList();
        var names = string.Join(" or ", columns.Select(column => column.Name));
        return predicate switch
        {
            Not not =>
            [
                new(
                    Not.Of(And.Of([not.Operand, .. columns.Select(column => Test(column, isNegated: true))])),
                    $"NULL in {names} let through: UNKNOWN taken as FALSE under NOT"
                ),
            ],
            And or Or => [],
            _ =>
            [
                new(
                    Or.Of([
                        predicate,
                        All(columns.Select(column => (Predicate)Test(column, isNegated: false)).ToValueList()),
                    ]),
                    $"NULL in {string.Join(" and ", columns.Select(column => column.Name))} let through: UNKNOWN taken as TRUE"
                ),
            ],
        };
    }

    private static NullTest Test(Column column, bool isNegated) => NullTest.Of(ColumnReference.Of(column), isNegated);

    private static Predicate All(ValueList<Predicate> tests) => tests.Count == 1 ? tests[0] : And.Of(tests);
}
