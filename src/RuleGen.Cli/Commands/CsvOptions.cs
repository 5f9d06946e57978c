using System.CommandLine;
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

    /// <summary>Opens the output.</summary>
    /// <exception cref="Model.RuleGenException">RG0502: it cannot be written.</exception>
    public OutputFile OpenOutput(ParseResult parsed) => OutputFile.Open(parsed.GetValue(_output));
}
