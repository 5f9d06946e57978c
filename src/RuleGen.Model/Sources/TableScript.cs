namespace RuleGen.Model;

/// <summary>Writes the DDL of a source's table, for a test database or a reader of the schema file.</summary>
public static class TableScript
{
    /// <summary>
    /// <c>CREATE TABLE</c> with a line for each column and the key as primary key; lines end with LF. Character columns
    /// carry their collation, so that the database's own does not matter.
    /// </summary>
    /// <remarks>The child tables of lists follow, their key that of the row and the position.</remarks>
    public static string Write(Source source)
    {
        var tables = source
            .Lists.Where(list => list.Storage is ChildRows)
            .Select(list => WriteChild(source, list, (ChildRows)list.Storage))
            .Prepend(Write(source.Table, source.StoredColumns, source.Key.Select(column => column.StoredName)));
        return string.Join('\n', tables);
    }

    private static string WriteChild(Source source, ItemList list, ChildRows child) =>
        Write(
            child.Table,
            TableRows.ColumnsOfItems(source, list),
            child.Position is { } position ? child.Key.Add(position) : []
        );

    private static string Write(TableName table, IEnumerable<Column> columns, IEnumerable<string> key)
    {
        var lines = columns
            .Select(column =>
            {
                var collation = column.Type is CharacterType { Collation: { } name } ? $" COLLATE {name}" : "";
                var nullability = column.IsNullable ? "NULL" : "NOT NULL";
                return $"    {SqlName.Bracket(column.StoredName)} {column.Type}{collation} {nullability}";
            })
            .ToList();
        var names = key.Select(SqlName.Bracket).ToList();
        if (names.Count > 0)
        {
            lines.Add($"    PRIMARY KEY ({string.Join(", ", names)})");
        }

        return $"CREATE TABLE {table} (\n{string.Join(",\n", lines)}\n);\n";
    }
}
