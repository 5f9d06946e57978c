using System.CommandLine;
using RuleGen.Cli;
using RuleGen.Cli.Commands;
using RuleGen.Cli.Files;

namespace RuleGen.Tests.Cli;

/// <summary>The output of a command is none of the files that it reads, and each of those is whole after every command.</summary>
public sealed class OutputIsInputTests
{
    private const string Id = "2Y_back_pain_fusion";

    // {0} is the input, in each place in which a command with an output takes one. The output is the last option's, or else
    // --output's.
    private static readonly string[][] Lines =
    [
        ["evaluate", Id, "--input", "{0}"],
        ["evaluate", "{0}", "--input", "other.csv"],
        ["evaluate", Id, "{0}", "--input", "other.csv"],
        ["evaluate", Id, "--input", "other.csv", "--schema", "{0}"],
        ["fixtures", "{0}"],
        ["fixtures", "{0}", "--format", "csv"],
        ["fixtures", Id, "--schema", "{0}"],
        ["sample", "--rows", "1", "--schema", "{0}"],
        ["sample", "{0}", "--rows", "1"],
        ["sample", "--rows", "1", "--schema", "{0}", "--list", "Diagnoses=other.csv"],
        ["diff", "{0}", Id, "--data", "other.csv", "--keys"],
        ["diff", Id, "{0}", "--data", "other.csv", "--keys"],
        ["diff", Id, Id, "--data", "{0}", "--keys"],
        ["diff", Id, Id, "--data", "other.csv", "--list", "Diagnoses={0}", "--keys"],
        ["diff", Id, Id, "--data", "other.csv", "--schema", "{0}", "--keys"],
        ["lint", "{0}", "--write-baseline"],
        ["lint", Id, "--baseline", "{0}", "--write-baseline"],
        ["lint", Id, "--schema", "{0}", "--write-baseline"],
    ];

    private static readonly string[] Aliases =
    [
        "file",
        "./file",
        "folder/../file",
        "link",
        "chain",
        "hard",
        "same/file",
        "same/hard",
        "//./same/same/file",
    ];

    private TemporaryFolder _folder = null!;

