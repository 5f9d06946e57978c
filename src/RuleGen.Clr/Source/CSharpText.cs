using System.Globalization;
using System.Text;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>Texts as C# holds them.</summary>
internal static class CSharpText
{
    /// <summary>A string literal; what is not printable ASCII is written by its code.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value)
        {
            text.Append(
                character switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    >= ' ' and <= '~' => character.ToString(),
                    _ => Code(character),
                }
            );
        }

        return text.Append('"').ToString();
    }

    /// <summary>A character literal.</summary>
    public static string Literal(char value) =>
        value switch
        {
            '\'' => @"'\''",
            '\\' => @"'\\'",
            >= ' ' and <= '~' => $"'{value}'",
            _ => $"'{Code(value)}'",
        };

    /// <summary>A number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A comment, on as many lines as it needs; nothing in the text can end it.</summary>
    public static IEnumerable<string> Comment(string text) =>
        SqlText
            .Wrap(SqlText.OneLine(text), SqlText.Width - 14)
            .Select((line, index) => (index == 0 ? "// " : "//     ") + line);

    private static string Code(char character) => $"\\u{((int)character).ToString("X4", CultureInfo.InvariantCulture)}";
}
