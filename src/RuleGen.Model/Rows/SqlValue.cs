namespace RuleGen.Model;

/// <summary>
/// A value of a column: NULL, text, a whole number, or a date, a decimal or the items of a list, which know their type.
/// </summary>
public readonly record struct SqlValue
{
    /// <summary>A text, the items of a list, or the type of an ordered value; null is NULL.</summary>
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

    /// <summary>The text; of the items of a list, what they are kept as. Null where the value is NULL or a number.</summary>
    public string? Text => _content as string ?? Items?.Text;

    /// <summary>The items of a list; null where the value is something else.</summary>
    public ListItems? Items => _content as ListItems;

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

    /// <summary>The items of a list.</summary>
    public static SqlValue Of(ListItems items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(items, 0);
    }

    /// <summary>The value that a column keeps as a text: the text itself, or the items of a list.</summary>
    public static SqlValue Kept(string text, SqlType type) =>
        type is ListType list ? Of(ListItems.Read(list, text)) : Of(text);

    /// <summary>A number.</summary>
    public static SqlValue Of(long integer) => new(IntegerType.BigInt, integer);

    /// <summary>The text in quotes, the number, or <c>NULL</c>; a date in quotes, too.</summary>
    public override string ToString() =>
        _content switch
        {
            null => "NULL",
            TemporalType => $"'{ToText()}'",
            OrderedType or ListItems => ToText()!,
            _ => $"'{Text}'",
        };

    /// <summary>The value in plain text, the same in every culture; null for NULL.</summary>
    public string? ToText() =>
        _content switch
        {
            OrderedType type => type.Show(_units),
            ListItems items => items.ToString(),
            _ => Text,
        };

    /// <summary>Whether a column of a type can hold a value of this kind; NULL is of every kind.</summary>
    public bool IsOf(SqlType type) =>
        _content switch
        {
            null => true,
            IntegerType => type is IntegerType,
            OrderedType own => own == type,
            ListItems items => items.Type.Equals(type),
            _ => type is not (OrderedType or ListType),
        };

    /// <summary>A value of a type that is no integer's.</summary>
    internal static SqlValue Of(long units, OrderedType type) => new(type, units);
}
