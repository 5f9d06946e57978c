using System.Text.Json;
using RuleGen.Model;

namespace RuleGen.Workspaces.Linting;

/// <summary>
/// Reads a baseline: <c>codings</c>, each with <c>coding</c> and <c>findings</c>, or one such object alone. Other members
/// are passed over, so that the JSON of <c>rulegen lint</c> is a baseline, too.
/// </summary>
internal static class BaselineReader
{
    private const string Remedy = "Give a file that rulegen lint wrote with --write-baseline or --format json";

    /// <summary>Reads it.</summary>
    /// <exception cref="RuleGenException">RG0307: it is none.</exception>
    public static LintBaseline Read(string json)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        var codings =
            root.ValueKind == JsonValueKind.Object && root.TryGetProperty("codings", out var several)
                ? Items(several, "'codings'")
                : [root];
        var read = codings.ConvertAll(coding => (Name: Text(coding, "coding"), Findings: Findings(coding)));
        return new LintBaseline(
            read.SelectMany(coding => coding.Findings.Select(finding => (coding.Name, finding))),
            read.Select(coding => coding.Name)
        );
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new RuleGenException(
                new Problem(
                    ErrorCodes.InvalidBaseline,
                    $"The baseline is not JSON: {exception.Message.Split(" LineNumber:", 2)[0].TrimEnd('.')}",
                    Remedy
                )
                {
                    Position = new TextPosition((int)(exception.LineNumber ?? 0) + 1, 1),
                }
            );
        }
    }

    private static List<KnownFinding> Findings(JsonElement coding) =>
        Items(Member(coding, "findings"), "'findings'")
            .ConvertAll(finding => new KnownFinding(
                Text(finding, "code"),
                Text(finding, "clause"),
                Text(finding, "text"),
                finding.TryGetProperty("clauses", out var clauses)
                    ? Items(clauses, "'clauses'")
                        .Select(clause => Text(clause, "an item of 'clauses'", clause))
                        .ToValueList()
                    : [Text(finding, "text")]
            ));

    private static List<JsonElement> Items(JsonElement value, string what) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw None($"{what} is no array");

    private static string Text(JsonElement parent, string name) => Text(parent, $"'{name}'", Member(parent, name));

    private static string Text(JsonElement parent, string what, JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw None($"{what} is no text in {MessageText.OneLine(Shorten(parent))}");

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
            ? value
            : throw None($"'{name}' is missing from {MessageText.OneLine(Shorten(parent))}");

    private static string Shorten(JsonElement value)
    {
        const int Longest = 40;
        var text = value.GetRawText();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    private static RuleGenException None(string why) =>
        new(ErrorCodes.InvalidBaseline, $"The file is no baseline of findings: {why}", Remedy);
}
