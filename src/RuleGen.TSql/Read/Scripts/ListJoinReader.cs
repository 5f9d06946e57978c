using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using ColumnReferenceExpression = Microsoft.SqlServer.TransactSql.ScriptDom.ColumnReferenceExpression;
using StringLiteral = Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral;

namespace RuleGen.TSql.Read;

/// <summary>
/// Reads what a query joins to its rows where that is a list of the source: an inner or left join to the item at a fixed
/// position, and a query of one row that is applied to each, which takes items or joins them into one text.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="rowName">What the query calls the source; null in a function, whose parameters stand for it.</param>
/// <param name="where">The WHERE of the query; null where it has none.</param>
internal sealed class ListJoinReader(Source source, string? rowName, BooleanExpression? where)
{
    /// <summary>Whether a join is to the child table of a list, whatever it asks of it.</summary>
    public bool IsToList(QualifiedJoin join) =>
        join.SecondTableReference is NamedTableReference table && FindChild(table) is not null;

    /// <summary>The join; null where it is something else, or the text says too little.</summary>
    public ListJoin? Read(QualifiedJoin join)
    {
        if (
            join.QualifiedJoinType is not (QualifiedJoinType.Inner or QualifiedJoinType.LeftOuter)
            || join.JoinHint != JoinHint.None
            || join.SecondTableReference
                is not NamedTableReference { TableHints: [], TableSampleClause: null, TemporalClause: null } table
            || FindChild(table) is not { } list
        )
        {
            return null;
        }

        var alias = (table.Alias ?? table.SchemaObject.BaseIdentifier).Value;
        var items = new ItemScope(list, alias);
        var conditions = Conjuncts(join.SearchCondition);
        var positions = conditions.Select(condition => items.FindPosition(condition)).OfType<int>().ToList();
        var isWhole = conditions.TrueForAll(condition =>
            IsLink(condition, items) || items.FindPosition(condition) is not null
        );
        var isAsked = positions.Count == 0;
        if (isAsked)
        {
            positions = Conjuncts(where)
                .Select(condition => items.FindPosition(condition, isQualified: true))
                .OfType<int>()
                .ToList();
        }

        if (!isWhole || positions is not [var position] || !AreLinked(conditions, items))
        {
            return null;
        }

        var isThere = Any.Of(
            list.Column,
            Comparison.Of(
                ColumnReference.Of(list.Type.Position!),
                ComparisonOperator.Equal,
                Model.IntegerLiteral.Of(position)
            )
        );

        return new ListJoin(
            alias,
            list.Type.Columns.SelectMany(item => Names(item).Select(name => (name, item)))
                .ToDictionary(
                    each => each.name,
                    each => FindColumn(new ItemAt(list.Column, each.item, position)),
                    SqlName.Comparer
                )
        )
        {
            Keeps = !isAsked && join.QualifiedJoinType == QualifiedJoinType.Inner ? isThere : null,
            Asked = isAsked ? new AskedPosition(items, position, isThere) : null,
        };
    }

    /// <summary>The query that is applied to each row; null where it is something else.</summary>
    public ListJoin? Read(QueryDerivedTable table)
    {
        if (
            table.Columns.Count > 0
            || table.QueryExpression is not QuerySpecification query
            || Syntax
                .Children(query)
                .Any(part => part is not (SelectElement or FromClause or WhereClause { Cursor: null }))
        )
        {
            return null;
        }

        var items = FindLinked(query);
        if (items is null && (query.FromClause is not null || query.WhereClause is not null))
        {
            return null;
        }

        var columns = new Dictionary<string, Column>(SqlName.Comparer);
        foreach (var element in query.SelectElements)
        {
            if (
                element is not SelectScalarExpression { ColumnName.Value: { } name } item
                || Make(item.Expression, items) is not { } made
                || !columns.TryAdd(name, FindColumn(made, name))
            )
            {
                return null;
            }
        }

        return new ListJoin(table.Alias.Value, columns);
    }

    /// <summary>The items that a query reads: those of the row, and of no other; null where it reads something else.</summary>
    private ItemScope? FindLinked(QuerySpecification query)
    {
        if (query.FromClause?.TableReferences is not [var from] || FindItems(from) is not { } items)
        {
            return null;
        }

        var conditions = Conjuncts(query.WhereClause?.SearchCondition);
        return conditions.TrueForAll(condition => IsLink(condition, items)) && AreLinked(conditions, items)
            ? items
            : null;
    }

    private static IEnumerable<string> Names(Column column) =>
        new[] { column.Name, column.StoredName }.Distinct(SqlName.Comparer);

    private ItemList? FindChild(NamedTableReference table) => source.FindChild(PassedOver.NameOf(table.SchemaObject));

    private ItemScope? FindItems(TableReference from) =>
        from switch
        {
            NamedTableReference { TableHints: [], TableSampleClause: null, TemporalClause: null } table
                when FindChild(table) is { } list => new ItemScope(
                list,
                (table.Alias ?? table.SchemaObject.BaseIdentifier).Value
            ),
            InlineDerivedTable values when NumberedRows.Find(values, source, FindStored) is { } list => new ItemScope(
                list,
                values.Alias.Value
            ),
            _ => null,
        };

