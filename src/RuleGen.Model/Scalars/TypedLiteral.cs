using System.Globalization;

namespace RuleGen.Model;

/// <summary>
/// A literal that takes the type of what it meets, which is neither text nor an integer: <c>'20190401'</c> beside a date,
/// <c>12.5</c> or <c>12</c> beside a decimal (rules 6.1, 6.21, 6.23).
/// </summary>
public sealed record TypedLiteral : Scalar
{
    private readonly OrderedType _type;

    private TypedLiteral(string text, bool isUnicode, OrderedType type, long units)
    {
        Text = text;
        IsUnicode = isUnicode;
        _type = type;
        Units = units;
    }

    /// <summary>What stands there, without the quotes of a date.</summary>
    public string Text { get; }

    /// <summary>Whether <c>N</c> stands before the quotes; it makes no difference.</summary>
    public bool IsUnicode { get; }

    /// <summary>The value in units of the type.</summary>
    public long Units { get; }

    /// <summary>The type of what it meets: a <see cref="TemporalType"/> or a <see cref="DecimalType"/>.</summary>
    public override SqlType Type => _type;

    /// <summary>The value.</summary>
    public SqlValue Value => _type.Value(Units);

    /// <inheritdoc/>
    public override bool MayBeNull => false;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [];

    /// <summary>A date, or a date with a time.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: the text is no date, or another one in sessions of another language. RG0005: the type does not hold it, or
    /// would round it.
    /// </exception>
    public static TypedLiteral Of(string text, bool isUnicode, TemporalType type)
    {
        if (TemporalText.Parse(text) is not { } moment)
        {
            throw TemporalText.HasForm(text)
                ? new RuleGenException(
                    ErrorCodes.IllTyped,
                    $"'{text}' meets {type}, and there is no such day or time: SQL Server would fail on it",
                    "Write one that is in the calendar"
                )
                : new RuleGenException(
                    ErrorCodes.IllTyped,
                    $"'{MessageText.OneLine(text)}' meets {type}, and is no date of the form yyyymmdd",
                    "Write it as yyyymmdd, or yyyymmdd hh:mm:ss"
                );
        }

        if (!TemporalText.IsSameInEveryLanguage(text, type))
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"'{text}' meets {type}, and what it means hangs on the session's language (rule 6.21)",
                $"Write it as '{moment.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}', a time as "
                    + $"'{moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)}'"
            );
        }

        return type.Find(moment) is { } units
            ? new(text, isUnicode, type, units)
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"'{text}' is no value of {type}, which goes from {type.Show(type.Minimum)} to {type.Show(type.Maximum)}: "
                    + "SQL Server would round it, or fail (rule 6.22)",
                "Write a value that the column can hold"
            );
    }

    /// <summary>A decimal.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: the text is no number. RG0005: the type does not hold it.
    /// </exception>
    public static TypedLiteral Of(string text, DecimalType type)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"{MessageText.OneLine(text)} meets {type}, and is no number of at most 28 digits",
                "Write digits, and a point where there are more behind it"
            );
        }

        return type.Find(number) is { } units
            ? new(text, isUnicode: false, type, units)
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"{text} is no value of {type}, which goes from {type.Show(type.Minimum)} to {type.Show(type.Maximum)}",
                "Write a value that the column can hold"
            );
    }

    /// <summary>A decimal with the digits that a number is written with.</summary>
    /// <exception cref="RuleGenException">RG0005: it has more than 18 digits.</exception>
    public static TypedLiteral Of(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var digits = text.Count(char.IsAsciiDigit);
        return Of(text, DecimalType.Of(digits, number.Scale));
    }

    /// <summary>The literal as it would be beside another type.</summary>
    /// <exception cref="RuleGenException">As <c>Of</c>. RG0001: the type takes other literals.</exception>
    internal Scalar As(SqlType type) =>
        (_type, type) switch
        {
            (TemporalType own, TemporalType other) when IsRounded(own, other) => throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"'{Text}' is {own}, and meets {other}: a datetime is not whole milliseconds to other types (rule 6.22)",
                $"Write it as {other} from the start"
            ),
            (TemporalType, TemporalType other) => Of(Text, IsUnicode, other) with { Parentheses = Parentheses },
            (DecimalType, DecimalType other) => Of(Text, other) with { Parentheses = Parentheses },
            (TemporalType, CharacterType) => StringLiteral.Of(Text, IsUnicode) with { Parentheses = Parentheses },
            (DecimalType, IntegerType)
                when long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
                IntegerLiteral.Of(number) with
                {
                    Parentheses = Parentheses,
                },
            _ => this,
        };

    /// <summary>Whether a 300th of a second becomes more digits than the literal shows, or the other way about.</summary>
    private bool IsRounded(TemporalType own, TemporalType other) =>
        own != other
        && (own == TemporalType.DateTime300 || other == TemporalType.DateTime300)
        && own.ToDateTime(Units).Ticks % (10 * TimeSpan.TicksPerMillisecond) != 0;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(TypedLiteral? other) =>
        base.Equals(other) && Text == other.Text && IsUnicode == other.IsUnicode && _type == other._type;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Text, IsUnicode, _type);
}
