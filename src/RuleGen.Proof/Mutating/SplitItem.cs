using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>
/// <c>EXISTS (… WHERE a AND b)</c> ⇒ <c>EXISTS (… WHERE a) AND EXISTS (… WHERE b)</c>: conditions meant for one item of a
/// list stand on any two.
/// </summary>
internal sealed class SplitItem : PredicateOperator
{
    public override string Name => "split an item";

    protected override IEnumerable<Edit<Predicate>> Edits(Predicate predicate) =>
        predicate is Any { Condition: And and } any
            ? and.Children.Select(
                (_, place) =>
                    new Edit<Predicate>(
                        And.Of([any.WithCondition(Rest(and.Children, place)), any.WithCondition(and.Children[place])]),
                        $"condition {place + 1} on an item of its own"
                    )
            )
            : [];

    private static Predicate Rest(ValueList<Predicate> conditions, int place)
    {
        var rest = conditions.Where((_, index) => index != place).ToValueList();
        return rest is [var only] ? only : And.Of(rest);
    }
}
