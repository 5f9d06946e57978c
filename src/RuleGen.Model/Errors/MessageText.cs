using System.Globalization;

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

    /// <summary>The text with every control character, line ends among them, replaced by U+FFFD.</summary>
    public static string OneLine(string text) =>
        string.Create(
            text.Length,
            text,
            (result, given) =>
            {
                for (var place = 0; place < given.Length; place++)
                {
                    result[place] = char.IsControl(given[place]) ? '\uFFFD' : given[place];
                }
            }
        );
}
