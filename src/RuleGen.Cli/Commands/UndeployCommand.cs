using System.CommandLine;
using RuleGen.Cli.Deploying;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen undeploy</c>: removes from a server what deploy made.</summary>
internal static class UndeployCommand
{
    public static Command Create(TextWriter error, Redaction redaction)
    {
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Change nothing; print the script that would run, for sqlcmd or SSMS",
        };
        var discard = new Option<bool>("--discard-changes")
        {
            Description = "Remove objects that were changed by hand, too",
        };
        var trust = new Option<bool>("--clr-trust")
        {
            Description = "Take the server's trust in the assemblies away, too, as clr-trust-rollback.sql does",
        };
        var options = new ServerOptions();
        var command = new Command(
            "undeploy",
            "Remove what deploy made, in one transaction, and nothing else; the schema too, where it made that"
        );
        options.AddTo(command, asksForClr: false);
        command.Options.Add(dryRun);
        command.Options.Add(discard);
        command.Options.Add(trust);
        command.SetAction(parsed =>
        {
            var request = options.Read(parsed) with
            {
                DiscardsChanges = parsed.GetValue(discard),
                ChangesTrust = parsed.GetValue(trust),
            };
            var isDryRun = parsed.GetValue(dryRun);
            var plan = options.Work(
                parsed,
                redaction,
                error,
                session =>
                {
                    var undeployer = new Undeployer(session, request, error.WriteLine);
                    return isDryRun ? undeployer.Plan() : undeployer.Run();
                }
            );
            WorkReport.Show(
                "remove",
                plan,
                isDryRun,
                options.IsJson(parsed),
                parsed.InvocationConfiguration.Output,
                error
            );
            return ExitCode.Clean;
        });
        return command;
    }
}
