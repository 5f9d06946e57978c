using System.Text;

namespace RuleGen.Model;

/// <summary>Writes the DDL of a source's table, for a test database or a reader of the schema file.</summary>
public static class TableScript
{
    /// <summary>
    /// <c>CREATE TABLE</c> with a line for each column and the key as primary key; lines end with LF. Character columns
    /// carry their collation, so that the database's own does not matter.
    /// </summary>
    public static string Write(Source source)
    {
        var text = new StringBuilder($"CREATE TABLE {source.Table} (\n");
        foreach (var column in source.Columns)
        {
            text.Append("    ").Append(SqlName.Bracket(column.StoredName)).Append(' ').Append(column.Type);
            if (column.Type is CharacterType { Collation: { } collation })
            {
                text.Append(" COLLATE ").Append(collation);
            }

            text.Append(column.IsNullable ? " NULL,\n" : " NOT NULL,\n");
        }

        var key = string.Join(", ", source.Key.Select(column => SqlName.Bracket(column.StoredName)));
        return text.Append("    PRIMARY KEY (").Append(key).Append(")\n);\n").ToString();
    }
}
