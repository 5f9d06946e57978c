using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Codings;

namespace RuleGen.Workspaces.Settings;

/// <summary>Turns the JSON of a workspace's file into what it says, collecting all that is wrong with it.</summary>
/// <param name="folder">The folder that paths start from.</param>
/// <param name="shown">What messages call the file.</param>
internal sealed class WorkspaceFileReader(string folder, string shown) : PlacedJsonReader(ErrorCodes.WorkspaceShape)
{
    private static readonly ValueList<CatalogueView> AllViews = [.. Enum.GetValues<CatalogueView>()];

    /// <summary>What the file says.</summary>
    /// <exception cref="RuleGenException">All that is wrong with it.</exception>
    public WorkspaceFile Read(PlacedJson root)
    {
        var members = ReadObject(root, "The workspace's file", WorkspaceFileShapes.Root);
        ReadText(members.GetValueOrDefault(JsonShape.Schema), $"'{JsonShape.Schema}'");
        var settings = new SettingsLayer
        {
            Codings = ReadPath(members, SettingsLayer.CodingsName),
            Source = ReadPath(members, SettingsLayer.SourceName),
            Output = ReadPath(members, SettingsLayer.OutputName),
            SchemaName = Place(SettingsLayer.SchemaNameName, members, json => ReadName(json, "schema")),
            ViewName = ReadName(members, SettingsLayer.ViewNameName, ObjectNaming.CheckViewPattern),
            FunctionName = ReadName(members, SettingsLayer.FunctionNameName, ObjectNaming.CheckFunctionPattern),
            CatalogueViewName = ReadName(
                members,
                SettingsLayer.CatalogueViewNameName,
                ObjectNaming.CheckCatalogueViewPattern
            ),
            OutcomeColumn = ReadName(members, SettingsLayer.OutcomeColumnName, ObjectNaming.CheckOutcomeColumn),
            Targets = Place(SettingsLayer.TargetsName, members, ReadTargets),
        };
        var catalogues = ReadCatalogues(members.GetValueOrDefault("catalogues"));
        return HasProblems ? throw Refusal() : new WorkspaceFile(settings, catalogues);
    }

    private Setting<string>? ReadPath(Dictionary<string, PlacedJson> members, string name) =>
        Place(
            name,
            members,
            json =>
            {
                if (ReadText(json, $"'{name}'") is not { } path)
                {
                    return null;
                }

                if (path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal))
                {
                    return SettingsLayer.FullPath(folder, path);
                }

                Report(
                    ErrorCodes.WorkspaceShape,
                    json.Position,
                    $"'{name}' is no path",
                    $"Give one, from the folder of {WorkspaceFile.FileName}"
                );
                return null;
            }
        );

    /// <summary>A name, or a pattern of names.</summary>
    private Setting<string>? ReadName(
        Dictionary<string, PlacedJson> members,
        string name,
        Func<string, string> check
    ) =>
        Place(
            name,
            members,
            json =>
                ReadText(json, $"'{name}'") is { } text
                && Attempt(json.Position, () => check(text), out var checkedText)
                    ? checkedText
                    : null
        );

    /// <summary>A setting with its place; null where the file does not have it, or it is wrong, which is reported.</summary>
    private Setting<T>? Place<T>(string name, Dictionary<string, PlacedJson> members, Func<PlacedJson, T?> read)
        where T : class =>
        members.TryGetValue(name, out var json) && read(json) is { } value
            ? new Setting<T>(
                name,
                value,
                SettingOrigin.File,
                string.Create(CultureInfo.InvariantCulture, $"{shown}:{json.Position.Line}:{json.Position.Column}")
            )
            : null;

    private ValueList<Target>? ReadTargets(PlacedJson json)
    {
        var names = Targets.All.Select(target => target.Name).ToList();
        var targets = ReadDistinct(
            json,
            $"'{SettingsLayer.TargetsName}'",
            "a target",
            names,
            name => Targets.All.FirstOrDefault(target => target.Name == name)
        );
        return targets.Count == 0 ? null : targets;
    }

    private ValueList<DeclaredCatalogue> ReadCatalogues(PlacedJson? json)
    {
        var catalogues = new List<DeclaredCatalogue>();
        foreach (var item in ReadArray(json, "'catalogues'"))
        {
            var members = ReadObject(item, "A catalogue", WorkspaceFileShapes.Catalogue);
            var id = ReadId(members.GetValueOrDefault("id"));
            var codings = members.TryGetValue("codings", out var listed)
                ? ReadDistinct(listed, "'codings' of a catalogue", "the id of a coding", known: null, text => text)
                : [];
            var views = members.TryGetValue("views", out var shownAs)
                ? ReadDistinct(
                        shownAs,
                        "'views' of a catalogue",
                        "a view",
                        AllViews.Select(view => WordOf(view)).ToList(),
                        name =>
                            AllViews
                                .Where(view => WordOf(view) == name)
                                .Select(view => new Boxed(view))
                                .FirstOrDefault()
                    )
                    .Select(view => view.View)
                    .ToValueList()
                : AllViews;
            if (id is not null && catalogues.Exists(other => SqlName.Comparer.Equals(other.Id, id)))
            {
                Report(
                    ErrorCodes.WorkspaceShape,
                    members["id"].Position,
                    $"Catalogue '{id}' is declared twice",
                    "Remove one; letter case does not tell ids apart"
                );
            }

            catalogues.Add(new DeclaredCatalogue(id ?? "", codings, views));
        }

        return catalogues.ToValueList();

        static string WordOf(CatalogueView view) => view.ToString().ToLowerInvariant();
    }

    private string? ReadId(PlacedJson? json) =>
        ReadText(json, "The id of a catalogue") is { } id
        && Attempt(json!.Position, () => CodingId.Check(id, $"The id '{MessageText.OneLine(id)}'"), out var checkedId)
            ? checkedId
            : null;

    /// <summary>The items of an array of names, each known and there once, and at least one.</summary>
    private ValueList<T> ReadDistinct<T>(
        PlacedJson json,
        string what,
        string item,
        List<string>? known,
        Func<string, T?> find
    )
        where T : class
    {
        var found = new List<T>();
        foreach (var each in ReadArray(json, what))
        {
            if (ReadText(each, $"An item of {what}") is not { } name)
            {
                continue;
            }

            if (find(name) is not { } value)
            {
                var nearest = NearestName.Find(name, known ?? []);
                Report(
                    ErrorCodes.WorkspaceShape,
                    each.Position,
                    $"'{name}' in {what} is not {item}",
                    nearest is not null ? $"Did you mean '{nearest}'?" : $"Use {string.Join(", ", known ?? [])}"
                );
            }
            else if (found.Contains(value))
            {
                Report(ErrorCodes.WorkspaceShape, each.Position, $"'{name}' stands twice in {what}", "Remove one");
            }
            else
            {
                found.Add(value);
            }
        }

        if (json is PlacedArray { Items: [] })
        {
            Report(ErrorCodes.WorkspaceShape, json.Position, $"{what} is empty", $"Name {item}, or leave it out");
        }

        return found.ToValueList();
    }

    /// <summary>A view as an object, so that there may be none.</summary>
    private sealed record Boxed(CatalogueView View);
}
