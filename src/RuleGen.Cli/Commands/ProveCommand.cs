using System.CommandLine;
using RuleGen.Cli.Proving;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.TSql.Read;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen prove</c>: decides whether two codings give every row the same result.</summary>
internal static class ProveCommand
{
    public static Command Create(TextWriter error)
    {
        var left = new Argument<string>("LEFT") { Description = "The id of a coding, or a file of published text" };
        var right = new Argument<string>("RIGHT") { Description = "Another" };
        var assume = new Option<string[]>("--assume")
        {
            Description =
                $"What holds for every row: {Assumption.PrintableAsciiName} (printable ASCII only), or a condition such "
                + "as \"Admission_Method LIKE '[0-9][0-9]'\"; may be given several times",
            HelpName = "CONDITION",
            AllowMultipleArgumentsPerToken = false,
        };
        var format = new Option<string>("--format")
        {
            Description = "text, or json for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var sources = new SourceOptions();
        var command = new Command("prove", "Decide whether two codings give every row the same result, or show a row")
        {
            left,
            right,
            assume,
            format,
        };
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var source = sources.Read(parsed);
            var (leftName, rightName) = (parsed.GetRequiredValue(left), parsed.GetRequiredValue(right));
            var leftCoding = CodingArgument.Read(leftName, source, error);
            var rightCoding = CodingArgument.Read(rightName, source, error);
            var assumptions = (parsed.GetValue(assume) ?? []).Select(text => ReadAssumption(text, source));
            var verdict = new EquivalenceProver(new CodingEvaluator()).Decide(
                leftCoding,
                rightCoding,
                assumptions.ToValueList()
            );
            var pair = new ProvenPair(leftName, leftCoding, rightName, rightCoding, verdict);
            parsed.InvocationConfiguration.Output.Write(
                parsed.GetValue(format) == "json" ? Json.Write(VerdictJson.Write(pair)) : VerdictText.Write(pair)
            );
            return pair.ExitCode;
        });
        return command;
    }

    private static Assumption ReadAssumption(string text, Source source)
    {
        if (text == Assumption.PrintableAsciiName)
        {
            return Assumption.PrintableAscii;
        }

        try
        {
            var coding = CodingReader.Read(text, source).Coding;
            return coding is { Arms.Count: 0, IsWrittenWithWhere: false, Exclusions: { } predicate }
                ? Assumption.Holds(predicate, text)
                : throw new RuleGenException(
                    ErrorCodes.Usage,
                    $"'{text}' is a coding, not a condition",
                    "Give one condition, without WHEN and WHERE"
                );
        }
        catch (RuleGenException exception)
        {
            throw exception.In("--assume");
        }
    }
}
