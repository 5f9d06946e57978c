using System.Text.Json.Nodes;
using RuleGen.Cli.Checks;
using RuleGen.Data.Checks;
using RuleGen.Model.Describing;
using RuleGen.TSql;
using RuleGen.Workspaces.Testing;

namespace RuleGen.Cli.Testing;

/// <summary>A test as JSON.</summary>
internal static class TestJson
{
    /// <summary>
    /// <c>coding</c>, <c>rows</c>, <c>passed</c>, <c>failures</c> (each with <c>line</c>, <c>row</c>, <c>expected</c>,
    /// <c>found</c> and what <c>decided</c>), <c>notEvaluated</c> (each with <c>line</c>, <c>row</c> and <c>reason</c>) and
    /// <c>doubts</c>.
    /// </summary>
    public static JsonObject Write(TestResult result, IEnumerable<DataDoubt> doubts) =>
        new()
        {
            ["coding"] = result.Coding,
            ["rows"] = result.Rows,
            ["passed"] = result.IsPassed,
            ["failures"] = new JsonArray([
                .. result.Failures.Select(failure => new JsonObject
                {
                    ["line"] = failure.Line,
                    ["row"] = RowJson.Write(failure.Row),
                    ["expected"] = ResultJson.Write(failure.Expected),
                    ["found"] = ResultJson.Write(failure.Found.Result),
                    ["decided"] = failure.Found.ToText(ClauseText.Write),
                }),
            ]),
            ["notEvaluated"] = new JsonArray([
                .. result.NotEvaluated.Select(row => new JsonObject
                {
                    ["line"] = row.Line,
                    ["row"] = RowJson.Write(row.Key),
                    ["reason"] = row.Reason!.ToString(),
                }),
            ]),
            ["doubts"] = DoubtJson.Write(doubts),
        };
}
