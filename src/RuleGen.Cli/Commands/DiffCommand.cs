using System.CommandLine;
using RuleGen.Cli.Diffing;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof.Differences;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Diffing;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen diff</c>: shows which rows get another result from a new coding, as a few regions.</summary>
internal static class DiffCommand
{
    public static Command Create(TextWriter error)
    {
        var old = new Argument<string>("OLD") { Description = "The id of a coding, or a file of published text" };
        var @new = new Argument<string>("NEW") { Description = "The same after the change" };
        var data = new Option<string?>("--data")
        {
            Description = "A CSV file, whose rows are counted by region; - for the standard input",
            HelpName = "FILE",
        };
        var format = new Option<string>("--format")
        {
            Description = "text, or json for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var assumptions = new AssumptionOptions();
        var csv = new CsvOptions();
        var sources = new SourceOptions();
        var command = new Command("diff", "Show which rows get another result from a new coding, as a few regions")
        {
            old,
            @new,
            data,
            format,
        };
        assumptions.AddTo(command);
        csv.AddNullTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var source = sources.Read(parsed);
            var (oldName, newName) = (parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new));
            var oldCoding = CodingArgument.Read(oldName, source, error);
            var newCoding = CodingArgument.Read(newName, source, error);
            var assumed = assumptions.Read(parsed, source);
            using var rows = Open(parsed.GetValue(data), oldCoding, newCoding, source, csv.NullToken(parsed));
            var difference = new CodingDiffer(new CodingEvaluator()).Compare(oldCoding, newCoding, assumed);
            var counts =
                rows is not null && difference is DecidedDifference decided
                    ? DataCounter.Count(
                        oldCoding,
                        newCoding,
                        decided,
                        source,
                        rows,
                        StandardStreams.NameOf(parsed.GetValue(data)!),
                        error
                    )
                    : null;
            var pair = new ComparedPair(oldName, newName, difference, counts);
            parsed.InvocationConfiguration.Output.Write(
                parsed.GetValue(format) == "json" ? Json.Write(DifferenceJson.Write(pair)) : DifferenceText.Write(pair)
            );
            return ExitCode.Of(pair);
        });
        return command;
    }

    /// <summary>Opens the data before the codings are compared, so that a mistake in its header is shown at once.</summary>
    private static CsvRowReader? Open(string? path, Coding old, Coding @new, Source source, string nullToken) =>
        path is null
            ? null
            : new CsvRowReader(
                StandardStreams.OpenInput(path),
                StandardStreams.NameOf(path),
                DataCounter.Columns(old, @new, source),
                nullToken
            );
}
