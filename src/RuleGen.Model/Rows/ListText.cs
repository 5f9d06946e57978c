namespace RuleGen.Model;

/// <summary>
/// How the items of a row's list are kept as one text, so that sets of lists are sets of texts: for each position from 1 up
/// to the last item's an item or nothing, then <see cref="PositionEnd"/>; an item is <see cref="ItemStart"/> and its values,
/// <see cref="ValueEnd"/> between them; a value is its text, its digits, or <see cref="NullMark"/>.
/// </summary>
/// <remarks>The marks are noncharacters of Unicode: no text of data may hold them.</remarks>
public static class ListText
{
    /// <summary>Stands before an item.</summary>
    public const char ItemStart = '\uFDD0';

    /// <summary>Stands between the values of an item.</summary>
    public const char ValueEnd = '\uFDD1';

    /// <summary>Stands after each position, also one without an item.</summary>
    public const char PositionEnd = '\uFDD2';

    /// <summary>Stands for NULL among the values of an item.</summary>
    public const char NullMark = '\uFDD3';

    /// <summary>The first of the 16 digits of which numbers, dates and decimals are made.</summary>
    public const char FirstDigit = '\uFDE0';

    /// <summary>
    /// How many digits a number has: the bits of a long with the sign turned, so that the order of digits is that of numbers.
    /// </summary>
    public const int DigitsOfNumber = 16;

    /// <summary>Whether a character is one of those that stand for something else.</summary>
    public static bool IsMark(char character) => character is >= '\uFDD0' and <= '\uFDEF';

    /// <summary>The marks of a list's texts: digits only where its items have numbers, dates or decimals.</summary>
    public static IEnumerable<char> MarksOf(ListType type) =>
        new[] { ItemStart, ValueEnd, PositionEnd, NullMark }.Concat(
            type.Columns.Any(column => column.Type is OrderedType)
                ? Enumerable.Range(FirstDigit, 16).Select(code => (char)code)
                : []
        );

    /// <summary>The value of a digit of a number, the first being the highest.</summary>
    /// <param name="number">The number.</param>
    /// <param name="place">The place of the digit, from 0.</param>
    public static int DigitOf(long number, int place) =>
        (int)((((ulong)number ^ (1UL << 63)) >> (4 * (DigitsOfNumber - 1 - place))) & 15);

    internal static string Digits(long number) =>
        string.Concat(Enumerable.Range(0, DigitsOfNumber).Select(place => (char)(FirstDigit + DigitOf(number, place))));

    internal static long Number(string digits) =>
        (long)(digits.Aggregate(0UL, (bits, digit) => (bits << 4) | (uint)(digit - FirstDigit)) ^ (1UL << 63));
}
