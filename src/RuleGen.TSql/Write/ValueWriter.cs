using System.Globalization;
using System.Text;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes values of columns as T-SQL.</summary>
internal static class ValueWriter
{
    /// <summary>
    /// A literal of the column's kind. What tools would read as theirs (rules 10.5, 10.15) is put together from parts; a
    /// character that nobody would see, or that ends a line, is written by its code.
    /// </summary>
    public static string Write(Column column, SqlValue value) =>
        value.IsNull ? "NULL"
        : value.Moment is not null ? SqlText.Literal(value.ToText()!, isUnicode: false)
        : value.IsInteger ? value.ToText()!
        : Write(value.Text!, column.Type is CharacterType { IsUnicode: true } || !value.Text!.All(char.IsAscii));

    /// <summary>A value with the type and the collation of its column, under a name.</summary>
    public static string WriteTyped(Column column, SqlValue value, string name)
    {
        var collation = column.Type is CharacterType { Collation: { } own } ? $" COLLATE {own.Name}" : "";
        return $"CAST({Write(column, value)} AS {column.Type}){collation} AS {SqlName.Bracket(name)}";
    }

    /// <summary>A text as a literal, or as several joined by <c>+</c>.</summary>
    public static string Write(string text, bool isUnicode)
    {
        var parts = new List<string>();
        var plain = new StringBuilder();
        var parted = ToolMarks.PlacesToPart(text).ToHashSet();
        for (var (i, length) = (0, 0); i < text.Length; i += length)
        {
            if (parted.Contains(i))
            {
                Flush();
            }

            var isCharacter = Rune.TryGetRuneAt(text, i, out var rune);
            length = isCharacter ? rune.Utf16SequenceLength : 1;
            if (isCharacter && !SqlText.IsBreak(text[i]) && !HiddenCharacters.Contain(rune))
            {
                plain.Append(text, i, length);
                continue;
            }

            Flush();
            parts.AddRange(text.Substring(i, length).Select(Code));
        }

        Flush();
        return parts.Count == 0 ? SqlText.Literal("", isUnicode) : string.Join(" + ", parts);

        void Flush()
        {
            if (plain.Length > 0)
            {
                parts.Add(SqlText.Literal(plain.ToString(), isUnicode));
                plain.Clear();
            }
        }
    }

    /// <summary>
    /// One character by its UTF-16 code. Halves of a pair by their bytes: under collations with supplementary
    /// characters, NCHAR gives NULL for them.
    /// </summary>
    private static string Code(char character) =>
        char.IsSurrogate(character)
            ? $"CAST(0x{(character & 0xFF).ToString("X2", CultureInfo.InvariantCulture)}{(character >> 8).ToString("X2", CultureInfo.InvariantCulture)} AS nchar(1))"
            : $"NCHAR({((int)character).ToString(CultureInfo.InvariantCulture)})";
}
