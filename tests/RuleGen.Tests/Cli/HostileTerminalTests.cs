using System.Globalization;
using System.Text;

namespace RuleGen.Tests.Cli;

/// <summary>Whatever a text, file or argument holds: no terminal obeys it, and each line is the program's own.</summary>
public sealed class HostileTerminalTests
{
    private const string Id = "2Y_back_pain_fusion";

    // An escape sequence in two ways, a bell, a return, two turns of direction, two that nobody sees, an end of a line.
    private const string Hostile = "\u001b[31m\u009b2J\a\r\u202e\u2066\u200b\u007f\ufeffx\u2028y";

    private const string InFile = "{0}";

    private static readonly string Header = Repository.CsvHeader;

    private TemporaryFolder _folder = null!;

    private static IEnumerable<TestCaseData> Texts()
    {
        var texts = new (string Name, string Text)[]
        {
            ("a label", $"WHEN Admission_Method = '11' THEN '{Hostile}'"),
            ("a literal", $"WHERE Admission_Method = '{Hostile}'"),
            ("a pattern", $"WHERE Any_Spell_Diagnosis NOT LIKE '%{Hostile}%'"),
            ("a comment", $"-- {Hostile}\nWHERE Admission_Method = '11' /* {Hostile} */"),
            ("a column", $"WHERE [{Hostile}] = '11'"),
            ("a column in quotes", $"WHERE \"{Hostile}\" = '11'"),
            ("a qualifier", $"WHERE [{Hostile}].Admission_Method = '11'"),
            ("a table", $"SELECT Admission_Method FROM dbo.[{Hostile}] WHERE Admission_Method = '11'"),
            ("an alias", $"SELECT CASE WHEN Admission_Method = '11' THEN 'a' END AS [{Hostile}] FROM dbo.APCS"),
            ("no grammar", $"WHERE Admission_Method = = {Hostile}"),
            ("an open literal", $"WHERE Admission_Method = '{Hostile}"),
            ("a function", $"WHERE [{Hostile}](Admission_Method) = '11'"),
            ("a heading", $"{Hostile}\nWHERE Admission_Method = '11'"),
            ("a variable", $"WHERE Admission_Method = @{Hostile}"),
        };
        return texts.Select(text => new TestCaseData(text.Text).SetArgDisplayNames(text.Name));
    }

