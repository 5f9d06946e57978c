namespace RuleGen.Model;

/// <summary>Turns the JSON of a schema file into a source, collecting all that is wrong with it.</summary>
internal sealed class SourceFileReader
{
    private static readonly string[] SourceMembers = ["from", "collation", "key", "columns"];
    private static readonly string[] FromMembers = ["schema", "table", "alias"];
    private static readonly string[] OptionalFromMembers = ["synonyms"];
    private static readonly string[] ColumnMembers = ["name", "type", "nullable"];
    private static readonly string[] OptionalColumnMembers =
    [
        "column",
        "collation",
        "listOf",
        "values",
        "minimum",
        "maximum",
    ];

    private readonly List<Problem> _problems = [];

    public Source Read(PlacedJson root)
    {
        var members = ReadObject(root, "The schema file", SourceMembers, ["carry"]);
        var from = ReadObject(members.GetValueOrDefault("from"), "'from'", FromMembers, OptionalFromMembers);
        var schema = ReadName(from.GetValueOrDefault("schema"), "schema");
        var table = ReadName(from.GetValueOrDefault("table"), "table");
        var alias = ReadName(from.GetValueOrDefault("alias"), "alias");
        var synonyms = ReadSynonyms(from.GetValueOrDefault("synonyms"));
        var collation = ReadCollation(members.GetValueOrDefault("collation"), "'collation'");
        var columns = ReadColumns(members.GetValueOrDefault("columns"), collation);
        var key = ReadReferences(members.GetValueOrDefault("key"), "'key'", columns);
        var carried = ReadReferences(members.GetValueOrDefault("carry"), "'carry'", columns);
        if (_problems.Count == 0)
        {
            Attempt(
                members["key"].Position,
                () =>
                    new Source(
                        new TableName(schema!, table!),
                        alias!,
                        key,
                        carried,
                        columns.Select(Bare).ToValueList(),
                        synonyms
                    ),
                out var source
            );
            if (source is not null)
            {
                return source;
            }
        }

        throw new RuleGenException(_problems.OrderBy(problem => problem.Position).ToValueList());

        static Column Bare(PlacedColumn column) => column.Column!;
    }

    /// <summary>Other names of the same table, as T-SQL writes them.</summary>
    private ValueList<MultiPartName> ReadSynonyms(PlacedJson? json)
    {
        var synonyms = new List<MultiPartName>();
        foreach (var item in json is null ? [] : ReadArray(json, "'synonyms'"))
        {
            if (
                ReadText(item, "An item of 'synonyms'") is { } text
                && Attempt(item.Position, () => MultiPartName.Parse(text), out var name)
            )
            {
                synonyms.Add(name!);
            }
        }

        return synonyms.ToValueList();
    }

    private List<PlacedColumn> ReadColumns(PlacedJson? json, Collation? collation)
    {
        var columns = new List<PlacedColumn>();
        foreach (var item in ReadArray(json, "'columns'"))
        {
            var members = ReadObject(item, "A column", ColumnMembers, OptionalColumnMembers);
            if (ReadName(members.GetValueOrDefault("name"), "column") is not { } name)
            {
                continue;
            }

            if (columns.Exists(column => SqlName.Comparer.Equals(column.Name, name)))
            {
                Report(
                    ErrorCodes.SchemaDuplicateColumn,
                    members["name"].Position,
                    $"Column '{name}' is listed twice",
                    "Remove one; letter case does not tell names apart"
                );
            }

            columns.Add(new PlacedColumn(name, ReadColumn(name, members, collation)));
        }

        return columns;
    }

