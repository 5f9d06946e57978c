using RuleGen.Model;

namespace RuleGen.Tests.Unit.Model;

/// <summary>Literals of dates and decimals (rules 6.20 to 6.23).</summary>
public sealed class TypedLiteralTests
{
    private static readonly string[] Days =
    [
        "20190401",
        "20190401 00:00",
        "20190401 00:00:00.000",
        "2019-04-01T00:00:00",
    ];

    private static IEnumerable<TestCaseData> EveryDay =>
        TemporalType.All.SelectMany(type => Days.Select(text => new TestCaseData(type, text)));

    [TestCaseSource(nameof(EveryDay))]
    public void A_day_is_the_same_in_every_type_and_form(TemporalType type, string text)
    {
        var literal = TypedLiteral.Of(text, isUnicode: false, type);

        Assert.That(type.ToDateTime(literal.Units), Is.EqualTo(new DateTime(2019, 4, 1)));
        Assert.That(
            TypedLiteral.Of(((TypedLiteral)type.Literal(literal.Units)).Text, false, type).Units,
            Is.EqualTo(literal.Units)
        );
    }

    [Test]
    public void The_ends_of_every_type_are_literals_of_it()
    {
        foreach (var type in TemporalType.All)
        {
            foreach (var end in new[] { type.Minimum, type.Maximum })
            {
                Assert.That(((TypedLiteral)type.Literal(end)).Units, Is.EqualTo(end), $"{type}");
                Assert.That(type.Find(TemporalText.Parse(type.Show(end))!.Value), Is.EqualTo(end), $"{type}");
            }
        }

        Assert.That(
            TemporalType.All.Select(type => $"{type} {type.Show(type.Minimum)} {type.Show(type.Maximum)}").Take(5),
            Is.EqualTo(
                new[]
                {
                    "date 0001-01-01 9999-12-31",
                    "smalldatetime 1900-01-01T00:00:00 2079-06-06T23:59:00",
                    "datetime 1753-01-01T00:00:00.000 9999-12-31T23:59:59.997",
                    "datetime2(0) 0001-01-01T00:00:00 9999-12-31T23:59:59",
                    "datetime2(1) 0001-01-01T00:00:00.0 9999-12-31T23:59:59.9",
                }
            )
        );
    }

