using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>Makes the list of a row while a CSV file is read.</summary>
internal abstract class ListFields : IDisposable
{
    /// <summary>The columns of the row's own file that it needs.</summary>
    public abstract ValueList<Column> Needed { get; }

    /// <summary>The list of a row.</summary>
    /// <param name="values">The values of the needed columns.</param>
    /// <param name="line">The line on which the row starts.</param>
    /// <exception cref="RuleGenException">The items are not a list, or not in order.</exception>
    public abstract ListItems Read(SqlValue[] values, int line);

    /// <summary>What is to be said at the end of the rows.</summary>
    public virtual ListCount? Finish() => null;

    public virtual void Dispose() { }
}

/// <summary>From the numbered columns of the row itself.</summary>
internal sealed class NumberedFields(ItemList list) : ListFields
{
    private readonly NumberedColumns _numbered = (NumberedColumns)list.Storage;

    public override ValueList<Column> Needed =>
        list
            .Type.Columns.Zip(_numbered.Columns)
            .SelectMany(pair => pair.Second.Select(name => new Column(name, pair.First.Type, isNullable: true)))
            .ToValueList();

    public override ListItems Read(SqlValue[] values, int line) =>
        TableRows.ItemsOf(list, (column, at) => values[(column * _numbered.Count) + at]);
}

/// <summary>From one field, as files of fixtures have it.</summary>
internal sealed class CellFields(ItemList list) : ListFields
{
    public override ValueList<Column> Needed { get; } =
    [new Column(list.Name, CharacterType.NVarChar(null, Collation.Latin1GeneralCiAs), isNullable: true)];

    public override ListItems Read(SqlValue[] values, int line)
    {
        try
        {
            return ListCell.Read(list.Type, values[0].Text ?? "");
        }
        catch (RuleGenException exception)
        {
            throw exception.At(new TextPosition(line, 1));
        }
    }
}

/// <summary>From a file of its own, read beside the rows: both are in the order of the key.</summary>
internal sealed class FileFields : ListFields
{
    private readonly ItemList _list;
    private readonly ValueList<Column> _key;
    private readonly CsvRowReader _items;
    private readonly string _file;
    private readonly string _keyNames;
    private readonly List<ListItem> _found = [];
    private SqlValue[]? _next;
    private int _nextLine;
    private SqlValue[]? _last;
    private long _count;
    private long _orphans;
    private long _without;
    private bool _isStarted;

    /// <param name="list">The list.</param>
    /// <param name="key">The key of the rows.</param>
    /// <param name="input">The file.</param>
    /// <param name="options">How values are written.</param>
    /// <exception cref="RuleGenException">As for <see cref="CsvRowReader"/>.</exception>
    public FileFields(ItemList list, ValueList<Column> key, ListInput input, CsvReadOptions options)
    {
        (_list, _key, _file) = (list, key, input.Name);
        var child = (ChildRows)list.Storage;
        _keyNames = string.Join(
            ", ",
            key.Zip(
                child.Key,
                (row, item) => SqlName.Comparer.Equals(row.Name, item) ? item : $"{row.Name} ({item} among the items)"
            )
        );
        _items = new CsvRowReader(
            input.Bytes,
            input.Name,
            TableRows.LinksOfItems(key, list).Concat(list.Type.Columns).ToValueList(),
            options with
            {
                Key = [],
                MayLack = [],
                Lists = new Dictionary<Column, ListFields>(),
            }
        );
    }

    public override ValueList<Column> Needed => _key;

    public override ListItems Read(SqlValue[] values, int line)
    {
        if (!_isStarted)
        {
            Advance();
            _isStarted = true;
        }

        if (_last is not null && Compare(_last, values) is >= 0 and var order)
        {
            throw new RuleGenException(
                new Problem(
                    ErrorCodes.MalformedCsv,
                    order == 0
                        ? $"Two rows have the key {Describe(values)}, and the items of '{_list.Name}' belong to one"
                        : $"The row with the key {Describe(values)} stands after that with {Describe(_last)}",
                    order == 0
                        ? "Give each row a key of its own"
                        : $"Sort both files by {_keyNames}: numbers by their size, texts by the codes of their characters"
                )
                {
                    Position = new TextPosition(line, 1),
                }
            );
        }

        _last = [.. values];
        _found.Clear();
        while (_next is not null && Compare(_next, values) is <= 0 and var place)
        {
            if (place < 0)
            {
                _orphans++;
            }
            else
            {
                _found.Add(Item());
            }

            Advance();
        }

        _without += _found.Count == 0 ? 1 : 0;
        try
        {
            return ListItems.Of(_list.Type, _found);
        }
        catch (RuleGenException exception)
        {
            throw new RuleGenException(
                exception
                    .Problems.Select(problem =>
                        problem with
                        {
                            Message = $"{problem.Message}, among the items of '{_list.Name}' in {_file}",
                            Position = new TextPosition(line, 1),
                        }
                    )
                    .ToValueList()
            );
        }
    }

    public override ListCount Finish()
    {
        if (!_isStarted)
        {
            Advance();
        }

        while (_next is not null)
        {
            _orphans++;
            Advance();
        }

        return new ListCount(_list.Name, _file, _count, _orphans, _without);
    }

    public override void Dispose()
    {
        base.Dispose();
        _items.Dispose();
    }

    private ListItem Item()
    {
        var first = _key.Count;
        int? position = null;
        if (_list.Type.Position is not null)
        {
            position = (int)_next![first++].Integer;
        }

        return new ListItem(position, ValueList.Create<SqlValue>(_next.AsSpan(first)));
    }

    /// <summary>Reads the next item.</summary>
    private void Advance()
    {
        var before = _next;
        if (!_items.Read())
        {
            _next = null;
            return;
        }

        _count++;
        _next = _items.Values.ToArray();
        var line = _nextLine;
        _nextLine = _items.Line;
        if (before is not null && Compare(before, _next) > 0)
        {
            throw new RuleGenException(
                new Problem(
                    ErrorCodes.MalformedCsv,
                    $"The item of {Describe(_next)} stands after one of {Describe(before)} (line {line.ToString(CultureInfo.InvariantCulture)})",
                    $"Sort both files by {_keyNames}: numbers by their size, texts by the codes of their characters"
                )
                {
                    Position = new TextPosition(_nextLine, 1),
                }
            ).In(_file);
        }
    }

    private int Compare(SqlValue[] one, SqlValue[] other)
    {
        for (var i = 0; i < _key.Count; i++)
        {
            var order = one[i].IsInteger
                ? one[i].Integer.CompareTo(other[i].Integer)
                : string.CompareOrdinal(one[i].Text, other[i].Text);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private string Describe(SqlValue[] values) => string.Join(", ", values.Take(_key.Count));
}
