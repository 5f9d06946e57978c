using System.CommandLine;
using System.CommandLine.Help;
using RuleGen.Cli.Commands;
using RuleGen.Cli.Files;
using RuleGen.Data.Files;
using RuleGen.Model;

namespace RuleGen.Cli;

/// <summary>
/// The command <c>rulegen</c>: parses, runs, and turns whatever goes wrong into messages and exit codes.
/// </summary>
internal static class CommandLine
{
    // Arguments that start with '@' are file names here, and no response files.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line and gives the exit code.</summary>
    public static int Run(string[] args)
    {
        using var interruption = new Interruption();
        using var standardError = StandardStreams.OpenError();
        using var error = new VisibleWriter(standardError);
        var redaction = new Redaction(args);
        var failures = new FailureReport(error, redaction, isJson: AsksForJson(args));
        try
        {
            var parsed = CreateRoot(error, redaction).Parse(args, Parsing);
            UsageErrors.Check(parsed);
            OutputCheck.Check(parsed);
            using var output = OutputFile.Open(OutputFile.Standard);
            using var shown = new VisibleWriter(output.Writer);
            var exitCode = parsed.Invoke(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = shown,
                    Error = error,
                }
            );
            shown.Flush();
            output.Commit();
            return exitCode;
        }
        catch (BrokenPipeException)
        {
            return ExitCode.Clean;
        }
        catch (RuleGenException exception)
        {
            return failures.Report(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The current folder is gone, for instance, or may not be entered.
            return failures.Report(
                new RuleGenException(
                    ErrorCodes.FileSystem,
                    $"The file system fails: {exception.Message.TrimEnd('.')}",
                    "Check that the current folder is there, and your permissions"
                )
            );
        }
        catch (Exception exception)
        {
            return failures.ReportDefect(exception);
        }
    }

    /// <summary>Every command, with its options.</summary>
    internal static RootCommand CreateRoot(TextWriter error, Redaction redaction)
    {
        var root = new RootCommand(
            "Keeps published clinical codings as one typed model, and compiles, runs and checks them."
        )
        {
            InitCommand.Create(error),
            ConfigCommand.Create(),
            BuildCommand.Create(error),
            ReadCommand.Create(error),
            EvaluateCommand.Create(error),
            LintCommand.Create(error),
            FixturesCommand.Create(error),
            TestCommand.Create(error),
            ProveCommand.Create(error),
            DiffCommand.Create(error),
            OverlapsCommand.Create(error),
            SampleCommand.Create(error),
            VerifyCommand.Create(error, redaction),
            SchemaCommand.Create(error, redaction),
            DeployCommand.Create(error, redaction),
            StatusCommand.Create(error, redaction),
            UndeployCommand.Create(error, redaction),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples();
        }

        return root;
    }

    /// <summary>
    /// Whether errors are wanted as JSON; known even where the command line is otherwise not understood.
    /// </summary>
    private static bool AsksForJson(string[] args) =>
        args.Contains("--format=json")
        || args.Contains("--format:json")
        || args.Zip(args.Skip(1)).Any(pair => pair is ("--format", "json"));
}
