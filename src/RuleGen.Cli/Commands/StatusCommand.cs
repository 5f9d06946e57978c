using System.CommandLine;
using RuleGen.Cli.Deploying;
using RuleGen.Model.Describing;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen status</c>: says of each object on a server how it stands.</summary>
internal static class StatusCommand
{
    public static Command Create(TextWriter error, Redaction redaction)
    {
        var options = new ServerOptions();
        var command = new Command(
            "status",
            "Say of each object whether it is current, of an older edition, changed by hand, missing or foreign"
        );
        options.AddTo(command, asksForClr: true);
        command.SetAction(parsed =>
        {
            var request = options.Read(parsed, error);
            var status = options.Work(parsed, redaction, error, session => ServerStatus.Read(session, request));
            var output = parsed.InvocationConfiguration.Output;
            if (options.IsJson(parsed))
            {
                output.Write(Json.Write(StatusJson.Write(status)));
            }
            else
            {
                StatusText.Write(status, output, error);
            }

            return status.IsCurrent ? ExitCode.Clean : ExitCode.Findings;
        });
        return command;
    }
}
