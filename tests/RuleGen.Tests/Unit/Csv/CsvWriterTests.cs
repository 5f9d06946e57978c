using System.Text;
using RuleGen.Data.Csv;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Csv;

public sealed class CsvWriterTests
{
    [TestCase("", "plain", "plain")]
    [TestCase("", " a ", " a ")]
    [TestCase("", "", "\"\"")]
    [TestCase("", null, "")]
    [TestCase("\\N", "", "\"\"")]
    [TestCase("\\N", null, "\\N")]
    [TestCase("\\N", "\\N", "\"\\N\"")]
    [TestCase("", "a,b", "\"a,b\"")]
    [TestCase("", "a\"b", "\"a\"\"b\"")]
    [TestCase("", "a\nb", "\"a\nb\"")]
    [TestCase("", "a\rb", "\"a\rb\"")]
    public void Quotes_stand_only_where_they_are_needed(string nullToken, string? value, string expected) =>
        Assert.That(Write(nullToken, value is null ? SqlValue.Null : SqlValue.Of(value)), Is.EqualTo(expected + "\n"));

    [Test]
    public void Numbers_are_written_as_they_are() =>
        Assert.That(Write("", SqlValue.Of(-5), SqlValue.Of(0)), Is.EqualTo("-5,0\n"));

    [TestCase("")]
    [TestCase("\\N")]
    [TestCase("NULL")]
    public void What_is_written_is_read_back(string nullToken)
    {
        string?[] parts = [null, "", nullToken, "a", ",", "\"", "\n", "\r\n", " ", "é"];
        ValueList<Column> columns =
        [
            new Column("A", CharacterType.VarChar(null, Collation.Latin1GeneralCiAs), isNullable: true),
            new Column("B", CharacterType.VarChar(null, Collation.Latin1GeneralCiAs), isNullable: true),
        ];
        var rows = parts
            .SelectMany(left => parts.Select(right => (left, right)))
            .SelectMany(pair => new[] { (pair.left, pair.right), (pair.left + pair.right, pair.left) })
            .ToList();

        var text = "A,B\n" + string.Concat(rows.Select(row => Write(nullToken, Value(row.Item1), Value(row.Item2))));
        using var reader = new CsvRowReader(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            "t.csv",
            columns,
            new CsvReadOptions { NullTokens = [nullToken] }
        );
        var readBack = new List<(string?, string?)>();
        while (reader.Read())
        {
            readBack.Add((reader.Values[0].Text, reader.Values[1].Text));
        }

        Assert.That(readBack, Is.EqualTo(rows));

        static SqlValue Value(string? value) => value is null ? SqlValue.Null : SqlValue.Of(value);
    }

    private static string Write(string nullToken, params SqlValue[] values)
    {
        var text = new StringWriter();
        var writer = new CsvWriter(text, nullToken);
        foreach (var value in values)
        {
            writer.Write(value);
        }

        writer.EndRecord();
        return text.ToString();
    }
}
