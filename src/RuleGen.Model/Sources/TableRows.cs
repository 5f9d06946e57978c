namespace RuleGen.Model;

/// <summary>A row as the tables of its source store it: its own record, and one of a child table for each item.</summary>
public static class TableRows
{
    /// <summary>The record of the row's own table: what the row has of its columns, and the numbered ones.</summary>
    public static Row OfRow(Source source, Row row)
    {
        var columns = row.Columns.Where(column => column.Type is not ListType).ToList();
        var values = columns.ConvertAll(column => row[column]);
        foreach (var list in row.Columns.Where(column => column.Type is ListType))
        {
            foreach (var numbered in source.NumberedColumns.Where(column => column.Derivation!.List == list))
            {
                columns.Add(new Column(numbered.Name, numbered.Type, isNullable: true));
                values.Add(row[numbered]);
            }
        }

        return new Row(columns.ToValueList(), values.ToValueList());
    }

    /// <summary>The records of a child table: the key, the position, then the values of an item.</summary>
    /// <param name="source">The source.</param>
    /// <param name="list">A list whose items stand in a child table.</param>
    /// <param name="row">The row, with its key and the list.</param>
    public static IEnumerable<Row> OfItems(Source source, ItemList list, Row row)
    {
        var columns = ColumnsOfItems(source, list);
        var key = source.Key.Select(column => row[column]).ToList();
        foreach (var item in row[list.Column].Items!.Items)
        {
            IEnumerable<SqlValue> position = item.Position is { } place ? [SqlValue.Of(place)] : [];
            yield return new Row(columns, [.. key, .. position, .. item.Values]);
        }
    }

    /// <summary>The items that numbered columns hold.</summary>
    /// <param name="list">A list whose items stand in numbered columns.</param>
    /// <param name="valueOf">The value of a column of an item, by its place, at a position counted from 0.</param>
    /// <exception cref="RuleGenException">As <see cref="ListItems.Of"/>.</exception>
    public static ListItems ItemsOf(ItemList list, Func<int, int, SqlValue> valueOf) =>
        ListItems.Of(
            list.Type,
            Enumerable
                .Range(0, ((NumberedColumns)list.Storage).Count)
                .Select(at => new ListItem(
                    at + 1,
                    list.Type.Columns.Select((_, column) => valueOf(column, at)).ToValueList()
                ))
        );

    /// <summary>The columns of a child table, under the names that it has for them.</summary>
    /// <param name="source">The source.</param>
    /// <param name="list">A list whose items stand in a child table.</param>
    public static ValueList<Column> ColumnsOfItems(Source source, ItemList list) =>
        LinksOfItems(source.Key, list)
            .Concat(list.Type.Columns.Select(column => new Column(column.StoredName, column.Type, column.IsNullable)))
            .ToValueList();

    /// <summary>The columns of a child table that say to which row an item belongs, and at which position it stands.</summary>
    /// <param name="key">The key of the rows.</param>
    /// <param name="list">A list whose items stand in a child table.</param>
    public static ValueList<Column> LinksOfItems(ValueList<Column> key, ItemList list)
    {
        var child = (ChildRows)list.Storage;
        var links = child.Key.Zip(key).Select(pair => new Column(pair.First, pair.Second.Type, isNullable: false));
        return (
            child.Position is { } position
                ? links.Append(new Column(position, IntegerType.Int, isNullable: false))
                : links
        ).ToValueList();
    }
}
