using System.Text.Json.Nodes;
using RuleGen.Model.Describing;
using RuleGen.Proof.Findings;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Cli.Linting;

/// <summary>
/// Writes findings for a program: <c>file</c>, <c>findings</c>, <c>counts</c> by severity, and <c>basis</c>. A finding
/// has <c>code</c>, <c>severity</c>, <c>clause</c> (its place in words), <c>text</c>, <c>line</c> and <c>column</c>
/// (null without a file), <c>message</c>, <c>remedy</c> (null where there is none) and <c>witness</c> (likewise).
/// </summary>
internal static class LintJson
{
    public static JsonObject Write(LintResult linted)
    {
        var report = linted.Report;
        var counts = new JsonObject();
        foreach (var severity in Enum.GetValues<FindingSeverity>().OrderDescending())
        {
            counts[FindingWords.Name(severity)] = report.Count(severity);
        }

        return new JsonObject
        {
            ["file"] = linted.File,
            ["findings"] = new JsonArray([.. report.Findings.Select(Write)]),
            ["counts"] = counts,
            ["basis"] = new JsonArray([.. report.Basis.Lines.Select(line => JsonValue.Create(line))]),
        };
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
