using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Settings;

/// <summary>The settings of a workspace, each from the first place that says it.</summary>
public sealed record WorkspaceSettings
{
    private WorkspaceSettings(ValueList<SettingsLayer> layers)
    {
        Codings = First(layer => layer.Codings);
        Source = First(layer => layer.Source);
        Output = First(layer => layer.Output);
        SchemaName = First(layer => layer.SchemaName);
        ViewName = First(layer => layer.ViewName);
        FunctionName = First(layer => layer.FunctionName);
        CatalogueViewName = First(layer => layer.CatalogueViewName);
        OutcomeColumn = First(layer => layer.OutcomeColumn);
        Targets = First(layer => layer.Targets);

        Setting<T> First<T>(Func<SettingsLayer, Setting<T>?> find) => layers.Select(find).OfType<Setting<T>>().First();
    }

    /// <inheritdoc cref="SettingsLayer.Codings"/>
    public Setting<string> Codings { get; }

    /// <inheritdoc cref="SettingsLayer.Source"/>
    public Setting<string> Source { get; }

    /// <inheritdoc cref="SettingsLayer.Output"/>
    public Setting<string> Output { get; }

    /// <inheritdoc cref="SettingsLayer.SchemaName"/>
    public Setting<string> SchemaName { get; }

    /// <inheritdoc cref="SettingsLayer.ViewName"/>
    public Setting<string> ViewName { get; }

    /// <inheritdoc cref="SettingsLayer.FunctionName"/>
    public Setting<string> FunctionName { get; }

    /// <inheritdoc cref="SettingsLayer.CatalogueViewName"/>
    public Setting<string> CatalogueViewName { get; }

    /// <inheritdoc cref="SettingsLayer.OutcomeColumn"/>
    public Setting<string> OutcomeColumn { get; }

    /// <inheritdoc cref="SettingsLayer.Targets"/>
    public Setting<ValueList<Target>> Targets { get; }

    /// <summary>How objects are called.</summary>
    /// <exception cref="RuleGenException">RG0215: the patterns, each from its place, give two objects one name.</exception>
    public ObjectNaming Naming
    {
        get
        {
            try
            {
                return ObjectNaming.Of(ViewName.Value, FunctionName.Value, CatalogueViewName.Value) with
                {
                    Schema = SchemaName.Value,
                    OutcomeColumn = OutcomeColumn.Value,
                };
            }
            catch (RuleGenException exception)
            {
                throw exception.In((ViewName.Origin == SettingOrigin.Default ? FunctionName : ViewName).Place);
            }
        }
    }

    /// <summary>Reads the source.</summary>
    /// <exception cref="RuleGenException">RG0501: there is no such file. Or it cannot be read, or is not valid.</exception>
    public Source ReadSource()
    {
        CheckIsThere(Source, "source file", "name another file with --schema");
        return SourceFile.Read(DisplayPath.Of(Source.Value));
    }

    /// <summary>Checks that what a path leads to is there, where somebody names it.</summary>
    /// <param name="path">The setting.</param>
    /// <param name="what">What it is.</param>
    /// <param name="otherwise">What else can be done about it.</param>
    /// <exception cref="RuleGenException">RG0501: it is not.</exception>
    internal static void CheckIsThere(Setting<string> path, string what, string otherwise)
    {
        if (path.Origin == SettingOrigin.Default || Path.Exists(path.Value))
        {
            return;
        }

        var shown = DisplayPath.Of(path.Value);
        throw new RuleGenException(
            new Problem(
                ErrorCodes.UnreadableFile,
                $"There is no {what} '{shown}', which {path.Place} names",
                $"Mend the path there, or {otherwise}; rulegen config shows every setting"
            )
            {
                File = shown,
            }
        );
    }

    /// <summary>Settings of which every one is said somewhere.</summary>
    /// <param name="root">The folder of the workspace, whose defaults come last.</param>
    /// <param name="layers">What places say, the one that prevails first.</param>
    public static WorkspaceSettings Resolve(string root, IEnumerable<SettingsLayer> layers) =>
        new([.. layers, SettingsLayer.Default(root)]);
}
