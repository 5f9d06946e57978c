using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// Reads EXISTS and IN over a subquery as a condition on the items of a list: a child table that is correlated by the key, in
/// any order of the conditions, the numbered columns of the row, or the list's own name.
/// </summary>
internal sealed class SubqueryReader(CleanText text, ReadingContext context, ScalarConverter scalars)
{
    /// <summary><c>EXISTS (SELECT … FROM child WHERE …)</c>; null where it is something else, which is reported.</summary>
    public Any? ReadExists(ExistsPredicate syntax) =>
        FindQuery(syntax.Subquery, syntax) is { } query ? Read(query, syntax, new Linked()) : null;

    /// <summary>
    /// <c>key [NOT] IN (SELECT child's key FROM child WHERE …)</c>, or a literal among the values of items; null where it is
    /// something else, which is reported.
    /// </summary>
    public Predicate? ReadIn(InPredicate syntax)
    {
        if (FindQuery(syntax.Subquery, syntax) is not { } query || FindItems(query, syntax) is not { } items)
        {
            return null;
        }

        if (
            Syntax.Bare(syntax.Expression) is Literal and not NullLiteral
            && query.SelectElements is [SelectScalarExpression { Expression: ColumnReferenceExpression value }]
            && items.Find(NameOf(value)) is { } item
        )
        {
            return ReadLiteralIn(syntax, query, value, item);
        }

        if (
            query.SelectElements is not [SelectScalarExpression { Expression: ColumnReferenceExpression selected }]
            || items.FindKey(NameOf(selected), context.Source) is not { } key
            || scalars.FindColumn(syntax.Expression)?.Column != key
        )
        {
            Refuse(
                syntax,
                "IN over a subquery that does not compare the key of the row with that of the child table",
                "Write EXISTS (SELECT 1 FROM child WHERE the keys are equal AND the condition)"
            );
            return null;
        }

        if (Read(query, syntax, new Linked { Keys = { key } }) is not { } any)
        {
            return null;
        }

        if (!syntax.NotDefined)
        {
            return any;
        }

        return Not.Of(any with { Written = any.Written is { } written ? written with { SaysNot = true } : null });
    }

    /// <summary>
    /// <c>literal [NOT] IN (SELECT a column of an item …)</c>: that there is an item which equals it (rule 5.19).
    /// </summary>
    private Predicate? ReadLiteralIn(
        InPredicate syntax,
        QuerySpecification query,
        ColumnReferenceExpression value,
        Column item
    )
    {
        if (item.IsNullable)
        {
            Refuse(
                syntax,
                $"{(syntax.NotDefined ? "NOT IN" : "IN")} over '{item.Name}', which may be NULL: one item with NULL makes it UNKNOWN where no item is equal",
                "Write EXISTS or NOT EXISTS with the equality among its conditions"
            );
            return null;
        }

        var equality = new BooleanComparisonExpression
        {
            ComparisonType = BooleanComparisonType.Equals,
            FirstExpression = value,
            SecondExpression = syntax.Expression,
            FirstTokenIndex = syntax.FirstTokenIndex,
            LastTokenIndex = syntax.LastTokenIndex,
            ScriptTokenStream = syntax.ScriptTokenStream,
        };
        if (Read(query, syntax, new Linked(), equality) is not { } any)
        {
            return null;
        }

        context.Findings.Note(scalars.First(syntax).Start, $"IN is read as EXISTS with {item.Name} = the literal");
        Predicate read = any with { Written = null };
        return syntax.NotDefined ? Not.Of(read) : read;
    }

    private QuerySpecification? FindQuery(ScalarSubquery subquery, TSqlFragment whole)
    {
        var expression = subquery.QueryExpression;
        while (expression is QueryParenthesisExpression parenthesis)
        {
            expression = parenthesis.QueryExpression;
        }

        if (expression is not QuerySpecification query)
        {
            Refuse(whole, "a subquery of several queries", "Write one EXISTS for each, with OR between them");
            return null;
        }

        var other = Syntax
            .Children(query)
            .FirstOrDefault(part => part is not (SelectElement or FromClause or WhereClause { Cursor: null }));
        if (other is not null)
        {
            Refuse(
                other,
                $"{SyntaxName.Of(other).Name} in a subquery",
                "Leave it out where the subquery only asks whether there is such an item; items are not counted or compared"
            );
            return null;
        }

        return query;
    }

