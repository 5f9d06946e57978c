using System.Globalization;

namespace RuleGen.Model.Describing;

/// <summary>Words, numbers and lists in English.</summary>
internal static class EnglishText
{
    private static readonly string[] SmallNumbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ];

    /// <summary>
    /// A value as it is where it looks like a code, else in quotes, so that it is not taken for a word of the sentence.
    /// </summary>
    public static string Value(string value) =>
        value.Length > 0 && value != "NULL" && value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
            ? value
            : Quote(value);

    /// <summary>The text in quotes.</summary>
    public static string Quote(string text) => $"“{Printable(text)}”";

    /// <summary>The text without characters that could steer a terminal; lines stay.</summary>
    public static string Printable(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) && character != '\n' ? '\uFFFD' : character));

    /// <summary>A count in words up to nine, then in digits.</summary>
    public static string Count(int count) => count < SmallNumbers.Length ? SmallNumbers[count] : Digits(count);

    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items, string conjunction) =>
        items.Count < 2
            ? string.Concat(items)
            : $"{string.Join(", ", items.Take(items.Count - 1))} {conjunction} {items[^1]}";
}
