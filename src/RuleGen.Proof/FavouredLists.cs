using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>Lists that look like data, for witnesses: short ones of items that predicates name.</summary>
internal sealed class FavouredLists
{
    /// <summary>Of more items than these no pairs are tried.</summary>
    private const int MostPaired = 12;

    private readonly ValueList<Predicate> _predicates;

    /// <param name="predicates">The predicates, about the row.</param>
    public FavouredLists(IEnumerable<Predicate> predicates) =>
        _predicates = predicates.Where(predicate => predicate.Children.Count == 0).ToValueList();

    /// <summary>Favoured lists, the shortest first; each is one that the column can hold.</summary>
    public IEnumerable<SqlValue> Of(Column list)
    {
        var type = (ListType)list.Type;
        var values = type.Columns.Select(column => ValuesOf(list, column).ToList()).ToList();
        var items = Enumerable
            .Range(0, values.Count)
            .SelectMany(place =>
                values[place].Select(value => values.Select((each, i) => i == place ? value : each[0]).ToValueList())
            )
            .Distinct()
            .ToList();
        return Arrange(items).Select(arranged => Make(type, arranged)).OfType<ListItems>().Select(SqlValue.Of);
    }

    /// <summary>Items alone, then with a gap before them, then in pairs and threes.</summary>
    private static IEnumerable<ValueList<SqlValue>?[]> Arrange(List<ValueList<SqlValue>> items)
    {
        yield return [];
        foreach (var item in items)
        {
            yield return [item];
        }

        foreach (var item in items)
        {
            yield return [null, item];
        }

        foreach (var first in items.Take(MostPaired))
        {
            foreach (var second in items.Take(MostPaired))
            {
                yield return [first, second];
                yield return [first, second, items[0]];
            }
        }
    }

    /// <summary>The items at their positions; null where the list cannot be so.</summary>
    private static ListItems? Make(ListType type, ValueList<SqlValue>?[] arranged)
    {
        try
        {
            return ListItems.Of(
                type,
                arranged
                    .Select(
                        (values, i) =>
                            values is null ? null : new ListItem(type.Position is null ? null : i + 1, values)
                    )
                    .OfType<ListItem>()
            );
        }
        catch (RuleGenException)
        {
            return null;
        }
    }

    /// <summary>Values of a column of the items; one at least.</summary>
    private IEnumerable<SqlValue> ValuesOf(Column list, Column item)
    {
        var values = new FavouredValues(
            _predicates.SelectMany(predicate => ItemClauses.Of(predicate, list, item, item))
        ).Of(item);
        var usual = item.Type switch
        {
            OrderedType type => type.Value(type.Usual),
            CharacterType type => SqlValue.Of(type.Store("Z999"[..Math.Min(4, type.Length ?? 4)])),
            _ => SqlValue.Null,
        };
        return values.Take(60).Append(usual).Concat(item.IsNullable ? [SqlValue.Null] : []).Distinct();
    }
}