    private Any? Read(
        QuerySpecification query,
        TSqlFragment whole,
        Linked linked,
        BooleanComparisonExpression? equality = null
    )
    {
        if (FindItems(query, whole) is not { } items)
        {
            return null;
        }

        var inner = context.Within(items);
        var converter = new PredicateConverter(text, inner);
        var conditions = new List<Predicate>();
        var links = new List<AnyLink>();
        var isThere = query.FromClause.TableReferences is [InlineDerivedTable] ? items.List.Type.IsThere : null;
        (int Place, string Text)? thereAt = null;
        foreach (
            var conjunct in Syntax
                .Conjuncts(query.WhereClause?.SearchCondition, parenthesis => HoldsLink(parenthesis, items))
                .Concat(equality is null ? [] : [equality])
        )
        {
            if (IsLink(conjunct, items, linked, out var isRefused))
            {
                links.Add(new AnyLink(conditions.Count, Written(conjunct)));
            }
            else if (isRefused || converter.Convert(conjunct) is not { } condition)
            {
                return null;
            }
            else
            {
                thereAt ??= condition == isThere ? (conditions.Count, Written(conjunct)) : null;
                conditions.Add(condition);
            }
        }

        var any = Any.Of(items.List.Column, Joined(conditions.ToValueList()));
        if (thereAt is { } there && !Equals(any.Condition, Joined(conditions.ToValueList())))
        {
            links.Add(new AnyLink(there.Place, there.Text));
        }
        else if (isThere is not null && any.MayHoldOfNulls)
        {
            // A numbered column that is NULL is no item, and in VALUES it is a row.
            Refuse(
                whole,
                "a subquery over numbered columns that counts those that are NULL",
                $"Add {string.Join(" OR ", items.List.Type.Columns.Select(column => $"{items.Name}.{column.Name} IS NOT NULL"))}"
            );
            return null;
        }

        if (items.List.Storage is ChildRows child && !IsByName(query) && linked.Keys.Count < context.Source.Key.Count)
        {
            Refuse(
                whole,
                $"a subquery over {child.Table} that is not correlated by the whole key",
                $"Add {string.Join(" AND ", child.Key.Zip(context.Source.Key).Select(pair => $"{items.Name}.{pair.First} = {context.Source.Alias}.{pair.Second.StoredName}"))}"
            );
            return null;
        }

        var head = Written(FirstOf(whole), query.WhereClause is { } where ? FirstOf(where) : LastOf(query) + 1);
        var hasConditions = query.WhereClause is not null;
        var written = new AnyText(
            hasConditions ? $"{head} WHERE" : head,
            links.ToValueList(),
            Written(LastOf(query) + 1, LastOf(whole) + 1)
        );

        // A parameter means nothing outside of its function, and the list's own form needs no saying.
        return context.Scope.Parameters is not null || written == PublishedSubqueries.Canonical(any)
            ? any
            : any with
            {
                Written = written,
            };
    }

    private static Predicate? Joined(ValueList<Predicate> conditions) =>
        conditions switch
        {
            [] => null,
            [var single] => single,
            _ => And.Of(conditions),
        };

    /// <summary>The items that a subquery reads; null where it reads something else, which is reported.</summary>
    private ItemScope? FindItems(QuerySpecification query, TSqlFragment whole)
    {
        switch (query.FromClause?.TableReferences)
        {
            case [NamedTableReference { TableHints: [], TableSampleClause: null, TemporalClause: null } table]:
                var name = PassedOver.NameOf(table.SchemaObject);
                var list =
                    context.Source.FindChild(name)
                    ?? (IsByName(query) ? context.Source.FindList(table.SchemaObject.BaseIdentifier.Value) : null);
                if (list is not null)
                {
                    return new ItemScope(list, (table.Alias ?? table.SchemaObject.BaseIdentifier).Value);
                }

                var known = context.Source.Lists.Select(each => each.Name).ToList();
                Refuse(
                    table,
                    $"a subquery over '{Written(table.SchemaObject)}', which holds no list of the source",
                    known.Count == 0
                        ? "List the child table under 'lists' in the schema file"
                        : $"List it under 'lists' in the schema file, which has {string.Join(", ", known)}"
                );
                return null;
            case [InlineDerivedTable table]
                when NumberedRows.Find(table, context.Source, FindRowColumn) is { } numbered:
                return new ItemScope(numbered, table.Alias.Value);
            case [var first, ..]:
                Refuse(
                    first,
                    "a subquery over anything but one child table, or the numbered columns of one list in their order",
                    "Ask for an item of one list in each EXISTS"
                );
                return null;
            default:
                Refuse(whole, "a subquery without FROM", "Write the condition without EXISTS");
                return null;
        }
    }

