using System.Globalization;

namespace RuleGen.Model;

/// <summary>A value of a column: NULL, text or a whole number.</summary>
public readonly record struct SqlValue
{
    private readonly long _integer;

    private SqlValue(string? text, long integer, bool isInteger)
    {
        Text = text;
        _integer = integer;
        IsInteger = isInteger;
    }

    /// <summary>NULL; also the default.</summary>
    public static SqlValue Null => default;

    /// <summary>Whether it is NULL.</summary>
    public bool IsNull => Text is null && !IsInteger;

    /// <summary>Whether it is a number.</summary>
    public bool IsInteger { get; }

    /// <summary>The text; null where the value is NULL or a number.</summary>
    public string? Text { get; }

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">It is not a number.</exception>
    public long Integer => IsInteger ? _integer : throw new InvalidOperationException("The value is not a number.");

    /// <summary>A text.</summary>
    public static SqlValue Of(string text) => new(text, 0, isInteger: false);

    /// <summary>A number.</summary>
    public static SqlValue Of(long integer) => new(null, integer, isInteger: true);

    /// <summary>The text in quotes, the number, or <c>NULL</c>.</summary>
    public override string ToString() =>
        IsNull ? "NULL"
        : IsInteger ? _integer.ToString(CultureInfo.InvariantCulture)
        : $"'{Text}'";
}
