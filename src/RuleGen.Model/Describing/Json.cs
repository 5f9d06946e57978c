using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

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

    /// <summary>
    /// A value of a column: null, a number or a text. A date is a text, a decimal a number; the items of a list are an array
    /// of objects.
    /// </summary>
    public static JsonNode? Of(SqlValue value) =>
        value.IsNull ? null
        : value.Items is { } items ? new JsonArray([.. items.Rows.Select(RowJson.Write)])
        : value.IsOf(IntegerType.BigInt) ? JsonValue.Create(value.Integer)
        : value.Decimal is { } number ? JsonValue.Create(number)
        : JsonValue.Create(value.ToText());

    /// <summary>
    /// The document, indented, with LF at its end. Characters that a terminal would obey or not show are escaped, so that
    /// they are harmless there and the same to a program.
    /// </summary>
    public static string Write(JsonNode document)
    {
        var json = document.ToJsonString(Options);
        if (!json.EnumerateRunes().Any(MessageText.IsUnshown))
        {
            return json + "\n";
        }

        var text = new StringBuilder(json.Length + 1);
        foreach (var rune in json.EnumerateRunes())
        {
            var unit = rune.ToString();
            if (MessageText.IsUnshown(rune))
            {
                // It stands in a string: all else of a document is ASCII.
                foreach (var half in unit)
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)half:X4}");
                }
            }
            else
            {
                text.Append(unit);
            }
        }

        return text.Append('\n').ToString();
    }
}
