using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>
/// Holds the tables, views or synonyms that codings read against the source: each column, its type, whether it may be NULL,
/// and its collation, on which the meaning of every condition rests (rule 6.6).
/// </summary>
internal static class SourceCheck
{
    /// <summary>What is wrong with the source's table, and with those of its lists.</summary>
    /// <param name="session">A session in the database.</param>
    /// <param name="source">The source.</param>
    /// <param name="columns">The columns and lists that are used.</param>
    /// <param name="target">The server.</param>
    public static IEnumerable<Problem> Run(
        ISqlSession session,
        Source source,
        IEnumerable<Column> columns,
        Target target
    )
    {
        return [.. source.TablesFor(columns).SelectMany(used => Run(session, used, target))];
    }

    private static IEnumerable<Problem> Run(ISqlSession session, UsedTable used, Target target)
    {
        var table = used.Table;
        var found = TableColumns.Read(session, table);
        if (found.Count == 0)
        {
            return
            [
                Problem(
                    $"The source {table} is not in the database, or the login may not see it",
                    "Check 'Database' in the connection string and \"from\" in the schema file; the login needs SELECT on it"
                ),
            ];
        }

        var byName = found.ToLookup(column => column.Name, SqlName.Comparer);
        return used.Columns.SelectMany(column =>
            Compare(table, column, byName[column.StoredName].FirstOrDefault(), target)
        );
    }

    private static IEnumerable<Problem> Compare(TableName table, Column column, ServerColumn? found, Target target)
    {
        var name = $"Column '{column.StoredName}' of {table}";
        if (found is null)
        {
            yield return Problem(
                $"{name} is not there",
                "Add it to the table or read the table through a view that has it, or change the schema file"
            );
            yield break;
        }

        if (found.Type != SourceShape.Write(column.Type))
        {
            yield return Problem($"{name} is {found.Type}, not {column.Type}", "Change the schema file, and run build");
        }

        if (found.IsNullable && !column.IsNullable)
        {
            yield return Problem(
                $"{name} may be NULL, and the schema file says that it may not",
                "Say \"nullable\": true in the schema file, or make the column NOT NULL"
            );
        }

        if (
            column.Type is CharacterType { Collation: { } collation }
            && !SourceShape.IsSame(found.Collation, collation, target)
        )
        {
            yield return Problem(
                $"{name} has the collation {found.Collation}, not {collation}",
                "Under another collation conditions have another meaning: say it in the schema file (or with --collation), "
                    + "and run build"
            );
        }
    }

    private static Problem Problem(string message, string remedy) => new(ErrorCodes.SourceMismatch, message, remedy);
}
