using System.Text.Json.Nodes;
using RuleGen.Model.Describing;
using RuleGen.Proof.Findings;

namespace RuleGen.Cli.Linting;

/// <summary>
/// Writes findings for a program: of one coding <c>coding</c> (what a baseline calls it), <c>file</c>, <c>findings</c>,
/// <c>counts</c> by severity, <c>basis</c> and <c>baseline</c> (null without one; else how many findings are <c>known</c>,
/// and how many of it <c>gone</c>); of several <c>codings</c>, each such an object, and <c>counts</c>. A finding
/// has <c>code</c>, <c>severity</c>, <c>clause</c> (its place in words), <c>text</c>, <c>line</c> and <c>column</c>
/// (null without a file), <c>clauses</c> (the texts of those that it is about), <c>message</c>, <c>remedy</c> (null where
/// there is none) and <c>witness</c> (likewise).
/// </summary>
internal static class LintJson
{
    public static JsonObject Write(IReadOnlyList<ShownLint> linted) =>
        linted is [var single]
            ? Write(single)
            : new JsonObject
            {
                ["codings"] = new JsonArray([.. linted.Select(Write)]),
                ["counts"] = Counts(severity => linted.Sum(each => each.Result.Report.Count(severity))),
            };

    private static JsonObject Write(ShownLint linted)
    {
        var report = linted.Result.Report;
        return new JsonObject
        {
            ["coding"] = linted.Result.Name,
            ["file"] = linted.Result.File,
            ["findings"] = new JsonArray([.. report.Findings.Select(Write)]),
            ["counts"] = Counts(report.Count),
            ["basis"] = new JsonArray([.. report.Basis.Lines.Select(line => JsonValue.Create(line))]),
            ["baseline"] = linted.Baselined is { } baselined
                ? new JsonObject { ["known"] = baselined.Known, ["gone"] = baselined.Gone }
                : null,
        };
    }

    private static JsonObject Counts(Func<FindingSeverity, int> count)
    {
        var counts = new JsonObject();
        foreach (var severity in Enum.GetValues<FindingSeverity>().OrderDescending())
        {
            counts[FindingWords.Name(severity)] = count(severity);
        }

        return counts;
    }

    private static JsonObject Write(Finding finding) =>
        new()
        {
            ["code"] = finding.Code.Id,
            ["severity"] = FindingWords.Severity(finding.Code),
            ["clause"] = finding.Place.Name,
            ["text"] = finding.Place.Text,
            ["line"] = finding.Place.Position?.Line,
            ["column"] = finding.Place.Position?.Column,
            ["clauses"] = new JsonArray([.. finding.Place.Clauses.Select(text => JsonValue.Create(text))]),
            ["message"] = finding.Explanation,
            ["remedy"] = finding.Remedy is { } remedy ? Write(remedy) : null,
            ["witness"] = finding.Witness is { } witness ? Write(witness) : null,
        };

    private static JsonObject Write(Remedy remedy) =>
        new()
        {
            ["text"] = remedy.Text,
            ["proven"] = remedy.Effect,
            ["preconditions"] = new JsonArray([
                .. remedy.Preconditions.Select(precondition => JsonValue.Create(precondition.Text)),
            ]),
        };

    private static JsonObject Write(FindingWitness witness)
    {
        var row = new JsonObject();
        foreach (var column in witness.Row.Columns)
        {
            row[column.Name] = Json.Of(witness.Row[column]);
        }

        var results = witness.Results.Select(result => new JsonObject { ["of"] = result.Of, ["gives"] = result.Gives });
        return new JsonObject { ["row"] = row, ["results"] = new JsonArray([.. results]) };
    }
}
