using System.Text.Json.Nodes;
using RuleGen.Cli.Checks;
using RuleGen.Data.Checks;
using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.Proof;
using RuleGen.Proof.Catalogues;
using RuleGen.Workspaces.Catalogues;

namespace RuleGen.Cli.Overlaps;

/// <summary>
/// Writes overlaps for a program: <c>codings</c> (their names), <c>pairs</c> (how many there are), <c>overlaps</c>, each with
/// <c>first</c> and <c>second</c> (a name, and what it makes of the row), <c>row</c> and <c>rows</c> (null without data);
/// <c>undecided</c>, <c>basis</c>, and <c>data</c> (null without).
/// </summary>
internal static class OverlapJson
{
    public static JsonObject Write(CatalogueOverlaps overlaps, IReadOnlyList<DataDoubt> doubts) =>
        new()
        {
            ["codings"] = Strings(overlaps.Names),
            ["pairs"] = overlaps.Pairs,
            ["overlaps"] = new JsonArray([
                .. overlaps.Report.Overlaps.Select(
                    (each, place) => Write(overlaps, each, overlaps.Counts?.Pairs[place])
                ),
            ]),
            ["undecided"] = new JsonArray([
                .. overlaps.Report.Undecided.Select(each => new JsonObject
                {
                    ["first"] = overlaps.Names[each.First],
                    ["second"] = overlaps.Names[each.Second],
                    ["reason"] = ReasonCode.Of(each.Reason),
                }),
            ]),
            ["basis"] = Strings(overlaps.Report.Basis.Lines),
            ["data"] = overlaps.Counts is { } counts ? Write(overlaps, counts, doubts) : null,
        };

    private static JsonObject Write(CatalogueOverlaps overlaps, CodingOverlap overlap, long? rows) =>
        new()
        {
            ["first"] = Write(overlaps.Names[overlap.First], overlap.FirstResult),
            ["second"] = Write(overlaps.Names[overlap.Second], overlap.SecondResult),
            ["row"] = RowJson.Write(overlap.Row),
            ["rows"] = rows,
        };

    private static JsonObject Write(string name, Result result)
    {
        var json = new JsonObject { ["coding"] = name };
        foreach (var (member, value) in ResultJson.Write(result))
        {
            json[member] = value?.DeepClone();
        }

        return json;
    }

    private static JsonObject Write(
        CatalogueOverlaps overlaps,
        OverlapCounts counts,
        IReadOnlyList<DataDoubt> doubts
    ) =>
        new()
        {
            ["rows"] = counts.Rows,
            ["notEvaluated"] = counts.NotEvaluated,
            ["notAsAssumed"] = counts.NotAsAssumed,
            ["withSeveral"] = counts.WithSeveral,
            ["codings"] = new JsonArray([
                .. overlaps.Names.Select(
                    (name, i) =>
                        new JsonObject
                        {
                            ["coding"] = name,
                            ["rows"] = counts.Having[i],
                            ["alone"] = counts.Alone[i],
                        }
                ),
            ]),
            ["doubts"] = DoubtJson.Write(doubts),
        };

    private static JsonArray Strings(IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);
}
