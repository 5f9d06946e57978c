#pragma warning disable RS0030 // Whether a stream is a terminal; nothing is written here.
using Spectre.Console;

namespace RuleGen.Cli.Files;

/// <summary>
/// A standard stream as something to look at: on a terminal with colours, unless <c>NO_COLOR</c> says otherwise, and as wide
/// as that; elsewhere plain text of one width.
/// </summary>
internal sealed class Terminal
{
    /// <summary>What plain text fits into.</summary>
    public const int PlainWidth = 80;

    private Terminal(IAnsiConsole console, bool isInteractive, int width)
    {
        Screen = console;
        IsInteractive = isInteractive;
        Width = width;
    }

    /// <summary>Whether a person looks at the standard error.</summary>
    public static bool IsErrorInteractive => !Console.IsErrorRedirected;

    /// <summary>What is written to.</summary>
    public IAnsiConsole Screen { get; }

    /// <summary>Whether a person looks at it.</summary>
    public bool IsInteractive { get; }

    /// <summary>How many characters a line takes.</summary>
    public int Width { get; }

    /// <summary>The standard error.</summary>
    public static Terminal OfError(TextWriter error) => Of(error, IsErrorInteractive, TakesColours());

    /// <summary>The standard output.</summary>
    public static Terminal OfOutput(TextWriter output) => Of(output, !Console.IsOutputRedirected, TakesColours());

    /// <summary>A stream.</summary>
    /// <param name="writer">What is written to.</param>
    /// <param name="isInteractive">Whether a person looks at it.</param>
    /// <param name="takesColours">Whether that person wants colours; nothing else depends on it.</param>
    internal static Terminal Of(TextWriter writer, bool isInteractive, bool takesColours)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isInteractive && takesColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(VisibleWriter.RawOf(writer)),
            }
        );
        console.Pipeline.Attach(new VisibleText());
        var width = isInteractive ? console.Profile.Width : PlainWidth;

        // What does not fit is laid out otherwise before it comes here, and is not to be cut.
        console.Profile.Width = int.MaxValue / 2;
        return new Terminal(console, isInteractive, width);
    }

    private static bool TakesColours() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
