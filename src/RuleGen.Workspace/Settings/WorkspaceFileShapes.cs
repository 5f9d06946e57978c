using RuleGen.Model;

namespace RuleGen.Workspaces.Settings;

/// <summary>The objects of a workspace's file.</summary>
internal static class WorkspaceFileShapes
{
    /// <summary>The file itself.</summary>
    public static JsonShape Root { get; } =
        new(
            "root",
            [],
            [
                SettingsLayer.CodingsName,
                SettingsLayer.SourceName,
                SettingsLayer.OutputName,
                SettingsLayer.SchemaNameName,
                SettingsLayer.ViewNameName,
                SettingsLayer.FunctionNameName,
                SettingsLayer.CatalogueViewNameName,
                SettingsLayer.OutcomeColumnName,
                SettingsLayer.TargetsName,
                "catalogues",
                JsonShape.Schema,
            ]
        );

    /// <summary>A catalogue.</summary>
    public static JsonShape Catalogue { get; } = new("catalogue", ["id", "codings"], ["views"]);

    /// <summary>All of them.</summary>
    public static ValueList<JsonShape> All { get; } = [Root, Catalogue];
}
