#pragma warning disable RS0030 // Whether a stream is a terminal; nothing is written here.
using Spectre.Console;

namespace RuleGen.Cli.Files;

/// <summary>
/// The standard streams as something to look at: with colours on a terminal, plain text of one width elsewhere.
/// </summary>
internal static class Terminal
{
    private const int PlainWidth = 120;

    /// <summary>
    /// Whether a person looks at the standard error, and has not asked for plain text with <c>NO_COLOR</c>.
    /// </summary>
    public static bool IsInteractive => !Console.IsErrorRedirected && TakesColours;

    /// <summary>Whether a person looks at the standard output, and has not asked for plain text.</summary>
    public static bool IsOutputInteractive => !Console.IsOutputRedirected && TakesColours;

    private static bool TakesColours => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>A console that writes to the standard error.</summary>
    public static IAnsiConsole Create(TextWriter error) => Create(error, IsInteractive);

    /// <summary>A console that writes to the standard output.</summary>
    public static IAnsiConsole CreateForOutput(TextWriter output) => Create(output, IsOutputInteractive);

    private static IAnsiConsole Create(TextWriter writer, bool isInteractive)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(VisibleWriter.RawOf(writer)),
            }
        );
        console.Pipeline.Attach(new VisibleText());
        if (!isInteractive)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
