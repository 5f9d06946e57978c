using RuleGen.Model.Authoring;
using static RuleGen.Model.ComparisonOperator;
using static RuleGen.Model.Truth;
using static RuleGen.Tests.Spec.SpecTypes;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Dates, times and decimals (rules 6.20 to 6.23).</summary>
internal static class OrderedCases
{
    public static SpecTable Dates =>
        new()
        {
            {
                "6.20",
                "a date has no time",
                Default,
                c => c.D.EqualTo("20190401"),
                (new(D: "2019-04-01"), True),
                (new(D: "2019-04-02"), False),
                (null, Unknown)
            },
            { "6.20", "inequality with NULL is unknown", Default, c => c.D.NotEqualTo("20190401"), (null, Unknown) },
            {
                "6.20",
                "the first and the last day",
                Default,
                c => c.D.Between("00010101", "99991231"),
                (new(D: "0001-01-01"), True),
                (new(D: "9999-12-31"), True)
            },
            {
                "6.20",
                "a leap day is between its neighbours",
                Default,
                c => c.D > "20200228",
                (new(D: "2020-02-29"), True),
                (new(D: "2020-02-28"), False),
                (new(D: "2020-03-01"), True)
            },
            {
                "6.20",
                "midnight is the whole literal",
                Default,
                c => c.M <= "20190401",
                (new(M: "2019-04-01"), True),
                (new(M: "2019-04-01T00:00:00.003"), False),
                (new(M: "2019-03-31T23:59:59.997"), True)
            },
            {
                "6.20",
                "a 300th of a second",
                Default,
                c => c.M.In("2019-04-01T10:00:00.003", "2019-04-01T10:00:00.997"),
                (new(M: "2019-04-01T10:00:00.003"), True),
                (new(M: "2019-04-01T10:00:00.007"), False),
                (new(M: "2019-04-01T10:00:00.997"), True)
            },
            {
                "6.20",
                "smalldatetime has minutes",
                Default,
                c => c.S.NotIn("2019-04-01T10:01:00", "20190402"),
                (new(S: "2019-04-01T10:01:00"), False),
                (new(S: "2019-04-01T10:00:00"), True),
                (new(S: "2019-04-02"), False),
                (null, Unknown)
            },
            {
                "6.20",
                "datetime2 has as many digits as it says",
                Default,
                c => c.T.Is(GreaterThan, "2019-04-01 10:00:00.001"),
                (new(T: "2019-04-01T10:00:00.001"), False),
                (new(T: "2019-04-01T10:00:00.002"), True),
                (new(T: "1066-10-14"), False)
            },
            {
                "6.20",
                "datetime2 before 1753",
                Default,
                c => c.T < "17530101",
                (new(T: "1752-12-31T23:59:59.999"), True),
                (new(T: "1753-01-01"), False)
            },
            {
                "6.21",
                "with and without hyphens it is one day",
                Default,
                c => c.D.EqualTo("2019-04-01") & c.T.EqualTo("2019-04-01") & c.M.EqualTo("2019-04-01T00:00:00"),
                (new(D: "2019-04-01", M: "2019-04-01", T: "2019-04-01"), True),
                (new(D: "2019-01-04", M: "2019-04-01", T: "2019-04-01"), False)
            },
            {
                "6.21",
                "a time after a blank, without seconds",
                Default,
                c => c.M >= "20190401 10:30",
                (new(M: "2019-04-01T10:30:00"), True),
                (new(M: "2019-04-01T10:29:59.997"), False)
            },
            {
                "6.21",
                "N changes nothing",
                Default,
                c => c.D.EqualTo(DateOperand.Unicode("20190401")),
                (new(D: "2019-04-01"), True)
            },
            {
                "4.1",
                "ISNULL over a date",
                Default,
                c => Sql.IsNull(c.D, "19000101") < "20000101",
                (null, True),
                (new(D: "1999-12-31"), True),
                (new(D: "2000-01-01"), False)
            },
            {
                "4.3",
                "COALESCE over dates",
                Default,
                c => Sql.Coalesce(c.M, "19000101").EqualTo("19000101"),
                (null, True),
                (new(M: "1900-01-01"), True),
                (new(M: "1900-01-01T00:00:00.003"), False)
            },
            { "5.4", "IS NULL of a date", Default, c => c.D.IsNull(), (null, True), (new(D: "2019-04-01"), False) },
            {
                "5.7",
                "ends in the wrong order hold nothing",
                Default,
                c => c.D.Between("20190402", "20190401"),
                (new(D: "2019-04-01"), False),
                (null, Unknown)
            },
        };

    public static SpecTable Decimals =>
        new()
        {
            {
                "6.23",
                "digits behind the point count",
                Default,
                c => c.P > 12.5m,
                (new(P: 12.50m), False),
                (new(P: 12.51m), True),
                (new(P: 9.99m), False),
                (null, Unknown)
            },
            {
                "6.23",
                "a whole number meets it",
                Default,
                c => c.P.EqualTo(12),
                (new(P: 12.00m), True),
                (new(P: 12.01m), False)
            },
            {
                "6.23",
                "below 0",
                Default,
                c => c.P.Between(-1.05m, -0.01m),
                (new(P: -1.05m), True),
                (new(P: -1.06m), False),
                (new(P: 0m), False),
                (new(P: -0.01m), True)
            },
            {
                "6.23",
                "the greatest and the least",
                Default,
                c => c.P.In(999.99m, -999.99m),
                (new(P: 999.99m), True),
                (new(P: -999.99m), True),
                (new(P: 999.98m), False)
            },
            {
                "4.1",
                "ISNULL over a decimal",
                Default,
                c => Sql.IsNull(c.P, 0.5m) <= 0.5m,
                (null, True),
                (new(P: 0.51m), False)
            },
        };
}
