using System.Globalization;
using System.Text.Json.Nodes;

namespace RuleGen.Model.Describing;

/// <summary>Results as JSON: <c>{ "kept": bool, "outcome": string, number or null }</c>.</summary>
public static class ResultJson
{
    /// <summary>The object.</summary>
    public static JsonObject Write(Result result) =>
        new() { ["kept"] = result.IsKept, ["outcome"] = Outcome(result.Outcome, result.Type) };

    /// <summary>An outcome: a text a string, an int or a bit a number, NULL null.</summary>
    public static JsonNode? Outcome(string? outcome, LabelType type) =>
        outcome is null ? null
        : type == LabelType.Text ? JsonValue.Create(outcome)
        : JsonValue.Create(int.Parse(outcome, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
}
