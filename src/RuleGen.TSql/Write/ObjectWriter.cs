using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes the definitions of a coding's view and function: the statements, without header.</summary>
/// <param name="coding">The coding, over the columns of the source.</param>
/// <param name="source">The source.</param>
/// <param name="names">The names of the objects.</param>
/// <param name="hasStringAgg">Whether the server has STRING_AGG.</param>
internal sealed class ObjectWriter(Coding coding, Source source, ObjectNames names, bool hasStringAgg = true)
{
    /// <summary>
    /// The view over the source: its key, the columns carried through, and the outcome of the rows that are kept.
    /// </summary>
    public string WriteView(string verb) =>
        $"{verb} VIEW {names.QualifiedView}\nAS\n{WriteSelect().Suffix(";").ToText()}";

    /// <summary>The query of the view by itself, so that it can be put into another statement.</summary>
    public string WriteQuery() => WriteSelect().LiftLastComment().ToText();

    private Block WriteSelect()
    {
        var lists = new ListColumns(coding.NamedColumns, new StoredSubqueries(source, Qualify), hasStringAgg);
        var writer = new CodingWriter(
            new ScalarWriter(column => lists.Write(column.Column)),
            CommentStyle.Full,
            lists.Subqueries
        );
        var select = SourceFragments.WriteSelect(source).Add(WriteOutcome(writer), indent: 1);
        select.Add(SourceFragments.WriteFrom(source, lists));
        return WithExclusions(select, writer);
    }

    /// <summary>
    /// The function over the columns that the coding reads, as parameters: one row with the outcome, or none where
    /// the row is not kept. Parameters take the collations of their columns (rule 6.10). For a list it takes the key of the
    /// row, or the numbered columns.
    /// </summary>
    public string WriteFunction(string verb)
    {
        var columns = source.StoredFor(coding.NamedColumns);
        var parameters = ParameterNames.For(columns);
        var lists = new ListColumns(
            coding.NamedColumns,
            new StoredSubqueries(source, column => Use(column, parameters[column])),
            hasStringAgg
        );
        var writer = new CodingWriter(
            new ScalarWriter(column => lists.Write(column.Column)),
            CommentStyle.Wrapped,
            lists.Subqueries
        );
        var list = string.Join(",\n", columns.Select(column => $"    {parameters[column]} {column.Type}"));
        var select = new Block("SELECT").Add(WriteOutcome(writer), indent: 1);
        var joiner = "FROM ";
        foreach (var query in lists.WriteQueries())
        {
            select.Add(query.Prefix(joiner));
            joiner = "CROSS JOIN ";
        }

        return $"{verb} FUNCTION {names.QualifiedFunction}{(list.Length == 0 ? "()" : $"\n(\n{list}\n)")}\n"
            + "RETURNS TABLE\nWITH SCHEMABINDING\nAS\nRETURN\n"
            + WithExclusions(select, writer).Suffix(";").ToText(indent: 1);
    }

    private static string Use(Column column, string parameter) =>
        column.Type is CharacterType { Collation: { } collation } ? $"{parameter} COLLATE {collation.Name}" : parameter;

    private string Qualify(Column column) => SqlText.TwoPart(source.Alias, column.StoredName);

    private Block WriteOutcome(CodingWriter writer) =>
        (coding.Arms.Count == 0 ? new Block("CAST(NULL AS varchar(1))") : writer.WriteCase(coding)).Suffix(
            $" AS {SqlName.Bracket(names.OutcomeColumn)}"
        );

    private Block WithExclusions(Block select, CodingWriter writer) =>
        coding.Exclusions is null ? select : select.Add(writer.WriteWhere(coding));
}
