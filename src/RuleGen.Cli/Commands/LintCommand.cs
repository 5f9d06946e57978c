using System.CommandLine;
using RuleGen.Cli.Linting;
using RuleGen.Model.Describing;
using RuleGen.Proof.Findings;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen lint</c>: looks for what the author of a coding may not have meant.</summary>
internal static class LintCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "lint";

    private const string Never = "never";

    public static Command Create(TextWriter error)
    {
        var coding = new Argument<string>("CODING") { Description = "The id of a coding, or a file of published text" };
        var failOn = new Option<string>("--fail-on")
        {
            Description = "The least severity that makes the exit code 1",
            DefaultValueFactory = _ => FindingWords.Name(FindingSeverity.Error),
        };
        failOn.AcceptOnlyFromAmong([.. FindingWords.Severities, Never]);
        var format = new Option<string>("--format")
        {
            Description = "text, or json for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var assumptions = new AssumptionOptions();
        var sources = new SourceOptions();
        var command = new Command(Name, "Look for what the author of a coding may not have meant, with proof")
        {
            coding,
            failOn,
            format,
        };
        assumptions.AddTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var workspace = sources.Open(parsed);
            var result = workspace.Lint(
                CodingArgument.Find(parsed.GetRequiredValue(coding), workspace, error),
                assumptions.Read(parsed, workspace.Source)
            );
            if (result.OtherText is { } file)
            {
                error.WriteLine(
                    $"{parsed.GetRequiredValue(coding)}: {file} does not hold this coding; findings are shown without lines"
                );
            }

            parsed.InvocationConfiguration.Output.Write(
                parsed.GetValue(format) == "json" ? Json.Write(LintJson.Write(result)) : LintText.Write(result)
            );
            return Fails(result.Report, parsed.GetValue(failOn)!) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static bool Fails(LintReport report, string failOn) =>
        failOn != Never
        && report.Findings.Any(finding =>
            FindingWords.Severities.ToList().IndexOf(FindingWords.Severity(finding.Code))
            >= FindingWords.Severities.ToList().IndexOf(failOn)
        );
}
