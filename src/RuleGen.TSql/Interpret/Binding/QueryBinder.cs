using RuleGen.Model;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>Takes a <c>SELECT</c> apart: what it shows of a row, and under which condition.</summary>
internal static class QueryBinder
{
    /// <summary>The one query of a statement, of which every clause but SELECT, FROM and WHERE is refused.</summary>
    public static Dom.QuerySpecification Unwrap(Dom.SelectStatement statement)
    {
        RefuseAny(statement.WithCtesAndXmlNamespaces, statement.Into);
        RefuseAny([.. statement.ComputeClauses, .. statement.OptimizerHints]);
        return Unwrap(statement.QueryExpression);
    }

    /// <summary>The one query of an expression, of which every clause but SELECT, FROM and WHERE is refused.</summary>
    public static Dom.QuerySpecification Unwrap(Dom.QueryExpression expression)
    {
        while (expression is Dom.QueryParenthesisExpression parenthesis)
        {
            expression = parenthesis.QueryExpression;
        }

        if (expression is not Dom.QuerySpecification query)
        {
            throw Refusal.UnsupportedNode(expression);
        }

        RefuseAny(query.OrderByClause, query.ForClause);
        RefuseOtherClauses(query);
        return query;
    }

    /// <summary>Refuses every clause of a query but SELECT, FROM, WHERE, ORDER BY and FOR.</summary>
    public static void RefuseOtherClauses(Dom.QuerySpecification query)
    {
        RefuseAny(query.TopRowFilter, query.GroupByClause, query.HavingClause, query.OffsetClause);
        if (query.UniqueRowFilter == Dom.UniqueRowFilter.Distinct)
        {
            throw Refusal.Unsupported(query, "'DISTINCT'");
        }
    }

    /// <summary>
    /// The table that a query reads, and the queries that are applied to each row of it; every other kind of FROM is refused.
    /// </summary>
    public static (Dom.NamedTableReference Table, ValueList<Dom.QueryDerivedTable> Applied) FindTable(
        Dom.QuerySpecification query
    )
    {
        var (reference, applied) = FindJoined(query, Dom.UnqualifiedJoinType.OuterApply);
        if (reference is not Dom.NamedTableReference table)
        {
            throw Refusal.Unsupported((Dom.TSqlFragment?)query.FromClause ?? query, "FROM without exactly one table");
        }

        RefuseAny(table.TableSampleClause, table.TemporalClause);
        RefuseAny([.. table.TableHints]);
        return (table, applied.ToValueList());
    }

    /// <summary>What FROM starts with, and the queries that are joined to it in one way; null where it is no such chain.</summary>
    public static (Dom.TableReference? First, List<Dom.QueryDerivedTable> Joined) FindJoined(
        Dom.QuerySpecification query,
        Dom.UnqualifiedJoinType joinType
    )
    {
        var joined = new List<Dom.QueryDerivedTable>();
        var reference = query.FromClause?.TableReferences is [var single] ? single : null;
        while (
            reference is Dom.UnqualifiedJoin { SecondTableReference: Dom.QueryDerivedTable derived } join
            && join.UnqualifiedJoinType == joinType
        )
        {
            joined.Add(derived);
            reference = join.FirstTableReference;
        }

        return (reference, joined);
    }

    /// <summary>The columns that a query shows, each with its name; null where it has none.</summary>
    public static IReadOnlyList<(string? Name, Dom.ScalarExpression Expression)> FindShown(
        Dom.QuerySpecification query
    ) =>
        query
            .SelectElements.Select(element =>
                element is Dom.SelectScalarExpression scalar
                    ? (
                        scalar.ColumnName?.Value
                            ?? (scalar.Expression as Dom.ColumnReferenceExpression)
                                ?.MultiPartIdentifier
                                ?.Identifiers[^1]
                                .Value,
                        scalar.Expression
                    )
                    : throw Refusal.UnsupportedNode(element)
            )
            .ToList();

    /// <summary>Makes a condition and an outcome run.</summary>
    public static BoundQuery Bind(
        Scope scope,
        string databaseCollation,
        Dom.WhereClause? where,
        Dom.ScalarExpression? outcome
    )
    {
        RefuseAny(where?.Cursor);
        var binder = new Binder(scope, databaseCollation);
        var ordinary = Bind(binder, where, outcome);
        var looksPast = Bind(new Binder(scope, databaseCollation, looksPast: true), where, outcome);
        return new BoundQuery(ordinary, looksPast, [.. scope.Slots], binder.Needs, binder.LookedPastInPattern);
    }

    private static BoundReading Bind(Binder binder, Dom.WhereClause? where, Dom.ScalarExpression? outcome)
    {
        var boundOutcome = outcome is null ? null : BindOutcome(binder, outcome);
        var boundWhere = where is null ? null : binder.Bind(where.SearchCondition);
        return new BoundReading(boundWhere, boundOutcome);
    }

    private static Expression BindOutcome(Binder binder, Dom.ScalarExpression outcome)
    {
        var bound = binder.Bind(outcome);
        return
            bound.Type is TextType or NumberType or BitType or NullType
            && Leaves(bound).All(leaf => leaf is ConstantExpression)
            ? bound
            : throw Refusal.Unsupported(outcome, "An outcome that is not made of labels");
    }

    private static IEnumerable<Expression> Leaves(Expression expression) =>
        expression.Parts.Any() ? expression.Parts.SelectMany(Leaves) : [expression];

    private static void RefuseAny(params IEnumerable<Dom.TSqlFragment?> clauses)
    {
        if (clauses.FirstOrDefault(clause => clause is not null) is { } clause)
        {
            throw Refusal.UnsupportedNode(clause);
        }
    }
}
