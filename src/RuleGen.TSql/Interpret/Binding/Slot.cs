using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;
using RuleGen.TSql.Interpret.Running;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>A column or a parameter that a script reads.</summary>
/// <param name="Name">Its name; a parameter's begins with <c>@</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Column">The column; null for a parameter.</param>
internal sealed record Slot(string Name, ExpressionType Type, Column? Column)
{
    /// <summary>Of a column of a list's items: the slot of the list. Its value is that of the item at hand.</summary>
    public int? ListSlot { get; init; }

    /// <summary>The column of the list's items.</summary>
    public Column? Item { get; init; }

    /// <summary>Of a column of VALUES: what it is in each of the rows.</summary>
    public IReadOnlyList<Expression> Alternatives { get; init; } = [];

    /// <summary>Whether it is a parameter of a function.</summary>
    public bool IsParameter => Name[0] == '@' && Column is null;

    /// <summary>The value as the column or parameter holds it.</summary>
    /// <exception cref="RuleGenException">RG0005: the number does not fit.</exception>
    /// <exception cref="ArgumentException">The value is of another kind.</exception>
    public SqlValue Store(SqlValue value)
    {
        if (value.IsNull)
        {
            return value;
        }

        switch (Type)
        {
            case NumberType type when value.IsInteger:
                return type.Minimum <= value.Integer && value.Integer <= type.Maximum
                    ? value
                    : throw new RuleGenException(
                        ErrorCodes.OutOfRange,
                        FormattableString.Invariant($"'{Name}' cannot hold {value.Integer}: SQL Server would fail"),
                        "Give it a wider type"
                    );
            case MomentType when value.Moment is not null:
            case ScaledType when value.Decimal is not null:
                return value;
            case ListRowsType when value.Items is not null:
                return value;
            case TextType type when !value.IsInteger:
                return type.Fit(value);
            default:
                throw new ArgumentException($"'{Name}' is {Type}, and {value} is not.", nameof(value));
        }
    }

    /// <summary>
    /// The type of a column's or parameter's declaration; its collation has the strength given (rule 6.6).
    /// </summary>
    public static ExpressionType TypeOf(SqlType type, CollationStrength strength) =>
        type switch
        {
            CharacterType { Collation: { } collation } text => new TextType(
                text.IsUnicode,
                text.IsFixedLength,
                text.Length,
                new CollationLabel(strength, CollationTables.FindName(collation.Name) ?? collation.Name)
            ),
            IntegerType number => new NumberType(number.Minimum, number.Maximum),
            TemporalType => new MomentType(type.ToString()!),
            ListType => new ListRowsType(),
            DecimalType number => new ScaledType(number.Precision, number.Scale),
            _ => new OtherType(type.ToString()!),
        };
}
