using System.Text.Json.Nodes;
using RuleGen.Model.Describing;
using RuleGen.Proof;
using RuleGen.Workspaces.Proving;

namespace RuleGen.Cli.Proving;

/// <summary>
/// Writes a verdict for a program: <c>verdict</c>, <c>reason</c> (a code where it is undecided, else null), where it is
/// undecided <c>column</c> and <c>clauses</c> (whose conditions are in the way, null where it is how several go together,
/// and how many different ones there are),
/// <c>collation</c> (null where no column holds text), <c>basis</c> (what it rests on, in sentences) and <c>witness</c>
/// (null unless different) with <c>row</c>, <c>left</c> and <c>right</c>.
/// </summary>
internal static class VerdictJson
{
    public static JsonObject Write(ProvenPair pair)
    {
        var json = new JsonObject { ["verdict"] = pair.Word, ["reason"] = pair.Reason };
        if (pair.Verdict is Undecided undecided)
        {
            json["column"] = undecided.Column?.Name;
            json["clauses"] = undecided.ClauseCount;
        }

        json["collation"] = pair.Verdict.Basis.Collations is { Count: > 0 } collations
            ? string.Join(", ", collations)
            : null;
        json["basis"] = new JsonArray([.. pair.Verdict.Basis.Lines.Select(line => JsonValue.Create(line))]);
        json["witness"] = pair.Verdict is Different different ? Witness(different) : null;
        return json;
    }

    public static JsonObject Witness(Different different)
    {
        var row = new JsonObject();
        foreach (var column in different.Row.Columns)
        {
            row[column.Name] = Json.Of(different.Row[column]);
        }

        return new JsonObject
        {
            ["row"] = row,
            ["left"] = ResultJson.Write(different.Left),
            ["right"] = ResultJson.Write(different.Right),
        };
    }
}
