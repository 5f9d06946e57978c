using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>
/// Holds the table, view or synonym that codings read against the source: each column, its type, whether it may be NULL,
/// and its collation, on which the meaning of every condition rests (rule 6.6).
/// </summary>
internal static class SourceCheck
{
    /// <summary>Babelfish's own names for the collations that it takes.</summary>
    private static readonly Dictionary<string, string> BabelfishNames = new()
    {
        [Collation.Latin1GeneralCiAs.Name] = "bbf_unicode_cp1_ci_as",
        [Collation.SqlLatin1GeneralCp1CiAs.Name] = "bbf_unicode_cp1_ci_as",
        [Collation.Latin1GeneralBin2.Name] = "bbf_unicode_bin2",
    };

    /// <summary>What is wrong with the table.</summary>
    /// <param name="session">A session in the database.</param>
    /// <param name="source">The source.</param>
    /// <param name="columns">The columns that are used.</param>
    /// <param name="target">The server.</param>
    public static IEnumerable<Problem> Run(
        ISqlSession session,
        Source source,
        IEnumerable<Column> columns,
        Target target
    )
    {
        var found = session.Query(Query(source.Table));
        if (found.Count == 0)
        {
            return
            [
                Problem(
                    $"The source {source.Table} is not in the database, or the login may not see it",
                    "Check 'Database' in the connection string and \"from\" in the schema file; the login needs SELECT on it"
                ),
            ];
        }

        var byName = found.Select(ServerColumn.Of).ToLookup(column => column.Name, SqlName.Comparer);
        return columns
            .Distinct()
            .SelectMany(column => Compare(source.Table, column, byName[column.Name].FirstOrDefault(), target));
    }

    private static string Query(TableName table)
    {
        var name = SqlText.Unicode(table.ToString());
        // A synonym has no columns of its own; the object that it stands for has, where it is in the same database.
        return $"""
            -- rulegen: the columns of the source
            SELECT
                c.name,
                t.name,
                c.max_length,
                c.precision,
                c.scale,
                c.is_nullable,
                c.collation_name
            FROM sys.columns AS c
            INNER JOIN sys.types AS t
                ON t.user_type_id = c.system_type_id
            WHERE c.object_id = COALESCE(
                    (SELECT OBJECT_ID(s.base_object_name) FROM sys.synonyms AS s WHERE s.object_id = OBJECT_ID({name})),
                    OBJECT_ID({name}))
            ORDER BY c.column_id;

            """;
    }

    private static IEnumerable<Problem> Compare(TableName table, Column column, ServerColumn? found, Target target)
    {
        var name = $"Column '{column.Name}' of {table}";
        if (found is null)
        {
            yield return Problem(
                $"{name} is not there",
                "Add it to the table or read the table through a view that has it, or change the schema file"
            );
            yield break;
        }

        if (!found.Is(column.Type))
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

        if (column.Type is CharacterType { Collation: { } collation } && !IsSame(found.Collation, collation, target))
        {
            yield return Problem(
                $"{name} has the collation {found.Collation ?? "NULL"}, not {collation}",
                "Under another collation conditions have another meaning: say it in the schema file (or with --collation), "
                    + "and run build"
            );
        }
    }

    private static bool IsSame(string? found, Collation collation, Target target) =>
        SqlName.Comparer.Equals(found, collation.Name)
        || (target == Targets.Babelfish && SqlName.Comparer.Equals(found, BabelfishNames[collation.Name]));

    private static Problem Problem(string message, string remedy) => new(ErrorCodes.SourceMismatch, message, remedy);

    /// <summary>A column as the catalogue has it.</summary>
    private sealed record ServerColumn(string Name, string Type, bool IsNullable, string? Collation)
    {
        public static ServerColumn Of(SqlRow row) =>
            new(
                row.Text(0)!,
                Write(row.Text(1)!, row.Number(2), row.Number(3), row.Number(4)),
                row.Flag(5),
                row.Text(6)
            );

        /// <summary>Whether it has a type of the model, which leaves out the lengths that the server supplies.</summary>
        public bool Is(SqlType type)
        {
            var wanted = type.ToString()!;
            return wanted == Type || (type is OpaqueType && WithDefaults(wanted) == Type);
        }

        private static string Write(string name, long? length, long? precision, long? scale) =>
            name switch
            {
                "nchar" or "nvarchar" => $"{name}({(length < 0 ? "max" : Number(length / 2))})",
                "char" or "varchar" or "binary" or "varbinary" => $"{name}({(length < 0 ? "max" : Number(length))})",
                "decimal" or "numeric" => $"{name}({Number(precision)}, {Number(scale)})",
                "datetime2" or "datetimeoffset" or "time" => $"{name}({Number(scale)})",
                _ => name,
            };

        private static string WithDefaults(string type) =>
            type switch
            {
                "decimal" or "numeric" => $"{type}(18, 0)",
                "datetime2" or "datetimeoffset" or "time" => $"{type}(7)",
                _ when type.StartsWith("decimal(", StringComparison.Ordinal)
                        && !type.Contains(',', StringComparison.Ordinal) => type.Replace(
                    ")",
                    ", 0)",
                    StringComparison.Ordinal
                ),
                _ when type.StartsWith("numeric(", StringComparison.Ordinal)
                        && !type.Contains(',', StringComparison.Ordinal) => type.Replace(
                    ")",
                    ", 0)",
                    StringComparison.Ordinal
                ),
                _ => type,
            };

        private static string Number(long? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);
    }
}
