using RuleGen.Model;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <content>Subqueries over the child tables and numbered columns of lists.</content>
internal sealed partial class Binder
{
    /// <summary>The rows over which aggregates run, and what is asked of them; null outside of such a query.</summary>
    private (SubqueryRows Rows, Condition? Where)? _aggregated;

    private ExistsCondition BindExists(Dom.ScalarSubquery subquery)
    {
        var query = QueryBinder.Unwrap(subquery.QueryExpression);
        var (inner, rows) = OpenLinked(query);
        return Exists(inner, rows, query);
    }

    /// <summary><c>key IN (SELECT key FROM child …)</c>: no key is NULL, so it is EXISTS (rule 5.19).</summary>
    private Condition BindIn(Dom.InPredicate membership, Dom.ScalarSubquery subquery)
    {
        var query = QueryBinder.Unwrap(subquery.QueryExpression);
        var (inner, rows, child) = Open(query);
        if (
            child is null
            || scope.Source!.Key.Count != 1
            || query.SelectElements
                is not [Dom.SelectScalarExpression { Expression: Dom.ColumnReferenceExpression shown }]
            || !IsKey(child, shown.MultiPartIdentifier.Identifiers[^1].Value)
            || Bind(membership.Expression) is not SlotExpression compared
            || scope.Slots[compared.Slot].Column != scope.Source.Key[0]
        )
        {
            throw Refusal.Unsupported(membership, "IN over anything but the key of a child table");
        }

        return Negate(Exists(inner, rows, query), membership.NotDefined);
    }

    /// <summary>A column of a query that is applied to each row.</summary>
    private Expression BindApplied(Dom.QueryDerivedTable table, Dom.ColumnReferenceExpression reference)
    {
        var query = QueryBinder.Unwrap(table.QueryExpression);
        var name = reference.MultiPartIdentifier.Identifiers[^1].Value;
        var shown = QueryBinder
            .FindShown(query)
            .Where(item => SqlName.Comparer.Equals(item.Name, name))
            .Select(item => item.Expression)
            .SingleOrDefault();
        if (shown is null)
        {
            throw Refusal.Create(
                ErrorCodes.UnknownColumn,
                reference,
                $"'{table.Alias.Value}' has no column '{name}'",
                "Mend the name"
            );
        }

        if (query.FromClause is null && query.WhereClause is null)
        {
            return Bind(shown);
        }

        var (inner, rows) = OpenLinked(query);
        var binder = Inside(inner);
        binder._aggregated = (rows, binder.BindWhere(query));
        var bound = binder.Bind(shown);
        Take(binder);
        return bound;
    }

    /// <summary>MAX, or STRING_AGG of texts with a literal between them, in an order.</summary>
    private AggregateExpression BindAggregate(Dom.FunctionCall call)
    {
        if (_aggregated is not { } over)
        {
            throw Refusal.Unsupported(call, $"Function '{call.FunctionName.Value}'");
        }

        var operand = BindUsable(call.Parameters[0]);
        if (call.Parameters is [_, Dom.StringLiteral separator] && operand.Type is TextType type)
        {
            var order = call.WithinGroupClause?.OrderByClause.OrderByElements
                is [{ SortOrder: not Dom.SortOrder.Descending } element]
                ? BindUsable(element.Expression)
                : throw Refusal.Unsupported(call, "STRING_AGG without one order");
            return new AggregateExpression(
                over.Rows,
                over.Where,
                operand,
                order,
                separator.Value,
                type,
                Refusal.PositionOf(call)
            );
        }

        return call.Parameters.Count == 1 && call.WithinGroupClause is null
            ? new AggregateExpression(
                over.Rows,
                over.Where,
                operand,
                order: null,
                separator: null,
                operand.Type,
                Refusal.PositionOf(call)
            )
            : throw Refusal.Unsupported(call, $"This form of '{call.FunctionName.Value}'");
    }

    /// <summary>The binder of what stands in a subquery.</summary>
    private Binder Inside(Scope inner) => new(inner, databaseCollation, looksPast);

    private Condition? BindWhere(Dom.QuerySpecification query) =>
        query.WhereClause is null ? null : Bind(query.WhereClause.SearchCondition);

    private ExistsCondition Exists(Scope inner, SubqueryRows rows, Dom.QuerySpecification query)
    {
        var binder = Inside(inner);
        var where = binder.BindWhere(query);
        Take(binder);
        return new ExistsCondition(rows, where);
    }

    /// <summary>What a subquery reads, and its names; of a child table, only the rows that belong to the row.</summary>
    private (Scope Inner, SubqueryRows Rows) OpenLinked(Dom.QuerySpecification query)
    {
        var (inner, rows, child) = Open(query);
        if (child is not null)
        {
            RequireLinks(query, child);
        }

        return (inner, rows);
    }

    /// <summary>What the binder of a subquery has found out about characters.</summary>
    private void Take(Binder inner)
    {
        _needs.AddRange(inner._needs);
        LookedPastInPattern ??= inner.LookedPastInPattern;
    }

