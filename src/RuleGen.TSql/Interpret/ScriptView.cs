using RuleGen.Model;
using RuleGen.TSql.Interpret.Binding;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret;

/// <summary>
/// A view: <c>SELECT</c> of columns of one table and of an outcome, for the rows that the WHERE keeps.
/// </summary>
public sealed class ScriptView
{
    private readonly BoundQuery _query;

    private ScriptView(string schema, string name, ValueList<Column> columns, string? outcomeName, BoundQuery query)
    {
        Schema = schema;
        Name = name;
        Columns = columns;
        OutcomeName = outcomeName;
        _query = query;
    }

    /// <summary>The schema, without brackets; empty where the script names none.</summary>
    public string Schema { get; }

    /// <summary>The name, without brackets.</summary>
    public string Name { get; }

    /// <summary>The columns of its table that it shows, in order: the key and what is carried through.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The name of its column that is computed, the outcome; null where there is none.</summary>
    public string? OutcomeName { get; }

    /// <summary>What the view makes of a row of its table: the outcome is NULL where it computes none.</summary>
    /// <exception cref="ArgumentException">The row lacks a column that the view's conditions read.</exception>
    public ScriptResult Evaluate(Row row) => _query.Evaluate(_query.Read(row));

    /// <summary>
    /// The rows of the view over rows of its table, in their order; with them those that were not evaluated.
    /// </summary>
    /// <exception cref="ArgumentException">A row lacks a column that the view reads.</exception>
    public IEnumerable<ScriptRow> Run(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            var (result, notEvaluated) = Evaluate(row);
            if (result.IsKept || notEvaluated is not null)
            {
                var values = Columns.Select(column => row[column]).ToValueList();
                yield return new ScriptRow(values, result.Outcome, notEvaluated);
            }
        }
    }

    internal static ScriptView Bind(Dom.ViewStatementBody view, Source source, string databaseCollation)
    {
        var query = QueryBinder.Unwrap(view.SelectStatement);
        var (table, applied) = QueryBinder.FindTable(query);
        CheckTable(table, source);
        var scope = Scope.Over(source, (table.Alias ?? table.SchemaObject.BaseIdentifier).Value);
        foreach (var derived in applied)
        {
            scope.Apply(derived);
        }

        var shown = QueryBinder.FindShown(query);
        if (view.Columns.Count > 0)
        {
            shown = shown.Zip(view.Columns, (item, name) => ((string?)name.Value, item.Expression)).ToList();
        }

        var computed = shown.Where(item => item.Expression is not Dom.ColumnReferenceExpression).ToList();
        if (computed.Count > 1)
        {
            throw Refusal.Unsupported(computed[1].Expression, "A second computed column");
        }

        var columns = shown
            .Select(item => item.Expression)
            .OfType<Dom.ColumnReferenceExpression>()
            .Select(reference => scope.FindColumn(reference));
        return new ScriptView(
            view.SchemaObjectName.SchemaIdentifier?.Value ?? "",
            view.SchemaObjectName.BaseIdentifier.Value,
            columns.ToValueList(),
            computed.Select(item => item.Name).SingleOrDefault(),
            QueryBinder.Bind(
                scope,
                databaseCollation,
                query.WhereClause,
                computed.Select(item => item.Expression).SingleOrDefault()
            )
        );
    }

    private static void CheckTable(Dom.NamedTableReference table, Source source)
    {
        var name = table.SchemaObject;
        if (
            !SqlName.Comparer.Equals(name.BaseIdentifier.Value, source.Table.Name)
            || !SqlName.Comparer.Equals(name.SchemaIdentifier?.Value ?? source.Table.Schema, source.Table.Schema)
        )
        {
            throw Refusal.Unsupported(
                table,
                $"Table '{name.BaseIdentifier.Value}', while the source is {source.Table},"
            );
        }
    }
}
