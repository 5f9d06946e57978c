namespace RuleGen.Model;

/// <summary>Turns the JSON of a schema file into a source, collecting all that is wrong with it.</summary>
internal sealed class SourceFileReader() : PlacedJsonReader(ErrorCodes.SchemaShape)
{
    public Source Read(PlacedJson root)
    {
        var members = ReadObject(root, "The schema file", SourceFileShapes.Root);
        ReadText(members.GetValueOrDefault(JsonShape.Schema), $"'{JsonShape.Schema}'");
        var from = ReadObject(members.GetValueOrDefault("from"), "'from'", SourceFileShapes.From);
        var schema = ReadName(from.GetValueOrDefault("schema"), "schema");
        var table = ReadName(from.GetValueOrDefault("table"), "table");
        var alias = ReadName(from.GetValueOrDefault("alias"), "alias");
        var synonyms = ReadSynonyms(from.GetValueOrDefault("synonyms"));
        var collation = ReadCollation(members.GetValueOrDefault("collation"), "'collation'");
        var keyNames = members.GetValueOrDefault("key") is PlacedArray { Items: var keys }
            ? keys.OfType<PlacedText>().Select(text => text.Value).ToValueList()
            : [];
        var lists = ReadLists(members.GetValueOrDefault("lists"), collation, keyNames);
        var columns = ReadColumns(members.GetValueOrDefault("columns"), collation, lists);
        var key = ReadReferences(members.GetValueOrDefault("key"), "'key'", columns);
        var carried = ReadReferences(members.GetValueOrDefault("carry"), "'carry'", columns);
        if (!HasProblems)
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
                        synonyms,
                        lists.ToValueList()
                    ),
                out var source
            );
            if (source is not null)
            {
                return source;
            }
        }

        throw Refusal();

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

    /// <summary>The lists of a row; those that are wrong, which is reported, are left out.</summary>
    private List<ItemList> ReadLists(PlacedJson? json, Collation? collation, ValueList<string> key)
    {
        var lists = new List<ItemList>();
        foreach (var item in json is null ? [] : ReadArray(json, "'lists'"))
        {
            var members = ReadObject(item, "A list", SourceFileShapes.List);
            if (ReadName(members.GetValueOrDefault("name"), "list") is not { } name)
            {
                continue;
            }

            var columns = ReadColumns(members.GetValueOrDefault("columns"), collation, lists: null);
            var isDense = members.GetValueOrDefault("dense") is { } dense
                ? ReadBoolean(dense, $"'dense' of list '{name}'")
                : false;
            var storage = ReadStorage(name, item.Position, members, key, columns);
            if (columns.Count == 0 && members.TryGetValue("columns", out var none))
            {
                Report(
                    ErrorCodes.SchemaList,
                    none.Position,
                    $"The items of list '{name}' have no column",
                    "List the columns of an item"
                );
            }

            if (storage is null || isDense is null || columns.Count == 0 || columns.Exists(each => each.Column is null))
            {
                continue;
            }

            if (
                Attempt(
                    item.Position,
                    () =>
                        new ItemList(
                            name,
                            new ListType(
                                columns.Select(each => each.Column!).ToValueList(),
                                storage is not ChildRows { Position: null },
                                isDense.Value,
                                (storage as NumberedColumns)?.Count
                            ),
                            storage
                        ),
                    out var list
                )
            )
            {
                lists.Add(list!);
            }
        }

        return lists;
    }

    /// <summary>Where the items of a list stand; null where something is wrong with it, which is reported.</summary>
    private ItemStorage? ReadStorage(
        string list,
        TextPosition position,
        Dictionary<string, PlacedJson> members,
        ValueList<string> key,
        List<PlacedColumn> columns
    )
    {
        var (rows, numbered) = (members.GetValueOrDefault("rows"), members.GetValueOrDefault("numbered"));
        if (rows is null == numbered is null)
        {
            Report(
                ErrorCodes.SchemaShape,
                position,
                $"List '{list}' has {(rows is null ? "neither 'rows' nor" : "both 'rows' and")} 'numbered'",
                "Say where its items stand: in 'rows' of a child table, or in 'numbered' columns"
            );
            return null;
        }

        return rows is null ? ReadNumbered(list, numbered!, columns) : ReadRows(list, rows, key);
    }

    private ChildRows? ReadRows(string list, PlacedJson json, ValueList<string> key)
    {
        var members = ReadObject(json, $"'rows' of list '{list}'", SourceFileShapes.Rows);
        var schema = ReadName(members.GetValueOrDefault("schema"), "schema");
        var table = ReadName(members.GetValueOrDefault("table"), "table");
        var place = members.TryGetValue("position", out var named) ? ReadName(named, "column") : null;
        var synonyms = ReadSynonyms(members.GetValueOrDefault("synonyms"));
        if (members.GetValueOrDefault("on") is not { } on)
        {
            return null;
        }

        var pairs = ReadObject(on, $"'on' of list '{list}'", [.. key], []);
        var columns = key.Select(name => ReadName(pairs.GetValueOrDefault(name), "column")).ToList();
        return schema is null || table is null || columns.Contains(null) || (named is not null && place is null)
            ? null
            : new ChildRows(new TableName(schema, table), columns.OfType<string>().ToValueList(), place)
            {
                Synonyms = synonyms,
            };
    }

    private NumberedColumns? ReadNumbered(string list, PlacedJson json, List<PlacedColumn> columns)
    {
        var what = $"'numbered' of list '{list}'";
        var members = ReadObject(json, what, [.. columns.Select(column => column.Name)], []);
        var names = columns
            .Select(column =>
                ReadArray(members.GetValueOrDefault(column.Name), $"'{column.Name}' in {what}")
                    .Select(item => ReadName(item, "column"))
                    .OfType<string>()
                    .ToValueList()
            )
            .ToValueList();
        if (columns.Zip(names).FirstOrDefault(each => each.Second.Count == 0) is { First: { } empty })
        {
            Report(
                ErrorCodes.SchemaList,
                json.Position,
                $"'{empty.Name}' in {what} names no column",
                "Name the column of each position, in their order"
            );
            return null;
        }

        return names.Count == 0 ? null : new NumberedColumns(names);
    }

    /// <param name="json">The array.</param>
    /// <param name="collation">The collation of the file.</param>
    /// <param name="lists">The lists of which columns may be made; null for the columns of a list's items.</param>
    private List<PlacedColumn> ReadColumns(PlacedJson? json, Collation? collation, List<ItemList>? lists)
    {
        var columns = new List<PlacedColumn>();
        foreach (var item in ReadArray(json, "'columns'"))
        {
            var isMade =
                lists is not null
                && item is PlacedObject { Members: var all }
                && all.Any(member => member.Name is "first" or "joined");
            var members = isMade
                ? ReadObject(item, "A column that is made of a list", SourceFileShapes.MadeColumn)
                : ReadObject(item, "A column", SourceFileShapes.Column);
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

            columns.Add(
                new PlacedColumn(
                    name,
                    isMade ? ReadMade(name, item.Position, members, lists!) : ReadColumn(name, members, collation)
                )
            );
        }

        return columns;
    }

    /// <summary>A column that is made of a list; null where something is wrong with it, which is then reported.</summary>
    private Column? ReadMade(
        string name,
        TextPosition position,
        Dictionary<string, PlacedJson> members,
        List<ItemList> lists
    )
    {
        if (members.ContainsKey("first") == members.ContainsKey("joined"))
        {
            Report(
                ErrorCodes.SchemaShape,
                position,
                $"Column '{name}' is both 'first' and 'joined'",
                "Give one of them: the first item of a list, or all of them joined"
            );
            return null;
        }

        if (members.TryGetValue("first", out var first))
        {
            return
                FindItems(first, $"'first' of column '{name}'", lists) is { } found
                && Attempt(
                    first.Position,
                    () => Column.Made(name, new ItemAt(found.List, found.Item, 1)),
                    out var column
                )
                ? column
                : null;
        }

        var what = $"'joined' of column '{name}'";
        var joined = ReadObject(members["joined"], what, SourceFileShapes.Joined);
        var separator = ReadText(joined.GetValueOrDefault("separator"), $"'separator' in {what}");
        var before = joined.TryGetValue("before", out var start) ? ReadText(start, $"'before' in {what}") : "";
        var after = joined.TryGetValue("after", out var end) ? ReadText(end, $"'after' in {what}") : "";
        return
            separator is not null
            && before is not null
            && after is not null
            && FindItems(joined.GetValueOrDefault("of"), $"'of' in {what}", lists) is { } items
            && Attempt(
                members["joined"].Position,
                () => Column.Made(name, new JoinedItems(items.List, items.Item, separator, before, after)),
                out var made
            )
            ? made
            : null;
    }

    /// <summary>A list and a column of its items, as <c>Diagnoses.Code</c>; null where there is none, which is reported.</summary>
    private (Column List, Column Item)? FindItems(PlacedJson? json, string what, List<ItemList> lists)
    {
        if (ReadText(json, what) is not { } text)
        {
            return null;
        }

        var all = lists.SelectMany(list =>
            list.Type.Columns.Select(item => (Name: $"{list.Name}.{item.Name}", list.Column, Item: item))
        );
        foreach (var each in all)
        {
            if (SqlName.Comparer.Equals(each.Name, text))
            {
                return (each.Column, each.Item);
            }
        }

        var nearest = NearestName.Find(text, all.Select(each => each.Name));
        Report(
            ErrorCodes.SchemaList,
            json!.Position,
            $"{what} is '{text}', which is no column of a list's items",
            nearest is null ? "Give the name of a list and of a column of its items" : $"Did you mean '{nearest}'?"
        );
        return null;
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

        var members = ReadObject(json, what, SourceFileShapes.ListOf);
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

    private Collation? ReadCollation(PlacedJson? json, string what)
    {
        if (ReadText(json, what) is not { } name)
        {
            return null;
        }

        return Attempt(json!.Position, () => Collation.Named(name), out var collation) ? collation : null;
    }

    /// <summary>A column by its name; without the column where something else is wrong with it.</summary>
    private sealed record PlacedColumn(string Name, Column? Column);
}
