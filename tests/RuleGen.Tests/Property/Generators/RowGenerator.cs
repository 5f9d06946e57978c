using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>
/// Draws rows out of a coding: values that meet its clauses, values that miss them narrowly, and NULL in every place.
/// </summary>
internal sealed class RowGenerator(Source source, Coding coding, Draw draw, Vocabulary words)
{
    /// <summary>What no collation, or not every one, gives a meaning: such a row is not evaluated.</summary>
    private const string Odd = "ßÞ\u0001'-½";

    private readonly List<Predicate> _clauses = coding
        .Predicates.SelectMany(predicate => predicate.SelfAndDescendants())
        .Where(predicate => predicate is not (ConstantComparison or And or Or or Not))
        .ToList();

    private readonly ValueMaker _values = new(draw, words);

    /// <summary>So many rows; the first have NULL in one column each, as far as columns may.</summary>
    public ValueList<Row> Next(int count)
    {
        var nullable = source.Columns.Where(column => column.IsNullable).ToList();
        return Enumerable
            .Range(0, count)
            .Select(i => NextRow(i + 1, i < nullable.Count ? nullable[i] : null))
            .ToValueList();
    }

    private Row NextRow(int key, Column? isNull)
    {
        var drawn = source.Columns.ToDictionary(column => column, AnyValue);
        foreach (var clause in _clauses.OrderBy(_ => draw.Below(int.MaxValue)).Take(draw.Between(1, 4)))
        {
            _values.Meet(clause, drawn);
        }

        if (isNull is not null)
        {
            drawn[isNull] = SqlValue.Null;
        }

        drawn[source.Key[0]] = SqlValue.Of(key);
        return new Row(source.Columns, source.Columns.Select(column => Held(drawn[column], column)).ToValueList());
    }

    private SqlValue AnyValue(Column column)
    {
        if (column.IsNullable && draw.Chance(15))
        {
            return SqlValue.Null;
        }

        if (column.Type is IntegerType type)
        {
            return SqlValue.Of(draw.Of(type.Minimum, type.Maximum, 0, 1, 19, 120));
        }

        if (column.Type is OrderedType ordered)
        {
            return ordered.Value(new ScalarGenerator(source, draw, words).Units(ordered));
        }

        var text = words.PlainText();
        return SqlValue.Of(draw.Chance(2) ? text.Insert(0, draw.Of(Odd).ToString()) : text);
    }

    /// <summary>The nearest value that a column holds.</summary>
    private static SqlValue Held(SqlValue value, Column column)
    {
        if (value.IsNull)
        {
            return column.IsNullable ? value
                : column.Type is OrderedType ordered ? ordered.Value(Math.Clamp(0, ordered.Minimum, ordered.Maximum))
                : SqlValue.Of("");
        }

        return column.Type switch
        {
            OrderedType type => type.Value(Math.Clamp(value.Integer, type.Minimum, type.Maximum)),
            CharacterType { Length: { } length } when value.Text!.Length > length => SqlValue.Of(value.Text[..length]),
            _ => value,
        };
    }
}
