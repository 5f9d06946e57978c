using System.Globalization;

namespace RuleGen.Model;

/// <summary>
/// <c>decimal(p,s)</c> or <c>numeric(p,s)</c> of at most 18 digits, p in all and s behind the point. The unit is the last
/// digit (rule 6.23).
/// </summary>
public sealed record DecimalType : OrderedType
{
    /// <summary>The most digits: what 64 bits hold.</summary>
    public const int MostDigits = 18;

    private DecimalType(bool isNumeric, int precision, int scale)
        : base(1 - PowerOfTen(precision), PowerOfTen(precision) - 1)
    {
        IsNumeric = isNumeric;
        Precision = precision;
        Scale = scale;
    }

    /// <summary>Whether it is called <c>numeric</c>.</summary>
    public bool IsNumeric { get; }

    /// <summary>The number of digits, 1 to 18.</summary>
    public int Precision { get; }

    /// <summary>The number of digits behind the point, 0 to <see cref="Precision"/>.</summary>
    public int Scale { get; }

    /// <summary>A type.</summary>
    /// <exception cref="RuleGenException">RG0005: it has more digits, or more behind the point than in all.</exception>
    public static DecimalType Of(int precision, int scale, bool isNumeric = false) =>
        precision is >= 1 and <= MostDigits && scale >= 0 && scale <= precision
            ? new(isNumeric, precision, scale)
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                FormattableString.Invariant($"decimal({precision},{scale}) has other digits than 1 to {MostDigits}"),
                "Give it 1 to 18 digits, of which some are behind the point"
            );

    /// <summary>The value that a number is; null where the type does not hold it, or would round it.</summary>
    public long? Find(decimal number)
    {
        if (Math.Abs(number) > ToDecimal(Maximum))
        {
            return null;
        }

        var units = number * PowerOfTen(Scale);
        return decimal.Truncate(units) == units ? (long)units : null;
    }

    /// <summary>The number of a value.</summary>
    public decimal ToDecimal(long units) => new decimal(units) / PowerOfTen(Scale);

    /// <inheritdoc/>
    public override SqlValue Value(long units) => SqlValue.Of(units, this);

    /// <inheritdoc/>
    public override Scalar Literal(long units) => TypedLiteral.Of(Show(units), this);

    /// <inheritdoc/>
    public override string Show(long units) =>
        ToDecimal(units).ToString("F" + Scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The type in T-SQL.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsNumeric ? "numeric" : "decimal")}({Precision}, {Scale})");

    private static long PowerOfTen(int digits)
    {
        var power = 1L;
        for (var i = 0; i < digits; i++)
        {
            power *= 10;
        }

        return power;
    }
}