    private static IEnumerable<TestCaseData> Lines()
    {
        var schema = File.ReadAllText(Repository.PathOf("sql", "schema", "apcs.json"));
        var escaped = string.Concat(Hostile.Select(unit => $"\\u{(int)unit:x4}"));
        var columns = Header.TrimEnd('\n').Split(',').Length;
        var rest = new string(',', columns - 2);
        (string Name, string Text, string[] Line)[] lines =
        [
            (
                "a column of a schema",
                Rename(schema, "Admission_Method", escaped),
                ["sample", "--rows", "1", "--schema", InFile]
            ),
            ("a missing column", Rename(schema, "Admission_Method", "x" + escaped), ["lint", Id, "--schema", InFile]),
            (
                "a key of a schema",
                schema.Replace("\"key\": [", $"\"key\": [\"{escaped}\", ", StringComparison.Ordinal),
                ["sample", "--rows", "1", "--schema", InFile]
            ),
            (
                "a type of a schema",
                schema.Replace("varchar(", $"{escaped}varchar(", StringComparison.Ordinal),
                ["sample", "--rows", "1", "--schema", InFile]
            ),
            (
                "a collation of a schema",
                schema.Replace("Latin1_General_CI_AS", escaped, StringComparison.Ordinal),
                ["sample", "--rows", "1", "--schema", InFile]
            ),
            (
                "a member of a schema",
                schema.Replace("\"key\"", $"\"key{escaped}\"", StringComparison.Ordinal),
                ["sample", "--rows", "1", "--schema", InFile]
            ),
            ("no JSON", Hostile, ["sample", "--rows", "1", "--schema", InFile]),
            (
                "a header",
                Header.Replace("Admission_Method", $"Admision_Method{Hostile}", StringComparison.Ordinal),
                ["evaluate", Id, "--input", InFile]
            ),
            ("a value", Header + $"1{Hostile}{rest}\n", ["evaluate", Id, "--input", InFile]),
            ("a row", Header + $"1,{Hostile}ß{rest[1..]}\n", ["verify", Id, "--data", InFile, "--rows", "0"]),
            ("data", Header + $"1,\"{Hostile}\n{Hostile}\"{rest[1..]}\n", ["diff", Id, Id, "--data", InFile]),
            ("an option", "", ["read", $"--{Hostile}"]),
            ("a command", "", [Hostile]),
            ("an argument", "", ["prove", "a", "b", Hostile]),
            ("a coding", "", ["prove", Hostile, Id]),
            ("a file", "", ["read", Hostile]),
            ("an output", "", ["sample", "--rows", "1", "--output", $"{Hostile}/{Hostile}"]),
            ("a number", "", ["sample", "--rows", Hostile]),
            ("an assumption", "", ["lint", Id, "--assume", $"Admission_Method = = '{Hostile}'"]),
            ("an assumed literal", "", ["prove", Id, Id, "--assume", $"Admission_Method = '{Hostile}'"]),
            ("a collation", "", ["read", InFile, "--collation", Hostile]),
            ("a target", "", ["build", "--target", Hostile]),
            ("a format", "", ["read", InFile, "--format", Hostile]),
            ("a name of a schema", "", ["deploy", "--schema-name", Hostile, "--connection", "Server=none;Database=x"]),
            ("a connection", "", ["status", "--connection", $"{Hostile}={Hostile}"]),
            ("a variable", "", ["status", "--connection", $"env:{Hostile}"]),
            ("a table", "", ["verify", "--connection", "Server=none;Database=x", "--data-from", Hostile]),
        ];
        return lines.Select(line =>
            new TestCaseData(line.Text.Replace(InFile, "", StringComparison.Ordinal), line.Line).SetArgDisplayNames(
                line.Name
            )
        );

        static string Rename(string text, string from, string to) => text.Replace(from, to, StringComparison.Ordinal);
    }

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCaseSource(nameof(Texts))]
    public void No_text_of_a_coding_steers_a_terminal(string text)
    {
        var file = _folder.Write("text.sql", text);
        Check("read", file);
        Check("read", file, "--format", "english");
        Check("read", file, "--format", "json");
        Check("read", file, "--format", "csharp");
        Check("lint", file);
        Check("prove", file, Id);
        Check("diff", Id, file, "--format", "json");
        Check("fixtures", file);
    }

    [TestCaseSource(nameof(Lines))]
    public void No_other_input_steers_a_terminal(string text, string[] line)
    {
        var file = _folder.Write("input", text.Length == 0 ? "WHERE Admission_Method = '11'" : text);
        Check(line.Select(part => part == InFile ? file : part).ToArray());
    }

    [Test]
    public void A_coding_of_a_hostile_name_is_one_line()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("No file of Windows has such a name.");
        }

        var file = _folder.Write("x\nRG0000: forged\u001b[31m.sql", "WHERE [a].Admission_Method = = '11'");

        var result = Check("read", file);

        Assert.That(result.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(result.Error, Does.Contain("x<U+000A>RG0000: forged<U+001B>[31m.sql"));
    }

    [Test]
    public void What_is_shown_otherwise_than_it_is_is_said_so()
    {
        var file = _folder.Write("text.sql", "WHEN Admission_Method = '11' THEN 'a\u001bb'");

        var result = Check("read", file);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain("'a<U+001B>b'"));
        Assert.That(result.Error, Does.Contain("--format json has them as they are"));
        Assert.That(Check("read", file, "--format", "json").Output, Does.Contain("a\\u001Bb"));
    }

    private static ProcessResult Check(params string[] line)
    {
        var result = RuleGenProcess.Run(line);

        Assert.That(result.ExitCode, Is.Not.EqualTo(70), result.Error);
        Assert.That(result.Output + result.Error, Is.Not.Empty);
        foreach (var text in new[] { result.Output, result.Error })
        {
            Assert.That(text.EnumerateRunes().Where(Steers).Select(rune => $"U+{rune.Value:X4}"), Is.Empty, text);
        }

        return result;
    }

    /// <summary>By the categories of Unicode, which the program does not use.</summary>
    private static bool Steers(Rune rune) =>
        rune.Value is not ('\n' or '\t')
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
