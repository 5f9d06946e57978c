using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RuleGen.Model;

namespace RuleGen.Model.Describing;

/// <summary>Writes JSON documents for the standard output.</summary>
public static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // Quotes and letters of other languages are legible; the text goes to a stream, not into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A value of a column: null, a number or a text.</summary>
    public static JsonValue? Of(SqlValue value) =>
        value.IsNull ? null
        : value.IsInteger ? JsonValue.Create(value.Integer)
        : JsonValue.Create(value.Text);

    /// <summary>The document, indented, with LF at its end.</summary>
    public static string Write(JsonNode document) => document.ToJsonString(Options) + "\n";
}
