using RuleGen.Cli.Files;
using RuleGen.Model;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Cli.Settings;

/// <summary>Shows settings to a person.</summary>
internal static class SettingsText
{
    /// <summary>Writes where the workspace is, and a table of its settings.</summary>
    public static void Write(WorkspaceFolder? folder, WorkspaceSettings settings, TextWriter output)
    {
        output.WriteLine(
            MessageText.OneLine(
                folder is null ? "There is no workspace here; rulegen init makes one."
                : folder.HasFile ? $"Workspace: {folder.Root}"
                : $"Workspace: {folder.Root}, without {WorkspaceFile.FileName}"
            )
        );
        var table = new TextTable(new("Setting"), new("Value"), new("From"));
        Add(settings.Codings, DisplayPath.Of);
        Add(settings.Source, DisplayPath.Of);
        Add(settings.Output, DisplayPath.Of);
        Add(settings.SchemaName, name => name);
        Add(settings.ViewName, name => name);
        Add(settings.FunctionName, name => name);
        Add(settings.CatalogueViewName, name => name);
        Add(settings.OutcomeColumn, name => name);
        Add(
            settings.Targets,
            targets =>
                settings.Targets.Origin == SettingOrigin.Default
                    ? "all"
                    : string.Join(", ", targets.Select(target => target.Name))
        );
        table.Write(Terminal.OfOutput(output));
        foreach (var catalogue in folder?.Catalogues ?? [])
        {
            var views = string.Join(", ", catalogue.Views.Select(SettingsJson.WordOf));
            output.WriteLine(
                MessageText.OneLine($"Catalogue {catalogue.Id} ({views}): {string.Join(", ", catalogue.Codings)}")
            );
        }

        void Add<T>(Setting<T> setting, Func<T, string> show) =>
            table.AddRow(setting.Name, MessageText.OneLine(show(setting.Value)), MessageText.OneLine(setting.Place));
    }
}
