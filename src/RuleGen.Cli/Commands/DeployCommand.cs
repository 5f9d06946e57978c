using System.CommandLine;
using RuleGen.Cli.Deploying;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen deploy</c>: creates or updates the objects of codings on a server, all or none.</summary>
internal static class DeployCommand
{
    public static Command Create(TextWriter error, Redaction redaction)
    {
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Change nothing; print the script that would run, for sqlcmd or SSMS",
        };
        var discard = new Option<bool>("--discard-changes")
        {
            Description = "Replace objects that were changed by hand, too",
        };
        var trust = new Option<bool>("--clr-trust")
        {
            Description = "Have the server trust the assemblies of --clr, as clr-trust.sql does; needs CONTROL SERVER",
        };
        var options = new ServerOptions();
        var command = new Command(
            "deploy",
            "Create or update views and functions on a server, in one transaction; nothing where all is current"
        );
        options.AddTo(command, asksForClr: true);
        command.Options.Add(dryRun);
        command.Options.Add(discard);
        command.Options.Add(trust);
        command.Validators.Add(result =>
        {
            if (result.GetValue(trust) && !options.AsksForClr(result))
            {
                result.AddError("--clr-trust is about the assemblies of --clr; say that, too");
            }
        });
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
                    var deployer = new Deployer(session, request, error.WriteLine);
                    return isDryRun ? deployer.Plan() : deployer.Run();
                }
            );
            WorkReport.Show(
                "deploy",
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
