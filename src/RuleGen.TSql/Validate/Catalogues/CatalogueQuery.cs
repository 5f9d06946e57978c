using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql;

/// <summary>
/// The query of a catalogue's view, taken apart: for each coding a query by itself, of the pieces of the text, with the
/// catalogue's FROM and WHERE, so that the reader of codings reads it. What the pieces leave out is checked here: the key, the
/// names of columns, the ids, and that there is nothing else.
/// </summary>
internal sealed class CatalogueQuery
{
    private readonly string _text;

    private CatalogueQuery(string text) => _text = text;

    /// <summary>The key, the carried columns, and their names, as the text has them.</summary>
    public IReadOnlyList<(string Read, string Name)> Columns { get; private set; } = [];

    /// <summary>For each coding what names it, and its query.</summary>
    public IReadOnlyList<(string Id, string Text)> Queries { get; private set; } = [];

    /// <summary>Takes a query apart; null where it is not as a catalogue's view has it.</summary>
    /// <param name="text">The text that the query stands in.</param>
    /// <param name="query">The query.</param>
    /// <param name="view">The kind of view.</param>
    /// <param name="columns">How many columns of the source it shows.</param>
    public static CatalogueQuery? Read(string text, QueryExpression query, CatalogueView view, int columns)
    {
        var made = new CatalogueQuery(text);
        var queries = BranchesOf(query);
        return queries is null ? null
            : view == CatalogueView.Long
            && queries[0].SelectElements.OfType<SelectScalarExpression>().ElementAtOrDefault(columns)
                is { Expression: Literal }
                ? made.TakeBranches(queries, columns)
            : queries is [var single] && HasNothingElse(single) && made.TakeColumns(single, columns) is { } shown
                ? view == CatalogueView.Long ? made.TakeLabels(single, shown)
                    : made.TakeCases(single, shown)
            : null;
    }

    /// <summary>The queries under UNION ALL, in their order; null where they are joined in another way.</summary>
    private static List<QuerySpecification>? BranchesOf(QueryExpression query) =>
        query switch
        {
            QuerySpecification single => [single],
            BinaryQueryExpression
            {
                BinaryQueryExpressionType: BinaryQueryExpressionType.Union,
                All: true,
                OrderByClause: null,
                OffsetClause: null,
                ForClause: null,
                SecondQueryExpression: QuerySpecification last
            } union => BranchesOf(union.FirstQueryExpression) is { } first ? [.. first, last] : null,
            _ => null,
        };

    private static bool HasNothingElse(QuerySpecification query) =>
        query
            is {
                UniqueRowFilter: UniqueRowFilter.NotSpecified,
                TopRowFilter: null,
                GroupByClause: null,
                HavingClause: null,
                OrderByClause: null,
                OffsetClause: null,
                ForClause: null,
                WindowClause: null,
                FromClause.TableReferences.Count: 1,
            };

    /// <summary>
    /// Takes the columns of the source that a query shows first, and gives the others; null where an item is no expression, or
    /// where a query before shows something else.
    /// </summary>
    private List<SelectScalarExpression>? TakeColumns(QuerySpecification query, int columns)
    {
        var elements = query.SelectElements.OfType<SelectScalarExpression>().ToList();
        var shown = elements
            .Take(columns)
            .Select(element => (LastName(element), element.ColumnName?.Value ?? LastName(element)))
            .ToList();
        if (elements.Count != query.SelectElements.Count || (Columns.Count > 0 && !Columns.SequenceEqual(shown)))
        {
            return null;
        }

        Columns = shown;
        return elements.Skip(columns).ToList();
    }

