using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>The tables of rows that a caller gives: those of a coding's source, in a schema of their own and numbered.</summary>
internal sealed class ScratchSource
{
    private const string NumberColumn = "RuleGen_Row";

    /// <summary>Tables for the columns and lists that a coding reads.</summary>
    /// <param name="coding">The coding, over the source's columns.</param>
    /// <param name="source">The source; its key and its tables are replaced.</param>
    /// <param name="table">The table of the rows; child tables are called after it and their lists.</param>
    public ScratchSource(Coding coding, Source source, TableName table)
    {
        var lists = source.Lists.Where(list => coding.Columns.Contains(list.Column)).ToList();
        var stored = coding.Columns.Where(column => column.Type is not ListType).ToList();
        Number = new Column(
            FreeName([
                .. stored.SelectMany(column => new[] { column.Name, column.StoredName }),
                .. lists.SelectMany(NamesOf),
            ]),
            IntegerType.Int,
            isNullable: false
        );
        Source = new Source(
            table,
            source.Alias,
            [Number.Name],
            [],
            [
                Number,
                .. stored,
                .. source.Columns.Where(column => lists.Exists(list => list.Column == column.Derivation?.List)),
            ],
            lists: lists.Select(list => list.Storage is ChildRows child ? Over(list, child, table) : list).ToValueList()
        );
    }

    /// <summary>The tables.</summary>
    public Source Source { get; }

    /// <summary>The key: the rows' numbers.</summary>
    public Column Number { get; }

    private ItemList Over(ItemList list, ChildRows child, TableName table) =>
        new(
            list.Name,
            list.Type,
            new ChildRows(new TableName(table.Schema, $"{table.Name}_{list.Name}"), [Number.Name], child.Position)
        );

    /// <summary>The names that a list and its items have in any of the tables.</summary>
    private static IEnumerable<string> NamesOf(ItemList list) =>
        [
            list.Name,
            .. list.Type.Columns.Select(column => column.StoredName),
            .. list.Storage switch
            {
                ChildRows { Position: { } position } => [position],
                NumberedColumns numbered => numbered.Columns.SelectMany(names => names),
                _ => [],
            },
        ];

    private static string FreeName(List<string> taken)
    {
        var name = NumberColumn;
        while (taken.Exists(each => SqlName.Comparer.Equals(each, name)))
        {
            name += "_";
        }

        return name;
    }
}
