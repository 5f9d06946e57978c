using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>The rows that a subquery reads for a row of the query around it.</summary>
internal abstract class SubqueryRows
{
    /// <summary>The slot of what the rows come from.</summary>
    public abstract int Slot { get; }

    /// <summary>Puts the values of one row after the other into their slots, for whoever evaluates something over them.</summary>
    public abstract IEnumerable<SqlValue[]> Each(SqlValue[] row);
}

/// <summary>The rows of a child table that belong to the row: those of which the key is its own.</summary>
/// <param name="listSlot">The slot of the list.</param>
/// <param name="read">The columns that are read, with their slots; added to while the subquery is bound.</param>
internal sealed class ChildRowsOfRow(int listSlot, Dictionary<int, Column> read) : SubqueryRows
{
    public override int Slot => listSlot;

    public override IEnumerable<SqlValue[]> Each(SqlValue[] row)
    {
        foreach (var item in row[listSlot].Items!.Rows)
        {
            foreach (var (slot, column) in read)
            {
                row[slot] = item[column];
            }

            yield return row;
        }
    }
}

/// <summary><c>VALUES (…), (…)</c>.</summary>
/// <param name="rows">What each row has.</param>
/// <param name="slots">The slots of the columns.</param>
internal sealed class RowsOfValues(IReadOnlyList<IReadOnlyList<Expression>> rows, IReadOnlyList<int> slots)
    : SubqueryRows
{
    public override int Slot => rows[0].SelectMany(SlotsOf).First();

    private static IEnumerable<int> SlotsOf(Expression expression) =>
        expression is SlotExpression slot ? [slot.Slot] : expression.Parts.SelectMany(SlotsOf);

    public override IEnumerable<SqlValue[]> Each(SqlValue[] row)
    {
        foreach (var values in rows)
        {
            for (var i = 0; i < slots.Count; i++)
            {
                row[slots[i]] = values[i].Evaluate(row);
            }

            yield return row;
        }
    }
}

/// <summary><c>EXISTS</c>: TRUE or FALSE (rule 5.18).</summary>
/// <param name="rows">The rows of the subquery.</param>
/// <param name="where">What is asked of them; null keeps every one.</param>
internal sealed class ExistsCondition(SubqueryRows rows, Condition? where) : Condition
{
    public override ThreeValued Evaluate(SqlValue[] row) =>
        ThreeValuedTables.Known(rows.Each(row).Any(item => where is null || where.Evaluate(item) == ThreeValued.True));
}

/// <summary>MAX or STRING_AGG over the rows of a subquery: NULL where none has a value (rule 3.13).</summary>
/// <param name="rows">The rows.</param>
/// <param name="where">What is asked of them; null keeps every one.</param>
/// <param name="operand">What is taken of each.</param>
/// <param name="order">By what they are put in order.</param>
/// <param name="separator">What stands between them; null takes the only one.</param>
/// <param name="type">The type.</param>
/// <param name="position">Where it stands.</param>
internal sealed class AggregateExpression(
    SubqueryRows rows,
    Condition? where,
    Expression operand,
    Expression? order,
    string? separator,
    ExpressionType type,
    TextPosition position
) : Expression(type, position)
{
    public override IEnumerable<Expression> Parts => [operand];

    /// <summary>The slot of the list, or of the first of the row's columns, whose name says where a character is.</summary>
    public int Slot => rows.Slot;

    public override SqlValue Evaluate(SqlValue[] row)
    {
        var found = new List<(long Place, SqlValue Value)>();
        foreach (var item in rows.Each(row))
        {
            if (where is not null && where.Evaluate(item) != ThreeValued.True)
            {
                continue;
            }

            if (operand.Evaluate(item) is { IsNull: false } value)
            {
                // NULL comes first.
                var place = order?.Evaluate(item) is { IsNull: false } at ? at.Integer : long.MinValue;
                found.Add((place, value));
            }
        }

        return found.Count == 0 ? SqlValue.Null
            : separator is not null
                ? SqlValue.Of(string.Join(separator, found.OrderBy(each => each.Place).Select(each => each.Value.Text)))
            : found is [var only] ? only.Value
            : throw new InvalidOperationException(
                "MAX over several values is not run: items have positions of their own."
            );
    }
}

/// <summary>A conversion to a longer type, which changes no value.</summary>
internal sealed class WidenedExpression(Expression operand, TextType type, TextPosition position)
    : Expression(type, position)
{
    public override IEnumerable<Expression> Parts => [operand];

    public override SqlValue Evaluate(SqlValue[] row) => Type.Fit(operand.Evaluate(row));
}
