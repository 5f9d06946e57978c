using System.Text.Json.Nodes;
using RuleGen.Cli.Checks;
using RuleGen.Data.Checks;
using RuleGen.Model.Describing;
using RuleGen.TSql;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Cli.Verification;

/// <summary>Verifications as JSON.</summary>
internal static class VerificationJson
{
    /// <summary>The document.</summary>
    public static JsonObject Write(IReadOnlyList<VerificationResult> results, IEnumerable<DataDoubt> doubts) =>
        new()
        {
            ["agreed"] = results.All(result => result.IsAgreed),
            ["codings"] = Array(results, ToJson),
            ["doubts"] = DoubtJson.Write(doubts),
        };

    private static JsonObject ToJson(VerificationResult result) =>
        new()
        {
            ["coding"] = result.Coding,
            ["agreed"] = result.IsAgreed,
            ["rows"] = result.Rows,
            ["notEvaluated"] = result.NotEvaluatedCount,
            ["engines"] = Array(result.Engines, tally => ToJson(tally, tally == result.Engines[0])),
            ["excluded"] = Array(
                result.Excluded,
                each => new JsonObject
                {
                    ["engine"] = each.Engine.Engine,
                    ["clause"] = each.Clause,
                    ["reason"] = each.Reason,
                }
            ),
            ["disagreements"] = Array(result.Disagreements, ToJson),
        };

    private static JsonObject ToJson(EngineTally tally, bool isReference) =>
        new()
        {
            ["engine"] = tally.Engine.Engine,
            ["object"] = tally.Engine.Object,
            ["isReference"] = isReference,
            ["rows"] = tally.Rows,
            ["agree"] = tally.Agree,
            ["disagree"] = tally.Disagree,
            ["notEvaluated"] = tally.NotEvaluated,
            ["seconds"] = Math.Round(tally.Time.TotalSeconds, 3),
        };

    private static JsonObject ToJson(Disagreement disagreement) =>
        new()
        {
            ["place"] = disagreement.Place,
            ["row"] = RowJson.Write(disagreement.Row),
            ["expected"] = disagreement.Expected is { Result: { } expected } ? ResultJson.Write(expected) : null,
            ["answers"] = Array(disagreement.Answers, ToJson),
            ["decided"] = disagreement.Explanation,
            ["clauses"] = Array(disagreement.Faults, ToJson),
        };

    private static JsonObject ToJson(EngineAnswer answer) =>
        new()
        {
            ["engine"] = answer.Engine.Engine,
            ["object"] = answer.Engine.Object,
            ["kept"] = answer.Answer.Result?.IsKept,
            ["outcome"] = answer.Answer.Result is { } result ? ResultJson.Outcome(result.Outcome, result.Type) : null,
        };

    private static JsonObject ToJson(ClauseAtFault fault) =>
        new()
        {
            ["engine"] = fault.Engine.Engine,
            ["object"] = fault.Engine.Object,
            ["clause"] = fault.Clause is null ? null : ClauseText.Write(fault.Clause),
            ["expected"] = fault.Clause is null ? null : VerificationText.Name(fault.Expected),
            ["found"] = fault.Clause is null ? null : VerificationText.Name(fault.Found),
        };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);
}
