using System.CommandLine;
using System.Text.Json.Nodes;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Files;
using RuleGen.Cli.Fixtures;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.TSql;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen fixtures</c>: derives the few rows on which mistakes in a coding show.</summary>
internal static class FixturesCommand
{
    public static Command Create(TextWriter error)
    {
        var coding = CodingArgument.Create(ArgumentArity.OneOrMore, ", as text and json");
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
            var names = parsed.GetRequiredValue(coding);
            var codings = CodingArgument.FindAll(names, workspace, error);
            RefuseSeveral(codings.Count, parsed.GetValue(format)!);
            using var file = OutputFile.Open(parsed.GetValue(output));
            var derived = codings
                .Select(each =>
                    (Name: codings.Count == 1 ? names[0] : each.Name, Fixtures: workspace.DeriveFixtures(each))
                )
                .ToList();
            file.Writer.Write(Write(derived, parsed.GetValue(format)!, SourceOptions.Naming(option: null, workspace)));
            file.Commit();
            foreach (var (each, (name, fixtures)) in codings.Zip(derived))
            {
                if (parsed.GetValue(format) == "csv")
                {
                    foreach (var note in SpreadsheetNotes.On(name, SpreadsheetFormulas.Among(each.Coding)))
                    {
                        error.WriteLine(note);
                    }
                }

                if (parsed.GetValue(format) != "text" || parsed.GetValue(output) is not null)
                {
                    error.WriteLine(
                        (codings.Count > 1 ? $"{MessageText.OneLine(name)}: " : "")
                            + FixturesText.Summarize(fixtures.Set)
                    );
                }
            }

            return derived.TrueForAll(each => each.Fixtures.Set.Undecided.Count == 0)
                ? ExitCode.Clean
                : ExitCode.Undecided;
        });
        return command;
    }

    /// <summary>Refuses several codings in one table or script.</summary>
    private static void RefuseSeveral(int codings, string format)
    {
        if (codings > 1 && format is ("csv" or "sql"))
        {
            throw new RuleGenException(
                ErrorCodes.Usage,
                $"--format {format} takes one coding, and there are {codings}",
                "Name one; or have rulegen build write the fixtures of each into its folder"
            );
        }
    }

    private static string Write(
        List<(string Name, CodingFixtures Fixtures)> derived,
        string format,
        ObjectNaming naming
    ) =>
        format switch
        {
            "csv" => FixtureFiles.WriteCsv(derived[0].Fixtures),
            "sql" => FixtureFiles.WriteScript(derived[0].Fixtures, Targets.All[0], naming).Text,
            "json" => Json.Write(
                derived is [var (name, fixtures)]
                    ? FixturesJson.Write(name, fixtures)
                    : new JsonArray([.. derived.Select(each => FixturesJson.Write(each.Name, each.Fixtures))])
            ),
            _ => VisibleWriter.Show(
                string.Join('\n', derived.Select(each => FixturesText.Write(each.Name, each.Fixtures)))
            ),
        };
}
