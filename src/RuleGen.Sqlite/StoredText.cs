using System.Buffers;
using System.Text;

namespace RuleGen.Sqlite;

/// <summary>
/// How text stands in the database: one code point for each UTF-16 code unit, and none that SQLite confuses.
/// </summary>
/// <remarks>
/// SQLite's functions stop at NUL, its UTF-8 has no lone surrogates, GLOB reads U+FFFE and U+FFFF as U+FFFD, and a
/// surrogate pair is one character where the modelled collations see two (rule 1.51). Those code units move to a
/// private plane of their own, in order, so that no two texts become one.
/// </remarks>
internal static class StoredText
{
    private const int PrivatePlane = 0xF0000;

    private static readonly SearchValues<char> Moved = SearchValues.Create([
        '\0',
        .. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit),
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>The code point that stands for a character.</summary>
    public static int CodePoint(char character) => IsMoved(character) ? PrivatePlane + character : character;

    /// <summary>Whether a character moves to the private plane.</summary>
    public static bool IsMoved(char character) =>
        character is '\0' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(character);

    /// <summary>The text as it is stored.</summary>
    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAny(Moved))
        {
            return text;
        }

        var stored = new StringBuilder();
        foreach (var character in text)
        {
            stored.Append(new Rune(CodePoint(character)).ToString());
        }

        return stored.ToString();
    }

    /// <summary>The text that was stored.</summary>
    public static string Decode(string stored)
    {
        if (!stored.Any(char.IsSurrogate))
        {
            return stored;
        }

        var text = new StringBuilder();
        foreach (var rune in stored.EnumerateRunes())
        {
            text.Append((char)(rune.Value & 0xFFFF));
        }

        return text.ToString();
    }

    /// <summary>The text as a literal of SQL.</summary>
    public static string Literal(string text) => Quote(Encode(text));

    /// <summary>A text as it is stored, or a pattern for such, as a literal of SQL.</summary>
    public static string Quote(string stored) => $"'{stored.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name of SQL, safe whatever it holds.</summary>
    public static string Name(string name) => $"\"{Encode(name).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
