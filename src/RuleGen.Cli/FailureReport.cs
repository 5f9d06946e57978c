using System.Text.Json.Nodes;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Model.Describing;

namespace RuleGen.Cli;

/// <summary>
/// Reports what ended a command: every problem on a line of the standard error. Where JSON is asked for, the standard
/// output has a document in any case, so it takes the problems as well: <c>{"errors": […]}</c>.
/// No password of the command line is in what it writes.
/// </summary>
internal sealed class FailureReport(TextWriter error, Redaction redaction, bool isJson)
{
    /// <summary>Where the users' reports of defects go.</summary>
    private const string HowToReport =
        "This is a defect of rulegen; please report it with the command line and, from a run with RULEGEN_DEBUG=1, "
        + "the stack trace";

    /// <summary>Reports what the user can mend; gives the exit code.</summary>
    public int Report(RuleGenException exception)
    {
        foreach (var problem in exception.Problems)
        {
            error.WriteLine(MessageText.OneLine(redaction.Apply(problem.ToString())));
        }

        WriteJson(exception.Problems.Select(ToJson));
        return ExitCode.Of(exception);
    }

    /// <summary>Reports a defect; gives the exit code.</summary>
    public int ReportDefect(Exception exception)
    {
        var message = redaction.Apply(
            $"internal error: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}"
        );
        error.WriteLine($"{message}. {HowToReport}.");
        if (Environment.GetEnvironmentVariable("RULEGEN_DEBUG") == "1")
        {
            error.WriteLine(redaction.Apply(exception.ToString()));
        }

        WriteJson([
            new JsonObject
            {
                ["code"] = "internal",
                ["message"] = message,
                ["remedy"] = HowToReport,
            },
        ]);
        return ExitCode.InternalError;
    }

    private void WriteJson(IEnumerable<JsonObject> errors)
    {
        if (!isJson)
        {
            return;
        }

        try
        {
            using var output = OutputFile.Open(OutputFile.Standard);
            output.Writer.Write(Json.Write(new JsonObject { ["errors"] = new JsonArray([.. errors]) }));
            output.Commit();
        }
        catch (Exception exception) when (exception is BrokenPipeException or RuleGenException)
        {
            // The standard error has it all.
        }
    }

    private JsonObject ToJson(Problem problem) =>
        new()
        {
            ["code"] = problem.Code.Id,
            ["message"] = redaction.Apply(problem.Message),
            ["remedy"] = redaction.Apply(problem.Remedy),
            ["file"] = problem.File,
            ["line"] = problem.Position?.Line,
            ["column"] = problem.Position?.Column,
            ["near"] = problem.Excerpt is { } near ? redaction.Apply(near) : null,
        };
}
