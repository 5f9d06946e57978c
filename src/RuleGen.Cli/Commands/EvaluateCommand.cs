using System.CommandLine;
using RuleGen.Cli.Csv;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Files;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen evaluate</c>: says for each row of a CSV file whether it is kept, and its outcome.</summary>
internal static class EvaluateCommand
{
    public static Command Create(TextWriter error)
    {
        var coding = new Argument<string>("CODING") { Description = "The id of a coding, or a file of published text" };
        var input = new Option<string>("--input")
        {
            Description = "The CSV file to read; - for the standard input",
            HelpName = "FILE",
            Required = true,
        };
        var explain = new Option<bool>("--explain") { Description = "Add a column that says which clause decided" };
        var csv = new CsvOptions();
        var sources = new SourceOptions();
        var command = new Command(
            "evaluate",
            "Evaluate a coding over the rows of a CSV file: key, Kept (1 or 0), Outcome"
        )
        {
            coding,
            input,
            explain,
        };
        csv.AddTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var source = sources.Read(parsed);
            var run = new EvaluationRun(
                CodingArgument.Read(parsed.GetRequiredValue(coding), source, error),
                source,
                csv.NullToken(parsed),
                parsed.GetValue(explain),
                error
            );
            var path = parsed.GetRequiredValue(input);
            using var reader = new CsvRowReader(
                StandardStreams.OpenInput(path),
                StandardStreams.NameOf(path),
                run.Columns,
                csv.NullToken(parsed)
            );
            using var output = csv.OpenOutput(parsed);
            var isComplete = run.Run(reader, StandardStreams.NameOf(path), output.Writer);
            output.Commit();
            run.WriteSummary();
            return isComplete ? ExitCode.Clean : ExitCode.Undecided;
        });
        return command;
    }
}
