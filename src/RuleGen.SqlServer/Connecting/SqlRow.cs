using System.Globalization;

namespace RuleGen.SqlServer;

/// <summary>A row that a server gave.</summary>
/// <param name="values">Its values; null is NULL.</param>
public sealed class SqlRow(params object?[] values)
{
    /// <summary>A text; null where it is NULL.</summary>
    public string? Text(int column) => values[column] as string;

    /// <summary>A number of any integer type, a bit among them; null where it is NULL.</summary>
    public long? Number(int column) =>
        values[column] is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a bit or number is not 0; NULL is not.</summary>
    public bool Flag(int column) => Number(column) is not (null or 0);

    /// <summary>Bytes in hexadecimal digits; null where they are NULL.</summary>
    public string? Hex(int column) => values[column] is byte[] bytes ? Convert.ToHexStringLower(bytes) : null;
}
