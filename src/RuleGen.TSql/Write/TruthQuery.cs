using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes a query for the truth of one clause, of a row whose values the query itself holds.</summary>
public static class TruthQuery
{
    /// <summary>The query: one row, one column, which is 1 for TRUE, 0 for FALSE and NULL for UNKNOWN.</summary>
    /// <param name="clause">The clause, over the source's columns.</param>
    /// <param name="source">The source.</param>
    /// <param name="row">A row that has the clause's columns and lists.</param>
    public static string Write(Predicate clause, Source source, Row row)
    {
        var named = clause.NamedColumns.ToValueList();
        var lists = new ListColumns(
            named,
            new RowSubqueries(source, row, column => SqlText.TwoPart(source.Alias, column.StoredName))
        );
        var text = new CodingWriter(
            new ScalarWriter(column => lists.Write(column.Column)),
            CommentStyle.Wrapped,
            lists.Subqueries
        )
            .Write(ClauseText.Plain(clause))
            .ToText()
            .TrimEnd();
        // The key, by which child rows are found, is not asked: their place has the items of this row alone.
        var values = source
            .StoredFor(named)
            .Where(column => named.Contains(column) || column.Derivation is not null)
            .Select(column => ValueWriter.WriteTyped(column, row[column], column.StoredName))
            .DefaultIfEmpty("1 AS [1]");
        var queries = lists.WriteQueries().Select(query => query.Prefix("\nOUTER APPLY ").ToText().TrimEnd());
        return $"""
            SELECT CASE WHEN {text} THEN 1 WHEN NOT ({text}) THEN 0 END AS Truth
            FROM (SELECT {string.Join(", ", values)}) AS {SqlName.Bracket(source.Alias)}{string.Concat(queries)};

            """;
    }
}
