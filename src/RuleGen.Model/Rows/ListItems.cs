using System.Globalization;
using System.Text;

namespace RuleGen.Model;

/// <summary>One item of a row's list.</summary>
/// <param name="Position">Its position, from 1; null where the items of the list have none.</param>
/// <param name="Values">A value for each column of the list's items.</param>
public sealed record ListItem(int? Position, ValueList<SqlValue> Values)
{
    /// <summary><c>3: 'M45'</c>.</summary>
    public override string ToString()
    {
        var values = Values.Count == 1 ? Values[0].ToString() : $"({string.Join(", ", Values)})";
        return Position is { } position ? FormattableString.Invariant($"{position}: {values}") : values;
    }
}

/// <summary>
/// The items that one row has in a list. Kept as one text, too, in which sets of lists are sets of texts: each position is an
/// item or nothing, then a mark; each value of an item is its text, its digits or a mark for NULL.
/// </summary>
public sealed record ListItems
{
    private ListItems(ListType type, ValueList<ListItem> items, string text)
    {
        Type = type;
        Items = items;
        Text = text;
    }

    /// <summary>The list's type.</summary>
    public ListType Type { get; }

    /// <summary>The items, in the order of their positions where they have any.</summary>
    public ValueList<ListItem> Items { get; }

    /// <summary>The items as one text.</summary>
    internal string Text { get; }

    /// <summary>The items of a row.</summary>
    /// <param name="type">The list's type.</param>
    /// <param name="items">The items, in any order; of numbered columns, one whose values are all NULL is none.</param>
    /// <exception cref="RuleGenException">
    /// RG0303: a value is not one of its column, holds a character that no text of data does, or may not be NULL; a position
    /// is out of range, is given twice, or leaves a gap where the list has none.
    /// </exception>
    public static ListItems Of(ListType type, IEnumerable<ListItem> items)
    {
        var there = type.MostItems is null ? items : items.Where(item => item.Values.Any(value => !value.IsNull));
        var sorted = (type.Position is null ? there : there.OrderBy(item => item.Position)).ToValueList();
        var text = new StringBuilder();
        var next = 1;
        foreach (var item in sorted)
        {
            Check(type, item, next);
            for (; item.Position is { } position && next < position; next++)
            {
                text.Append(ListText.PositionEnd);
            }

            text.Append(ListText.ItemStart);
            for (var i = 0; i < item.Values.Count; i++)
            {
                if (i > 0)
                {
                    text.Append(ListText.ValueEnd);
                }

                Append(text, item.Values[i]);
            }

            text.Append(ListText.PositionEnd);
            next++;
        }

        return new ListItems(type, sorted, text.ToString());
    }

    /// <summary>The items that a text says.</summary>
    internal static ListItems Read(ListType type, string text)
    {
        var items = new List<ListItem>();
        var position = 0;
        foreach (var entry in text.Split(ListText.PositionEnd)[..^1])
        {
            position++;
            if (entry.Length > 0)
            {
                var values = entry[1..].Split(ListText.ValueEnd).Zip(type.Columns, ReadValue);
                items.Add(new ListItem(type.Position is null ? null : position, values.ToValueList()));
            }
        }

        return new ListItems(type, items.ToValueList(), text);
    }

    /// <summary>Each item as a row of the columns that conditions on items read.</summary>
    public IEnumerable<Row> Rows
    {
        get
        {
            var columns = Type.ItemColumns.ToValueList();
            return Items.Select(item => new Row(
                columns,
                item.Position is { } position ? item.Values.Add(SqlValue.Of(position)) : item.Values
            ));
        }
    }

    /// <summary>Lists of one type with the same items at the same positions.</summary>
    public bool Equals(ListItems? other) => other is not null && Text == other.Text && Type == other.Type;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary><c>[1: 'M45', 3: 'M54']</c>; the positions are left out where they have no gap.</summary>
    public override string ToString()
    {
        var hasGap = Items.Count > 0 && Items[^1].Position is { } last && last != Items.Count;
        return $"[{string.Join(", ", Items.Select(item => hasGap ? item : item with { Position = null }))}]";
    }

    private static void Append(StringBuilder text, SqlValue value)
    {
        if (value.IsNull)
        {
            text.Append(ListText.NullMark);
        }
        else if (value.Text is { } characters)
        {
            text.Append(characters);
        }
        else
        {
            text.Append(ListText.Digits(value.Integer));
        }
    }

    private static SqlValue ReadValue(string text, Column column)
    {
        if (text is [ListText.NullMark])
        {
            return SqlValue.Null;
        }

        return column.Type is OrderedType type ? type.Value(ListText.Number(text)) : SqlValue.Of(text);
    }

    private static void Check(ListType type, ListItem item, int next)
    {
        if (item.Values.Count != type.Columns.Count || item.Position is null != type.Position is null)
        {
            throw Refuse("An item lacks a value or a position, or has one too many", "Give each column one value");
        }

        if (item.Position is { } position)
        {
            var shown = position.ToString(CultureInfo.InvariantCulture);
            var most = type.LastPosition;
            if (position < 1 || position > most)
            {
                throw Refuse(
                    $"The position {shown} is outside 1 to {most.ToString(CultureInfo.InvariantCulture)}",
                    "Count positions from 1"
                );
            }

            if (position < next)
            {
                throw Refuse($"Two items of a row have the position {shown}", "Give each item a position of its own");
            }

            if (type.IsDense && position > next)
            {
                throw Refuse(
                    $"An item has the position {shown}, and none has {next.ToString(CultureInfo.InvariantCulture)}",
                    "Leave no gap, or take \"dense\" out of the schema file"
                );
            }
        }

        foreach (var (column, value) in type.Columns.Zip(item.Values))
        {
            if (!value.IsOf(column.Type) || (value.IsNull && !column.IsNullable))
            {
                throw Refuse($"{value} is no value of {column}", "Give a value that the column can hold");
            }

            if (value.Text is { } text && text.Any(ListText.IsMark))
            {
                throw Refuse(
                    $"A value of '{column.Name}' holds {MessageText.Describe(text.First(ListText.IsMark))}, which is no character",
                    "Take it out"
                );
            }
        }
    }

    private static RuleGenException Refuse(string message, string remedy) =>
        new(ErrorCodes.CsvInvalidValue, message, remedy);
}
