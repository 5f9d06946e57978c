using System.Text;
using RuleGen.Data.Csv;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Csv;

public sealed class CsvRowReaderTests
{
    private static readonly ValueList<Column> Columns =
    [
        new Column("Id", IntegerType.BigInt, isNullable: false),
        new Column("Age", IntegerType.TinyInt, isNullable: true),
        new Column("Code", CharacterType.VarChar(4, Collation.Latin1GeneralCiAs), isNullable: true),
        new Column("Kind", CharacterType.Char(3, Collation.Latin1GeneralCiAs), isNullable: true),
    ];

    [TestCase("", "1,,,", "1, NULL, NULL, NULL")]
    [TestCase("", "1,2,\"\",\"\"", "1, 2, '', '   '")]
    [TestCase("", "1,2,\\N,NA", "1, 2, '\\N', 'NA '")]
    [TestCase("\\N", "1,\\N,\\N,\\N", "1, NULL, NULL, NULL")]
    [TestCase("\\N", "1,2,,\"\"", "1, 2, '', '   '")]
    [TestCase("\\N", "1,2,\"\\N\",a", "1, 2, '\\N', 'a  '")]
    [TestCase("", "-9223372036854775808,+255,é,a b", "-9223372036854775808, 255, 'é', 'a b'")]
    public void Null_and_the_empty_string_are_never_confused(string nullToken, string row, string expected) =>
        Assert.That(ReadAll("Id,Age,Code,Kind\n" + row, nullToken), Is.EqualTo(new[] { expected }));

    [Test]
    public void Columns_are_found_by_name_whatever_their_order_and_letter_case() =>
        Assert.That(
            ReadAll("kind,other,CODE, age ,ID\nx,\"unread, here\",y,2,1\n"),
            Is.EqualTo(new[] { "1, 2, 'y', 'x  '" })
        );

    [Test]
    public void A_file_with_a_header_alone_has_no_rows() => Assert.That(ReadAll("Id,Age,Code,Kind"), Is.Empty);

