using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>Dates, times and decimals in a text (rules 6.20 to 6.23).</summary>
public sealed class DateTests
{
    private static readonly Source Source = new(
        new TableName("dbo", "S"),
        alias: "S",
        key: ["Id"],
        carried: [],
        columns:
        [
            new Column("Id", IntegerType.Int, isNullable: false),
            new Column("D", TemporalType.Date, isNullable: true),
            new Column("M", TemporalType.DateTime300, isNullable: true),
            new Column("P", DecimalType.Of(5, 2), isNullable: true),
        ]
    );

    [TestCase("D >= '20190401' AND D < N'20200401'")]
    [TestCase("'2019-04-01' <= D OR D IS NULL")]
    [TestCase("M BETWEEN '20190401' AND '2020-03-31T23:59:59.997'")]
    [TestCase("M NOT IN ('20190401', ('20190402 08:30'))")]
    [TestCase("ISNULL(D, '19000101') <> '19000101'")]
    [TestCase("COALESCE(M, '19000101') != '19000101'")]
    [TestCase("P > 12.5 AND P <= 100")]
    [TestCase("P BETWEEN -1.05 AND .5")]
    [TestCase("P IN (0, -1, 2.00)")]
    public void A_condition_is_read_as_it_stands(string condition)
    {
        var coding = Read($"WHERE {condition}").Coding;

        Assert.That(
            string.Join(
                ' ',
                TSql.FragmentWriter.WriteWhere(coding).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            ),
            Is.EqualTo($"WHERE {condition}")
        );
    }

    [TestCase("D = CAST('2019-04-01' AS date)", "D = '20190401'", "The conversion to date is read as '2019-04-01'")]
    [TestCase("M >= CAST('2019-04-01' AS date)", "M >= '20190401'", "The conversion to date is read as '2019-04-01'")]
    [TestCase(
        "M >= CONVERT(datetime, '20190401 08:30')",
        "M >= '2019-04-01T08:30:00.000'",
        "The conversion to datetime"
    )]
    [TestCase("D < @d", "D < '20200401'", "@d is read as '2020-04-01'")]
    [TestCase("P < @p", "P < 3", "@p is read as 3")]
    public void A_constant_is_read_as_a_literal(string condition, string expected, string note)
    {
        var read = Read($"DECLARE @d date = '2020-04-01', @p int = 3; SELECT Id FROM S WHERE {condition}");

        Assert.That(TSql.FragmentWriter.WriteWhere(read.Coding).Trim(), Is.EqualTo($"WHERE {expected}"));
        Assert.That(read.Notes.Select(each => each.Message), Has.Some.StartsWith(note));
    }

    [TestCase("M >= '2019-04-01'", "RG0001", "session's language")]
    [TestCase("D >= '01/04/2019'", "RG0001", "no date of the form yyyymmdd")]
    [TestCase("D >= 20190401", "RG0001", "with the number 20190401")]
    [TestCase("D LIKE '2019%'", "RG0001", "takes character data")]
    [TestCase("D >= '20190401 08:30'", "RG0005", "would round it, or fail")]
    [TestCase("P = 1.005", "RG0005", "no value of decimal(5, 2)")]
    [TestCase("P = '1'", "RG0001", "Write the number without quotes")]
    [TestCase("Id > 1.5", "RG0001", "Compare it with a whole number: > 17.5 is >= 18, and < 17.5 is <= 17")]
    [TestCase("P > 1234567890.1234567890", "RG0005", "has 20 digits")]
    [TestCase("D >= @unsure", "RG0106", "@unsure")]
    public void What_is_not_certain_is_refused(string condition, string code, string message)
    {
        var problems = Refused.Problems(() =>
            Read($"DECLARE @unsure datetime = '2019-04-01'; SELECT Id FROM S WHERE {condition}")
        );

        Assert.That(problems[0].Code.Id, Is.EqualTo(code));
        Assert.That(problems[0].ToString(), Does.Contain(message));
    }

    private static ReadResult Read(string text) => CodingReader.Read(text, Source);
}
