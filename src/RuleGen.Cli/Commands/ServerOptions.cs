using System.CommandLine;
using System.CommandLine.Parsing;
using RuleGen.Cli.Files;
using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.SqlServer;
using RuleGen.TSql;

namespace RuleGen.Cli.Commands;

/// <summary>The options of commands that work on a server.</summary>
internal sealed class ServerOptions
{
    private const string VariableMark = "env:";

    private readonly Argument<string[]> _codings = CodingArgument.CreateOfWorkspace();

    private readonly Option<string?> _connection = CreateConnection();

    private readonly Option<string?> _objectSchema = CreateObjectSchema();

    private readonly Option<string?> _target = new("--target")
    {
        Description = "The kind of server [default: found out from the server]",
        HelpName = "NAME",
    };

    private readonly Option<bool> _clr = CreateClr();

    private readonly Option<string> _format = FormatOption.Create();

    private readonly SourceOptions _sources = new();

    /// <summary>The option that says where the server is.</summary>
    public static Option<string?> CreateConnection() =>
        new("--connection")
        {
            Description =
                "A connection string; or env:NAME for one in an environment variable, so that no list of processes shows it",
            HelpName = "CS",
        };

    /// <summary>The option that says where the objects are, or go.</summary>
    /// <param name="description">What it is for.</param>
    public static Option<string?> CreateObjectSchema(string description = "The schema of the objects") =>
        new("--schema-name") { Description = $"{description} [default: the workspace's, or ebi]", HelpName = "NAME" };

    /// <summary>The option that says whether SQLCLR functions are meant.</summary>
    public static Option<bool> CreateClr() => new("--clr") { Description = "The SQLCLR functions, too" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="asksForClr">Whether it is to be asked whether SQLCLR functions are meant, too.</param>
    public void AddTo(Command command, bool asksForClr)
    {
        command.Arguments.Add(_codings);
        command.Options.Add(_connection);
        command.Options.Add(_objectSchema);
        command.Options.Add(_target);
        if (asksForClr)
        {
            command.Options.Add(_clr);
        }

        command.Options.Add(_format);
        _sources.AddTo(command);
    }

    /// <summary>Whether SQLCLR functions are asked for.</summary>
    public bool AsksForClr(CommandResult result) => result.GetValue(_clr);

    /// <summary>Whether JSON is wanted.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(_format) == "json";

    /// <summary>What is asked for.</summary>
    /// <exception cref="RuleGenException">The source file, a name or a coding is not valid.</exception>
    public DeploymentRequest Read(ParseResult parsed, TextWriter error)
    {
        var workspace = _sources.Open(parsed);
        var names = parsed.GetValue(_codings) ?? [];
        var (catalogues, others) =
            names.Length == 0 ? (workspace.Catalogues, []) : CatalogueArgument.Part(names, workspace);
        var codings = others.Count == 0 && names.Length > 0 ? [] : CodingArgument.FindNamed(others, workspace, error);
        var naming = SourceOptions.Naming(parsed.GetValue(_objectSchema), workspace);
        return new DeploymentRequest(codings.Select(coding => coding.Published).ToValueList(), workspace.Source, naming)
        {
            MakeClr = parsed.GetValue(_clr) ? ClrGenerator.MakeObject : null,
            Target = parsed.GetValue(_target) is { } target ? Targets.Named(target) : null,
            Catalogues = catalogues
                .Select(catalogue => new RequestedCatalogue(catalogue.Catalogue, catalogue.Views))
                .ToValueList(),
            IsComplete = names.Length == 0,
        };
    }

    /// <summary>
    /// Does something in a session; what the user should know of the connection goes to the standard error. An
    /// interruption ends what the server is doing, too.
    /// </summary>
    /// <exception cref="RuleGenException">RG0605: there is no valid connection string. RG0701, RG0702: it leads nowhere.</exception>
    public T Work<T>(ParseResult parsed, Redaction redaction, TextWriter error, Func<ISqlSession, T> work) =>
        Work(Parse(parsed.GetValue(_connection), redaction, error), error, work);

    /// <summary>The same over a connection.</summary>
    /// <exception cref="RuleGenException">RG0701, RG0702: it leads nowhere.</exception>
    public static T Work<T>(ConnectionText connection, TextWriter error, Func<ISqlSession, T> work)
    {
        using var deferral = Interruption.Defer();
        deferral.TidyUp = Tell;
        using var session = connection.Open(deferral.Interrupted);
        try
        {
            return work(session);
        }
        catch (OperationCanceledException)
        {
            Tell();
            throw;
        }

        void Tell() =>
            error.WriteLine(
                "interrupted: the server undoes what is not committed; 'rulegen status' shows how things are"
            );
    }

    /// <summary>The connection string of an option's value.</summary>
    /// <exception cref="RuleGenException">RG0605: there is none, or it is not valid.</exception>
    public static ConnectionText Parse(string? value, Redaction redaction, TextWriter error)
    {
        var text =
            value?.StartsWith(VariableMark, StringComparison.Ordinal) == true
                ? Environment.GetEnvironmentVariable(value[VariableMark.Length..])
                : value;
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RuleGenException(
                ErrorCodes.ConnectionString,
                value is null ? "The command needs a server, and there is no --connection"
                    : value.Length == 0 || text == value ? "--connection is empty"
                    : $"The environment variable of '{value}' is not set, or empty",
                "Write --connection 'Server=…;Database=…;…', or put the connection string into an environment variable "
                    + "and write --connection env:NAME"
            );
        }

        redaction.Learn(text);
        var connection = ConnectionText.Parse(text);
        foreach (var note in connection.Notes)
        {
            error.WriteLine(note);
        }

        return connection;
    }
}
