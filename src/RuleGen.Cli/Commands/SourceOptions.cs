using System.CommandLine;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.TSql.Read;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Cli.Commands;

/// <summary>The options that say what table a coding reads.</summary>
internal sealed class SourceOptions
{
    private readonly Option<string?> _schema = new("--schema")
    {
        Description = "The source file: table, key and columns [default: the workspace's]",
        HelpName = "FILE",
    };

    private readonly Option<string?> _codings = new("--codings")
    {
        Description = "The folder of codings, whose files' names are their ids [default: the workspace's]",
        HelpName = "DIR",
    };

    private readonly Option<string?> _collation = new("--collation")
    {
        Description = "A collation for every character column, in place of the source file's",
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
        command.Options.Add(_codings);
        command.Options.Add(_collation);
        command.Options.Add(_assumeTable);
        command.Options.Add(_case);
        command.Options.Add(_lenient);
    }

    /// <summary>The file of the source that a command line names; null where it names none.</summary>
    public string? SchemaFile(ParseResult parsed) => parsed.GetValue(_schema);

    /// <summary>The folder of the workspace that a command works in; null where there is none.</summary>
    /// <param name="options">What its options say; null for nothing.</param>
    /// <exception cref="RuleGenException">The workspace's file, or a variable of the environment, is not valid.</exception>
    public static WorkspaceFolder? FindFolder(SettingsLayer? options = null)
    {
        var above = Above(options);
        return WorkspaceFolder.Find(Directory.GetCurrentDirectory(), above)
            // Else the checkout that the program was built in; an installed one may be in a workspace of somebody's, which
            // is not meant.
            ?? (
                WorkspaceFolder.Find(AppContext.BaseDirectory, above) is { IsCheckout: true } checkout ? checkout : null
            );
    }

    /// <summary>The settings of a workspace, or, where there is none, those of options and the environment.</summary>
    /// <param name="folder">The folder of the workspace; null where there is none.</param>
    /// <param name="options">What options say; null for nothing.</param>
    /// <exception cref="RuleGenException">A variable of the environment is not valid.</exception>
    public static WorkspaceSettings SettingsOf(WorkspaceFolder? folder, SettingsLayer? options = null) =>
        folder?.Settings ?? WorkspaceSettings.Resolve(Directory.GetCurrentDirectory(), Above(options));

    /// <summary>How objects are called: as the settings say, in the schema of the option where there is one.</summary>
    /// <exception cref="RuleGenException">As for <see cref="SettingsOf"/>. RG0009: a name that no schema has.</exception>
    public static ObjectNaming Naming(string? option, Workspace workspace)
    {
        var naming = SettingsOf(workspace.Folder).Naming;
        return option is null ? naming : naming with { Schema = option };
    }

    /// <summary>
    /// The workspace around the current folder, or else the one that the program was built in, over the source that the
    /// command line names.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0501: there is neither a workspace nor a source file. Or the source file cannot be read or is not valid, or the
    /// collation is not known.
    /// </exception>
    public Workspace Open(ParseResult parsed)
    {
        var collation = parsed.GetValue(_collation) is { } name ? Collation.Named(name) : null;
        var options = SettingsLayer.OfOptions(
            option => option == _codings.Name ? parsed.GetValue(_codings) : null,
            Directory.GetCurrentDirectory()
        );
        var reading = new ReadOptions
        {
            AssumesTable = parsed.GetValue(_assumeTable),
            Case = parsed.GetValue(_case),
            IsLenient = parsed.GetValue(_lenient),
        };
        var folder = FindFolder(options);
        var source = parsed.GetValue(_schema) is { } schema ? SourceFile.Read(schema) : ReadSource(folder, options);
        return Workspace.Over(collation is null ? source : source.WithCollation(collation), folder, reading);
    }

    private static Source ReadSource(WorkspaceFolder? folder, SettingsLayer options)
    {
        var settings = SettingsOf(folder, options);
        return folder is null && settings.Source.Origin == SettingOrigin.Default
            ? throw new RuleGenException(
                ErrorCodes.UnreadableFile,
                $"There is no workspace here: neither this folder nor one above it has '{WorkspaceFile.FileName}'",
                "Make one with rulegen init, work in one, or name a source file with --schema"
            )
            : settings.ReadSource();
    }

    private static ValueList<SettingsLayer> Above(SettingsLayer? options)
    {
        var environment = SettingsLayer.OfEnvironment(
            Environment.GetEnvironmentVariable,
            Directory.GetCurrentDirectory()
        );
        return options is null ? [environment] : [options, environment];
    }
}
