using System.CommandLine;
using System.CommandLine.Parsing;
using RuleGen.Model;

namespace RuleGen.Cli;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    /// <summary>Refuses a command line that was not understood.</summary>
    /// <exception cref="RuleGenException">RG0601: it was not.</exception>
    public static void Check(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Action is HelpWithExamples)
        {
            return;
        }

        if (parsed.UnmatchedTokens.FirstOrDefault(token => Has(command, token)) is { } early)
        {
            // What follows it was taken for other things than it is.
            throw new RuleGenException([EarlyOption(early, command)]);
        }

        var misspelt = MisspeltOptions(parsed).Select(token => Unknown(token, command)).ToValueList();
        if (misspelt.Count > 0)
        {
            throw new RuleGenException(misspelt);
        }

        if (parsed.Errors.Count == 0)
        {
            return;
        }

        // Where the command is not known, nothing after it is.
        var unmatched = command.Subcommands.Count > 0 ? parsed.UnmatchedTokens.Take(1) : parsed.UnmatchedTokens;
        var unknown = unmatched.Select(token => Unknown(token, command)).ToList();
        var others = parsed
            .Errors.Where(error => !parsed.UnmatchedTokens.Any(token => IsAbout(error, token)))
            .Where(error => unknown.Count == 0 || error.SymbolResult is not CommandResult)
            .Select(error => IsMissingCommand(error, command) ? NoCommand(command) : Other(error, command));
        throw new RuleGenException(unknown.Concat(others).ToValueList());
    }

    /// <summary>What the parser takes for an argument, such as the id of a coding, and nobody means as one.</summary>
    private static IEnumerable<string> MisspeltOptions(ParseResult parsed) =>
        parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Where(value => value.StartsWith("--", StringComparison.Ordinal));

    private static bool IsAbout(ParseError error, string token) =>
        error.Message.Contains($"'{token}'", StringComparison.Ordinal);

    private static bool IsMissingCommand(ParseError error, Command command) =>
        error.SymbolResult is CommandResult && command.Subcommands.Count > 0;

    private static Problem NoCommand(Command command) =>
        Usage(
            "There is no command",
            $"Use {string.Join(", ", command.Subcommands.Select(subcommand => subcommand.Name))}; see rulegen --help"
        );

    /// <summary>The parser's own message, on one line.</summary>
    private static Problem Other(ParseError error, Command command) =>
        Usage(
            string.Join(' ', error.Message.TrimEnd('.').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            $"See {NameOf(command)} --help"
        );

    private static Problem Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        if (isOption && command.Subcommands.FirstOrDefault(each => Has(each, token)) is { } owner)
        {
            return EarlyOption(token, owner);
        }

        var known = isOption
            ? command.Options.Select(option => option.Name)
            : command.Subcommands.Select(subcommand => subcommand.Name);
        var nearest = NearestName.Find(token, known);
        return Usage(
            isOption ? $"There is no option '{token}'"
                : command.Subcommands.Count > 0 ? $"There is no command '{token}'"
                : $"Argument '{token}' is one too many",
            nearest is null ? $"See {NameOf(command)} --help" : $"Did you mean '{nearest}'?"
        );
    }

    private static Problem EarlyOption(string option, Command command) =>
        Usage(
            $"Option '{option}' stands before the command",
            $"Write it after the command: {NameOf(command)} … {option} …"
        );

    private static bool Has(Command command, string option) =>
        command.Options.Any(each => each.Name == option || each.Aliases.Contains(option));

    private static string NameOf(Command command) => command is RootCommand ? "rulegen" : $"rulegen {command.Name}";

    private static Problem Usage(string message, string remedy) => new(ErrorCodes.Usage, message, remedy);
}
