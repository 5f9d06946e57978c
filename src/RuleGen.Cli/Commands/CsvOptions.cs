using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Cli.Commands;

/// <summary>The options of commands that read or write CSV.</summary>
internal sealed class CsvOptions
{
    private readonly Option<string> _null = new("--null")
    {
        Description = "How CSV files write NULL, without quotes [default: the empty field]",
        HelpName = "TOKEN",
        DefaultValueFactory = _ => "",
    };

    private readonly OutputOption _output = OutputOption.OfResults(
        "The CSV file to write, whole or not at all [default: the standard output]"
    );

    private readonly ListOption _lists = new(
        "The CSV file of a list whose items stand in a child table, in the order of the key; once for each list"
    );

    private readonly Option<bool> _strict = new("--strict")
    {
        Description =
            "Fail where the data are doubtful: NULL written otherwise, keys that repeat, values of another shape than the "
            + "schema file says",
    };

    /// <summary>Options, ready to be added to a command.</summary>
    public CsvOptions() =>
        _null.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value.AsSpan().ContainsAny(",\"\r\n"))
            {
                result.AddError("--null takes a token without commas, quotes and line breaks");
            }
        });

    /// <summary>Adds the options to a command that writes CSV.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_output);
        command.Options.Add(_null);
    }

    /// <summary>Adds the options of a command that reads CSV.</summary>
    /// <param name="command">The command.</param>
    /// <param name="nullDescription">What is said of --null; null for the usual.</param>
    public void AddReadingTo(Command command, string? nullDescription = null)
    {
        _null.Description = nullDescription ?? _null.Description;
        command.Options.Add(_null);
        AddStrictTo(command);
    }

    /// <summary>Adds the option of a command that evaluates rows.</summary>
    public void AddStrictTo(Command command)
    {
        command.Options.Add(_strict);
        AddListsTo(command);
    }

    /// <summary>Adds the option of a command that reads rows with lists.</summary>
    public void AddListsTo(Command command) => command.Options.Add(_lists);

    /// <summary>Opens the files of lists.</summary>
    /// <exception cref="Model.RuleGenException">RG0501: one cannot be read.</exception>
    private Model.ValueList<ListInput> OpenLists(ParseResult parsed) =>
        Model.ValueList.ToValueList(
            _lists
                .Read(parsed)
                .Select(each => new ListInput(
                    each.List,
                    StandardStreams.OpenInput(each.Path),
                    StandardStreams.NameOf(each.Path)
                ))
        );

    /// <summary>Whether data must be beyond doubt.</summary>
    public bool IsStrict(ParseResult parsed) => parsed.GetValue(_strict);

    /// <summary>How NULL is written.</summary>
    public string NullToken(ParseResult parsed) => parsed.GetValue(_null)!;

    /// <summary>Opens an input, or the standard input for <c>-</c>; null where none is named.</summary>
    /// <exception cref="Model.RuleGenException">RG0501: it cannot be read.</exception>
    [return: NotNullIfNotNull(nameof(path))]
    public CsvInput? OpenInput(ParseResult parsed, string? path) =>
        path is null
            ? null
            : new CsvInput(StandardStreams.OpenInput(path), StandardStreams.NameOf(path), NullToken(parsed))
            {
                Lists = OpenLists(parsed),
            };

    /// <summary>Opens a file of fixtures, in which the empty field is NULL, too, where --null does not say otherwise.</summary>
    /// <exception cref="Model.RuleGenException">RG0501: it cannot be read.</exception>
    public CsvInput OpenFixtures(ParseResult parsed, string path)
    {
        var isSaid = parsed.GetResult(_null) is { Implicit: false };
        return new CsvInput(
            StandardStreams.OpenInput(path),
            StandardStreams.NameOf(path),
            isSaid ? NullToken(parsed) : FixtureFiles.NullToken
        )
        {
            EmptyIsNull = !isSaid,
            HasListCells = true,
            Lists = OpenLists(parsed),
            ChecksShapes = false,
        };
    }

    /// <summary>Opens the output.</summary>
    /// <exception cref="Model.RuleGenException">RG0502: it cannot be written.</exception>
    public OutputFile OpenOutput(ParseResult parsed) => OutputFile.Open(parsed.GetValue(_output));
}
