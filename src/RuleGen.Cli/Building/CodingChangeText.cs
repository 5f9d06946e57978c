using RuleGen.Model;
using RuleGen.Proof.Differences;
using RuleGen.Workspaces.Building;
using RuleGen.Workspaces.Diffing;

namespace RuleGen.Cli.Building;

/// <summary>
/// Says what becomes of rows where a generated file is not what its coding makes: how the coding has changed since, or what
/// an edit by hand would have changed.
/// </summary>
internal static class CodingChangeText
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> On(CodingChange change)
    {
        var file = MessageText.OneLine(string.Join(" and ", change.Files.Select(DisplayPath.Of)));
        var edited = $"{file} {(change.Files.Count == 1 ? "was" : "were")} edited by hand";
        var who = change.IsByHand
            ? $"{edited}; against {change.Id}, the edit"
            : $"{change.Id}, against what is in {file},";
        if (change.Pair is not { } pair)
        {
            yield return change.IsByHand
                ? $"{edited}, and cannot be compared with {change.Id}:"
                : $"{file} cannot be compared with {change.Id}:";
            foreach (var problem in change.Problems)
            {
                yield return $"  {MessageText.OneLine(problem.ToString())}";
            }

            yield break;
        }

        yield return $"{who} {What(pair)}{(Shown(pair) is null ? "." : ", for example:")}";
        if (Shown(pair) is var (row, old, @new))
        {
            var (before, after) = change.IsByHand ? ("as it is", "as edited") : ("as generated", "now");
            yield return $"  {MessageText.OneLine(row.ToString())}";
            yield return $"    {before}: {MessageText.OneLine(old.ToString())}";
            yield return $"    {after}: {MessageText.OneLine(@new.ToString())}";
        }
    }

    private static string What(ComparedPair pair) =>
        pair.Difference switch
        {
            DecidedDifference { Regions.Count: 0 } => "changes no row",
            DecidedDifference decided => Kinds(decided),
            UnlistedDifference => "changes rows",
            _ => $"may change rows or not: that was not decided ({pair.Reason})",
        };

    /// <summary>Such as <c>gains rows and relabels rows</c>.</summary>
    private static string Kinds(DecidedDifference difference) =>
        string.Join(
            " and ",
            difference
                .Regions.Select(region =>
                    region.Kind switch
                    {
                        ChangeKind.Gained or ChangeKind.NewlyKept => "gains rows",
                        ChangeKind.Lost or ChangeKind.NewlyExcluded => "loses rows",
                        _ => "relabels rows",
                    }
                )
                .Distinct()
        );

    private static (Row Row, Result Old, Result New)? Shown(ComparedPair pair) =>
        pair.Difference switch
        {
            DecidedDifference { Regions: [var region, ..] } => (
                region.Cases[0].Row,
                region.Cases[0].Old,
                region.Cases[0].New
            ),
            UnlistedDifference { Shown: { } shown } => (shown.Row, shown.Left, shown.Right),
            _ => null,
        };
}
