using System.Globalization;

namespace RuleGen.Model;

/// <summary>The table or view that a coding reads: its columns' types, collations and nullability.</summary>
public sealed record Source
{
    private readonly Dictionary<string, Column> _byName;

    /// <summary>A source.</summary>
    /// <param name="table">The table or view.</param>
    /// <param name="alias">The name that qualifies its columns in scripts.</param>
    /// <param name="key">The names of the columns that identify a row; one or more.</param>
    /// <param name="carried">The names of other columns that views show beside the outcome.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="synonyms">Other names under which texts read the same table; none where it is left out.</param>
    /// <param name="lists">The lists that belong to a row; none where it is left out.</param>
    /// <exception cref="RuleGenException">
    /// RG0207: a child table lacks a column for one of the key, or a column is made of a list that is not among them. RG0204:
    /// two columns have one name, in the source or in its table. RG0205: a key or carried column is not among them,
    /// or is named twice. RG0202: there is no key, or a key column may be NULL.
    /// </exception>
    public Source(
        TableName table,
        string alias,
        ValueList<string> key,
        ValueList<string> carried,
        ValueList<Column> columns,
        ValueList<MultiPartName>? synonyms = null,
        ValueList<ItemList>? lists = null
    )
    {
        Table = table;
        Synonyms = synonyms ?? [];
        Alias = SqlName.Check(alias, "alias");
        Columns = columns;
        Lists = lists ?? [];
        NumberedColumns = Lists.SelectMany(Number).ToValueList();
        var problems = new List<Problem>();
        _byName = new Dictionary<string, Column>(SqlName.Comparer);
        foreach (var column in columns.Concat(Lists.Select(list => list.Column)).Concat(NumberedColumns))
        {
            if (!_byName.TryAdd(column.Name, column))
            {
                problems.Add(
                    new Problem(
                        ErrorCodes.SchemaDuplicateColumn,
                        $"Column '{column.Name}' is listed twice",
                        "Remove one; letter case does not tell names apart"
                    )
                );
            }
        }

        foreach (var column in columns.Where(column => column.StoredName != column.Name))
        {
            if (!_byName.TryAdd(column.StoredName, column) && _byName[column.StoredName] != column)
            {
                problems.Add(
                    new Problem(
                        ErrorCodes.SchemaDuplicateColumn,
                        $"Column '{column.Name}' is '{column.StoredName}' in the table, and so is column '{_byName[column.StoredName].Name}'",
                        "Give a stored column one name"
                    )
                );
            }
        }

        foreach (var list in Lists.Where(list => list.Storage is ChildRows child && child.Key.Count != key.Count))
        {
            problems.Add(
                new Problem(
                    ErrorCodes.SchemaList,
                    $"The child table of the list '{list.Name}' does not have a column for each column of the key",
                    "Say in 'on' which column of the child table equals each column of the key"
                )
            );
        }

        foreach (
            var column in columns.Where(column =>
                column.Derivation is { } made && !Lists.Any(list => list.Column == made.List)
            )
        )
        {
            problems.Add(
                new Problem(
                    ErrorCodes.SchemaList,
                    $"Column '{column.Name}' is made of the list '{column.Derivation!.List.Name}', which is not listed",
                    "Add the list"
                )
            );
        }

        foreach (var name in key.Concat(carried).Where(name => Find(name) is null))
        {
            problems.Add(
                new Problem(
                    ErrorCodes.SchemaUnknownColumn,
                    $"Column '{name}' is not listed",
                    "Add it to the columns, or mend its name"
                )
            );
        }

        foreach (
            var twice in key.Concat(carried).GroupBy(name => name, SqlName.Comparer).Where(group => group.Count() > 1)
        )
        {
            problems.Add(
                new Problem(
                    ErrorCodes.SchemaUnknownColumn,
                    $"Column '{twice.Key}' is named twice among the key and the carried columns",
                    "Name it once; views always show the key"
                )
            );
        }

        foreach (
            var column in key.Concat(carried)
                .Select(Find)
                .OfType<Column>()
                .Where(column => column.InRow.Type is ListType)
        )
        {
            problems.Add(
                new Problem(
                    ErrorCodes.SchemaList,
                    $"Column '{column.Name}' is made of a list, and is named among the key or the carried columns",
                    "Name columns that the table stores"
                )
            );
        }

        if (key.Count == 0)
        {
            problems.Add(
                new Problem(ErrorCodes.SchemaShape, "The key is empty", "Name the column that identifies a row")
            );
        }

        foreach (var column in key.Select(Find).OfType<Column>().Where(column => column.IsNullable))
        {
            problems.Add(
                new Problem(
                    ErrorCodes.SchemaShape,
                    $"Key column '{column.Name}' may be NULL",
                    "Say \"nullable\": false, or choose another key"
                )
            );
        }

        if (problems.Count > 0)
        {
            throw new RuleGenException(problems.ToValueList());
        }

        Key = key.Select(name => _byName[name]).ToValueList();
        Carried = carried.Select(name => _byName[name]).ToValueList();
    }

