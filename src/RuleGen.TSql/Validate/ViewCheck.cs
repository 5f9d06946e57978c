using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Checks the files of the view, and of its query: its name, its table, each column bound to the source, the outcome at
/// its place.
/// </summary>
internal static class ViewCheck
{
    /// <summary>Checks a file that creates the view.</summary>
    public static void Run(GeneratedFile file, ScriptParts parts, ScriptReport report)
    {
        if (report.Parse(file.Text) is not { } script)
        {
            return;
        }

        if (
            script.Batches is not [{ Statements: [ViewStatementBody view] }]
            || view.SelectStatement.QueryExpression is not QuerySpecification query
        )
        {
            report.Add("it is not the one statement that creates a view");
            return;
        }

        report.Require(
            view is CreateOrAlterViewStatement == (parts.Target.HasCreateOrAlter && file.Name != FileNames.ProjectView),
            "its verb is not the target's",
            view
        );
        report.RequireName(view.SchemaObjectName, parts.Names.Schema, parts.Names.View);
        Check(query, parts, report);
    }

    /// <summary>Checks a file that is the view's query alone, without an end, so that it can stand in a statement.</summary>
    public static void RunQuery(GeneratedFile file, ScriptParts parts, ScriptReport report)
    {
        report.RequireFabric(file.Text);
        if (report.Parse(file.Text) is not { } script)
        {
            return;
        }

        if (
            script.Batches is not [{ Statements: [SelectStatement { Into: null } select] }]
            || select.QueryExpression is not QuerySpecification query
        )
        {
            report.Add("it is not one query");
            return;
        }

        report.Require(
            select is { WithCtesAndXmlNamespaces: null, OptimizerHints.Count: 0 },
            "it reads more than its query",
            select
        );
        report.Require(
            select
                .ScriptTokenStream.Last(token =>
                    token.TokenType is not (TSqlTokenType.WhiteSpace or TSqlTokenType.EndOfFile)
                )
                .TokenType
                is not (TSqlTokenType.Semicolon or TSqlTokenType.SingleLineComment or TSqlTokenType.MultilineComment),
            "nothing can be written after its query",
            select
        );
        Check(query, parts, report);
    }

    private static void Check(QuerySpecification query, ScriptParts parts, ScriptReport report)
    {
        CheckTable(query, parts.Source, report);
        CheckColumns(query, parts, report);
        report.Require(
            query.WhereClause is null == parts.Coding.Exclusions is null,
            "its WHERE and the exclusions do not agree",
            query
        );
    }

    /// <summary>Checks what a query reads: the source's table, under its alias.</summary>
    public static void CheckTable(QuerySpecification query, Source source, ScriptReport report)
    {
        // What is applied to each row is read back with the coding.
        var reference = query.FromClause?.TableReferences is [var single] ? single : null;
        while (source.Lists.Count > 0 && reference is UnqualifiedJoin join)
        {
            reference = join.FirstTableReference;
        }

        if (reference is not NamedTableReference table)
        {
            report.Add("it does not read one table", query);
            return;
        }

        report.RequireName(table.SchemaObject, source.Table.Schema, source.Table.Name);
        report.Require(table.Alias?.Value == source.Alias, $"its table is not '{source.Alias}'", table);
    }

    private static void CheckColumns(QuerySpecification query, ScriptParts parts, ScriptReport report)
    {
        var shown = parts
            .Source.Key.Concat(parts.Source.Carried)
            .Select(column => (column.StoredName, column.Name))
            .ToList();
        var elements = query.SelectElements.OfType<SelectScalarExpression>().ToList();
        report.Require(
            elements.Count == query.SelectElements.Count
                && elements
                    .SkipLast(1)
                    .Select(element =>
                        (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value
                            is { } read
                            ? (read, element.ColumnName?.Value ?? read)
                            : default
                    )
                    .SequenceEqual(shown)
                && elements[^1].ColumnName?.Value == parts.Names.OutcomeColumn,
            "it does not show the key, the carried columns and the outcome",
            query
        );

        var lists = parts.ListColumns;
        var read = parts.Coding.NamedColumns.Where(column => column.Type is not ListType).ToList();
        var known = parts
            .Source.Key.Concat(parts.Source.Carried)
            .Concat(read)
            .Select(column => (lists.QualifierOf(column), lists.NameOf(column)))
            .ToHashSet();
        var all = References.Of(query);
        report.Require(all.Variables.Count == 0, "it reads a variable", query);
        foreach (var column in all.Columns)
        {
            var name = column.MultiPartIdentifier.Identifiers.Select(identifier => identifier.Value).ToList();
            report.Require(
                name is [var alias, var last] && known.Contains((alias, last)),
                $"'{string.Join('.', name)}' is no column of the source",
                column
            );
        }

        report.RequireSame(
            read.Select(lists.NameOf),
            References
                .Of(elements[^1], query.WhereClause)
                .Columns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value),
            "column"
        );
    }
}
