using System.Globalization;
using System.Text.RegularExpressions;

namespace RuleGen.Model;

/// <summary>Reads dates and times as literals and files write them.</summary>
public static partial class TemporalText
{
    /// <summary>
    /// The moment that a text names, whatever the language: year, month and day with or without hyphens; then, after a
    /// blank or <c>T</c>, hours, minutes and perhaps seconds with up to 7 digits behind the point. Null where it does not.
    /// </summary>
    public static DateTime? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        var (hour, minute, second) = (Number("hour"), Number("minute"), Number("second"));
        if (
            year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59
            || second > 59
        )
        {
            return null;
        }

        var fraction = int.Parse(match.Groups["fraction"].Value.PadRight(7, '0'), CultureInfo.InvariantCulture);
        return new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).AddTicks(fraction);

        int Number(string part) =>
            match.Groups[part] is { Success: true, Value: var digits }
                ? int.Parse(digits, CultureInfo.InvariantCulture)
                : 0;
    }

    /// <summary>Whether a text has the form of a date, though perhaps of one that is in no calendar: 31 April.</summary>
    internal static bool HasForm(string text) => Pattern().IsMatch(text);

    /// <summary>
    /// Whether a literal that is converted to a type means the same in every session, whatever its LANGUAGE and DATEFORMAT
    /// (rule 6.21).
    /// </summary>
    internal static bool IsSameInEveryLanguage(string literal, TemporalType type)
    {
        var match = Pattern().Match(literal);
        var hasHyphens = match.Groups["hyphen"].Success;
        var hasTime = match.Groups["hour"].Success;
        var hasT = match.Groups["T"].Value == "T";
        return match.Success
            && (
                hasHyphens
                    ? type.IsDate || type.IsDateTime2 || (hasT && match.Groups["second"].Success)
                    : !hasTime || !hasT
            )
            && (type.IsDate || type.IsDateTime2 || match.Groups["fraction"].Length <= 3);
    }

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(?<hyphen>-)?(?<month>[0-9]{2})(?(hyphen)-)(?<day>[0-9]{2})"
            + @"(?:(?<T>[T ])(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]{1,7}))?)?)?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
