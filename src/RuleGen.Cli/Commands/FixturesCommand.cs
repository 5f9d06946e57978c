using System.CommandLine;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Files;
using RuleGen.Cli.Fixtures;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;
using RuleGen.Model.Describing;
using RuleGen.TSql;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen fixtures</c>: derives the few rows on which mistakes in a coding show.</summary>
internal static class FixturesCommand
{
    public static Command Create(TextWriter error)
    {
        var coding = new Argument<string>("CODING") { Description = "The id of a coding, or a file of published text" };
        var output = OutputOption.OfResults("The file to write, whole or not at all [default: the standard output]");
        var format = new Option<string>("--format")
        {
            Description = "text; csv, in which \\N without quotes is NULL; sql: an INSERT script; json for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "csv", "sql", "json");
        var sources = new SourceOptions();
        var command = new Command(
            "fixtures",
            "Derive few test rows, with expected results, on which every mistake of the usual kinds shows"
        )
        {
            coding,
            output,
            format,
        };
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var workspace = sources.Open(parsed);
            var name = parsed.GetRequiredValue(coding);
            var found = CodingArgument.Find(name, workspace, error);
            using var file = OutputFile.Open(parsed.GetValue(output));
            var fixtures = workspace.DeriveFixtures(found);
            file.Writer.Write(Write(name, fixtures, parsed.GetValue(format)!));
            file.Commit();
            if (parsed.GetValue(format) == "csv")
            {
                foreach (var note in SpreadsheetNotes.On(name, SpreadsheetFormulas.Among(found.Coding)))
                {
                    error.WriteLine(note);
                }
            }

            if (parsed.GetValue(format) != "text" || parsed.GetValue(output) is not null)
            {
                error.WriteLine(FixturesText.Summarize(fixtures.Set));
            }

            return fixtures.Set.Undecided.Count == 0 ? ExitCode.Clean : ExitCode.Undecided;
        });
        return command;
    }

    private static string Write(string name, CodingFixtures fixtures, string format) =>
        format switch
        {
            "csv" => FixtureFiles.WriteCsv(fixtures),
            "sql" => FixtureFiles.WriteScript(fixtures, Targets.All[0]).Text,
            "json" => Json.Write(FixturesJson.Write(name, fixtures)),
            _ => VisibleWriter.Show(FixturesText.Write(name, fixtures)),
        };
}
