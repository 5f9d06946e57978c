using RuleGen.Model;

namespace RuleGen.Sqlite;

/// <summary>
/// Dates and times in the database: text of one length for a type, as ISO 8601 writes them, so that their order as text is
/// their order in time.
/// </summary>
internal static class StoredMoment
{
    /// <summary>A literal, in any of the forms that T-SQL has for them.</summary>
    public static string Of(string literal, TemporalType type)
    {
        var digits = string.Concat(literal.Where(char.IsAsciiDigit)).PadRight(14 + 7, '0');
        var day = $"{digits[..4]}-{digits[4..6]}-{digits[6..8]}";
        var fraction = type.FractionDigits == 0 ? "" : $".{digits.Substring(14, type.FractionDigits)}";
        return type.IsDate ? day : $"{day}T{digits[8..10]}:{digits[10..12]}:{digits[12..14]}{fraction}";
    }
}
