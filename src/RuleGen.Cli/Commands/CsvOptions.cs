using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;

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

    private readonly Option<string?> _output = new("--output")
    {
        Description = "The CSV file to write, whole or not at all [default: the standard output]",
        HelpName = "FILE",
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
        AddNullTo(command);
    }

    /// <summary>Adds the option of a command that only reads CSV.</summary>
    public void AddNullTo(Command command) => command.Options.Add(_null);

    /// <summary>How NULL is written.</summary>
    public string NullToken(ParseResult parsed) => parsed.GetValue(_null)!;

    /// <summary>Opens an input, or the standard input for <c>-</c>; null where none is named.</summary>
    /// <exception cref="Model.RuleGenException">RG0501: it cannot be read.</exception>
    [return: NotNullIfNotNull(nameof(path))]
    public CsvInput? OpenInput(ParseResult parsed, string? path) =>
        path is null
            ? null
            : new CsvInput(StandardStreams.OpenInput(path), StandardStreams.NameOf(path), NullToken(parsed));

    /// <summary>Opens the output.</summary>
    /// <exception cref="Model.RuleGenException">RG0502: it cannot be written.</exception>
    public OutputFile OpenOutput(ParseResult parsed) => OutputFile.Open(parsed.GetValue(_output));
}