    /// <summary>
    /// The column of the source that is so made: of the name that the query gives it, or of any; else one of its own name.
    /// </summary>
    private Column FindColumn(Derivation made, string? name = null)
    {
        var alike = source.Columns.Concat(source.NumberedColumns).Where(column => column.Derivation == made).ToList();
        return alike.Find(column => SqlName.Comparer.Equals(column.Name, name))
            ?? alike.FirstOrDefault()
            ?? source.FindItem(made)
            ?? Column.Made(name ?? made.Item.Name, made);
    }

    /// <summary>What a column of a query is made of; null where it is something else.</summary>
    /// <param name="expression">The column.</param>
    /// <param name="items">The items that the query reads; null where it reads none but in subqueries.</param>
    private Derivation? Make(ScalarExpression expression, ItemScope? items)
    {
        switch (Syntax.Bare(expression))
        {
            case CastCall when items is null:
                return
                    XmlJoin.Find(expression) is { } join
                    && FindLinked(join.Query) is { } read
                    && read.List.Type.Position is { } place
                    && read.FindItem(join.Order) == place
                    && read.FindItem(join.Item) is { Type: CharacterType type } joinedByXml
                    && SqlName.Comparer.Equals(type.Collation!.Name, join.Collation)
                    && type.IsUnicode == join.IsUnicode
                    ? new JoinedItems(read.List.Column, joinedByXml, join.Separator)
                    : null;
            case FunctionCall { FunctionName.Value: var name, Parameters: [SearchedCaseExpression chosen] } call
                when items is not null && SqlName.Comparer.Equals(name, "MAX") && IsPlain(call):
                return
                    chosen is { ElseExpression: null, WhenClauses: [{ } when] }
                    && items.FindPosition(when.WhenExpression) is { } position
                    && items.FindItem(when.ThenExpression) is { } item
                    ? new ItemAt(items.List.Column, item, position)
                    : null;
            case FunctionCall
            {
                FunctionName.Value: var name,
                Parameters: [var text, StringLiteral { Value: var separator }],
                WithinGroupClause.OrderByClause.OrderByElements: [{ SortOrder: not SortOrder.Descending } order],
            } when items is not null && SqlName.Comparer.Equals(name, "STRING_AGG"):
                return
                    items.FindItem(order.Expression) is { } by
                    && by == items.List.Type.Position
                    && items.FindItem(Widened(text)) is { Type: CharacterType } joined
                    ? new JoinedItems(items.List.Column, joined, separator)
                    : null;
            case BinaryExpression { BinaryExpressionType: BinaryExpressionType.Add } sum:
                return (Syntax.Bare(sum.FirstExpression), Syntax.Bare(sum.SecondExpression)) switch
                {
                    (StringLiteral before, var rest) when Make(rest, items) is JoinedItems { Before: "" } made =>
                        new JoinedItems(made.List, made.Item, made.Separator, before.Value, made.After),
                    (var rest, StringLiteral after) when Make(rest, items) is JoinedItems { After: "" } made =>
                        new JoinedItems(made.List, made.Item, made.Separator, made.Before, after.Value),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static bool IsPlain(FunctionCall call) =>
        call is { CallTarget: null, OverClause: null, WithinGroupClause: null };

    /// <summary>What a conversion to a text without a bound converts.</summary>
    private static ScalarExpression Widened(ScalarExpression expression) =>
        Syntax.Bare(expression) is CastCall { DataType: SqlDataTypeReference { Parameters: [MaxLiteral] } } cast
            ? cast.Parameter
            : expression;

    private bool AreLinked(List<BooleanExpression> conditions, ItemScope items) =>
        items.List.Storage is not ChildRows child
        || child.Key.All(key => conditions.Exists(condition => Links(condition, items, key)));

    private bool IsLink(BooleanExpression condition, ItemScope items) =>
        items.List.Storage is ChildRows child && child.Key.Any(key => Links(condition, items, key));

    /// <summary>Whether a condition says that the child's column of a name equals that of the key.</summary>
    private bool Links(BooleanExpression condition, ItemScope items, string key)
    {
        return Syntax.Bare(condition)
                is BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals } comparison
            && (
                (IsItem(comparison.FirstExpression) && IsRow(comparison.SecondExpression))
                || (IsItem(comparison.SecondExpression) && IsRow(comparison.FirstExpression))
            );

        bool IsItem(ScalarExpression expression) =>
            Syntax.Bare(expression)
                is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var qualifier, var name] }
            && items.IsNamed(qualifier.Value)
            && SqlName.Comparer.Equals(name.Value, key);

        bool IsRow(ScalarExpression expression) =>
            FindStored(expression) is { } column && column == items.FindKey(key, source);
    }

    /// <summary>The column of the row that an expression is; in a function, that a parameter stands for.</summary>
    private Column? FindStored(ScalarExpression expression) =>
        Syntax.Bare(expression) switch
        {
            ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var qualifier, var name] }
                when SqlName.Comparer.Equals(qualifier.Value, rowName) => source.Find(name.Value),
            VariableReference variable when rowName is null => source.Find(variable.Name[1..]),
            _ => null,
        };

    private static List<BooleanExpression> Conjuncts(BooleanExpression? condition) =>
        [.. Syntax.Conjuncts(condition, opens: _ => true)];
}
