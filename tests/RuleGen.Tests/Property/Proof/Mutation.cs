using RuleGen.Model;

namespace RuleGen.Tests.Property.Proof;

/// <summary>Copies a coding with one change: some change its meaning, some do not.</summary>
internal static class Mutation
{
    public static Coding Apply(Coding coding, RandomCodings random)
    {
        var arms = coding.Arms.ToList();
        var (otherwise, exclusions) = (coding.Else, coding.Exclusions);
        var arm = random.Next(arms.Count);
        switch (random.Next(10))
        {
            case 0:
                arms[arm] = new CaseArm(arms[arm].When, random.DrawLabel());
                break;
            case 1 when arms.Count > 1:
                arms.RemoveAt(arm);
                break;
            case 2:
                (arms[0], arms[arm]) = (arms[arm], arms[0]);
                break;
            case 3:
                otherwise = otherwise is null ? random.DrawLabel() : null;
                break;
            case 4 when exclusions is not null:
                exclusions = ChangeOne(exclusions, random);
                break;
            default:
                arms[arm] = new CaseArm(ChangeOne(arms[arm].When, random), arms[arm].Then);
                break;
        }

        return new Coding(arms.ToValueList(), otherwise, exclusions);
    }

    /// <summary>Changes one predicate of a tree, chosen at random.</summary>
    private static Predicate ChangeOne(Predicate predicate, RandomCodings random)
    {
        if (predicate.Children.Count == 0 || random.Chance(3))
        {
            return Change(predicate, random);
        }

        var chosen = random.Next(predicate.Children.Count);
        return Rebuild(
            predicate,
            predicate.Children.Select((child, i) => i == chosen ? ChangeOne(child, random) : child).ToValueList()
        );
    }

    private static Predicate Change(Predicate predicate, RandomCodings random) =>
        (random.Next(7), predicate) switch
        {
            (0, _) => random.DrawPredicate(0),
            (1, _) => Not.Of(predicate.Grouped()),
            (2, _) => Not.Of(Not.Of(predicate.Grouped()).Grouped()),
            (3, And and) => Or.Of(and.Children.Select(child => child.Grouped()).ToValueList()),
            (3, Or or) => And.Of(or.Children.Select(child => child.Grouped()).ToValueList()),
            (4, And and) => Not.Of(Or.Of(Negated(and.Children)).Grouped()),
            (4, Or or) => Not.Of(And.Of(Negated(or.Children)).Grouped()),
            (5, And or Or) => predicate.Children[random.Next(predicate.Children.Count)],
            (6, And or Or) => Rebuild(predicate, predicate.Children.Reverse().ToValueList()),
            (_, Like like) => Not.Of(Like.Of(like.Operand, like.PatternText, like.Escape, !like.IsNegated)),
            (_, In membership) => SeparateComparisons(membership),
            _ => Or.Of([predicate.Grouped(), random.DrawPredicate(0)]),
        };

    private static Predicate SeparateComparisons(In membership)
    {
        var comparisons = membership
            .Items.Select(item => (Predicate)Comparison.Of(membership.Operand, ComparisonOperator.Equal, item))
            .ToValueList();
        var any = comparisons.Count == 1 ? comparisons[0] : Or.Of(comparisons);
        return membership.IsNegated ? Not.Of(any.Grouped()) : any;
    }

    private static ValueList<Predicate> Negated(ValueList<Predicate> predicates) =>
        predicates.Select(child => (Predicate)Not.Of(child.Grouped())).ToValueList();

    private static Predicate Rebuild(Predicate predicate, ValueList<Predicate> children) =>
        predicate switch
        {
            And => And.Of(children.Select(child => child.Grouped()).ToValueList()),
            Or => Or.Of(children.Select(child => child.Grouped()).ToValueList()),
            Not => Not.Of(children[0].Grouped()),
            _ => throw new ArgumentException("No connective.", nameof(predicate)),
        };
}
