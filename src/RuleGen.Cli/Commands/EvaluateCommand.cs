using System.CommandLine;
using RuleGen.Cli.Checks;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Files;
using RuleGen.Cli.Testing;
using RuleGen.Data.Csv;
using RuleGen.Workspaces;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen evaluate</c>: says for each row of a CSV file whether it is kept, and its outcome.</summary>
internal static class EvaluateCommand
{
    public static Command Create(TextWriter error)
    {
        var codings = CodingArgument.Create(ArgumentArity.ZeroOrMore);
        var all = new Option<bool>("--all") { Description = "Evaluate every coding of the workspace" };
        var input = new Option<string>("--input")
        {
            Description = "The CSV file to read; - for the standard input",
            HelpName = "FILE",
            Required = true,
        };
        var explain = new Option<bool>("--explain")
        {
            Description = "Add a column that says which clause decided, and which codes matched",
        };
        var progress = new Option<bool>("--progress")
        {
            Description = "Say how far it is [default: where the standard error is a terminal]",
        };
        var csv = new CsvOptions();
        var sources = new SourceOptions();
        var command = new Command(
            "evaluate",
            "Evaluate codings over the rows of a CSV file: key, carried columns, Kept (1 or 0), Outcome; with several codings, "
                + "or --all, ID_Kept and ID_Outcome for each"
        )
        {
            codings,
            all,
            input,
            explain,
            progress,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(codings) ?? []).Length > 0)
            {
                result.AddError("Name codings, or say --all");

                // The parser looks for what is required only where nothing else is wrong.
                if (result.GetResult(input) is null)
                {
                    result.AddError("Option '--input' is required.");
                }
            }
        });
        csv.AddTo(command);
        csv.AddStrictTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var workspace = sources.Open(parsed);
            var names = parsed.GetValue(codings) ?? [];
            var named = CodingArgument.FindAllOrEvery(names, workspace, error);
            foreach (
                var note in named.SelectMany(each =>
                    SpreadsheetNotes.On(each.ShortName, SpreadsheetFormulas.Among(each.Coding))
                )
            )
            {
                error.WriteLine(note);
            }

            using var rows = csv.OpenInput(parsed, parsed.GetRequiredValue(input));
            using var output = csv.OpenOutput(parsed);
            var skipped = new SkippedRows(error, named.Count, "not evaluated");
            var summary = workspace.Evaluate(
                named,
                rows,
                output.Writer,
                new EvaluationOptions
                {
                    NamesCodings = parsed.GetValue(all),
                    Explains = parsed.GetValue(explain),
                    Progress =
                        parsed.GetValue(progress) || Terminal.IsErrorInteractive
                            ? new Progress(error, Terminal.IsErrorInteractive, rows.Size)
                            : null,
                    OnSkipped = skipped.Add,
                }
            );
            FixtureNote.Write(rows, "evaluate", error);
            DoubtText.Show(rows, csv.IsStrict(parsed), error);
            output.Commit();
            skipped.WriteRest();
            EvaluationText.WriteSummary(summary, rows.Name, error);
            return summary.RowsNotEvaluated == 0 ? ExitCode.Clean : ExitCode.Undecided;
        });
        return command;
    }
}