    /// <summary>The table or view.</summary>
    public TableName Table { get; }

    /// <summary>Other names under which texts read the same table, as the schema file lists them.</summary>
    public ValueList<MultiPartName> Synonyms { get; }

    /// <summary>The name that qualifies its columns in scripts, without brackets.</summary>
    public string Alias { get; }

    /// <summary>The columns that identify a row; one or more.</summary>
    public ValueList<Column> Key { get; }

    /// <summary>Other columns that views show beside the outcome.</summary>
    public ValueList<Column> Carried { get; }

    /// <summary>The columns, also those that are made of lists.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The lists that belong to a row.</summary>
    public ValueList<ItemList> Lists { get; }

    /// <summary>The columns of the table in which lists stand, each as the item at its position.</summary>
    public ValueList<Column> NumberedColumns { get; }

    /// <summary>The columns that the table has: those that are listed and not made of lists, then the numbered ones.</summary>
    public ValueList<Column> StoredColumns =>
        Columns
            .Where(column => column.Derivation is null)
            .Concat(NumberedColumns.Select(column => new Column(column.Name, column.Type, isNullable: true)))
            .ToValueList();

    /// <summary>The columns of a row in memory: those of the table that are in no list, then the lists.</summary>
    public ValueList<Column> RowColumns =>
        Columns.Where(column => column.Derivation is null).Concat(Lists.Select(list => list.Column)).ToValueList();

    /// <summary>
    /// The columns of the table that are read for some columns of a coding, each once, in the order of first use: those that
    /// are stored by themselves, of lists in a child table the key, of others the numbered columns.
    /// </summary>
    public ValueList<Column> StoredFor(IEnumerable<Column> columns) =>
        columns.SelectMany(StoredFor).Distinct().ToValueList();

    /// <summary>The tables: that of the rows, then the child tables of lists.</summary>
    public IEnumerable<TableName> Tables =>
        Lists.Select(list => list.Storage).OfType<ChildRows>().Select(child => child.Table).Prepend(Table);

    /// <summary>
    /// The tables that are read for some columns of a coding: that of the rows, then the child tables of the lists among
    /// them, with all columns of their items.
    /// </summary>
    public ValueList<UsedTable> TablesFor(IEnumerable<Column> columns)
    {
        var used = columns.ToList();
        return used.Select(column => column.InRow)
            .Where(column => column.Type is ListType)
            .Select(column => FindList(column.Name))
            .OfType<ItemList>()
            .Distinct()
            .Where(list => list.Storage is ChildRows)
            .Select(list => new UsedTable(((ChildRows)list.Storage).Table, TableRows.ColumnsOfItems(this, list)))
            .Prepend(new UsedTable(Table, StoredFor(used)))
            .ToValueList();
    }

    /// <summary>The same columns, key and lists in another table of rows.</summary>
    public Source WithTable(TableName table) =>
        new(
            table,
            Alias,
            Key.Select(column => column.Name).ToValueList(),
            Carried.Select(column => column.Name).ToValueList(),
            Columns,
            lists: Lists
        );