    [TestCase("datetime", "2019-04-01")]
    [TestCase("smalldatetime", "2019-04-01 08:30")]
    [TestCase("datetime", "2019-04-01 08:30:00")]
    [TestCase("datetime", "2019-04-01T08:30")]
    [TestCase("datetime", "20190401T08:30:00")]
    [TestCase("date", "20190401T08:30:00")]
    [TestCase("datetime", "20190401 08:30:00.0030000")]
    public void What_hangs_on_the_language_is_refused(string type, string text)
    {
        var problem = Refused.Problem(() => _ = Literal(type, text));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.IllTyped));
        Assert.That(problem.Message, Does.Contain("session's language (rule 6.21)"));
        Assert.That(problem.Remedy, Does.StartWith("Write it as '20190401'"));
    }

    [TestCase("01/04/2019")]
    [TestCase("1 April 2019")]
    [TestCase("2019-0401")]
    [TestCase("2019")]
    [TestCase("")]
    public void What_is_no_date_is_refused(string text)
    {
        foreach (var type in TemporalType.All)
        {
            var problem = Refused.Problem(() => _ = TypedLiteral.Of(text, isUnicode: false, type));
            Assert.That(
                (problem.Code, problem.Message.Contains("is no date", StringComparison.Ordinal)),
                Is.EqualTo((ErrorCodes.IllTyped, true))
            );
        }
    }

    [TestCase("date", "20190401 00:01")]
    [TestCase("smalldatetime", "20190401 08:30:01")]
    [TestCase("smalldatetime", "18991231")]
    [TestCase("smalldatetime", "20790607")]
    [TestCase("datetime", "20190401 08:30:00.001")]
    [TestCase("datetime", "17521231")]
    [TestCase("datetime2(2)", "20190401 08:30:00.001")]
    [TestCase("datetime2(0)", "20190401 08:30:00.5")]
    public void What_the_type_would_round_is_refused(string type, string text) =>
        Assert.That(Refused.Problem(() => _ = Literal(type, text)).Code, Is.EqualTo(ErrorCodes.OutOfRange));

    [Test]
    public void A_text_beside_a_date_is_a_date_and_beside_a_text_a_text()
    {
        var date = ColumnReference.Of(new Column("D", TemporalType.Date, isNullable: true));
        var moment = ColumnReference.Of(new Column("M", TemporalType.DateTime300, isNullable: true));
        var literal = StringLiteral.Of("20190401", isUnicode: true) with { Parentheses = 1 };

        var comparison = Comparison.Of(literal, ComparisonOperator.LessThan, date);

        Assert.That(comparison.Literal, Is.EqualTo(TypedLiteral.Of("20190401", true, TemporalType.Date)));
        Assert.That(comparison.Literal.Parentheses, Is.EqualTo(1));
        Assert.That(
            Comparison.Of(moment, ComparisonOperator.Equal, comparison.Literal).Literal.Type,
            Is.EqualTo(TemporalType.DateTime300)
        );
    }

    [TestCase("20190431")]
    [TestCase("20190230")]
    [TestCase("20191301")]
    [TestCase("2019-02-29")]
    [TestCase("20190401 24:00")]
    [TestCase("20190401 25:00")]
    public void A_day_or_time_that_is_in_no_calendar_is_named_as_such(string text) =>
        Assert.That(
            Refused.Problem(() => _ = Literal("date", text)).Message,
            Is.EqualTo($"'{text}' meets date, and there is no such day or time: SQL Server would fail on it")
        );

    [Test]
    public void A_datetime_of_three_milliseconds_is_no_other_types()
    {
        var literal = TypedLiteral.Of("2019-04-01T08:30:00.003", false, TemporalType.DateTime2(3));
        var moment = ColumnReference.Of(new Column("M", TemporalType.DateTime300, isNullable: true));

        Assert.That(
            Refused.Problem(() => _ = Comparison.Of(moment, ComparisonOperator.Equal, literal)).Message,
            Does.Contain("rule 6.22")
        );
    }

    [TestCase(5, 2, "12.5", "12.50")]
    [TestCase(5, 2, "12", "12.00")]
    [TestCase(5, 2, "-999.99", "-999.99")]
    [TestCase(5, 2, "0012.500", "12.50")]
    [TestCase(5, 2, ".5", "0.50")]
    [TestCase(5, 5, "-.00001", "-0.00001")]
    [TestCase(18, 0, "999999999999999999", "999999999999999999")]
    public void A_decimal_is_exact(int precision, int scale, string text, string shown)
    {
        var literal = TypedLiteral.Of(text, DecimalType.Of(precision, scale));

        Assert.That(literal.Value.ToString(), Is.EqualTo(shown));
    }

    [TestCase(5, 2, "12.505")]
    [TestCase(5, 2, "1000")]
    [TestCase(18, 18, "1")]
    public void A_decimal_that_does_not_fit_is_refused(int precision, int scale, string text) =>
        Assert.That(
            Refused.Problem(() => _ = TypedLiteral.Of(text, DecimalType.Of(precision, scale))).Code,
            Is.EqualTo(ErrorCodes.OutOfRange)
        );

    [TestCase("date", "1", "Write a date in quotes, as 'yyyymmdd'")]
    [TestCase("decimal(5, 2)", "'1'", "Write the number without quotes")]
    [TestCase("int", "1.5", "Compare it with a whole number: > 17.5 is >= 18, and < 17.5 is <= 17")]
    [TestCase("varchar(4)", "1.5", "Put the number in quotes")]
    [TestCase("varchar(4)", "1", "Put the number in quotes; --lenient reads it for values that are digits alone")]
    [TestCase("time(0)", "'08:30'", "Use a character column, a number, or a date")]
    public void Kinds_that_do_not_meet_are_refused(string type, string literal, string remedy)
    {
        var column = ColumnReference.Of(
            new Column("X", SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs), isNullable: true)
        );
        Scalar other =
            literal[0] == '\'' ? StringLiteral.Of(literal.Trim('\''))
            : literal.Contains('.', StringComparison.Ordinal) ? TypedLiteral.Of(literal, DecimalType.Of(2, 1))
            : IntegerLiteral.Of(1);

        Assert.That(
            Refused.Problem(() => _ = Comparison.Of(column, ComparisonOperator.Equal, other)).Remedy,
            Is.EqualTo(remedy)
        );
    }

    private static TypedLiteral Literal(string type, string text) =>
        TypedLiteral.Of(text, isUnicode: false, (TemporalType)SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs));
}