    private static IEnumerable<string[]> EveryLine => Lines;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TemporaryFolder();
        _folder.Write("file", "whole");
        _folder.Write("other.csv", Repository.CsvHeader);
        Directory.CreateDirectory(_folder["folder"]);
        File.CreateSymbolicLink(_folder["link"], "file");
        File.CreateSymbolicLink(_folder["chain"], "same/link");
        Directory.CreateSymbolicLink(_folder["same"], ".");
        SpecialFile.LinkHard(_folder["hard"], _folder["file"]);
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCaseSource(nameof(EveryLine))]
    public void An_output_that_is_an_input_by_any_name_is_refused(params string[] line)
    {
        var root = CommandLine.CreateRoot(TextWriter.Null, new Redaction([]));
        foreach (var alias in Aliases)
        {
            // Either of the two can be the one that is spelled otherwise.
            foreach (var (input, output) in new[] { ("file", alias), (alias, "file") })
            {
                var parsed = root.Parse(Arguments(line, input, output));

                Assert.That(parsed.Errors, Is.Empty);
                Assert.That(
                    Refused.Problem(() => OutputCheck.Check(parsed)).Message,
                    Is.EqualTo($"The output '{Full(output)}' is the file '{Full(input)}', which the command reads")
                );
            }
        }

        foreach (var alias in new[] { "link", "hard" })
        {
            var (exitCode, error) = Run(Arguments(line, "file", alias));

            Assert.That(exitCode, Is.EqualTo(2), error);
            Assert.That(
                error,
                Is.EqualTo(
                    $"RG0503: The output '{Full(alias)}' is the file '{Full("file")}', which the command reads. "
                        + "Name another output.\n"
                )
            );
        }

        Assert.That(File.ReadAllText(_folder["file"]), Is.EqualTo("whole"));
        Assert.That(_folder.Names.Count(), Is.EqualTo(7));
    }

    [Test]
    public void What_a_command_reads_without_being_told_is_an_input_too()
    {
        foreach (
            var name in new[]
            {
                Repository.PathOf("sql", "schema", "apcs.json"),
                Repository.PathOf("sql", "published", $"{Id}.sql"),
            }
        )
        {
            var text = File.ReadAllText(name);

            Assert.That(Run("fixtures", Id, "--output", name).ExitCode, Is.EqualTo(2));
            Assert.That(File.ReadAllText(name), Is.EqualTo(text));
        }
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_standard_stream_is_an_input_or_output_too()
    {
        var file = _folder.Write("rows.csv", Repository.CsvHeader);
        foreach (
            var line in new[]
            {
                $"evaluate {Id} --input - --output '{file}' < '{file}'",
                $"evaluate {Id} --input '{file}' >> '{file}'",
                $"evaluate {Id} --input '{file}' --output /dev/stdout >> '{file}'",
                $"evaluate {Id} --input - < '{file}' >> '{file}'",
                $"read '{file}' >> '{file}'",
                $"prove {Id} '{file}' >> '{file}'",
            }
        )
        {
            var result = Shell(line);

            Assert.That(result.ExitCode, Is.EqualTo(2), $"{line}\n{result.Error}");
            Assert.That(result.Error, Does.StartWith("RG0503: "), line);
            Assert.That(File.ReadAllText(file), Is.EqualTo(Repository.CsvHeader), line);
        }
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_device_or_a_copy_is_not_refused()
    {
        _folder.Write("rows.csv", Repository.CsvHeader);
        _folder.Write("copy.csv", Repository.CsvHeader);

        Assert.That(Run("evaluate", Id, "--input", Full("rows.csv"), "--output", Full("copy.csv")).ExitCode, Is.Zero);
        Assert.That(Run("evaluate", Id, "--input", Full("rows.csv"), "--output", "/dev/null").ExitCode, Is.Zero);
        Assert.That(
            Shell($"evaluate {Id} --input - --output - < '{Full("rows.csv")}' > '{Full("new.csv")}'").ExitCode,
            Is.Zero
        );
        Assert.That(File.ReadAllText(_folder["new.csv"]), Is.EqualTo(File.ReadAllText(_folder["copy.csv"])));
        Assert.That(File.ReadAllText(_folder["rows.csv"]), Is.EqualTo(Repository.CsvHeader));
    }

    [Test]
    public void Every_command_with_an_output_is_tried()
    {
        // Of schema, what is read is on a server.
        var writing = CommandLine
            .CreateRoot(TextWriter.Null, new Redaction([]))
            .Subcommands.Where(command =>
                command.Name != "schema" && command.Options.Any(option => option is OutputOption)
            );

        Assert.That(writing.Select(command => command.Name), Is.EquivalentTo(Lines.Select(line => line[0]).Distinct()));
    }

    [Test]
    public void Every_option_that_names_a_file_to_write_is_the_one_that_is_checked()
    {
        var options = CommandLine
            .CreateRoot(TextWriter.Null, new Redaction([]))
            .Subcommands.SelectMany(command => command.Options)
            .Where(option => option.Description?.Contains("file to write", StringComparison.Ordinal) == true)
            .ToList();

        Assert.That(
            options.Select(option => option.Name).Distinct(),
            Is.EquivalentTo(new[] { OutputCheck.Option, "--list", "--keys", "--write-baseline" })
        );
        Assert.That(options, Is.All.Matches<Option>(option => OutputCheck.IsOutput(option!)));
    }

    private string[] Arguments(string[] line, string input, string output) =>
        [
            .. line.Select(part => part.Replace("{0}", Full(input), StringComparison.Ordinal)),
            .. line[^1].StartsWith("--", StringComparison.Ordinal) ? (string[])[] : [OutputCheck.Option],
            Full(output),
        ];

    private string Full(string name) => $"{_folder.Path}/{name}";

    private static (int ExitCode, string Error) Run(params string[] arguments)
    {
        var result = RuleGenProcess.Run(arguments);
        return (result.ExitCode, result.Error);
    }

    private static ProcessResult Shell(string line) => RuleGenProcess.RunInShell(line);
}
