using System.Globalization;
using System.Text;

namespace RuleGen.Model;

/// <summary>
/// Characters that nobody sees, so that two texts look the same which are not: zero-width blanks and joiners, fillers,
/// variation selectors, tags; and those that turn the direction of the text around them, so that a text is read
/// otherwise than a server reads it. Control characters and the ends of lines are not among them.
/// </summary>
/// <remarks>
/// What Unicode calls <c>Default_Ignorable_Code_Point</c>, the anchors of interlinear annotations, and the blank of
/// Braille. Ranges, and no categories of the runtime, which knows another Unicode in each version.
/// </remarks>
public static class HiddenCharacters
{
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x00AD, 0x00AD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x2800, 0x2800),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFFB),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    ];

    /// <summary>Whether a character is one of them; a half of a surrogate pair is not.</summary>
    public static bool Contain(char character) => Contain((int)character);

    /// <summary>Whether a character is one of them.</summary>
    public static bool Contain(Rune character) => Contain(character.Value);

    /// <summary>The first of them in a text; null where there is none.</summary>
    public static Rune? FindIn(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Contain(rune))
            {
                return rune;
            }
        }

        return null;
    }

    /// <summary>The character in a text that shows it: <c>&lt;U+202E&gt;</c>.</summary>
    public static string Show(Rune character) => MessageText.Show(character.Value);

    /// <summary>What is the matter with one of them: <c>U+202E, which turns the direction of the text</c>.</summary>
    public static string Describe(Rune character) =>
        $"U+{character.Value.ToString("X4", CultureInfo.InvariantCulture)}, which "
        + (TurnsText(character.Value) ? "turns the direction of the text" : "nobody sees");

    private static bool Contain(int character)
    {
        if (character < Ranges[0].First)
        {
            return false;
        }

        foreach (var (first, last) in Ranges)
        {
            if (character <= last)
            {
                return character >= first;
            }
        }

        return false;
    }

    /// <summary>The formatting characters of Unicode's bidirectional algorithm.</summary>
    private static bool TurnsText(int character) =>
        character is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
