using System.Text.Json.Nodes;
using RuleGen.Cli.Checks;
using RuleGen.Cli.Proving;
using RuleGen.Data.Checks;
using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.Proof.Differences;
using RuleGen.TSql;
using RuleGen.Workspaces.Diffing;

namespace RuleGen.Cli.Diffing;

/// <summary>
/// Writes a difference for a program: <c>grade</c> (null where undecided or not listed), <c>reason</c> (a code where
/// undecided or not listed, else null), <c>column</c> and <c>clauses</c> (whose conditions are in the way where that is
/// undecided, else null), <c>same</c> (whether the codings are equal), <c>collation</c> and <c>basis</c> as <c>prove</c> has them,
/// <c>regions</c>, <c>witness</c> (as <c>prove</c> has it, where the codings differ and the regions are not listed; else
/// null), <c>data</c> (null without data; where the regions are not listed, they are in none) and <c>doubts</c> about them.
/// </summary>
/// <remarks>
/// A region has its <c>change</c>; <c>within</c> and <c>conditions</c>, which together say which rows are meant; the same
/// at full length in <c>full</c> (null where that would be too long); <c>overlaps</c>, the numbers of other regions with
/// which it shares rows; <c>cases</c>, a witness for each pair of results, with its rows in the data; and <c>rows</c>.
/// </remarks>
internal static class DifferenceJson
{
    public static JsonObject Write(ComparedPair pair, IEnumerable<DataDoubt> doubts)
    {
        var decided = pair.Difference as DecidedDifference;
        var basis = pair.Difference.Basis;
        var question = (pair.Difference as UndecidedDifference)?.Question;
        return new JsonObject
        {
            ["grade"] = decided is null ? null : pair.Word,
            ["reason"] = pair.Reason,
            ["column"] = question?.Column?.Name,
            ["clauses"] = question?.ClauseCount,
            ["same"] = decided?.AreSame,
            ["old"] = pair.OldName,
            ["new"] = pair.NewName,
            ["collation"] = basis.Collations is { Count: > 0 } collations ? string.Join(", ", collations) : null,
            ["basis"] = new JsonArray([.. basis.Lines.Select(line => JsonValue.Create(line))]),
            ["regions"] = decided is null
                ? null
                : new JsonArray([
                    .. decided.Regions.Select((region, place) => Region(decided, region, place, pair.Counts)),
                ]),
            ["witness"] = pair.Difference is UnlistedDifference unlisted ? VerdictJson.Witness(unlisted.Shown) : null,
            ["data"] = pair.Counts is { } counts ? Data(counts) : null,
            ["doubts"] = DoubtJson.Write(doubts),
        };
    }

    private static JsonObject Region(
        DecidedDifference difference,
        DifferenceRegion region,
        int place,
        DataCounts? counts
    ) =>
        new()
        {
            ["number"] = place + 1,
            ["change"] = ChangeName.Of(region.Kind),
            ["coarse"] = region.IsCoarse,
            ["within"] = Names(region.Within),
            ["conditions"] = Conditions(region.Conditions),
            ["full"] = region.FullConditions is { } full
                ? new JsonObject { ["conditions"] = Conditions(full), ["within"] = Names(region.FullWithin) }
                : null,
            ["overlaps"] = new JsonArray([
                .. difference
                    .Overlaps.Where(pair => pair.First == place || pair.Second == place)
                    .Select(pair => JsonValue.Create(pair.First + pair.Second - place + 1)),
            ]),
            ["cases"] = new JsonArray([.. region.Cases.Select(each => Case(each, counts?.Cases[place]))]),
            ["rows"] = counts?.Regions[place],
        };

    private static JsonArray Names(ValueList<NamedCondition> names) =>
        new([
            .. names.Select(name => new JsonObject
            {
                ["coding"] = name.Side == Side.Old ? "old" : "new",
                ["is"] = name.Kind switch
                {
                    NamedConditionKind.Keeps => "keeps",
                    NamedConditionKind.Excludes => "excludes",
                    NamedConditionKind.Gives => "gives",
                    NamedConditionKind.Holds => "arm-holds",
                    _ => "arm-does-not-hold",
                },
                ["arm"] = name.Arm + 1,
                ["outcome"] = ResultJson.Outcome(name.Label, name.Type),
                ["text"] = ConditionText.Write(name),
            }),
        ]);

    private static JsonArray Conditions(ValueList<ColumnCondition> conditions) =>
        new([
            .. conditions.Select(condition => new JsonObject
            {
                ["columns"] = new JsonArray([.. condition.Columns.Select(column => JsonValue.Create(column.Name))]),
                ["sql"] = FragmentWriter.WritePredicate(ClauseText.Plain(condition.Predicate)).TrimEnd(),
            }),
        ]);

    private static JsonObject Case(ChangeCase each, IReadOnlyDictionary<(Result Old, Result New), long>? counts)
    {
        var row = new JsonObject();
        foreach (var column in each.Row.Columns)
        {
            row[column.Name] = Json.Of(each.Row[column]);
        }

        return new JsonObject
        {
            ["old"] = ResultJson.Write(each.Old),
            ["new"] = ResultJson.Write(each.New),
            ["witness"] = row,
            ["rows"] = counts?.GetValueOrDefault((each.Old, each.New)),
        };
    }

    private static JsonObject Data(DataCounts counts) =>
        new()
        {
            ["rows"] = counts.Rows,
            ["changed"] = counts.Changed,
            ["notEvaluated"] = counts.NotEvaluated,
            ["notAsAssumed"] = counts.NotAsAssumed,
            ["results"] = new JsonArray([
                .. counts.Results.Select(count =>
                {
                    var result = ResultJson.Write(count.Result);
                    result["old"] = count.Old;
                    result["new"] = count.New;
                    return result;
                }),
            ]),
        };
}
