using System.CommandLine;
using RuleGen.Cli.Checks;
using RuleGen.Cli.Diffing;
using RuleGen.Cli.Evaluation;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;
using RuleGen.Model.Describing;
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
        var keys = OutputOption.Beside(
            "--keys",
            "The CSV file to write with the keys of the rows of the data that get another result, whole or not at all"
        );
        var format = FormatOption.Create();
        var assumptions = new AssumptionOptions();
        var csv = new CsvOptions();
        var sources = new SourceOptions();
        var command = new Command("diff", "Show which rows get another result from a new coding, as a few regions")
        {
            old,
            @new,
            data,
            keys,
            format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(keys) is not null && result.GetResult(data) is null)
            {
                result.AddError("--keys needs --data, whose rows it is about");
            }
        });
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
            using var changed = parsed.GetValue(keys) is { } file ? OutputFile.Open(file) : null;
            var options = new DiffOptions
            {
                Assumptions = assumed,
                Data = rows,
                Keys = changed?.Writer,
                OnSkipped = skipped.Add,
            };
            var pair = workspace.Diff(oldCoding, newCoding, options);
            skipped.WriteRest();
            DoubtText.Show(rows, csv.IsStrict(parsed), error);
            if (changed is not null)
            {
                changed.Commit();
                WriteNotes([oldCoding, newCoding], error);
            }

            parsed.InvocationConfiguration.Output.Write(
                parsed.GetValue(format) == "json"
                    ? Json.Write(DifferenceJson.Write(pair, rows?.Doubts ?? []))
                    : DifferenceText.Write(pair)
            );
            return ExitCode.Of(pair);
        });
        return command;
    }

    /// <summary>Says which labels in the file of keys a spreadsheet takes for formulas.</summary>
    private static void WriteNotes(IEnumerable<WorkspaceCoding> codings, TextWriter error)
    {
        foreach (var coding in codings)
        {
            foreach (var note in SpreadsheetNotes.On(coding.Name, SpreadsheetFormulas.Among(coding.Coding)))
            {
                error.WriteLine(note);
            }
        }
    }
}