    [TestCase("x", "which is no whole number. Give digits only")]
    [TestCase("45.0", "holds '45.0', which is no whole number")]
    [TestCase(" 5", "which is no whole number")]
    [TestCase("-", "which is no whole number")]
    [TestCase("256", "holds '256', which does not fit tinyint. Give a number from 0 to 255")]
    [TestCase("-1", "which does not fit tinyint")]
    [TestCase("99999999999999999999999999999999999999", "which does not fit tinyint")]
    [TestCase("\"\"", "Write NULL without quotes; a quoted field is never NULL")]
    [TestCase("NULL", "if the file writes NULL so, say --null 'NULL'")]
    [TestCase("\\N", "if the file writes NULL so, say --null '\\N'")]
    public void A_number_that_is_none_is_refused_at_its_place(string field, string message)
    {
        var problem = Refused.Problem(() => _ = ReadAll($"Id,Age,Code,Kind\n1,2,a,b\n3,{field},a,b\n"));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.CsvInvalidValue));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(3, 3)));
        Assert.That(problem.ToString(), Does.StartWith("t.csv:3:3: RG0303: Column 'Age' ").And.Contain(message));
    }

    [TestCase("date", "2019-04-01", "'2019-04-01'")]
    [TestCase("date", "20190401", "'2019-04-01'")]
    [TestCase("date", "2019-04-01 00:00:00.000", "'2019-04-01'")]
    [TestCase("datetime", "2019-04-01 08:30:00.997", "'2019-04-01T08:30:00.997'")]
    [TestCase("smalldatetime", "2019-04-01T08:30", "'2019-04-01T08:30:00'")]
    [TestCase("datetime2(7)", "2019-04-01 08:30:00.1234567", "'2019-04-01T08:30:00.1234567'")]
    [TestCase("decimal(5,2)", "-12.5", "-12.50")]
    public void Dates_and_decimals_are_read(string type, string field, string expected) =>
        Assert.That(ReadTyped(type, field), Is.EqualTo(new[] { expected }));

    [TestCase("date", "01/04/2019", "holds '01/04/2019', which is no date. Write it as 2019-04-30")]
    [TestCase("date", "\"\"", "which is no date. Write NULL without quotes")]
    [TestCase("date", "2019-04-01 08:30", "which date does not hold, or would round. Give a value from 0001-01-01")]
    [TestCase("datetime", "2019-04-01 08:30:00.001", "which datetime does not hold, or would round")]
    [TestCase("datetime", "NULL", "if the file writes NULL so, say --null 'NULL'")]
    [TestCase(
        "decimal(5,2)",
        "1.005",
        "which decimal(5, 2) does not hold, or would round. Give a number from -999.99 to 999.99"
    )]
    [TestCase("decimal(5,2)", "1e3", "which is no decimal number. Give digits")]
    public void A_date_or_a_decimal_that_is_none_is_refused(string type, string field, string message) =>
        Assert.That(Refused.Problem(() => _ = ReadTyped(type, field)).ToString(), Does.Contain(message));

    [Test]
    public void An_empty_number_is_no_null_where_null_is_written_otherwise() =>
        Assert.That(
            Refused.Problem(() => _ = ReadAll("Id,Age,Code,Kind\n1,,a,b", "\\N")).Remedy,
            Is.EqualTo("Write NULL as '\\N', or give a number")
        );

    [TestCase("1,2,12345,x", "Column 'Code' holds '12345', which has 5 characters and does not fit varchar(4)")]
    [TestCase("1,2,1234,wxyz", "Column 'Kind' holds 'wxyz', which has 4 characters and does not fit char(3)")]
    [TestCase(",2,1234,x", "Column 'Id' is NULL, and must not be")]
    public void A_value_that_does_not_fit_its_column_is_refused(string row, string message) =>
        Assert.That(Refused.Problem(() => _ = ReadAll("Id,Age,Code,Kind\n" + row)).Message, Is.EqualTo(message));

    [Test]
    public void A_long_value_is_quoted_in_part() =>
        Assert.That(
            Refused.Problem(() => _ = ReadAll($"Id,Age,Code,Kind\n1,{new string('x', 50)},,")).Message,
            Does.Contain($"'{new string('x', 40)}…'")
        );

    [Test]
    public void Invalid_values_are_reported_together_and_no_row_after_the_first_is_given()
    {
        using var reader = Open("Id,Age,Code,Kind\n1,2,a,b\nx,y,a,b\n2,2,a,b\n3,z,12345,b\n");

        Assert.That(reader.Read(), Is.True);
        Assert.That(
            Refused.Problems(() => reader.Read()).Select(problem => problem.Position),
            Is.EqualTo(new TextPosition?[] { new(3, 1), new(3, 3), new(5, 3), new(5, 5) })
        );
    }

    [Test]
    public void After_twenty_invalid_values_the_rest_is_not_looked_at()
    {
        var text = "Id,Age,Code,Kind\n" + string.Concat(Enumerable.Repeat("1,x,a,b\n", 100));

        Assert.That(Refused.Problems(() => _ = ReadAll(text)), Has.Count.EqualTo(CsvRowReader.MostProblems));
    }

    [Test]
    public void A_malformed_line_after_an_invalid_value_is_reported_with_it() =>
        Assert.That(
            Refused.Problems(() => _ = ReadAll("Id,Age,Code,Kind\n1,x,a,b\n1,2\n")).Select(problem => problem.Code.Id),
            Is.EqualTo(new[] { "RG0303", "RG0301" })
        );

    [TestCase("1,2,a\n", "Line 2: The record has 3 fields, and the header 4")]
    [TestCase("1,2,a,b,c\n", "Line 2: The record has 5 fields, and the header 4")]
    [TestCase("\n1,2,a,b\n", "Line 2: The line is empty")]
    [TestCase("1,2,a,b\n\n\r\n1,2,a,b\n", "Line 3: The line is empty")]
    public void A_record_of_another_width_is_refused(string row, string message) =>
        Assert.That(Refused.Problem(() => _ = ReadAll("Id,Age,Code,Kind\n" + row)).Message, Is.EqualTo(message));

    [Test]
    public void Every_missing_column_is_named_with_the_nearest_name_in_the_header() =>
        Assert.That(
            Refused.Problems(() => _ = ReadAll("Id,Agee,Surname,Knid\n")).Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "t.csv:1:1: RG0302: Column 'Age' is missing from the header. Did you mean 'Agee'? Call it 'Age' in the header.",
                    "t.csv:1:1: RG0302: Column 'Code' is missing from the header. Add it to the file, or call its column so: the header also has 'Agee', 'Surname', 'Knid'.",
                    "t.csv:1:1: RG0302: Column 'Kind' is missing from the header. Did you mean 'Knid'? Call it 'Kind' in the header.",
                }
            )
        );

    [TestCase("Id;Age;Code;Kind\n", "';'")]
    [TestCase("Id\tAge\tCode\tKind\n", "tabs")]
    [TestCase("Id|Age|Code|Kind\n", "'|'")]
    public void Another_separator_is_one_mistake(string text, string separator) =>
        Assert.That(
            Refused.Problem(() => _ = ReadAll(text)).ToString(),
            Does.StartWith(
                $"t.csv:1:3: RG0301: Line 1: The fields are separated by {separator}, and a CSV file's by commas"
            )
        );

    [TestCase("1,2,a,b\n\n")]
    [TestCase("1,2,a,b\n\r\n\n\r\n")]
    [TestCase("1,2,a,b\r\n\r\n")]
    public void Empty_lines_at_the_end_are_no_rows(string rows) =>
        Assert.That(ReadAll("Id,Age,Code,Kind\n" + rows), Has.Count.EqualTo(1));

    [Test]
    public void A_column_that_is_in_the_header_twice_is_refused() =>
        Assert.That(
            Refused.Problem(() => _ = ReadAll("Id,Age,Code,Kind,AGE\n")).ToString(),
            Does.StartWith("t.csv:1:18: RG0301: Column 'Age' is in the header twice")
        );

    [Test]
    public void An_unread_column_may_be_in_the_header_twice() =>
        Assert.That(ReadAll("Id,Age,Code,Kind,x,x\n1,,,,,\n"), Has.Count.EqualTo(1));

    [TestCase("")]
    [TestCase("\n")]
    public void A_file_without_a_header_is_refused(string text) =>
        Assert.That(Refused.Problem(() => _ = ReadAll(text)).Message, Is.EqualTo("Line 1: The header is missing"));

    [Test]
    public void A_value_in_another_encoding_is_refused_where_it_stands()
    {
        byte[] bytes = [.. "Id,Age,Code,Kind\n1,2,a"u8, 0xE9, .. ",b\n"u8];

        var problem = Refused.Problem(() => _ = ReadAll(bytes, ""));

        Assert.That(
            problem.ToString(),
            Does.StartWith("t.csv:2:6: RG0304: Line 2 is not UTF-8: byte 0xE9 at offset 22")
        );
    }

    [TestCase("PrimProc")]
    [TestCase("MAIN")]
    public void A_renamed_column_has_the_name_that_the_table_or_the_source_has(string name) =>
        Assert.That(ReadRenamed($"{name}\nW82\n"), Is.EqualTo(new[] { "'W82'" }));

    [TestCase("Main,PrimProc\nW82,W83\n", "twice. Remove one: 'PrimProc' is 'Main' in the schema file")]
    [TestCase("Code,Age\nW82,1\n", "Column 'PrimProc' is missing from the header")]
    public void A_renamed_column_is_in_a_file_once(string text, string message) =>
        Assert.That(Refused.Problem(() => _ = ReadRenamed(text)).ToString(), Does.Contain(message));

    private static List<string> ReadRenamed(string text) =>
        ReadAll(
            Encoding.UTF8.GetBytes(text),
            "",
            [
                new Column("Main", CharacterType.VarChar(4, Collation.Latin1GeneralCiAs), isNullable: true)
                {
                    StoredName = "PrimProc",
                },
            ]
        );

    private static CsvRowReader Open(string text) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.csv", Columns);

    private static List<string> ReadAll(string text, string nullToken = "") =>
        ReadAll(Encoding.UTF8.GetBytes(text), nullToken);

    private static List<string> ReadTyped(string type, string field) =>
        ReadAll(
            Encoding.UTF8.GetBytes($"X\n{field}\n"),
            "",
            [new Column("X", SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs), isNullable: true)]
        );

    private static List<string> ReadAll(byte[] bytes, string nullToken, ValueList<Column>? columns = null)
    {
        using var reader = new CsvRowReader(
            new MemoryStream(bytes),
            "t.csv",
            columns ?? Columns,
            new CsvReadOptions { NullTokens = [nullToken] }
        );
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(", ", reader.Values.ToArray()));
        }

        return rows;
    }
}
