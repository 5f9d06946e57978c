using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// The parts of a coding as they run over its source: in <c>SELECT … FROM table AS alias WHERE …</c>. A name is written as
/// published where it leads to the column there; else by the alias and the name that the table has. What is made of child
/// rows, or joined, is applied in FROM, as the view applies it.
/// </summary>
/// <param name="coding">The coding, over the columns of the source.</param>
/// <param name="source">The source.</param>
/// <param name="hasStringAgg">Whether the server has STRING_AGG.</param>
internal sealed class SourceFragments(Coding coding, Source source, bool hasStringAgg)
{
    private readonly ListColumns _lists = new(
        coding.NamedColumns,
        new StoredSubqueries(source, column => SqlText.TwoPart(source.Alias, column.StoredName)),
        hasStringAgg
    );

    /// <summary>The file case.sql; null where the coding has no arm.</summary>
    public string? WriteCase() => coding.Arms.Count == 0 ? null : FragmentWriter.WriteCase(coding, Writer());

    /// <summary>The file where.sql; null where the coding has no exclusions.</summary>
    public string? WriteWhere() => coding.Exclusions is null ? null : FragmentWriter.WriteWhere(coding, Writer());

    /// <summary>The file from.sql; null where FROM holds the table alone.</summary>
    public string? WriteFrom() => _lists.WriteQueries().Any() ? WriteFrom(source, _lists).ToText() : null;

    /// <summary><c>SELECT</c>, the key and the columns that are carried through, for what is shown beside them.</summary>
    internal static Block WriteSelect(Source source)
    {
        var select = new Block("SELECT");
        foreach (var column in source.Key.Concat(source.Carried))
        {
            var name = column.StoredName == column.Name ? "" : $" AS {SqlName.Bracket(column.Name)}";
            select.Add($"{SqlText.TwoPart(source.Alias, column.StoredName)}{name},", indent: 1);
        }

        return select;
    }

    /// <summary>FROM: the table, and for each row what is made of its lists.</summary>
    public static Block WriteFrom(Source source, ListColumns lists)
    {
        var from = new Block($"FROM {source.Table} AS {SqlName.Bracket(source.Alias)}");
        foreach (var query in lists.WriteQueries())
        {
            from.Add(query.Prefix("OUTER APPLY "));
        }

        return from;
    }

    private CodingWriter Writer() => new(new ScalarWriter(Name), CommentStyle.Published, _lists.Subqueries);

    private string Name(ColumnReference reference)
    {
        var column = reference.Column;
        if (!SqlName.Comparer.Equals(_lists.QualifierOf(column), source.Alias))
        {
            return _lists.Write(column);
        }

        var stored = _lists.NameOf(column);
        var published = reference.Written ?? SqlText.Name(column.Name);
        return LeadsTo(published, stored) ? published : $"{SqlText.Name(source.Alias)}.{SqlText.Name(stored)}";
    }

    /// <summary>Whether a name as published is that of a column of the table, alone or after the alias.</summary>
    private bool LeadsTo(string published, string stored)
    {
        var parts = Grammar
            .Any.Tokens(published)
            .Where(token => token.TokenType is TSqlTokenType.Identifier or TSqlTokenType.QuotedIdentifier)
            .Select(token => Identifier.DecodeIdentifier(token.Text, out _))
            .ToList();
        return SqlName.Comparer.Equals(parts.LastOrDefault(), stored)
            && (parts.Count == 1 || (parts.Count == 2 && SqlName.Comparer.Equals(parts[0], source.Alias)));
    }
}
