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
    private readonly QuerySpecification _query;

    private CatalogueQuery(string text, QuerySpecification query)
    {
        _text = text;
        _query = query;
    }

    /// <summary>The key, the carried columns, and their names, as the text has them.</summary>
    public IReadOnlyList<(string Read, string Name)> Columns { get; private set; } = [];

    /// <summary>For each coding what names it, and its query.</summary>
    public IReadOnlyList<(string Id, string Text)> Queries { get; private set; } = [];

    /// <summary>Takes a query apart; null where it is not as a catalogue's view has it.</summary>
    /// <param name="text">The text that the query stands in.</param>
    /// <param name="query">The query.</param>
    /// <param name="view">The kind of view.</param>
    /// <param name="columns">How many columns of the source it shows.</param>
    public static CatalogueQuery? Read(string text, QuerySpecification query, CatalogueView view, int columns)
    {
        var elements = query.SelectElements.OfType<SelectScalarExpression>().ToList();
        var hasNothingElse =
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
                }
            && elements.Count == query.SelectElements.Count
            && elements.Count > columns;
        if (!hasNothingElse)
        {
            return null;
        }

        var made = new CatalogueQuery(text, query)
        {
            Columns =
            [
                .. elements
                    .Take(columns)
                    .Select(element => (LastName(element), element.ColumnName?.Value ?? LastName(element))),
            ],
        };
        var shown = elements.Skip(columns).ToList();
        return view == CatalogueView.Long ? made.TakeLabels(shown) : made.TakeCases(shown);
    }

    /// <summary>Each CASE of the select list, with its name.</summary>
    private CatalogueQuery? TakeCases(List<SelectScalarExpression> elements)
    {
        if (
            !elements.TrueForAll(element =>
                element is { Expression: SearchedCaseExpression, ColumnName.Value: not null }
            )
        )
        {
            return null;
        }

        var where = _query.WhereClause is null ? "" : TextOf(_query.WhereClause);
        Queries =
        [
            .. elements.Select(element =>
                (element.ColumnName.Value, Compose(element.Expression, TextOf(_query.FromClause), where))
            ),
        ];
        return this;
    }

    /// <summary>Each row of the applied VALUES: an id and a CASE, of which WHERE asks that it is not NULL.</summary>
    private CatalogueQuery? TakeLabels(List<SelectScalarExpression> elements)
    {
        if (
            _query.FromClause.TableReferences[0]
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
            || FindRest(_query.WhereClause?.SearchCondition, labels.Alias, outcome) is not { } where
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
