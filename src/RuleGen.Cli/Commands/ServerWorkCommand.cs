using System.CommandLine;
using RuleGen.Cli.Deploying;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Commands;

/// <summary>The shape of <c>deploy</c> and <c>undeploy</c>: look at a server, then change it or print the script.</summary>
/// <param name="Name">The command.</param>
/// <param name="Description">What it does.</param>
internal sealed record ServerWorkCommand(string Name, string Description)
{
    /// <summary>What is done, as reports call it.</summary>
    public required string Verb { get; init; }

    /// <summary>What <c>--discard-changes</c> does.</summary>
    public required string Discards { get; init; }

    /// <summary>What <c>--clr-trust</c> does.</summary>
    public required string Trusts { get; init; }

    /// <summary>Whether <c>--clr</c> asks for SQLCLR functions, which <c>--clr-trust</c> is then about.</summary>
    public bool AsksForClr { get; init; }

    /// <summary>Begins the work in a session.</summary>
    public required Func<ISqlSession, DeploymentRequest, Action<string>, ServerWork> Start { get; init; }

    /// <summary>The command.</summary>
    public Command Create(TextWriter error, Redaction redaction)
    {
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Change nothing; print the script that would run, for sqlcmd or SSMS",
        };
        var discard = new Option<bool>("--discard-changes") { Description = Discards };
        var trust = new Option<bool>("--clr-trust") { Description = Trusts };
        var options = new ServerOptions();
        var command = new Command(Name, Description);
        options.AddTo(command, AsksForClr);
        command.Options.Add(dryRun);
        command.Options.Add(discard);
        command.Options.Add(trust);
        if (AsksForClr)
        {
            command.Validators.Add(result =>
            {
                if (result.GetValue(trust) && !options.AsksForClr(result))
                {
                    result.AddError("--clr-trust is about the assemblies of --clr; say that, too");
                }
            });
        }

        command.SetAction(parsed =>
        {
            var request = options.Read(parsed, error) with
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
                    var work = Start(session, request, error.WriteLine);
                    return isDryRun ? work.Plan() : work.Run();
                }
            );
            WorkReport.Show(Verb, plan, isDryRun, options.IsJson(parsed), parsed.InvocationConfiguration.Output, error);
            return ExitCode.Clean;
        });
        return command;
    }
}
