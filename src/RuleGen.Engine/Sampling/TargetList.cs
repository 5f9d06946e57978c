using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>What the rows of a sample are to show of one coding, the most important first.</summary>
internal static class TargetList
{
    /// <summary>Each arm taken, each conjunct of the exclusions excluding alone, each clause with each truth.</summary>
    public static ValueList<Target> Of(Coding coding)
    {
        ValueList<Goal> kept = coding.Exclusions is { } exclusions
            ? [new Goal(exclusions, Truth.True, IsExact: true)]
            : [];
        return
        [
            .. coding.Arms.Select((_, index) => new Target([.. TakeArm(coding, index), .. kept], [])),
            .. Excluding(coding),
            .. coding.Arms.SelectMany((arm, index) => Clauses(arm.When, [.. EarlierFail(coding, index), .. kept])),
            .. coding.Exclusions is null ? [] : Clauses(coding.Exclusions, SomeArm(coding)),
        ];
    }

    private static IEnumerable<Goal> TakeArm(Coding coding, int index) =>
        EarlierFail(coding, index).Prepend(new Goal(coding.Arms[index].When, Truth.True, IsExact: true));

    private static IEnumerable<Goal> EarlierFail(Coding coding, int index) =>
        coding.Arms.Take(index).Select(arm => new Goal(arm.When, Truth.False, IsExact: false));

    private static IEnumerable<Goal> SomeArm(Coding coding) => coding.Arms.Count > 0 ? TakeArm(coding, 0) : [];

    private static IEnumerable<Target> Excluding(Coding coding)
    {
        var conjuncts =
            coding.Exclusions is And and ? and.Children
            : coding.Exclusions is { } one ? [one]
            : [];
        for (var i = 0; i < conjuncts.Count; i++)
        {
            if (conjuncts[i].Columns.Any())
            {
                yield return new Target(
                    conjuncts
                        .Select((part, place) => new Goal(part, place == i ? Truth.False : Truth.True, IsExact: false))
                        .ToValueList(),
                    SomeArm(coding).ToValueList()
                );
            }
        }
    }

    /// <summary>Every simple predicate below a condition, with every truth that it can have.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="context">What lets the predicate decide: other parts TRUE under AND, FALSE under OR.</param>
    private static IEnumerable<Target> Clauses(Predicate condition, IEnumerable<Goal> context)
    {
        if (condition.Children.Count == 0)
        {
            return Truths(condition)
                .Select(truth => new Target([new Goal(condition, truth, IsExact: true)], [.. context]));
        }

        var neutral = condition is And ? Truth.True : Truth.False;
        return condition.Children.SelectMany(
            (child, index) =>
                Clauses(
                    child,
                    condition
                        .Children.Where((_, other) => other != index)
                        .Select(sibling => new Goal(sibling, neutral, IsExact: false))
                        .Concat(context)
                )
        );
    }

    private static IEnumerable<Truth> Truths(Predicate clause) =>
        !clause.Columns.Any() ? []
        : clause.MayBeUnknown ? [Truth.True, Truth.False, Truth.Unknown]
        : [Truth.True, Truth.False];
}
