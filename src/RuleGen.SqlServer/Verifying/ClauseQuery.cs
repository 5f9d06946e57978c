using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Asks a server for the truth of one clause, for values that the query itself holds.</summary>
internal static class ClauseQuery
{
    /// <summary>The truth.</summary>
    /// <param name="session">A session.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="alias">The name that qualifies columns.</param>
    /// <param name="row">A row that has the clause's columns.</param>
    public static Truth Run(ISqlSession session, Predicate clause, string alias, Row row) =>
        session.Query(Write(clause, alias, row)).Single().Number(0) switch
        {
            1 => Truth.True,
            0 => Truth.False,
            _ => Truth.Unknown,
        };

    private static string Write(Predicate clause, string alias, Row row)
    {
        var text = FragmentWriter.WriteQualified(clause, alias).TrimEnd();
        var values = clause.Columns.Distinct().Select(column => Value(column, row[column])).DefaultIfEmpty("1 AS [1]");
        return $"""
            SELECT CASE WHEN {text} THEN 1 WHEN NOT ({text}) THEN 0 END AS Truth
            FROM (SELECT {string.Join(", ", values)}) AS {SqlName.Bracket(alias)};

            """;
    }

    private static string Value(Column column, SqlValue value)
    {
        var literal =
            value.IsNull ? "NULL"
            : value.Moment is not null ? SqlText.Unicode(value.ToText()!)
            : value.IsInteger ? value.ToText()!
            : SqlText.Unicode(value.Text!);
        var collation = column.Type is CharacterType { Collation: { } name } ? $" COLLATE {name}" : "";
        return $"CAST({literal} AS {column.Type}){collation} AS {SqlName.Bracket(column.Name)}";
    }
}
