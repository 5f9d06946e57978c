using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>
/// Whether two codings are made of the same parts, in whatever order: arms, operands of AND and OR, items of IN.
/// </summary>
internal static class SameButForOrder
{
    public static bool Are(Coding one, Coding other) =>
        one.Else?.Text == other.Else?.Text
        && (one.Exclusions, other.Exclusions) switch
        {
            (null, null) => true,
            ({ } left, { } right) => Are(left, right),
            _ => false,
        }
        && Match(
            one.Arms,
            other.Arms,
            (left, right) => left.Then.Text == right.Then.Text && Are(left.When, right.When)
        );

    private static bool Are(Predicate one, Predicate other) =>
        (one, other) switch
        {
            (And, And) or (Or, Or) or (Not, Not) => Match(one.Children, other.Children, Are),
            (In left, In right) => left.Operand == right.Operand
                && left.IsNegated == right.IsNegated
                && Match(left.Items, right.Items, (item, otherItem) => item == otherItem),
            _ => one == other,
        };

    /// <summary>Whether each item has a partner of its own; being the same is an equivalence, so any partner will do.</summary>
    private static bool Match<T>(IReadOnlyList<T> items, IReadOnlyList<T> others, Func<T, T, bool> areSame)
    {
        var rest = others.ToList();
        return items.Count == rest.Count
            && items.All(item =>
            {
                var place = rest.FindIndex(other => areSame(item, other));
                if (place >= 0)
                {
                    rest.RemoveAt(place);
                }

                return place >= 0;
            });
    }
}
