using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>The columns by which a server knows the rows of a table apart.</summary>
internal static class TableKey
{
    /// <summary>
    /// Those of the primary key; else of the unique index with the fewest columns, of which none may be NULL and which is
    /// on all rows. None where there is neither, as of views.
    /// </summary>
    public static ValueList<string> Read(ISqlSession session, TableName table)
    {
        var found = session.Query(
            $"""
            -- rulegen: the keys of a table
            SELECT i.index_id, CASE WHEN i.is_primary_key = 1 THEN 1 ELSE 0 END, c.name, CASE WHEN c.is_nullable = 1 THEN 1 ELSE 0 END
            FROM sys.indexes AS i
            INNER JOIN sys.index_columns AS k
                ON k.object_id = i.object_id AND k.index_id = i.index_id
            INNER JOIN sys.columns AS c
                ON c.object_id = k.object_id AND c.column_id = k.column_id
            WHERE i.object_id = OBJECT_ID({SqlText.Unicode(table.ToString())})
                AND (i.is_primary_key = 1 OR i.is_unique = 1)
                AND i.is_disabled = 0
                AND i.has_filter = 0
                AND k.is_included_column = 0
            ORDER BY i.index_id, k.key_ordinal;

            """
        );
        return found
            .GroupBy(row => row.Number(0))
            .Where(index => !index.Any(row => row.Flag(3)))
            .OrderByDescending(index => index.First().Flag(1))
            .ThenBy(index => index.Count())
            .Select(index => index.Select(row => row.Text(2)!).ToValueList())
            .FirstOrDefault([]);
    }
}