    /// <summary>Whether FROM has the name of a list, which belongs to the row without saying so.</summary>
    private bool IsByName(QuerySpecification query) =>
        query.FromClause?.TableReferences is [NamedTableReference { SchemaObject: { Count: 1 } name }]
        && context.Source.FindList(name.BaseIdentifier.Value) is not null
        && context.Source.FindChild(PassedOver.NameOf(name)) is null;

    /// <summary>The column of the row that an expression is; null where it is something else.</summary>
    private Column? FindRowColumn(ScalarExpression expression) =>
        Syntax.Bare(expression) is ColumnReferenceExpression or VariableReference
            ? (scalars.Convert(expression) as ColumnReference)?.Column
            : null;

    /// <summary>Whether parentheses hold a condition on the key beside others.</summary>
    private bool HoldsLink(BooleanParenthesisExpression parenthesis, ItemScope items) =>
        parenthesis.Expression is BooleanBinaryExpression or BooleanParenthesisExpression
        && Syntax
            .Conjuncts(parenthesis, opens: _ => true)
            .OfType<BooleanComparisonExpression>()
            .Where(comparison => comparison.ComparisonType == BooleanComparisonType.Equals)
            .SelectMany(comparison => new[] { comparison.FirstExpression, comparison.SecondExpression })
            .Select(Syntax.Bare)
            .OfType<ColumnReferenceExpression>()
            .Any(column => IsOfItem(column, items) && items.FindKey(NameOf(column), context.Source) is not null);

    /// <summary>Whether a condition says to which row an item belongs.</summary>
    private bool IsLink(BooleanExpression condition, ItemScope items, Linked linked, out bool isRefused)
    {
        isRefused = false;
        if (
            Syntax.Bare(condition)
                is not BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals } comparison
            || Syntax.Bare(comparison.FirstExpression) is not (ColumnReferenceExpression or VariableReference)
            || Syntax.Bare(comparison.SecondExpression) is not (ColumnReferenceExpression or VariableReference)
        )
        {
            return false;
        }

        var (left, right) = (Syntax.Bare(comparison.FirstExpression), Syntax.Bare(comparison.SecondExpression));
        var (isLeft, isRight) = (IsOfItem(left, items), IsOfItem(right, items));
        if (isLeft == isRight)
        {
            isRefused = true;
            Refuse(
                condition,
                isLeft
                    ? "a comparison of an item with itself, where no qualifier says that a column is the row's"
                    : "a comparison of two columns of the row within a subquery",
                isLeft ? $"Write {context.Source.Alias}. before the column of the row" : "Put it beside the subquery"
            );
            return false;
        }

        var (item, row) = isLeft ? (left, right) : (right, left);
        var name = NameOf((ColumnReferenceExpression)item);
        if (items.FindKey(name, context.Source) is not { } key)
        {
            return false;
        }

        if (FindRowColumn(row) != key)
        {
            isRefused = true;
            Refuse(
                condition,
                $"a correlation of '{name}' with anything but the key column '{key.Name}'",
                "Correlate a child table by the key that the schema file declares"
            );
            return false;
        }

        linked.Keys.Add(key);
        return true;
    }

    private bool IsOfItem(ScalarExpression expression, ItemScope items)
    {
        if (expression is not ColumnReferenceExpression { MultiPartIdentifier.Identifiers: { } names })
        {
            return false;
        }

        return names.Count == 1
            ? items.Find(names[0].Value) is not null || items.FindKey(names[0].Value, context.Source) is not null
            : names.Count == 2 && items.IsNamed(names[0].Value);
    }

    private static string NameOf(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

    private void Refuse(TSqlFragment syntax, string what, string remedy) => scalars.Refuse(syntax, what, remedy);

    private string Written(TSqlFragment syntax) => Written(FirstOf(syntax), LastOf(syntax) + 1);

    /// <summary>Tokens as a person would write them on one line.</summary>
    private string Written(int first, int end)
    {
        var written = "";
        for (var i = first; i < end; i++)
        {
            var token = text.Tokens[i];
            var isTight = written.Length == 0 || written[^1] is '(' or '.' || token.Text is ")" or "," or "." or ";";
            written += (isTight ? "" : " ") + token.Text;
        }

        return written;
    }

    private int FirstOf(TSqlFragment syntax) => text.Tokens.IndexOf(scalars.First(syntax));

    private int LastOf(TSqlFragment syntax) => text.Tokens.IndexOf(scalars.Last(syntax));

    /// <summary>The columns of the key by which a subquery is correlated so far.</summary>
    private sealed class Linked
    {
        public HashSet<Column> Keys { get; } = [];
    }
}
