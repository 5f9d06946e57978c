using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>date, smalldatetime, datetime or datetime2. A literal is a number of 100 ns since the year 1.</summary>
/// <param name="Name">The type as DDL writes it.</param>
internal sealed record MomentType(string Name) : ExpressionType
{
    /// <summary>The forms that are read in the same way by every session, whatever type they are converted to (rule 6.21).</summary>
    private static readonly string[] Forms =
    [
        "yyyyMMdd",
        "yyyyMMdd HH:mm",
        "yyyyMMdd HH:mm:ss",
        "yyyyMMdd HH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mm:ss",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
    ];

    /// <summary>More forms for date and datetime2.</summary>
    private static readonly string[] NewForms =
    [
        .. Forms,
        "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mm",
    ];

    /// <summary>The moment that a text becomes, exactly; null where it is read otherwise elsewhere, rounded or refused.</summary>
    public long? Convert(string text) =>
        DateTime.TryParseExact(
            text,
            Name == "date" || Name.StartsWith("datetime2", StringComparison.Ordinal) ? NewForms : Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        ) && Holds(moment)
            ? moment.Ticks
            : null;

    /// <inheritdoc/>
    public override long Units(SqlValue value) => value.Moment?.Ticks ?? value.Integer;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Whether the type holds a moment without a change (rules 6.20, 6.22).</summary>
    private bool Holds(DateTime moment) =>
        Name switch
        {
            "date" => moment.TimeOfDay.Ticks == 0,
            "smalldatetime" => moment.Ticks % TimeSpan.TicksPerMinute == 0
                && moment.Year >= 1900
                && string.CompareOrdinal(moment.ToString("yyyyMMdd", CultureInfo.InvariantCulture), "20790606") <= 0,
            "datetime" => moment.Year >= 1753
                && moment.Ticks % TimeSpan.TicksPerMillisecond == 0
                && moment.Millisecond % 10 is 0 or 3 or 7,
            _ => moment.Ticks % (long)Math.Pow(10, '7' - Name[^2]) == 0,
        };
}

/// <summary>decimal or numeric, or the one value of a literal, which is a number of units of the last digit.</summary>
/// <param name="Precision">All digits.</param>
/// <param name="Scale">Those behind the point.</param>
internal sealed record ScaledType(int Precision, int Scale) : ExpressionType
{
    /// <summary>The value of a number, exactly; null where the type does not hold it.</summary>
    public long? Convert(decimal number)
    {
        var text = number.ToString("F18", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = string.Concat(text.AsSpan(0, point), text.AsSpan(point + 1, Scale));
        return
            text[(point + 1 + Scale)..].All(digit => digit == '0')
            && digits.TrimStart('-').TrimStart('0').Length <= Precision
            ? long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : null;
    }

    /// <inheritdoc/>
    public override long Units(SqlValue value) => value.Decimal is { } number ? Convert(number)!.Value : value.Integer;

    /// <inheritdoc/>
    public override string ToString() => "a decimal";
}
