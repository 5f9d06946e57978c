using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>IN (1, 2)</c> ⇒ <c>IN (1)</c> or <c>IN (1, 2, 3)</c>: an item is forgotten, or one next to them added.</summary>
internal sealed class ChangeList : PredicateOperator
{
    public override string Name => "drop or add an item of IN";

    protected override IEnumerable<Edit<Predicate>> Edits(Predicate predicate)
    {
        if (predicate is not In membership)
        {
            return [];
        }

        var dropped = membership
            .Items.Where(_ => membership.Items.Count > 1)
            .Select(item =>
                (Items: membership.Items.Where(each => each != item).ToValueList(), Mistake: $"IN without {Show(item)}")
            );
        var added = membership
            .Items.SelectMany(Near)
            .Where(item => !membership.Items.Contains(item))
            .Distinct()
            .Select(item => (Items: membership.Items.Add(item), Mistake: $"IN with {Show(item)} as well"));
        return dropped
            .Concat(added)
            .SelectMany(edit =>
                Edit<Predicate>.Try(() => In.Of(membership.Operand, edit.Items, membership.IsNegated), edit.Mistake)
            );
    }

    private static IEnumerable<Scalar> Near(Scalar item) =>
        item switch
        {
            IntegerLiteral { Value: < long.MaxValue and var value } => [IntegerLiteral.Of(value + 1)],
            TypedLiteral { Type: OrderedType type, Units: var units } when units < type.Maximum =>
            [
                type.Literal(units + 1),
            ],
            StringLiteral { Value: [.., var last] } text when Neighbours.Shift(last, 1) is { } next =>
            [
                StringLiteral.Of(text.Value[..^1] + next, text.IsUnicode),
            ],
            _ => [],
        };

    private static string Show(Scalar item) =>
        item switch
        {
            StringLiteral text => $"'{text.Value}'",
            TypedLiteral typed => typed.Value.ToString(),
            _ => ((IntegerLiteral)item).Value.ToString(CultureInfo.InvariantCulture),
        };
}
