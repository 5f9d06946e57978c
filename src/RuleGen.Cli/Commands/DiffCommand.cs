using System.CommandLine;
using RuleGen.Cli.Checks;
using RuleGen.Cli.Diffing;
using RuleGen.Cli.Evaluation;
using RuleGen.Model.Describing;
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
        csv.AddReadingTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var workspace = sources.Open(parsed);
            var skipped = new SkippedRows(error, codings: 1, "not counted");
            var oldCoding = CodingArgument.Find(parsed.GetRequiredValue(old), workspace, error);
            var newCoding = CodingArgument.Find(parsed.GetRequiredValue(@new), workspace, error);
            var assumed = assumptions.Read(parsed, workspace.Source);
            using var rows = csv.OpenInput(parsed, parsed.GetValue(data));
            var options = new DiffOptions
            {
                Assumptions = assumed,
                Data = rows,
                OnSkipped = skipped.Add,
            };
            var pair = workspace.Diff(oldCoding, newCoding, options);
            skipped.WriteRest();
            DoubtText.Show(rows, csv.IsStrict(parsed), error);
            parsed.InvocationConfiguration.Output.Write(
                parsed.GetValue(format) == "json"
                    ? Json.Write(DifferenceJson.Write(pair, rows?.Doubts ?? []))
                    : DifferenceText.Write(pair)
            );
            return ExitCode.Of(pair);
        });
        return command;
    }
}
