using System.CommandLine;
using RuleGen.Cli.Proving;
using RuleGen.Model.Describing;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen prove</c>: decides whether two codings give every row the same result.</summary>
internal static class ProveCommand
{
    public static Command Create(TextWriter error)
    {
        var left = new Argument<string>("LEFT") { Description = "The id of a coding, or a file of published text" };
        var right = new Argument<string>("RIGHT") { Description = "Another" };
        var assumptions = new AssumptionOptions();
        var format = FormatOption.Create();
        var sources = new SourceOptions();
        var command = new Command("prove", "Decide whether two codings give every row the same result, or show a row")
        {
            left,
            right,
            format,
        };
        assumptions.AddTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var workspace = sources.Open(parsed);
            var pair = workspace.Prove(
                CodingArgument.Find(parsed.GetRequiredValue(left), workspace, error),
                CodingArgument.Find(parsed.GetRequiredValue(right), workspace, error),
                assumptions.Read(parsed, workspace.Source)
            );
            parsed.InvocationConfiguration.Output.Write(
                parsed.GetValue(format) == "json" ? Json.Write(VerdictJson.Write(pair)) : VerdictText.Write(pair)
            );
            return ExitCode.Of(pair);
        });
        return command;
    }
}
