using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes values of columns as T-SQL.</summary>
internal static class ValueWriter
{
    /// <summary>
    /// A literal of the column's kind. What tools would read as theirs, <c>$(</c> and <c>{{</c> (rules 10.5, 10.15), is
    /// put together from two; a control character is written by its code.
    /// </summary>
    public static string Write(Column column, SqlValue value) =>
        value.IsNull ? "NULL"
        : value.IsInteger ? value.Integer.ToString(CultureInfo.InvariantCulture)
        : Write(value.Text!, column.Type is CharacterType { IsUnicode: true } || !value.Text!.All(char.IsAscii));

    /// <summary>A text as a literal, or as several joined by <c>+</c>.</summary>
    public static string Write(string text, bool isUnicode)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var isControl = i < text.Length && char.IsControl(text[i]);
            var isSplit = i > 0 && i < text.Length && (text[i - 1], text[i]) is ('$', '(') or ('{', '{');
            if (i < text.Length && !isControl && !isSplit)
            {
                continue;
            }

            if (i > start || (i == text.Length && parts.Count == 0))
            {
                parts.Add(SqlText.Literal(text[start..i], isUnicode));
            }

            start = i;
            if (isControl)
            {
                parts.Add($"NCHAR({((int)text[i]).ToString(CultureInfo.InvariantCulture)})");
                start = i + 1;
            }
        }

        return string.Join(" + ", parts);
    }
}
