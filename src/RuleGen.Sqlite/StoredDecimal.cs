using System.Globalization;

namespace RuleGen.Sqlite;

/// <summary>Decimals in the database: whole numbers of the last digit, because SQLite has no decimals.</summary>
internal static class StoredDecimal
{
    /// <summary>A literal, in the units of so many digits behind the point.</summary>
    public static string Of(string literal, int scale)
    {
        var parts = literal.Split('.');
        var behind = (parts.Length == 2 ? parts[1] : "").PadRight(scale, '0')[..scale];
        return long.Parse(parts[0] + behind, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            .ToString(CultureInfo.InvariantCulture);
    }
}
