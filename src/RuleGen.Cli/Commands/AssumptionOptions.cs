using System.CommandLine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.TSql.Read;

namespace RuleGen.Cli.Commands;

/// <summary>The option of commands that prove something: what may be taken for granted about the rows.</summary>
internal sealed class AssumptionOptions
{
    private readonly Option<string[]> _assume = new("--assume")
    {
        Description =
            $"What holds for every row: {Assumption.PrintableAsciiName} (printable ASCII only), or a condition such "
            + "as \"Admission_Method LIKE '[0-9][0-9]'\"; may be given several times",
        HelpName = "CONDITION",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(_assume);

    /// <summary>The assumptions, in the order given.</summary>
    /// <exception cref="RuleGenException">One of them is no condition over the source's columns.</exception>
    public ValueList<Assumption> Read(ParseResult parsed, Source source) =>
        (parsed.GetValue(_assume) ?? []).Select(text => Read(text, source)).ToValueList();

    private static Assumption Read(string text, Source source)
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
