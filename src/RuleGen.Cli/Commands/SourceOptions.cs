using System.CommandLine;
using RuleGen.Model;
using RuleGen.Workspaces;

namespace RuleGen.Cli.Commands;

/// <summary>The options that say what table a coding reads.</summary>
internal sealed class SourceOptions
{
    private readonly Option<string?> _schema = new("--schema")
    {
        Description = "The schema file: table, key and columns [default: sql/schema/apcs.json]",
        HelpName = "FILE",
    };

    private readonly Option<string?> _collation = new("--collation")
    {
        Description = "A collation for every character column, in place of the schema file's",
        HelpName = "NAME",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_schema);
        command.Options.Add(_collation);
    }

    /// <summary>The source that a command line names.</summary>
    /// <exception cref="RuleGenException">
    /// The schema file cannot be read or is not valid, or the collation is not known.
    /// </exception>
    public Source Read(ParseResult parsed)
    {
        var collation = parsed.GetValue(_collation) is { } name ? Collation.Named(name) : null;
        var source = SourceFile.Read(parsed.GetValue(_schema) ?? Checkout.Display(Checkout.Find().SchemaFile));
        return collation is null ? source : source.WithCollation(collation);
    }
}
