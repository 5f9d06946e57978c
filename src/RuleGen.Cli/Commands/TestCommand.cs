using System.CommandLine;
using RuleGen.Cli.Checks;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Testing;
using RuleGen.Model.Describing;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen test</c>: holds a coding against rows of which the results are known.</summary>
internal static class TestCommand
{
    public static Command Create(TextWriter error)
    {
        var coding = new Argument<string>("CODING") { Description = "The id of a coding, or a file of published text" };
        var fixtures = new Option<string>("--fixtures")
        {
            Description =
                "A CSV file with the columns that the coding reads, ExpectedKept (1 or 0) and ExpectedOutcome (a label, or "
                + "NULL), as fixtures --format csv writes it; - for the standard input",
            HelpName = "FILE",
            Required = true,
        };
        var format = FormatOption.Create();
        var csv = new CsvOptions();
        var sources = new SourceOptions();
        var command = new Command("test", "Hold a coding against rows of which you know the results")
        {
            coding,
            fixtures,
            format,
        };
        csv.AddReadingTo(
            command,
            $"How the file writes NULL, without quotes [default: {FixtureFiles.NullToken} and the empty field]"
        );
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var workspace = sources.Open(parsed);
            var found = CodingArgument.Find(parsed.GetRequiredValue(coding), workspace, error);
            using var input = csv.OpenFixtures(parsed, parsed.GetRequiredValue(fixtures));
            var result = workspace.Test(found, input);
            DoubtText.Show(input, csv.IsStrict(parsed), error);
            var skipped = new SkippedRows(error, codings: 1, "not evaluated");
            foreach (var row in result.NotEvaluated)
            {
                skipped.Add(row);
            }

            skipped.WriteRest();
            if (result.Rows == 0)
            {
                error.WriteLine($"{input.Name} has no rows: nothing was tested");
            }

            parsed.InvocationConfiguration.Output.Write(
                parsed.GetValue(format) == "json"
                    ? Json.Write(TestJson.Write(result, input.Doubts))
                    : TestText.Write(result, input.Name)
            );
            return result.Failures.Count > 0 ? ExitCode.Findings
                : result.NotEvaluated.Count > 0 ? ExitCode.Undecided
                : ExitCode.Clean;
        });
        return command;
    }
}
