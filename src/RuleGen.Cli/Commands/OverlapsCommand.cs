using System.CommandLine;
using RuleGen.Cli.Checks;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Files;
using RuleGen.Cli.Overlaps;
using RuleGen.Model.Describing;
using RuleGen.Workspaces.Catalogues;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen overlaps</c>: says which codings one row can have together.</summary>
internal static class OverlapsCommand
{
    public static Command Create(TextWriter error)
    {
        var codings = CatalogueArgument.Create();
        var data = new Option<string?>("--data")
        {
            Description = "A CSV file, whose rows are counted by the codings that they have; - for the standard input",
            HelpName = "FILE",
        };
        var format = FormatOption.Create();
        var assumptions = new AssumptionOptions();
        var csv = new CsvOptions();
        var sources = new SourceOptions();
        var command = new Command(
            "overlaps",
            "Show which codings one row can have together: each keeps it and gives it a label; proven, with such a row"
        )
        {
            codings,
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
            var found = CatalogueArgument.FindTogether(parsed.GetValue(codings) ?? [], workspace, error);
            using var rows = csv.OpenInput(parsed, parsed.GetValue(data));
            var progress = new StepProgress(error, Terminal.IsErrorInteractive);
            var overlaps = workspace.FindOverlaps(
                found,
                new OverlapOptions
                {
                    Assumptions = assumptions.Read(parsed, workspace.Source),
                    Data = rows,
                    OnSkipped = skipped.Add,
                    Progress = (done, all) => progress.Report(done, all, "pairs of codings"),
                }
            );
            progress.Clear();
            skipped.WriteRest();
            DoubtText.Show(rows, csv.IsStrict(parsed), error);
            parsed.InvocationConfiguration.Output.Write(
                parsed.GetValue(format) == "json"
                    ? Json.Write(OverlapJson.Write(overlaps, rows?.Doubts ?? []))
                    : OverlapText.Write(overlaps, rows?.Name)
            );
            return ExitCode.Of(overlaps);
        });
        return command;
    }
}