    /// <summary>What a subquery reads, and its names; the child table where it is one.</summary>
    private (Scope Inner, SubqueryRows Rows, ItemList? Child) Open(Dom.QuerySpecification query)
    {
        switch (query.FromClause?.TableReferences)
        {
            case [Dom.NamedTableReference { TableHints: [] } table]:
                var name = table.SchemaObject;
                var parts = new MultiPartName(name.Identifiers.Select(part => part.Value).ToValueList());
                var child = scope.Source?.FindChild(parts);
                if ((child ?? scope.Source?.FindList(name.BaseIdentifier.Value)) is { } found)
                {
                    var (inner, rows) = OpenList(found, (table.Alias ?? name.BaseIdentifier).Value);
                    return (inner, rows, child);
                }

                throw Refusal.Unsupported(table, $"Table '{name.BaseIdentifier.Value}' in a subquery");
            case [Dom.InlineDerivedTable table]:
                var (scopeOfValues, values) = OpenValues(table);
                return (scopeOfValues, values, null);
            default:
                throw Refusal.Unsupported(query, "A subquery over anything but one table, or VALUES");
        }
    }

    private (Scope Inner, SubqueryRows Rows) OpenList(ItemList list, string alias)
    {
        var read = new Dictionary<int, Column>();
        var inner = scope.Within(
            alias,
            (name, position) =>
            {
                var child = list.Storage as ChildRows;
                var key = child is null
                    ? -1
                    : child.Key.ToList().FindIndex(column => SqlName.Comparer.Equals(column, name));
                if (key >= 0 && list.Type.Find(name) is null)
                {
                    return ReadKey(key, position);
                }

                var column = SqlName.Comparer.Equals(child?.Position, name) ? list.Type.Position : list.Type.Find(name);
                if (column is null)
                {
                    return null;
                }

                var slot = scope.FindSlot(list.Column, column);
                read[slot] = column;
                return new SlotExpression(slot, scope.Slots[slot].Type, position);
            }
        );
        return (inner, new ChildRowsOfRow(scope.FindSlot(list.Column), read));
    }

    /// <summary>The key of a child's row, which is that of the row: of a function, its parameter.</summary>
    private Expression ReadKey(int place, TextPosition position)
    {
        var column = scope.Source!.Key[place];
        var parameter = scope.FindParameter("@" + column.Name);
        return parameter >= 0
            ? new SlotExpression(parameter, scope.Slots[parameter].Type, position)
            : scope.Read(column, position);
    }

    private (Scope Inner, SubqueryRows Rows) OpenValues(Dom.InlineDerivedTable table)
    {
        var rows = table
            .RowValues.Select(row => (IReadOnlyList<Expression>)row.ColumnValues.Select(BindUsable).ToList())
            .ToList();
        var names = table.Columns.Select(column => column.Value).ToList();
        var slots = names
            .Select(
                (name, i) =>
                    scope.Add(
                        new Slot(name, WidestOf(rows.Select(row => row[i])), Column: null)
                        {
                            Alternatives = [.. rows.Select(row => row[i])],
                        }
                    )
            )
            .ToList();
        var inner = scope.Within(
            table.Alias.Value,
            (name, position) =>
            {
                var place = names.FindIndex(each => SqlName.Comparer.Equals(each, name));
                return place < 0 ? null : new SlotExpression(slots[place], scope.Slots[slots[place]].Type, position);
            }
        );
        return (inner, new RowsOfValues(rows, slots));
    }

    /// <summary>The type of a column of VALUES, whose rows have one type, or are numbers.</summary>
    private static ExpressionType WidestOf(IEnumerable<Expression> values)
    {
        var types = values.Select(value => value.Type).Distinct().ToList();
        return types.TrueForAll(type => type is NumberType { } number && number.Minimum == number.Maximum)
                ? DeclaredTypes.Int
            : types.TrueForAll(type => type is NumberType)
                ? new NumberType(
                    types.OfType<NumberType>().Min(type => type.Minimum),
                    types.OfType<NumberType>().Max(type => type.Maximum)
                )
            : types[0];
    }

    private static bool IsKey(ItemList child, string name) =>
        ((ChildRows)child.Storage).Key.Contains(name, SqlName.Comparer);

    /// <summary>
    /// Checks that the conditions of a subquery say to which row a child's row belongs: otherwise it would read those of all
    /// rows, which are not at hand.
    /// </summary>
    private static void RequireLinks(Dom.QuerySpecification query, ItemList child)
    {
        var linked = new HashSet<string>(SqlName.Comparer);
        var open = new Stack<Dom.BooleanExpression?>([query.WhereClause?.SearchCondition]);
        while (open.TryPop(out var condition))
        {
            switch (condition)
            {
                case Dom.BooleanParenthesisExpression parenthesis:
                    open.Push(parenthesis.Expression);
                    break;
                case Dom.BooleanBinaryExpression { BinaryExpressionType: Dom.BooleanBinaryExpressionType.And } and:
                    open.Push(and.FirstExpression);
                    open.Push(and.SecondExpression);
                    break;
                case Dom.BooleanComparisonExpression { ComparisonType: Dom.BooleanComparisonType.Equals } equality:
                    linked.UnionWith(
                        new[] { equality.FirstExpression, equality.SecondExpression }
                            .OfType<Dom.ColumnReferenceExpression>()
                            .Select(column => column.MultiPartIdentifier.Identifiers[^1].Value)
                    );
                    break;
            }
        }

        if (!((ChildRows)child.Storage).Key.All(linked.Contains))
        {
            throw Refusal.Unsupported(query, $"A subquery over '{child.Name}' that is not correlated by the key");
        }
    }
}
