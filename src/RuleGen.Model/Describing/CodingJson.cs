using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RuleGen.Model.Describing;

/// <summary>Writes a coding as JSON, for other programs.</summary>
/// <remarks>
/// <para>
/// The same coding gives the same bytes: members in the order below, two blanks of indentation, LF, a last LF. A
/// member is left out only where this says so; programs should pass over members that they do not know.
/// </para>
/// <code>
/// coding     { "columns": [column], "arms": [arm], "else": label or null, "exclusions": predicate or null,
///              "isWrittenWithCase": bool, "isWrittenWithWhere": bool,
///              "elseDocumentation"?, "exclusionsDocumentation"? }
/// column     { "name", "type": as in DDL, "collation": name or null, "isNullable": bool }
/// arm        { "when": predicate, "then": label, "documentation"? }
/// label      { "text": string, of a number its digits, or null for NULL, "isUnicode": bool, "parentheses"?,
///              "type"?: "int" or "bit", where it is not text }
/// predicate  { "kind", …, "parentheses"?, "documentation"? } with, by kind:
///   like        "isNegated", "operand": scalar, "pattern": string scalar, "escape": string scalar or null
///   comparison  "left", "operator": one of = &lt;&gt; &lt; &lt;= &gt; &gt;=, "right", "isWrittenWithBang"?
///   between     "isNegated", "operand", "low", "high"
///   in          "isNegated", "operand", "items": [scalar]
///   null        "isNegated", "operand"
///   any         "list": name, "condition": predicate on an item, or null
///   constant    "left", "operator", "right", "isWrittenWithBang"?
///   and, or     "operands": [predicate]
///   not         "operand": predicate
/// scalar     { "kind", …, "parentheses"? } with, by kind:
///   column            "name", "written"?: the spelling of the published text
///   string            "value", "isUnicode"
///   integer           "value": a number of up to 64 bits
///   left, right       "operand", "length"
///   substring         "operand", "start", "length"
///   upper, lower      "operand"
///   ltrim, rtrim      "operand"
///   isnull            "operand", "replacement"
///   coalesce          "operands"
/// documentation  { "comments": [{ "text", "placement": "before" or "after" }],
///                  "citation": null where nobody has looked, or { "sentence": string, or null: not in the guidance },
///                  "notes": [string] }
/// </code>
/// <para>
/// "parentheses" (the number of needless pairs) and "isWrittenWithBang" (true) are there where the text has them,
/// "written" where the spelling is not the plain name, and documentation where there is any.
/// </para>
/// </remarks>
public static class CodingJson
{
    /// <summary>The coding as a JSON document.</summary>
    public static string Write(Coding coding)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            MaxDepth = int.MaxValue,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            ToObject(coding).WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>The coding as a JSON object, to be put into another.</summary>
    public static JsonObject ToObject(Coding coding)
    {
        var nodes = new JsonNodes();
        return new JsonObject
        {
            ["columns"] = new JsonArray([.. coding.NamedColumns.Select(Column)]),
            ["arms"] = new JsonArray([.. coding.Arms.Select(arm => Arm(arm, nodes))]),
            ["else"] = Label(coding.Else),
            ["exclusions"] = coding.Exclusions is { } exclusions ? nodes.Write(exclusions) : null,
            ["isWrittenWithCase"] = coding.IsWrittenWithCase,
            ["isWrittenWithWhere"] = coding.IsWrittenWithWhere,
        }
            .WithDocumentation(coding.ElseDocumentation, "elseDocumentation")
            .WithDocumentation(coding.ExclusionsDocumentation, "exclusionsDocumentation");
    }

    private static JsonObject Column(Column column) =>
        new()
        {
            ["name"] = column.Name,
            ["type"] = column.Type.ToString(),
            ["collation"] = (column.Type as CharacterType)?.Collation?.Name,
            ["isNullable"] = column.IsNullable,
        };

    private static JsonObject Arm(CaseArm arm, JsonNodes nodes) =>
        new JsonObject { ["when"] = nodes.Write(arm.When), ["then"] = Label(arm.Then) }.WithDocumentation(
            arm.Documentation
        );

    private static JsonObject? Label(Label? label) =>
        label is null
            ? null
            : WithType(new JsonObject { ["text"] = label.Text, ["isUnicode"] = label.IsUnicode }, label.Type)
                .WithParentheses(label.Parentheses);

    private static JsonObject WithType(JsonObject label, LabelType type)
    {
        if (type != LabelType.Text)
        {
            label["type"] = type.Name();
        }

        return label;
    }
}
