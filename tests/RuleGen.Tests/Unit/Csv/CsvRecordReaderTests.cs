using System.Text;
using RuleGen.Data.Csv;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Csv;

public sealed class CsvRecordReaderTests
{
    [TestCase("a,b\n", "a|b")]
    [TestCase("a,b", "a|b")]
    [TestCase("a,b\r\nc,d\r\n", "a|b/c|d")]
    [TestCase(",\n", "|")]
    [TestCase("a,", "a|")]
    [TestCase("\n", "")]
    [TestCase("\"a\",\"\"\n", "q:a|q:")]
    [TestCase("\"a,b\",\"c\"\"d\"", "q:a,b|q:c\"d")]
    [TestCase("\"a\nb\",c", "q:a\nb|c")]
    [TestCase("\"a\rb\"", "q:a\rb")]
    [TestCase(" a , b ", " a | b ")]
    [TestCase("", null)]
    public void Records_have_their_fields(string text, string? expected) =>
        Assert.That(ReadAll(text), Is.EqualTo(expected));

    [TestCase("a,b\"c\n", 1, 4, "A quote stands inside a field")]
    [TestCase("a\nb,\"c\"d\n", 2, 6, "Text stands after a closing quote")]
    [TestCase("a\n\"b\n\nc", 2, 1, "A quote is not closed")]
    [TestCase("a\rb", 1, 3, "A carriage return stands alone")]
    public void What_is_malformed_is_refused_at_its_place(string text, int line, int column, string message)
    {
        var problem = Refused.Problem(() => _ = ReadAll(text));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.MalformedCsv));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(line, column)));
        Assert.That(problem.Message, Does.StartWith($"Line {line}: {message}"));
    }

    [Test]
    public void A_quote_that_swallows_the_file_is_refused_in_bounded_memory()
    {
        var text = "a\n\"" + new string('x', CsvRecordReader.LongestRecord + 1);

        Assert.That(Refused.Problem(() => _ = ReadAll(text)).Position, Is.EqualTo(new TextPosition(2, 1)));
    }

    [Test]
    public void Records_know_the_lines_on_which_they_start()
    {
        var reader = Open("a\n\"b\n\"\nc\n");
        var lines = new List<int>();
        while (reader.Read())
        {
            lines.Add(reader.Position.Line);
        }

        Assert.That(lines, Is.EqualTo(new[] { 1, 2, 4 }));
    }

    [TestCase("")]
    [TestCase("\r")]
    public void Records_are_whole_wherever_what_is_read_at_once_ends(string beforeLineFeed)
    {
        var records = Enumerable
            .Range(0, 300)
            .Select(i =>
                $"{i},{new string('x', i)},\"{new string('y', i % 7)}\"\"{new string('z', i % 11)}\n,\"{beforeLineFeed}"
            )
            .ToList();
        var text = string.Join('\n', records) + "\n";
        foreach (var size in (int[])[1, 2, 3, 7, 1000])
        {
            var reader = new CsvRecordReader(new SlowReader(text, size));
            for (var i = 0; i < records.Count; i++)
            {
                Assert.That(reader.Read(), Is.True);
                Assert.That(reader[0].ToString(), Is.EqualTo($"{i}"));
                Assert.That(reader[1].Length, Is.EqualTo(i));
                Assert.That(
                    reader[2].ToString(),
                    Is.EqualTo($"{new string('y', i % 7)}\"{new string('z', i % 11)}\n,")
                );
                Assert.That(reader.Position, Is.EqualTo(new TextPosition((2 * i) + 1, 1)));
                Assert.That(reader.PositionOf(2).Column, Is.EqualTo($"{i},{new string('x', i)},".Length + 1));
            }

            Assert.That(reader.Read(), Is.False);
            Assert.That(reader.Read(), Is.False);
        }
    }

    /// <summary>Gives so many characters at a time at most.</summary>
    private sealed class SlowReader(string text, int size) : TextReader
    {
        private int _next;

        public override int Read(Span<char> buffer)
        {
            var count = Math.Min(Math.Min(size, buffer.Length), text.Length - _next);
            text.AsSpan(_next, count).CopyTo(buffer);
            _next += count;
            return count;
        }
    }

    private static CsvRecordReader Open(string text) =>
        new(new Utf8Reader(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    private static string? ReadAll(string text)
    {
        var reader = Open(text);
        var records = new List<string>();
        while (reader.Read())
        {
            records.Add(
                string.Join(
                    '|',
                    Enumerable
                        .Range(0, reader.Count)
                        .Select(i => (reader.IsQuoted(i) ? "q:" : "") + reader[i].ToString())
                )
            );
        }

        return records.Count == 0 ? null : string.Join('/', records);
    }
}
