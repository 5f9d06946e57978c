using System.Text.Json.Nodes;
using RuleGen.TSql;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Cli.Settings;

/// <summary>Settings for programs; paths are full.</summary>
internal static class SettingsJson
{
    /// <summary>The document.</summary>
    public static JsonObject Write(WorkspaceFolder? folder, WorkspaceSettings settings) =>
        new()
        {
            ["workspace"] = folder?.Root,
            ["file"] = folder is { HasFile: true } ? Path.Combine(folder.Root, WorkspaceFile.FileName) : null,
            ["settings"] = new JsonArray(
                Of(settings.Codings, value => value),
                Of(settings.Source, value => value),
                Of(settings.Output, value => value),
                Of(settings.SchemaName, value => value),
                Of(settings.ViewName, value => value),
                Of(settings.FunctionName, value => value),
                Of(settings.CatalogueViewName, value => value),
                Of(settings.OutcomeColumn, value => value),
                Of(settings.Targets, targets => Strings(targets.Select(target => target.Name)))
            ),
            ["catalogues"] = new JsonArray([
                .. (folder?.Catalogues ?? []).Select(catalogue => new JsonObject
                {
                    ["id"] = catalogue.Id,
                    ["codings"] = Strings(catalogue.Codings),
                    ["views"] = Strings(catalogue.Views.Select(WordOf)),
                }),
            ]),
        };

    /// <summary>What files call a view.</summary>
    public static string WordOf(CatalogueView view) => view.ToString().ToLowerInvariant();

    private static JsonObject Of<T>(Setting<T> setting, Func<T, JsonNode> show) =>
        new()
        {
            ["name"] = setting.Name,
            ["value"] = show(setting.Value),
            ["origin"] = setting.Origin.ToString().ToLowerInvariant(),
            ["place"] = setting.Place,
        };

    private static JsonArray Strings(IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);
}
