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
    /// <exception cref="RuleGenException">
    /// RG0204: two columns have one name, in the source or in its table. RG0205: a key or carried column is not among them,
    /// or is named twice. RG0202: there is no key, or a key column may be NULL.
    /// </exception>
    public Source(
        TableName table,
        string alias,
        ValueList<string> key,
        ValueList<string> carried,
        ValueList<Column> columns,
        ValueList<MultiPartName>? synonyms = null
    )
    {
        Table = table;
        Synonyms = synonyms ?? [];
        Alias = SqlName.Check(alias, "alias");
        Columns = columns;
        var problems = new List<Problem>();
        _byName = new Dictionary<string, Column>(SqlName.Comparer);
        foreach (var column in columns)
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

    /// <summary>The columns.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>
    /// The column of a name, its own or the one that the table has for it, whatever the letter case; null where there is
    /// none.
    /// </summary>
    public Column? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The same source with every character column under another collation.</summary>
    public Source WithCollation(Collation collation) =>
        new(
            Table,
            Alias,
            Key.Select(column => column.Name).ToValueList(),
            Carried.Select(column => column.Name).ToValueList(),
            Columns
                .Select(column =>
                    column.Type is CharacterType type
                        ? column.With(type.WithCollation(collation), column.IsNullable)
                        : column
                )
                .ToValueList(),
            Synonyms
        );

    /// <summary>Whether a name, as FROM writes it, is the table's own or one that is listed as the same.</summary>
    public bool IsNamed(MultiPartName name) =>
        name.Equals(new MultiPartName([Table.Schema, Table.Name]))
        || name.Equals(new MultiPartName([Table.Name]))
        || Synonyms.Contains(name);

    /// <inheritdoc/>
    public bool Equals(Source? other) =>
        other is not null
        && Table == other.Table
        && Synonyms.Equals(other.Synonyms)
        && Alias == other.Alias
        && Key.Equals(other.Key)
        && Carried.Equals(other.Carried)
        && Columns.Equals(other.Columns);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Table, Alias, Columns);
}
