using static RuleGen.Model.Describing.EnglishText;

namespace RuleGen.Model.Describing;

/// <summary>Says what NULL does to a condition.</summary>
internal static class EnglishNulls
{
    /// <summary>Sentences on the columns that may be NULL.</summary>
    /// <param name="condition">The condition of an arm, or the exclusions.</param>
    /// <param name="isLost">What happens where the condition is not TRUE, such as <c>is not kept</c>.</param>
    public static IEnumerable<string> Describe(Predicate condition, string isLost)
    {
        var columns = condition.NamedColumns.Where(column => column.IsNullable).ToList();
        if (columns.Count == 0 || !NullBehaviour.Of(condition, []).HasFlag(PossibleTruths.True))
        {
            yield break;
        }

        var truths = columns.ToDictionary(column => column, column => NullBehaviour.Of(condition, [column]));
        var unknown = Names(PossibleTruths.Unknown);
        if (unknown.Count > 0)
        {
            yield return $"A row whose {List(unknown, "or")} is NULL {isLost}: the comparison is UNKNOWN.";
        }

        var refused = Names(PossibleTruths.None);
        if (refused.Count > 0)
        {
            yield return $"A row whose {List(refused, "or")} is NULL {isLost}: the condition asks for a value.";
        }

        foreach (var group in Groups())
        {
            var both = group.Count == 2 ? "both" : "all";
            var names = List([.. group.Select(column => column.Name)], "and");
            yield return $"A row whose {names} are {both} NULL {isLost}: the comparison is UNKNOWN.";
        }

        var harmless = columns.Where(MayHold).Select(column => column.Name).ToList();
        if (harmless.Count > 0)
        {
            yield return $"NULL in {List(harmless, "or")} does not by itself rule a row out.";
        }

        // Whether the condition may be TRUE although the column is NULL.
        bool MayHold(Column column) => truths[column].HasFlag(PossibleTruths.True);

        List<string> Names(PossibleTruths unknownOrNone) =>
            columns
                .Where(column => !MayHold(column) && (truths[column] & PossibleTruths.Unknown) == unknownOrNone)
                .Select(column => column.Name)
                .ToList();

        // Columns that stand in for each other, so that the condition fails where all of them are NULL.
        IEnumerable<List<Column>> Groups() =>
            condition
                .SelfAndDescendants()
                .SelectMany(predicate => predicate.Scalars)
                .Select(scalar => scalar.Columns.OrderBy(columns.IndexOf).ToList())
                .Where(group => group.Count > 1 && group.All(column => column.IsNullable && MayHold(column)))
                .Where(group => !NullBehaviour.Of(condition, group).HasFlag(PossibleTruths.True))
                .DistinctBy(group => string.Join('\n', group.Select(column => column.Name)));
    }
}