    private IEnumerable<Column> StoredFor(Column column)
    {
        if (column.InRow.Type is not ListType || FindList(column.InRow.Name) is not { } list)
        {
            return [column];
        }

        return list.Storage is ChildRows ? Key
            : column.Derivation is ItemAt at ? [FindNumbered(at)!]
            : NumberedColumns.Where(numbered => numbered.Derivation!.List == list.Column);
    }

    /// <summary>The numbered column that is so made; null where it is made in another way.</summary>
    public Column? FindNumbered(Derivation made) => NumberedColumns.FirstOrDefault(column => column.Derivation == made);

    /// <summary>The list whose items stand in a child table of a name, as FROM writes it; null where there is none.</summary>
    public ItemList? FindChild(MultiPartName name) =>
        Lists.FirstOrDefault(list => list.Storage is ChildRows child && child.IsNamed(name));

    /// <summary>The list of a name, whatever the letter case; null where there is none.</summary>
    public ItemList? FindList(string name) => Lists.FirstOrDefault(list => SqlName.Comparer.Equals(list.Name, name));

    /// <summary>
    /// The column of a name, its own or the one that the table has for it, whatever the letter case; for the name of a list
    /// the list's, for that of a numbered column the item there, for <c>Diagnoses_Code_2</c> the item at that position. Null where there
    /// is none.
    /// </summary>
    public Column? Find(string name) => _byName.GetValueOrDefault(name) ?? FindItem(name);

    /// <summary>
    /// The item at a position, under a name of its own: <c>Diagnoses_Code_2</c>. Null where that is something else's name.
    /// </summary>
    public Column? FindItem(Derivation made) =>
        made is ItemAt at
        && FormattableString.Invariant($"{at.List.Name}_{at.Item.Name}_{at.Position}") is var name
        && !_byName.ContainsKey(name)
        && name.Length <= SqlName.MaximumLength
            ? Column.Made(name, at)
            : null;

    private Column? FindItem(string name)
    {
        var end = name.LastIndexOf('_');
        if (
            end < 0
            || !int.TryParse(name[(end + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            || position is < 1 or > ListType.MostPositions
        )
        {
            return null;
        }

        return Lists
            .Where(list => list.Type.Position is not null && !(position > list.Type.MostItems))
            .SelectMany(list => list.Type.Columns.Select(item => new ItemAt(list.Column, item, position)))
            .Select(FindItem)
            .FirstOrDefault(column => SqlName.Comparer.Equals(column?.Name, name));
    }

    /// <summary>The same source with every character column under another collation.</summary>
    public Source WithCollation(Collation collation)
    {
        var lists = Lists.Select(list => list.WithCollation(collation)).ToValueList();
        return new(
            Table,
            Alias,
            Key.Select(column => column.Name).ToValueList(),
            Carried.Select(column => column.Name).ToValueList(),
            Columns
                .Select(column =>
                    column.Derivation is { } made
                        ? Column.Made(column.Name, made.Over(lists.First(list => list.Name == made.List.Name).Column))
                        : column.WithCollation(collation)
                )
                .ToValueList(),
            Synonyms,
            lists
        );
    }

    /// <summary>Whether a name, as FROM writes it, is the table's own or one that is listed as the same.</summary>
    public bool IsNamed(MultiPartName name) => Table.IsNamed(name) || Synonyms.Contains(name);

    /// <inheritdoc/>
    public bool Equals(Source? other) =>
        other is not null
        && Table == other.Table
        && Synonyms.Equals(other.Synonyms)
        && Alias == other.Alias
        && Key.Equals(other.Key)
        && Carried.Equals(other.Carried)
        && Columns.Equals(other.Columns)
        && Lists.Equals(other.Lists);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Table, Alias, Columns);

    private static IEnumerable<Column> Number(ItemList list) =>
        list.Storage is NumberedColumns numbered
            ? list
                .Type.Columns.Zip(numbered.Columns)
                .SelectMany(pair =>
                    pair.Second.Select(
                        (name, place) => Column.Made(name, new ItemAt(list.Column, pair.First, place + 1))
                    )
                )
            : [];
}
