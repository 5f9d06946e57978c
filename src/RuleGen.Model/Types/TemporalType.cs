using System.Globalization;

namespace RuleGen.Model;

/// <summary>
/// A type of dates, or of dates with times of day, without a time zone. The unit is what the type tells apart: a day, a
/// minute, a 300th of a second, or a second divided by a power of ten (rule 6.20).
/// </summary>
public sealed record TemporalType : OrderedType
{
    private const int LongestFraction = 7;

    private readonly string _name;
    private readonly DateTime _origin;

    /// <summary>Ticks of 100 ns; a fraction for datetime, where three units are 10 ms.</summary>
    private readonly long _ticksOfThree;

    private TemporalType(string name, DateTime origin, DateTime last, long ticksOfThree, int fractionDigits)
        : base(0, (long)((Int128)(last - origin).Ticks * 3 / ticksOfThree))
    {
        _name = name;
        _origin = origin;
        _ticksOfThree = ticksOfThree;
        FractionDigits = fractionDigits;
    }

    /// <summary><c>date</c>: 0001-01-01 to 9999-12-31, days.</summary>
    public static TemporalType Date { get; } =
        new("date", Day(1, 1, 1), DateTime.MaxValue, 3 * TimeSpan.TicksPerDay, 0);

    /// <summary><c>smalldatetime</c>: 1900-01-01 to 2079-06-06, minutes.</summary>
    public static TemporalType SmallDateTime { get; } =
        new("smalldatetime", Day(1900, 1, 1), Day(2079, 6, 7).AddTicks(-1), 3 * TimeSpan.TicksPerMinute, 0);

    /// <summary><c>datetime</c>: 1753-01-01 to 9999-12-31, 300ths of a second, shown as .000, .003 and .007.</summary>
    public static TemporalType DateTime300 { get; } =
        new("datetime", Day(1753, 1, 1), DateTime.MaxValue, TimeSpan.TicksPerMillisecond * 10, 3);

    /// <summary>All, <c>datetime2</c> with each number of digits; what a smaller unit has comes later.</summary>
    public static ValueList<TemporalType> All { get; } =
    [Date, SmallDateTime, DateTime300, .. Enumerable.Range(0, LongestFraction + 1).Select(CreateDateTime2)];

    /// <summary>Whether a value has no time of day.</summary>
    public bool IsDate => this == Date;

    /// <summary>Whether it is <c>datetime2</c>.</summary>
    public bool IsDateTime2 => _name.StartsWith("datetime2", StringComparison.Ordinal);

    /// <summary>How many digits a value has after the second: 0 to 7.</summary>
    public int FractionDigits { get; }

    /// <summary><c>datetime2(digits)</c>: 0001-01-01 to 9999-12-31.</summary>
    /// <param name="digits">Digits after the second, 0 to 7.</param>
    public static TemporalType DateTime2(int digits) => All[3 + digits];

    /// <summary>The value that a moment is; null where the type does not hold it, or would round it.</summary>
    public long? Find(DateTime moment)
    {
        if (moment < _origin)
        {
            return null;
        }

        // The datetime of .003 is a 300th of a second, 3.33 ms: the millisecond that it is shown with stands for it.
        var units = (long)(((Int128)(moment - _origin).Ticks * 3 + (_ticksOfThree / 2)) / _ticksOfThree);
        return Holds(units) && ToDateTime(units) == moment ? units : null;
    }

    /// <summary>The moment of a value; of datetime, with whole milliseconds.</summary>
    public DateTime ToDateTime(long units)
    {
        var ticks = (long)((Int128)units * _ticksOfThree / 3);
        return _origin.AddTicks(
            _ticksOfThree % 3 == 0
                ? ticks
                : (ticks + (TimeSpan.TicksPerMillisecond / 2))
                    / TimeSpan.TicksPerMillisecond
                    * TimeSpan.TicksPerMillisecond
        );
    }

    /// <inheritdoc/>
    public override long Usual => Find(Day(2020, 1, 1))!.Value;

    /// <inheritdoc/>
    public override SqlValue Value(long units) => SqlValue.Of(units, this);

    /// <summary>A literal in a form that no session's language changes (rule 6.21).</summary>
    public override Scalar Literal(long units)
    {
        var moment = ToDateTime(units);
        return TypedLiteral.Of(
            moment.TimeOfDay == TimeSpan.Zero ? moment.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : Show(units),
            isUnicode: false,
            this
        );
    }

    /// <inheritdoc/>
    public override string Show(long units) =>
        ToDateTime(units)
            .ToString(
                IsDate ? "yyyy-MM-dd"
                    : FractionDigits == 0 ? "yyyy-MM-ddTHH:mm:ss"
                    : "yyyy-MM-ddTHH:mm:ss." + new string('f', FractionDigits),
                CultureInfo.InvariantCulture
            );

    /// <summary>The name in T-SQL.</summary>
    public override string ToString() => _name;

    private static TemporalType CreateDateTime2(int digits) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"datetime2({digits})"),
            Day(1, 1, 1),
            DateTime.MaxValue,
            3 * (long)Math.Pow(10, LongestFraction - digits),
            digits
        );

    private static DateTime Day(int year, int month, int day) =>
        new(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
}
