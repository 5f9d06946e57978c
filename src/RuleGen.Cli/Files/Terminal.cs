using Spectre.Console;

namespace RuleGen.Cli.Files;

/// <summary>
/// The standard error as something to look at: with colours on a terminal, plain text of one width elsewhere.
/// </summary>
internal static class Terminal
{
    private const int PlainWidth = 110;

    /// <summary>Whether a person looks at it, and has not asked for plain text with <c>NO_COLOR</c>.</summary>
    public static bool IsInteractive =>
        !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>A console that writes there.</summary>
    public static IAnsiConsole Create(TextWriter error)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(error),
            }
        );
        if (!IsInteractive)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
