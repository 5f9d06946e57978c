using System.CommandLine;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Files;
using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.SqlServer;
using RuleGen.TSql;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Cli.Commands;

/// <summary>What <c>rulegen verify</c> takes for a server, and does there.</summary>
internal sealed class ServerVerification
{
    private readonly Option<string?> _connection = ServerOptions.CreateConnection();

    private readonly Option<string?> _table = new("--data-from")
    {
        Description = "With --connection: read a table through the deployed objects and the engine, and change nothing",
        HelpName = "TABLE",
    };

    private readonly Option<string?> _objectSchema = ServerOptions.CreateObjectSchema(
        "With --data-from: the schema of the deployed objects"
    );

    private readonly Option<string?> _target = new("--target")
    {
        Description = "With --connection: the kind of server [default: found out from the server]",
        HelpName = "NAME",
    };

    private readonly Option<bool> _clr = ServerOptions.CreateClr();

    /// <summary>Adds the options to the command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_connection);
        command.Options.Add(_table);
        command.Options.Add(_objectSchema);
        command.Options.Add(_target);
        command.Options.Add(_clr);
    }

    /// <summary>Whether a server is named.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_connection) is not null;

    /// <summary>Refuses options that mean nothing without another.</summary>
    /// <exception cref="RuleGenException">RG0601: there is one.</exception>
    public void Check(ParseResult parsed)
    {
        foreach (var option in new Option[] { _table, _clr, _target }.Where(each => IsGiven(parsed, each)))
        {
            Require(parsed, option, _connection);
        }

        if (IsGiven(parsed, _objectSchema))
        {
            Require(parsed, _objectSchema, _table);
        }
    }

    /// <summary>Refuses options for rows that are not the table's.</summary>
    /// <exception cref="RuleGenException">RG0601: there is one.</exception>
    public static void RefuseBeside(ParseResult parsed, params Option[] options)
    {
        if (Array.Find(options, each => IsGiven(parsed, each)) is { } option)
        {
            throw new RuleGenException(
                ErrorCodes.Usage,
                $"{option.Name} means nothing beside --data-from, which reads every row of the table and no others",
                $"Leave out {option.Name}, or verify without --data-from"
            );
        }
    }

    /// <summary>The table to read; null where none is named.</summary>
    /// <exception cref="RuleGenException">RG0601: its name is not understood.</exception>
    public TableName? ReadTable(ParseResult parsed) =>
        parsed.GetValue(_table) is { } name ? TableArgument.Read(_table, name) : null;

    /// <summary>Makes a place on the server for a verification; null where no server is named.</summary>
    /// <exception cref="RuleGenException">The server cannot be reached, or refuses.</exception>
    public ScratchDatabase? Open(
        ParseResult parsed,
        Redaction redaction,
        TextWriter error,
        Interruption.Deferral? deferral
    )
    {
        if (parsed.GetValue(_connection) is not { } value || deferral is null)
        {
            return null;
        }

        var connection = ServerOptions.Parse(value, redaction, error);
        var scratch = ScratchDatabase.Create(
            connection,
            Target(parsed),
            parsed.GetValue(_clr) ? ClrGenerator.MakeObject : null,
            error.WriteLine,
            deferral.Interrupted
        );
        deferral.TidyUp = scratch.Dispose;
        TellWhatIsLeftOut(scratch.Target, error);
        return scratch;
    }

    /// <summary>Verifies codings on a table.</summary>
    /// <exception cref="RuleGenException">The server cannot be reached, or refuses; or objects or table are not there.</exception>
    public IReadOnlyList<VerificationResult> Run(
        ParseResult parsed,
        TableName table,
        ValueList<WorkspaceCoding> codings,
        Workspace workspace,
        Redaction redaction,
        TextWriter error
    )
    {
        var connection = ServerOptions.Parse(parsed.GetValue(_connection), redaction, error);
        var naming = SourceOptions.Naming(parsed.GetValue(_objectSchema), workspace);
        var results = new List<VerificationResult>();
        using var deferral = Interruption.Defer();
        foreach (var coding in codings)
        {
            var request = new DeploymentRequest([coding.Published], workspace.Source, naming)
            {
                Target = Target(parsed),
                MakeClr =
                    parsed.GetValue(_clr) || ClrGenerator.WhyNone(coding.Coding) is null
                        ? ClrGenerator.MakeObject
                        : null,
                IsComplete = false,
            };
            using var deployed = DeployedCoding.Open(
                connection,
                request,
                table,
                parsed.GetValue(_clr),
                error.WriteLine,
                deferral.Interrupted
            );
            TellWhatIsLeftOut(deployed.Target, error);
            var progress = new Progress(error, Terminal.IsErrorInteractive, size: null) { Subject = coding.Name };
            var result = workspace.VerifyDeployed(coding, table, deployed, progress);
            if (result.Rows == 0)
            {
                error.WriteLine($"{table} has no rows, so that nothing was compared");
            }

            results.Add(result);
        }

        return results;
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static void Require(ParseResult parsed, Option option, Option needed)
    {
        if (!IsGiven(parsed, needed))
        {
            throw new RuleGenException(
                ErrorCodes.Usage,
                $"{option.Name} means nothing without {needed.Name}",
                $"Add {needed.Name}, or leave out {option.Name}"
            );
        }
    }

    private static void TellWhatIsLeftOut(Target target, TextWriter error)
    {
        if (!target.ComparesBeyondAscii)
        {
            error.WriteLine(
                $"The server leaves out rows with characters beyond ASCII, which {target} compares otherwise than SQL "
                    + "Server; they count as not evaluated."
            );
        }
    }

    private Target? Target(ParseResult parsed) => parsed.GetValue(_target) is { } name ? Targets.Named(name) : null;
}
