using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>a AND b</c> ⇒ <c>a OR b</c>, and the other way round.</summary>
internal sealed class SwapConnective : PredicateOperator
{
    public override string Name => "swap AND and OR";

    protected override IEnumerable<Edit<Predicate>> Edits(Predicate predicate) =>
        predicate switch
        {
            And => [new(Or.Of(predicate.Children), "OR in place of AND")],
            Or => [new(And.Of(predicate.Children), "AND in place of OR")],
            _ => [],
        };
}
