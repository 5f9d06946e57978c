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
        var nullable = source.RowColumns.Where(column => column.IsNullable).ToList();
        return Enumerable
            .Range(0, count)
            .Select(i => NextRow(i + 1, i < nullable.Count ? nullable[i] : null))
            .ToValueList();
    }

    private Row NextRow(int key, Column? isNull)
    {
        var drawn = source.RowColumns.ToDictionary(column => column, AnyValue);
        foreach (var clause in _clauses.OrderBy(_ => draw.Below(int.MaxValue)).Take(draw.Between(1, 4)))
        {
            _values.Meet(clause, drawn);
        }

        if (isNull is not null)
        {
            drawn[isNull] = SqlValue.Null;
        }

        drawn[source.Key[0]] = SqlValue.Of(key);
        foreach (var list in source.Lists)
        {
            drawn[list.Column] = Items(list.Type, drawn);
        }

        return new Row(
            source.RowColumns,
            source.RowColumns.Select(column => Held(drawn[column], column)).ToValueList()
        );
    }

    /// <summary>A few items, some of which meet conditions on items, or what columns that are made of the list are to be.</summary>
    private SqlValue Items(ListType type, Dictionary<Column, SqlValue> drawn)
    {
        var items = new List<Dictionary<Column, SqlValue>>();
        for (var count = draw.Between(0, 3); count > 0; count--)
        {
            items.Add(type.ItemColumns.ToDictionary(column => column, AnyValue));
        }

        foreach (var any in _clauses.OfType<Any>().Where(_ => draw.Chance(60)))
        {
            var item = type.ItemColumns.ToDictionary(column => column, AnyValue);
            foreach (var clause in any.Conditions.SelectMany(condition => condition.SelfAndDescendants()))
            {
                _values.Meet(clause, item);
            }

            items.Add(item);
        }

        foreach (var (column, value) in drawn.Where(pair => pair.Key.Derivation is not null))
        {
            var item = type.ItemColumns.ToDictionary(each => each, AnyValue);
            item[column.Derivation!.Item] = value;
            if (column.Derivation is ItemAt at)
            {
                item[type.Position!] = SqlValue.Of(at.Position);
            }

            items.Add(item);
        }

        var most = type.MostItems ?? 5;
        var made = new Dictionary<int, ListItem>();
        foreach (var item in items)
        {
            var wanted = type.Position is null
                ? made.Count + 1
                : (int)Math.Clamp(Held(item[type.Position], type.Position).Integer, 1, most);
            var position = type.IsDense || made.ContainsKey(wanted) ? made.Count + 1 : wanted;
            if (position <= most)
            {
                made.TryAdd(
                    position,
                    new ListItem(
                        type.Position is null ? null : position,
                        type.Columns.Select(column => HeldByItem(item[column], column)).ToValueList()
                    )
                );
            }
        }

        return SqlValue.Of(ListItems.Of(type, made.Values));
    }

    private static SqlValue HeldByItem(SqlValue value, Column column) =>
        Held(value, column) is { Text: { } text } && column.Type is CharacterType type
            ? SqlValue.Of(type.Store(text))
            : Held(value, column);

    private SqlValue AnyValue(Column column)
    {
        if (column.Type is ListType)
        {
            return SqlValue.Null;
        }

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
            ListType => value,
            CharacterType { Length: { } length } when value.Text!.Length > length => SqlValue.Of(value.Text[..length]),
            _ => value,
        };
    }
}
