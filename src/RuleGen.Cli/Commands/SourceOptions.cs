using System.CommandLine;
using RuleGen.Model;
using RuleGen.TSql.Read;
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

    private readonly Option<bool> _assumeTable = new("--assume-table")
    {
        Description = "Take the one table that a text reads for the source, whatever it is called",
    };

    private readonly Option<bool> _lenient = new("--lenient")
    {
        Description =
            "Read a text column that is compared with a number, for values that are digits alone; lint says where it fails",
    };

    private readonly Option<string?> _case = new("--case")
    {
        Description =
            "Of a text with several CASE columns, the one that is the coding: its alias, or its number from 1",
        HelpName = "NAME",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_schema);
        command.Options.Add(_collation);
        command.Options.Add(_assumeTable);
        command.Options.Add(_case);
        command.Options.Add(_lenient);
    }

    /// <summary>The file of the source that a command line names; null where it names none.</summary>
    public string? SchemaFile(ParseResult parsed) => parsed.GetValue(_schema);

    /// <summary>The folder of the workspace that a command works in; null where there is none.</summary>
    public static WorkspaceFolder? FindFolder() =>
        WorkspaceFolder.Find(Directory.GetCurrentDirectory()) ?? WorkspaceFolder.Find(AppContext.BaseDirectory);

    /// <summary>
    /// The workspace around the current folder, or else the one that the program was built in, over the source that the
    /// command line names.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0501: there is neither a workspace nor a schema file. Or the schema file cannot be read or is not valid, or the
    /// collation is not known.
    /// </exception>
    public Workspace Open(ParseResult parsed)
    {
        var collation = parsed.GetValue(_collation) is { } name ? Collation.Named(name) : null;
        var folder = FindFolder();
        var schema =
            parsed.GetValue(_schema) ?? (folder is null ? throw NoSource() : DisplayPath.Of(folder.SchemaFile));
        var source = SourceFile.Read(schema);
        return Workspace.Over(
            collation is null ? source : source.WithCollation(collation),
            folder,
            new ReadOptions
            {
                AssumesTable = parsed.GetValue(_assumeTable),
                Case = parsed.GetValue(_case),
                IsLenient = parsed.GetValue(_lenient),
            }
        );
    }

    private static RuleGenException NoSource() =>
        new(
            ErrorCodes.UnreadableFile,
            "There is no workspace here: neither this folder nor one above it has 'sql/schema/apcs.json'",
            "Run rulegen inside one, or name the schema file with --schema"
        );
}
