using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>
/// <c>a AND (b OR c)</c> ⇒ <c>a AND b OR c</c>, <c>NOT (a OR b)</c> ⇒ <c>NOT a OR b</c>: what precedence makes of the
/// text without its parentheses (rule 5.13).
/// </summary>
internal sealed class LoseParentheses : PredicateOperator
{
    private const string Mistake = "parentheses forgotten";

    public override string Name => "lose parentheses";

    protected override IEnumerable<Edit<Predicate>> Edits(Predicate predicate) =>
        predicate switch
        {
            And and => and
                .Children.Select((child, place) => (child, place))
                .Where(each => each.child is Or)
                .Select(each => new Edit<Predicate>(Spill(and.Children, each.place), Mistake)),
            Not { Operand: And or Or } not =>
            [
                new(
                    Join(not.Operand, [Not.Of(not.Operand.Children[0]), .. not.Operand.Children.Skip(1)]),
                    Mistake + " after NOT"
                ),
            ],
            _ => [],
        };

    /// <summary>The operands before the OR go with its first alternative, those after it with its last.</summary>
    private static Or Spill(ValueList<Predicate> operands, int place)
    {
        var alternatives = operands[place].Children.ToList();
        alternatives[0] = All([.. operands.Take(place), alternatives[0]]);
        alternatives[^1] = All([alternatives[^1], .. operands.Skip(place + 1)]);
        return Or.Of(alternatives.ToValueList());
    }

    private static Predicate All(ValueList<Predicate> operands) => operands.Count == 1 ? operands[0] : And.Of(operands);

    private static Predicate Join(Predicate connective, ValueList<Predicate> operands) =>
        connective is And ? And.Of(operands) : Or.Of(operands);
}