    /// <summary>The column; null where something is wrong with it, which is then reported.</summary>
    private Column? ReadColumn(string name, Dictionary<string, PlacedJson> members, Collation? collation)
    {
        var own = members.GetValueOrDefault("collation");
        var ownCollation = ReadCollation(own, $"'collation' of column '{name}'");
        var isNullable = ReadBoolean(members.GetValueOrDefault("nullable"), $"'nullable' of column '{name}'");
        var typeText = ReadText(members.GetValueOrDefault("type"), $"'type' of column '{name}'");
        if (typeText is null)
        {
            return null;
        }

        var stored = members.TryGetValue("column", out var other) ? ReadName(other, "column") : name;

        // The type is checked even where its collation is wrong, so that both are reported together.
        var effective = ownCollation ?? collation ?? Collation.All[0];
        if (!Attempt(members["type"].Position, () => SqlTypeParser.Parse(typeText, effective), out var type))
        {
            return null;
        }

        if (own is not null && type is not CharacterType)
        {
            Report(
                ErrorCodes.SchemaShape,
                own.Position,
                $"Column '{name}' is {type}, and has a collation",
                "Remove the collation; only character columns have one"
            );
        }

        var list = ReadList(members.GetValueOrDefault("listOf"), $"'listOf' of column '{name}'");
        return
            isNullable is { } nullable
            && stored is not null
            && Attempt(
                FirstOf(members, "listOf", "values", "minimum", "maximum", "type").Position,
                () => new Column(name, type!, nullable, list, ReadShape(name, members)) { StoredName = stored },
                out var column
            )
            ? column
            : null;
    }

    /// <summary>The first of some members that is there; of which the last always is.</summary>
    private static PlacedJson FirstOf(Dictionary<string, PlacedJson> members, params string[] names) =>
        names.Select(members.GetValueOrDefault).OfType<PlacedJson>().First();

    /// <summary>What the values of a column look like; null where the file does not say.</summary>
    private ValueShape? ReadShape(string name, Dictionary<string, PlacedJson> members)
    {
        var values = members.GetValueOrDefault("values");
        var minimum = ReadNumber(members.GetValueOrDefault("minimum"), $"'minimum' of column '{name}'");
        var maximum = ReadNumber(members.GetValueOrDefault("maximum"), $"'maximum' of column '{name}'");
        var patterns = values is null ? [] : ReadTexts(values, $"'values' of column '{name}'");
        return values is null && minimum is null && maximum is null ? null : new ValueShape(patterns, minimum, maximum);
    }

    /// <summary>
    /// How the codes of a list are joined; null where the member is not there, or wrong, which is reported.
    /// </summary>
    private CodeList? ReadList(PlacedJson? json, string what)
    {
        if (json is null)
        {
            return null;
        }

        var members = ReadObject(json, what, ["separators"], ["items", "before", "after"]);
        var separators = ReadTexts(members.GetValueOrDefault("separators"), $"'separators' in {what}");
        var items = ReadTexts(members.GetValueOrDefault("items"), $"'items' in {what}");
        if (separators.Count == 0 && members.GetValueOrDefault("separators") is PlacedArray { Items: [] } empty)
        {
            Report(
                ErrorCodes.SchemaShape,
                empty.Position,
                $"{what} has no separator",
                "Give what may stand between two codes: \"\" where they follow each other directly"
            );
        }

        var before = members.GetValueOrDefault("before") is { } first ? ReadText(first, $"'before' in {what}") : "";
        var after = members.GetValueOrDefault("after") is { } last ? ReadText(last, $"'after' in {what}") : "";
        return separators.Count == 0 || before is null || after is null
            ? null
            : new CodeList(items, separators) { Before = before, After = after };
    }

    private ValueList<string> ReadTexts(PlacedJson? json, string what) =>
        ReadArray(json, what).Select(item => ReadText(item, $"An item of {what}")).OfType<string>().ToValueList();

    private ValueList<string> ReadReferences(PlacedJson? json, string what, List<PlacedColumn> columns)
    {
        var names = new List<string>();
        foreach (var item in json is null ? [] : ReadArray(json, what))
        {
            if (ReadText(item, $"An item of {what}") is not { } name)
            {
                continue;
            }

            names.Add(name);
            if (columns.Find(column => SqlName.Comparer.Equals(column.Name, name)) is not { } column)
            {
                var nearest = NearestName.Find(name, columns.Select(known => known.Name));
                Report(
                    ErrorCodes.SchemaUnknownColumn,
                    item.Position,
                    $"Column '{name}' in {what} is not listed in 'columns'",
                    nearest is null ? "Add it to the columns, or mend its name" : $"Did you mean '{nearest}'?"
                );
            }
            else if (what == "'key'" && column.Column is { IsNullable: true })
            {
                Report(
                    ErrorCodes.SchemaShape,
                    item.Position,
                    $"Key column '{name}' may be NULL",
                    "Say \"nullable\": false, or choose another key"
                );
            }
        }

        return names.ToValueList();
    }