    /// <summary>Each query: an id, a label, and the rows that get it.</summary>
    private CatalogueQuery? TakeBranches(List<QuerySpecification> branches, int columns)
    {
        var queries = new List<(string, string)>();
        foreach (var branch in branches)
        {
            if (
                !HasNothingElse(branch)
                || TakeColumns(branch, columns)
                    is not [
                        {
                            Expression: Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral
                            {
                                IsNational: false
                            } id,
                            ColumnName.Value: CatalogueWriter.CodingColumn
                        },
                        { ColumnName.Value: not null } label,
                    ]
            )
            {
                return null;
            }

            queries.Add(
                (
                    id.Value,
                    $"SELECT\nCASE WHEN 1 = 1 THEN {TextOf(label.Expression)} END\n{TextOf(branch.FromClause)}\n"
                        + $"{(branch.WhereClause is null ? "" : TextOf(branch.WhereClause))};\n"
                )
            );
        }

        Queries = queries;
        return this;
    }

    /// <summary>Each CASE of the select list, with its name.</summary>
    private CatalogueQuery? TakeCases(QuerySpecification query, List<SelectScalarExpression> elements)
    {
        if (
            !elements.TrueForAll(element =>
                element is { Expression: SearchedCaseExpression, ColumnName.Value: not null }
            )
        )
        {
            return null;
        }

        var where = query.WhereClause is null ? "" : TextOf(query.WhereClause);
        Queries =
        [
            .. elements.Select(element =>
                (element.ColumnName.Value, Compose(element.Expression, TextOf(query.FromClause), where))
            ),
        ];
        return this;
    }

    /// <summary>Each row of the applied VALUES: an id and a CASE, of which WHERE asks that it is not NULL.</summary>
    private CatalogueQuery? TakeLabels(QuerySpecification query, List<SelectScalarExpression> elements)
    {
        if (
            query.FromClause.TableReferences[0]
                is not UnqualifiedJoin
                {
                    UnqualifiedJoinType: UnqualifiedJoinType.CrossApply,
                    FirstTableReference: { } rows,
                    SecondTableReference: InlineDerivedTable { Columns: [var id, var outcome] } labels
                }
            || elements is not [var first, var second]
            || !Is(first.Expression, labels.Alias, id)
            || !Is(second.Expression, labels.Alias, outcome)
            || elements.Exists(element => element.ColumnName is not null)
            || FindRest(query.WhereClause?.SearchCondition, labels.Alias, outcome) is not { } where
        )
        {
            return null;
        }

        var queries = new List<(string, string)>();
        foreach (var row in labels.RowValues)
        {
            if (
                row.ColumnValues
                is not [
                    Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral { IsNational: false } name,
                    SearchedCaseExpression choice,
                ]
            )
            {
                return null;
            }

            queries.Add((name.Value, Compose(choice, $"FROM {TextOf(rows)}", where)));
        }

        Queries = queries;
        return this;
    }

    /// <summary>WHERE without the condition that there is a label; null where that condition is not its last.</summary>
    private string? FindRest(BooleanExpression? condition, Identifier alias, Identifier outcome)
    {
        return condition switch
        {
            BooleanIsNullExpression test when IsThere(test) => "",
            BooleanBinaryExpression
            {
                BinaryExpressionType: BooleanBinaryExpressionType.And,
                FirstExpression: { } rest,
                SecondExpression: BooleanIsNullExpression test
            } when IsThere(test) => $"WHERE {TextOf(rest)}",
            _ => null,
        };

        bool IsThere(BooleanIsNullExpression test) => test.IsNot && Is(test.Expression, alias, outcome);
    }

    private static bool Is(ScalarExpression expression, Identifier alias, Identifier column) =>
        expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var qualifier, var name] }
        && qualifier.Value == alias.Value
        && name.Value == column.Value;

    private static string LastName(SelectScalarExpression element) =>
        (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "";

    private string Compose(ScalarExpression choice, string from, string where) =>
        $"SELECT\n{TextOf(choice)}\n{from}\n{where};\n";

    private string TextOf(TSqlFragment fragment) => _text.Substring(fragment.StartOffset, fragment.FragmentLength);
}
