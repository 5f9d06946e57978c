namespace RuleGen.Model;

/// <summary>A list of a source: what its items are, and where the tables have them.</summary>
public sealed record ItemList
{
    /// <summary>A list.</summary>
    /// <param name="name">The name that codings use, such as <c>Diagnoses</c>.</param>
    /// <param name="type">What its items are.</param>
    /// <param name="storage">Where the tables have them.</param>
    /// <exception cref="RuleGenException">
    /// RG0009: the name cannot be one. RG0207: items have positions and the storage has none, or the other way about, or the
    /// numbered columns are not as many as the type says.
    /// </exception>
    public ItemList(string name, ListType type, ItemStorage storage)
    {
        Column = new Column(name, type, isNullable: false);
        Storage = storage;
        storage.Check(type);
    }

    /// <summary>The name that codings use.</summary>
    public string Name => Column.Name;

    /// <summary>What its items are.</summary>
    public ListType Type => (ListType)Column.Type;

    /// <summary>The column under which rows in memory have it.</summary>
    public Column Column { get; }

    /// <summary>Where the tables have the items.</summary>
    public ItemStorage Storage { get; }

    /// <summary>The same list with its texts under another collation.</summary>
    internal ItemList WithCollation(Collation collation) => new(Name, Type.WithCollation(collation), Storage);
}

/// <summary>Where the tables have the items of a list.</summary>
public abstract record ItemStorage
{
    private protected ItemStorage() { }

    internal abstract void Check(ListType type);
}

/// <summary>As rows of a child table, which has the key of the row that each belongs to.</summary>
/// <param name="Table">The child table.</param>
/// <param name="Key">For each column of the source's key, in its order, the child's column that equals it.</param>
/// <param name="Position">The child's column that says the position; null where items have none.</param>
public sealed record ChildRows(TableName Table, ValueList<string> Key, string? Position) : ItemStorage
{
    /// <summary>Other names under which texts read the same table.</summary>
    public ValueList<MultiPartName> Synonyms { get; init; } = [];

    /// <summary>Whether a name, as FROM writes it, is the child table's own or one that is listed as the same.</summary>
    public bool IsNamed(MultiPartName name) => Table.IsNamed(name) || Synonyms.Contains(name);

    internal override void Check(ListType type)
    {
        if (Position is null != type.Position is null)
        {
            throw new RuleGenException(
                ErrorCodes.SchemaList,
                "Items have positions, and no column of the child table says which",
                "Name the 'position'"
            );
        }
    }
}

/// <summary>As columns of the source's own table, one for each position; items that are NULL are none.</summary>
/// <param name="Columns">For each column of an item, the table's columns in the order of the positions.</param>
public sealed record NumberedColumns(ValueList<ValueList<string>> Columns) : ItemStorage
{
    /// <summary>How many positions there are.</summary>
    public int Count => Columns[0].Count;

    internal override void Check(ListType type)
    {
        if (
            Columns.Count != type.Columns.Count
            || Columns.Any(names => names.Count != type.MostItems)
            || Count is 0 or > ListType.MostPositions
            || type.Columns.Any(column => !column.IsNullable)
        )
        {
            throw new RuleGenException(
                ErrorCodes.SchemaList,
                "The numbered columns of a list are not one nullable column for each position and each column of an item",
                "Give each column of an item as many numbered columns as the others, and say \"nullable\": true"
            );
        }
    }
}
