using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// The shape of the table, view or synonym that a script reads, as the catalogue of a server has it: columns with their
/// types, nullability and collations, on which the meaning of every condition rests (rule 6.6).
/// </summary>
internal static class SourceShape
{
    /// <summary>Babelfish's own names for the collations that it takes.</summary>
    private static readonly Dictionary<string, string> BabelfishNames = new()
    {
        [Collation.Latin1GeneralCiAs.Name] = "bbf_unicode_cp1_ci_as",
        [Collation.SqlLatin1GeneralCp1CiAs.Name] = "bbf_unicode_cp1_ci_as",
        [Collation.Latin1GeneralBin2.Name] = "bbf_unicode_bin2",
    };

    /// <summary>
    /// The statements that set <c>@source</c> to the id of a table or view, or of that which a synonym of this database
    /// stands for; NULL where it is not there or not to be seen.
    /// </summary>
    /// <param name="table">The table or view.</param>
    /// <param name="declares">Whether the variable is declared, too; else the batch has it already.</param>
    public static string Find(TableName table, bool declares = true)
    {
        var name = SqlText.Unicode(table.ToString());
        return $"""
            {(declares ? "DECLARE @source int" : "SELECT @source")} = OBJECT_ID({name});
            SELECT @source = CASE
                WHEN PARSENAME(s.base_object_name, 4) IS NULL
                    AND COALESCE(PARSENAME(s.base_object_name, 3), DB_NAME()) = DB_NAME()
                    THEN OBJECT_ID(s.base_object_name)
            END
            FROM sys.synonyms AS s
            WHERE s.object_id = OBJECT_ID({name});

            """;
    }

    /// <summary>
    /// A query, without its end, for the columns of <c>@source</c>: <c>ColumnName</c>, <c>TypeName</c> as DDL
    /// writes it with all lengths, <c>MayBeNull</c>, and <c>CollationName</c>, empty where there is none.
    /// </summary>
    public static string Columns =>
        """
            SELECT
                c.name COLLATE DATABASE_DEFAULT AS ColumnName,
                t.name COLLATE DATABASE_DEFAULT + CASE
                    WHEN t.name IN (N'char', N'varchar', N'nchar', N'nvarchar', N'binary', N'varbinary')
                        AND c.max_length = -1
                        THEN N'(max)'
                    WHEN t.name IN (N'char', N'varchar', N'binary', N'varbinary')
                        THEN N'(' + CONVERT(nvarchar(10), c.max_length) + N')'
                    WHEN t.name IN (N'nchar', N'nvarchar')
                        THEN N'(' + CONVERT(nvarchar(10), c.max_length / 2) + N')'
                    WHEN t.name IN (N'decimal', N'numeric')
                        THEN N'(' + CONVERT(nvarchar(10), c.precision) + N', ' + CONVERT(nvarchar(10), c.scale) + N')'
                    WHEN t.name IN (N'datetime2', N'datetimeoffset', N'time')
                        THEN N'(' + CONVERT(nvarchar(10), c.scale) + N')'
                    ELSE N''
                END AS TypeName,
                c.is_nullable AS MayBeNull,
                COALESCE(c.collation_name COLLATE DATABASE_DEFAULT, N'') AS CollationName
            FROM sys.columns AS c
            INNER JOIN sys.types AS t
                ON t.user_type_id = c.system_type_id
            WHERE c.object_id = @source

            """;

    /// <summary>Whether a collation that a server names is one of the model's.</summary>
    public static bool IsSame(string found, Collation collation, Target target) =>
        SqlName.Comparer.Equals(found, collation.Name)
        || (
            target == Targets.Babelfish
            && SqlName.Comparer.Equals(found, BabelfishNames.GetValueOrDefault(collation.Name))
        );

    /// <summary>A type as <see cref="Columns"/> writes it: with the lengths that the server supplies.</summary>
    public static string Write(SqlType type)
    {
        var text = type.ToString()!;
        var name = text.Split('(')[0];
        return (type, name) switch
        {
            (not OpaqueType, _) => text,
            (_, "decimal" or "numeric") when text == name => $"{name}(18, 0)",
            (_, "decimal" or "numeric") when !text.Contains(',', StringComparison.Ordinal) => text[..^1] + ", 0)",
            (_, "datetime2" or "datetimeoffset" or "time") when text == name => $"{name}(7)",
            _ => text,
        };
    }

    /// <summary>
    /// The statements that refuse a source that is not there or is another than the script was made for, with the first
    /// column that differs.
    /// </summary>
    /// <param name="used">The table, and the columns that are used.</param>
    /// <param name="target">The server.</param>
    /// <param name="declares">Whether the variables are declared, too; else an earlier check of the batch has.</param>
    public static string Check(UsedTable used, Target target, bool declares = true)
    {
        var table = used.Table;
        var isBabelfish = target == Targets.Babelfish;
        var expected = string.Join(",\n        ", used.Columns.Select((column, i) => Expect(column, i, isBabelfish)));
        var otherName = isBabelfish ? ", OtherName" : "";
        var declaration = declares ? "DECLARE @column nvarchar(128), @difference nvarchar(400);\n" : "";
        var isOther = isBabelfish
            ? "c.CollationName NOT IN (e.CollationName, e.OtherName)"
            : "c.CollationName <> e.CollationName";
        return $"""
            {Find(table, declares)}{declaration}SELECT TOP (1) @column = d.ColumnName, @difference = d.Difference
            FROM (
                SELECT
                    e.Place,
                    e.ColumnName,
                    CASE
                        WHEN c.ColumnName IS NULL THEN N'is not there'
                        WHEN c.TypeName <> e.TypeName THEN N'is ' + c.TypeName + N', not ' + e.TypeName
                        WHEN {isOther} THEN N'has the collation ' + c.CollationName + N', not ' + e.CollationName
                        WHEN c.MayBeNull = 1 AND e.MayBeNull = 0 THEN N'may be NULL'
                    END AS Difference
                FROM (VALUES
                    {expected}
                ) AS e (Place, ColumnName, TypeName, CollationName{otherName}, MayBeNull)
                LEFT JOIN (
            {ScriptSteps.Indent(Columns, 8).TrimEnd('\n')}
                ) AS c
                    ON c.ColumnName = e.ColumnName
            ) AS d
            WHERE d.Difference IS NOT NULL
            ORDER BY d.Place;
            IF @source IS NULL
                RAISERROR(
                    N'%s is not in this database, or this login may not see it.',
                    16, 1, {SqlText.Unicode(table.ToString())});
            ELSE IF @column IS NOT NULL
                RAISERROR(
                    N'%s is not what this script was made for: column %s %s. Make one for it with rulegen build --schema FILE.',
                    16, 1, {SqlText.Unicode(table.ToString())}, @column, @difference);

            """;
    }

    private static string Expect(Column column, int index, bool isBabelfish)
    {
        var collation = (column.Type as CharacterType)?.Collation?.Name ?? "";
        string[] collations = isBabelfish
            ? [collation, BabelfishNames.GetValueOrDefault(collation, collation)]
            : [collation];
        return string.Create(
                CultureInfo.InvariantCulture,
                $"({index + 1}, {SqlText.Unicode(column.StoredName)}, {SqlText.Unicode(Write(column.Type))}, "
            )
            + string.Join(", ", collations.Select(SqlText.Unicode))
            + $", {(column.IsNullable ? 1 : 0)})";
    }
}
