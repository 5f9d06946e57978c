using System.Globalization;
using System.Text;

namespace RuleGen.Model;

/// <summary>Characters and texts of users in the words of a message, so that it stays readable and on its line.</summary>
public static class MessageText
{
    /// <summary>The code point of a UTF-16 unit, such as <c>U+00A0</c>.</summary>
    public static string CodePoint(char character) =>
        $"U+{((int)character).ToString("X4", CultureInfo.InvariantCulture)}";

    /// <summary>The code point and, where it has a shape, the character: <c>U+00DF 'ß'</c>.</summary>
    public static string Describe(char character) =>
        char.IsControl(character) || char.IsSurrogate(character)
            ? CodePoint(character)
            : $"{CodePoint(character)} '{character}'";

    /// <summary>
    /// The text on one line, with every character that a terminal would obey or not show in a shape of its own replaced by
    /// its code point: <c>a&lt;U+000A&gt;b</c>.
    /// </summary>
    public static string OneLine(string text)
    {
        var shown = new StringBuilder();
        for (var place = 0; place < text.Length; )
        {
            // Half of a surrogate pair is no character, and is shown as what it is.
            var isWhole = Rune.TryGetRuneAt(text, place, out var rune);
            var isShown = isWhole && rune.Value is not ('\n' or '\t') && !IsUnshown(rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            shown.Append(isShown ? text.AsSpan(place, length) : Show(isWhole ? rune.Value : text[place]));
            place += length;
        }

        return shown.ToString();
    }

    /// <summary>
    /// Whether a terminal would obey a character, or not show it: control characters but for LF and tab, other ends of
    /// lines, and <see cref="HiddenCharacters"/>.
    /// </summary>
    public static bool IsUnshown(Rune character) =>
        character.Value is (< 0x20 and not ('\n' or '\t')) or (>= 0x7F and < 0xA0) or 0x2028 or 0x2029
        || HiddenCharacters.Contain(character);

    /// <summary>The code point in a text that shows it: <c>&lt;U+001B&gt;</c>.</summary>
    public static string Show(int character) => $"<U+{character.ToString("X4", CultureInfo.InvariantCulture)}>";
}
