using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RuleGen.Cli.Files;
using RuleGen.Model;
using Spectre.Console;

namespace RuleGen.Tests.Unit.Files;

public sealed class VisibleWriterTests
{
    [TestCase("plain text\n\tand é, 日本, 😀\n", "plain text\n\tand é, 日本, 😀\n")]
    [TestCase("\u001b[31mred", "<U+001B>[31mred")]
    [TestCase("\u009b31m", "<U+009B>31m")]
    [TestCase("a\rb\r\n", "a<U+000D>b<U+000D>\n")]
    [TestCase("\0\a\b\v\f\u007f\u0085", "<U+0000><U+0007><U+0008><U+000B><U+000C><U+007F><U+0085>")]
    [TestCase("\u202e\u2066\u200f\u061c", "<U+202E><U+2066><U+200F><U+061C>")]
    [TestCase("\u200b\ufeff\u00ad\u2028\u2029", "<U+200B><U+FEFF><U+00AD><U+2028><U+2029>")]
    [TestCase("\U000E0041", "<U+E0041>")]
    public void What_a_terminal_would_obey_or_not_show_is_written_as_its_code_point(string text, string expected)
    {
        var at = new StringWriter();
        var each = new VisibleWriter(at);
        foreach (var unit in text)
        {
            each.Write(unit);
        }

        each.Flush();

        Assert.That(at.ToString(), Is.EqualTo(expected));
        Assert.That(VisibleWriter.Show(text), Is.EqualTo(expected));
        Assert.That(each.Replaced, Is.EqualTo(Regex.Count(expected, "<U\\+")));
    }

    [Test]
    public void Half_of_a_surrogate_pair_is_written_as_its_code_point()
    {
        Assert.That(VisibleWriter.Show("\ud83d"), Is.EqualTo("<U+D83D>"));
        Assert.That(VisibleWriter.Show("\ude00\ud83dx\ud83d\ud83d\ude00"), Is.EqualTo("<U+DE00><U+D83D>x<U+D83D>😀"));
    }

    [Test]
    public void Every_way_to_write_is_the_same()
    {
        var inner = new StringWriter();
        var writer = new VisibleWriter(inner);
        writer.Write("\u001b");
        writer.Write("\u001b".ToCharArray());
        writer.Write("{0}", "\u001b");
        writer.Write((object)"\u001b");
        writer.WriteLine("\u001b");
        writer.WriteLine();
        writer.WriteLine('\u001b');
        writer.WriteLine("{0}", "\u001b");
        writer.WriteLine("\u001b".AsSpan());
        writer.WriteAsync("\u001b").Wait();
        writer.WriteLineAsync("\u001b").Wait();

        Assert.That(
            inner.ToString().Replace("<U+001B>", "E", StringComparison.Ordinal),
            Is.EqualTo("EEEEE\n\nE\nE\nE\nEE\n")
        );
    }

    [Test]
    public void A_table_shows_what_its_cells_hold()
    {
        var inner = new StringWriter();
        var table = new Table().Border(TableBorder.Ascii).AddColumn("name");
        table.AddRow(new Text("a\u001b[31mb\u202ec"));

        Terminal.OfError(new VisibleWriter(inner)).Screen.Write(table);

        Assert.That(inner.ToString(), Does.Contain("a<U+001B>[31mb<U+202E>c"));
        Assert.That(inner.ToString(), Does.Not.Contain('\u001b').And.Not.Contain('\u202e'));
    }

    [Test]
    public void Json_escapes_what_a_terminal_would_obey_and_a_program_reads_it_as_it_was()
    {
        const string Text = "a\u001b[31m\u202e\u009b\u007f\u2028\u200b\U000E0041é😀";

        var written = RuleGen.Model.Describing.Json.Write(new JsonObject { ["text"] = Text });

        Assert.That(written.EnumerateRunes().Where(MessageText.IsUnshown), Is.Empty);
        Assert.That(JsonNode.Parse(written)!["text"]!.GetValue<string>(), Is.EqualTo(Text));
        Assert.That(written, Does.Contain("é"));
    }

    [Test]
    public void Nothing_else_opens_the_standard_streams_or_writes_past_the_writer()
    {
        var files = Directory
            .EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .Select(path => (Key: Path.GetFileName(path), Value: File.ReadAllText(path)))
            .ToList();

        Assert.That(
            FilesWith(@"(?<![\w.])Console\.(?!Out\b|Error\b)"),
            Is.EqualTo(new[] { "StandardStreams.cs", "Terminal.cs" })
        );
        Assert.That(FilesWith(@"(?<![\w.])Console\.(Out|Error|Write)"), Is.Empty);
        Assert.That(FilesWith(@"AnsiConsoleOutput\("), Is.EqualTo(new[] { "Terminal.cs" }));
        Assert.That(
            FilesWith(@"VisibleWriter\.RawOf\("),
            Is.EqualTo(new[] { "Progress.cs", "StepProgress.cs", "Terminal.cs" })
        );
        Assert.That(FilesWith(@"StandardStreams\.OpenError\("), Is.EqualTo(new[] { "CommandLine.cs" }));
        Assert.That(FilesWith(@"StandardStreams\.OpenOutput\("), Is.EqualTo(new[] { "OutputFile.cs" }));

        IEnumerable<string> FilesWith(string pattern) =>
            files
                .Where(file => Regex.IsMatch(file.Value, pattern))
                .Select(file => file.Key)
                .Order(StringComparer.Ordinal);
    }
}
