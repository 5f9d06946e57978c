using System.CommandLine;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen deploy</c>: creates or updates the objects of codings on a server, all or none.</summary>
internal static class DeployCommand
{
    public static Command Create(TextWriter error, Redaction redaction) =>
        new ServerWorkCommand(
            "deploy",
            "Create or update views and functions on a server, in one transaction; nothing where all is current"
        )
        {
            Verb = "deploy",
            Discards = "Replace objects that were changed by hand, too",
            Trusts = "Have the server trust the assemblies of --clr, as clr-trust.sql does; needs CONTROL SERVER",
            AsksForClr = true,
            Start = (session, request, progress) => new Deployer(session, request, progress),
        }.Create(error, redaction);
}
