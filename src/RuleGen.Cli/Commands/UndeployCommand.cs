using System.CommandLine;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen undeploy</c>: removes from a server what deploy made.</summary>
internal static class UndeployCommand
{
    public static Command Create(TextWriter error, Redaction redaction) =>
        new ServerWorkCommand(
            "undeploy",
            "Remove what deploy made, in one transaction, and nothing else; the schema too, where it made that"
        )
        {
            Verb = "remove",
            Discards = "Remove objects that were changed by hand, too",
            Trusts = "Take the server's trust in the assemblies away, too, as clr-trust-rollback.sql does",
            Start = (session, request, progress) => new Undeployer(session, request, progress),
        }.Create(error, redaction);
}