    private Dictionary<string, PlacedJson> ReadObject(
        PlacedJson? json,
        string what,
        string[] required,
        string[] optional
    )
    {
        var members = new Dictionary<string, PlacedJson>(StringComparer.Ordinal);
        if (json is null)
        {
            return members;
        }

        if (json is not PlacedObject found)
        {
            ReportKind(json, what, "an object");
            return members;
        }

        var known = required.Concat(optional).ToList();
        foreach (var member in found.Members)
        {
            if (!known.Contains(member.Name))
            {
                var nearest = NearestName.Find(member.Name, known.Where(name => !members.ContainsKey(name)));
                Report(
                    ErrorCodes.SchemaShape,
                    member.Position,
                    $"{what} has an unknown member '{member.Name}'",
                    nearest is null ? $"Use {string.Join(", ", known)}" : $"Did you mean '{nearest}'?"
                );
            }
            else if (!members.TryAdd(member.Name, member.Value))
            {
                Report(
                    ErrorCodes.SchemaShape,
                    member.Position,
                    $"{what} has the member '{member.Name}' twice",
                    "Remove one"
                );
            }
        }

        foreach (var name in required.Where(name => !members.ContainsKey(name)))
        {
            Report(ErrorCodes.SchemaShape, found.Position, $"{what} lacks the member '{name}'", "Add it");
        }

        return members;
    }

    private IReadOnlyList<PlacedJson> ReadArray(PlacedJson? json, string what)
    {
        switch (json)
        {
            case null:
                return [];
            case PlacedArray array:
                return array.Items;
            default:
                ReportKind(json, what, "an array");
                return [];
        }
    }

    private string? ReadName(PlacedJson? json, string what)
    {
        if (ReadText(json, $"The name of a {what}") is not { } name)
        {
            return null;
        }

        return Attempt(json!.Position, () => SqlName.Check(name, what), out var checkedName) ? checkedName : null;
    }

    private Collation? ReadCollation(PlacedJson? json, string what)
    {
        if (ReadText(json, what) is not { } name)
        {
            return null;
        }

        return Attempt(json!.Position, () => Collation.Named(name), out var collation) ? collation : null;
    }

    private string? ReadText(PlacedJson? json, string what)
    {
        if (json is null or PlacedText)
        {
            return (json as PlacedText)?.Value;
        }

        ReportKind(json, what, "a string");
        return null;
    }

    private long? ReadNumber(PlacedJson? json, string what)
    {
        if (json is null or PlacedNumber { Value: not null })
        {
            return (json as PlacedNumber)?.Value;
        }

        ReportKind(json, what, "a whole number");
        return null;
    }

    private bool? ReadBoolean(PlacedJson? json, string what)
    {
        if (json is null or PlacedBoolean)
        {
            return (json as PlacedBoolean)?.Value;
        }

        ReportKind(json, what, "true or false");
        return null;
    }

    /// <summary>Runs one of the model's own checks, and places what it reports.</summary>
    private bool Attempt<T>(TextPosition position, Func<T> check, out T? result)
        where T : class
    {
        try
        {
            result = check();
            return true;
        }
        catch (RuleGenException exception)
        {
            _problems.AddRange(exception.At(position).Problems);
            result = null;
            return false;
        }
    }

    private void ReportKind(PlacedJson json, string what, string expected) =>
        Report(ErrorCodes.SchemaShape, json.Position, $"{what} is {json.Kind}", $"Give {expected}");

    private void Report(ErrorCode code, TextPosition position, string message, string remedy) =>
        _problems.Add(new Problem(code, message, remedy) { Position = position });

    /// <summary>A column by its name; without the column where something else is wrong with it.</summary>
    private sealed record PlacedColumn(string Name, Column? Column);
}
