using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Settings;

/// <summary>What one place says of the settings of a workspace; null where it says nothing.</summary>
public sealed record SettingsLayer
{
    /// <summary>The names of the settings, as <c>rulegen.json</c> has them.</summary>
    internal const string CodingsName = "codings";

    /// <inheritdoc cref="CodingsName"/>
    internal const string SourceName = "source";

    /// <inheritdoc cref="CodingsName"/>
    internal const string OutputName = "output";

    /// <inheritdoc cref="CodingsName"/>
    internal const string SchemaNameName = "schemaName";

    /// <inheritdoc cref="CodingsName"/>
    internal const string ViewNameName = "viewName";

    /// <inheritdoc cref="CodingsName"/>
    internal const string FunctionNameName = "functionName";

    /// <inheritdoc cref="CodingsName"/>
    internal const string CatalogueViewNameName = "catalogueViewName";

    /// <inheritdoc cref="CodingsName"/>
    internal const string OutcomeColumnName = "outcomeColumn";

    /// <inheritdoc cref="CodingsName"/>
    internal const string TargetsName = "targets";

    private const string DefaultPlace = "default";

    /// <summary>The folder of the codings' texts.</summary>
    public Setting<string>? Codings { get; init; }

    /// <summary>The file of the source.</summary>
    public Setting<string>? Source { get; init; }

    /// <summary>The folder that a build writes.</summary>
    public Setting<string>? Output { get; init; }

    /// <summary>The schema of the objects.</summary>
    public Setting<string>? SchemaName { get; init; }

    /// <inheritdoc cref="ObjectNaming.ViewPattern"/>
    public Setting<string>? ViewName { get; init; }

    /// <inheritdoc cref="ObjectNaming.FunctionPattern"/>
    public Setting<string>? FunctionName { get; init; }

    /// <inheritdoc cref="ObjectNaming.CatalogueViewPattern"/>
    public Setting<string>? CatalogueViewName { get; init; }

    /// <inheritdoc cref="ObjectNaming.OutcomeColumn"/>
    public Setting<string>? OutcomeColumn { get; init; }

    /// <summary>The servers that scripts are checked for; they are written for the first.</summary>
    public Setting<ValueList<Target>>? Targets { get; init; }

    /// <summary>What holds where nobody says otherwise: the layout of RuleGen's own repository.</summary>
    /// <param name="root">The folder of the workspace.</param>
    public static SettingsLayer Default(string root)
    {
        return new SettingsLayer
        {
            Codings = Path(CodingsName, "sql/published"),
            Source = Path(SourceName, "sql/schema/apcs.json"),
            Output = Path(OutputName, "generated"),
            SchemaName = Name(SchemaNameName, ObjectNaming.Default.Schema),
            ViewName = Name(ViewNameName, ObjectNaming.Default.ViewPattern),
            FunctionName = Name(FunctionNameName, ObjectNaming.Default.FunctionPattern),
            CatalogueViewName = Name(CatalogueViewNameName, ObjectNaming.Default.CatalogueViewPattern),
            OutcomeColumn = Name(OutcomeColumnName, ObjectNaming.Default.OutcomeColumn),
            Targets = new(TargetsName, TSql.Targets.All, SettingOrigin.Default, DefaultPlace),
        };

        Setting<string> Path(string name, string path) => Name(name, FullPath(root, path));

        static Setting<string> Name(string name, string value) => new(name, value, SettingOrigin.Default, DefaultPlace);
    }

    /// <summary>
    /// What the environment says: <c>RULEGEN_CODINGS</c>, <c>RULEGEN_SOURCE</c>, <c>RULEGEN_OUTPUT</c>,
    /// <c>RULEGEN_SCHEMA_NAME</c>, <c>RULEGEN_VIEW_NAME</c>, <c>RULEGEN_FUNCTION_NAME</c>,
    /// <c>RULEGEN_CATALOGUE_VIEW_NAME</c>, <c>RULEGEN_OUTCOME_COLUMN</c>, and <c>RULEGEN_TARGETS</c> with commas. An empty
    /// variable says nothing.
    /// </summary>
    /// <param name="read">The value of a variable; null where it is not set.</param>
    /// <param name="folder">The folder that paths start from.</param>
    /// <exception cref="RuleGenException">
    /// RG0009: a name that SQL Server does not take. RG0215: no pattern of names. RG0603: a target that there is not.
    /// </exception>
    public static SettingsLayer OfEnvironment(Func<string, string?> read, string folder) =>
        Of(
            SettingOrigin.Environment,
            variable => read(variable) is { Length: > 0 } text ? text : null,
            folder,
            [
                "RULEGEN_CODINGS",
                "RULEGEN_SOURCE",
                "RULEGEN_OUTPUT",
                "RULEGEN_SCHEMA_NAME",
                "RULEGEN_VIEW_NAME",
                "RULEGEN_FUNCTION_NAME",
                "RULEGEN_CATALOGUE_VIEW_NAME",
                "RULEGEN_OUTCOME_COLUMN",
                "RULEGEN_TARGETS",
            ]
        );

    /// <summary>
    /// What options of a command line say: <c>--codings</c>, <c>--schema</c>, <c>--out</c>, <c>--schema-name</c> and
    /// <c>--target</c>. Patterns of names are a workspace's, and have none.
    /// </summary>
    /// <param name="read">The value of an option; null where it is not given.</param>
    /// <param name="folder">The folder that paths start from.</param>
    /// <exception cref="RuleGenException">RG0009: a name that no schema has. RG0603: a target that there is not.</exception>
    public static SettingsLayer OfOptions(Func<string, string?> read, string folder) =>
        Of(
            SettingOrigin.Option,
            read,
            folder,
            ["--codings", "--schema", "--out", "--schema-name", null, null, null, null, "--target"]
        );

    private static SettingsLayer Of(
        SettingOrigin origin,
        Func<string, string?> read,
        string folder,
        ReadOnlySpan<string?> places
    )
    {
        return new SettingsLayer
        {
            Codings = Say(CodingsName, places[0], Full),
            Source = Say(SourceName, places[1], Full),
            Output = Say(OutputName, places[2], Full),
            SchemaName = Say(SchemaNameName, places[3], text => SqlName.Check(text, "schema")),
            ViewName = Say(ViewNameName, places[4], ObjectNaming.CheckViewPattern),
            FunctionName = Say(FunctionNameName, places[5], ObjectNaming.CheckFunctionPattern),
            CatalogueViewName = Say(CatalogueViewNameName, places[6], ObjectNaming.CheckCatalogueViewPattern),
            OutcomeColumn = Say(OutcomeColumnName, places[7], ObjectNaming.CheckOutcomeColumn),
            Targets = Say(TargetsName, places[8], ParseTargets),
        };

        string Full(string text) => FullPath(folder, text);

        Setting<T>? Say<T>(string name, string? place, Func<string, T> parse)
        {
            if (place is null || read(place) is not { } text)
            {
                return null;
            }

            try
            {
                return new Setting<T>(name, parse(text), origin, place);
            }
            catch (RuleGenException exception)
            {
                throw exception.In(place);
            }
        }
    }

    /// <summary>The full path of a path from a folder.</summary>
    internal static string FullPath(string folder, string path) =>
        path.Length == 0
            ? ""
            : System.IO.Path.TrimEndingDirectorySeparator(
                System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, path))
            );

    private static ValueList<Target> ParseTargets(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries).Select(TSql.Targets.Named).Distinct().ToValueList();
}
