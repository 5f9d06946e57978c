namespace RuleGen.Model;

/// <summary>A value of a column: NULL, text, a whole number, or a date or decimal, which knows its type.</summary>
public readonly record struct SqlValue
{
    /// <summary>A text, or the type of an ordered value; null is NULL.</summary>
    private readonly object? _content;

    private readonly long _units;

    private SqlValue(object content, long units)
    {
        _content = content;
        _units = units;
    }

    /// <summary>NULL; also the default.</summary>
    public static SqlValue Null => default;

    /// <summary>Whether it is NULL.</summary>
    public bool IsNull => _content is null;

    /// <summary>Whether it is a number, also one that counts the units of a date or a decimal.</summary>
    public bool IsInteger => _content is OrderedType;

    /// <summary>The text; null where the value is NULL or a number.</summary>
    public string? Text => _content as string;

    /// <summary>The number; of a date or a decimal, in units of its type.</summary>
    /// <exception cref="InvalidOperationException">It is not a number.</exception>
    public long Integer => IsInteger ? _units : throw new InvalidOperationException("The value is not a number.");

    /// <summary>The number that a decimal is; null where the value is something else.</summary>
    public decimal? Decimal => (_content as DecimalType)?.ToDecimal(_units);

    /// <summary>The moment that a date or a date with a time is; null where the value is something else.</summary>
    public DateTime? Moment => (_content as TemporalType)?.ToDateTime(_units);

    /// <summary>A text.</summary>
    public static SqlValue Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, 0);
    }

    /// <summary>A number.</summary>
    public static SqlValue Of(long integer) => new(IntegerType.BigInt, integer);

    /// <summary>The text in quotes, the number, or <c>NULL</c>; a date in quotes, too.</summary>
    public override string ToString() =>
        _content switch
        {
            null => "NULL",
            TemporalType => $"'{ToText()}'",
            OrderedType => ToText()!,
            _ => $"'{Text}'",
        };

    /// <summary>The value in plain text, the same in every culture; null for NULL.</summary>
    public string? ToText() => _content is OrderedType type ? type.Show(_units) : Text;

    /// <summary>Whether a column of a type can hold a value of this kind; NULL is of every kind.</summary>
    public bool IsOf(SqlType type) =>
        _content switch
        {
            null => true,
            IntegerType => type is IntegerType,
            OrderedType own => own == type,
            _ => type is not OrderedType,
        };

    /// <summary>A value of a type that is no integer's.</summary>
    internal static SqlValue Of(long units, OrderedType type) => new(type, units);
}
