using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>x LIKE p</c> ⇒ <c>x NOT LIKE p</c>, <c>NOT a</c> ⇒ <c>a</c>, <c>IS NULL</c> ⇒ <c>IS NOT NULL</c>.</summary>
internal sealed class NegateClause : PredicateOperator
{
    public override string Name => "negate a clause";

    // A NOT that is forgotten is one mistake, and not another one at its operand.
    protected override IEnumerable<Edit<Predicate>> Edits(Coding coding, CodingPath path) =>
        coding.At(path) is Any && Parent(coding, path) is Not ? [] : base.Edits(coding, path);

    private static Predicate? Parent(Coding coding, CodingPath path) =>
        path.Steps.Count == 0
            ? null
            : coding.At(path with { Steps = path.Steps.Take(path.Steps.Count - 1).ToValueList() });

    protected override IEnumerable<Edit<Predicate>> Edits(Predicate predicate) =>
        predicate switch
        {
            Like like =>
            [
                Flip(Like.Of(like.Operand, like.PatternText, like.Escape, !like.IsNegated), like.IsNegated, "LIKE"),
            ],
            Between between =>
            [
                Flip(
                    Between.Of(between.Operand, between.Low, between.High, !between.IsNegated),
                    between.IsNegated,
                    "BETWEEN"
                ),
            ],
            In membership =>
            [
                Flip(In.Of(membership.Operand, membership.Items, !membership.IsNegated), membership.IsNegated, "IN"),
            ],
            NullTest test =>
            [
                new(
                    NullTest.Of(test.Operand, !test.IsNegated),
                    test.IsNegated ? "IS NULL in place of IS NOT NULL" : "IS NOT NULL in place of IS NULL"
                ),
            ],
            Any any => [new(Not.Of(any), "NOT EXISTS in place of EXISTS")],
            Not not => [new(not.Operand, "NOT forgotten")],
            ConstantComparison constant => [new(Not.Of(constant), "never TRUE")],
            And or Or => [new(Not.Of(predicate), "NOT before it")],
            // The other comparisons are turned round by ChangeComparison.
            _ => [],
        };

    private static Edit<Predicate> Flip(Predicate made, bool wasNegated, string word) =>
        new(made, wasNegated ? $"{word} in place of NOT {word}" : $"NOT {word} in place of {word}");
}
