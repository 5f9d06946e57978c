using System.Data;
using System.Globalization;
using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>Puts rows together from the records of a <see cref="DeployedQuery"/>.</summary>
/// <param name="query">The query.</param>
/// <param name="source">The source.</param>
/// <param name="objects">How many objects it asks.</param>
/// <param name="take">Takes each row, with what each object makes of it.</param>
internal sealed class DeployedReader(DeployedQuery query, Source source, int objects, Action<Row, Result[]> take)
{
    private readonly Dictionary<ItemList, List<ListItem>> _items = query.Children.ToDictionary(
        list => list,
        _ => new List<ListItem>()
    );

    private SqlValue[]? _stored;
    private Result[] _results = [];

    /// <summary>Takes the next record.</summary>
    /// <exception cref="RuleGenException">RG0706: what belongs to the row before it is no list of its source.</exception>
    public void Add(IDataRecord record)
    {
        var part = query.Children.Count == 0 ? 0 : record.GetInt32(query.PlaceOfPart);
        if (part == 0)
        {
            Finish();
            _stored = [.. query.Stored.Select((column, place) => ReadValue(record, place, column.Type))];
            _results =
            [
                .. Enumerable.Range(0, objects).Select(place => ReadResult(record, query.PlaceOfResult(place))),
            ];
        }
        else if (IsOfRow(record))
        {
            _items[query.Children[part - 1]].Add(ReadItem(record, part - 1));
        }
    }

    /// <summary>Hands on the last row.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Add"/>.</exception>
    public void Finish()
    {
        if (_stored is not { } stored)
        {
            return;
        }

        var row = new Row(query.Stored, stored.ToValueList());
        var values = query.Columns.Select(column => column.Type is ListType ? ItemsOf(column, row) : row[column]);
        take(new Row(query.Columns, values.ToValueList()), _results);
        _stored = null;
        foreach (var items in _items.Values)
        {
            items.Clear();
        }
    }

    private SqlValue ItemsOf(Column column, Row stored)
    {
        var list = source.FindList(column.Name)!;
        try
        {
            return SqlValue.Of(
                list.Storage is NumberedColumns numbered
                    ? TableRows.ItemsOf(list, (item, place) => stored[source.Find(numbered.Columns[item][place])!])
                    : ListItems.Of(list.Type, _items[list])
            );
        }
        catch (RuleGenException exception)
        {
            var key = string.Join(
                ", ",
                source.Key.Select(each => $"{each.StoredName} = {MessageText.OneLine($"{stored[each]}")}")
            );
            throw new RuleGenException(
                exception
                    .Problems.Select(problem => new Problem(
                        ErrorCodes.SourceMismatch,
                        $"{problem.Message}, among the items of '{list.Name}' of the row with {key}",
                        problem.Remedy
                    ))
                    .ToValueList()
            );
        }
    }

    /// <summary>Whether an item belongs to the row: one whose row came to the table meanwhile does not.</summary>
    private bool IsOfRow(IDataRecord record) =>
        _stored is { } stored
        && source.Key.Index().All(each => ReadValue(record, each.Index, each.Item.Type) == stored[each.Index]);

    private ListItem ReadItem(IDataRecord record, int list)
    {
        var type = query.Children[list].Type;
        var first = query.PlaceOfItem(list);
        return new ListItem(
            type.Position is null ? null : record.GetInt32(query.PlaceOfPart + 1),
            type.Columns.Select((column, place) => ReadValue(record, first + place, column.Type)).ToValueList()
        );
    }

    private static SqlValue ReadValue(IDataRecord record, int place, SqlType type) =>
        record.IsDBNull(place) ? SqlValue.Null
        : type is OrderedType ordered ? ReadOrdered(record.GetValue(place), ordered)
        : SqlValue.Of(Convert.ToString(record.GetValue(place), CultureInfo.InvariantCulture)!);

    private static SqlValue ReadOrdered(object value, OrderedType type) =>
        type switch
        {
            TemporalType temporal => temporal.Value(
                temporal.Find(Convert.ToDateTime(value, CultureInfo.InvariantCulture))!.Value
            ),
            DecimalType number => number.Value(
                number.Find(Convert.ToDecimal(value, CultureInfo.InvariantCulture))!.Value
            ),
            _ => type.Value(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        };

    private static Result ReadResult(IDataRecord record, int kept) =>
        record.IsDBNull(kept) || record.GetInt32(kept) == 0 ? Result.NotKept : OutcomeValue.Read(record, kept + 1);
}
