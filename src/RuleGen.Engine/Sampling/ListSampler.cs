using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>Proposes the items of a row's list.</summary>
internal sealed class ListSampler : IValueSampler
{
    private const int EmptyPercent = 4;
    private const int GapPercent = 15;

    /// <summary>Most lists have no more items than these.</summary>
    private const int UsualItems = 6;

    private readonly Column _list;
    private readonly ListType _type;
    private readonly Column[] _columns;
    private readonly ColumnSampler[] _samplers;

    /// <param name="list">The list.</param>
    /// <param name="codings">All codings; those that do not read the list do no harm.</param>
    public ListSampler(Column list, IReadOnlyList<Coding> codings)
    {
        _list = list;
        _type = (ListType)list.Type;

        // What the values look like is told by the names of both.
        _columns =
        [
            .. _type.ItemColumns.Select(item => new Column($"{list.Name} {item.Name}", item.Type, item.IsNullable)),
        ];
        _samplers =
        [
            .. _type.ItemColumns.Zip(_columns, (item, column) => new ColumnSampler(column, Ask(codings, item, column))),
        ];
    }

    /// <inheritdoc/>
    public SqlValue Plausible(SplitMix64 random) =>
        Make(Items(random.Chance(EmptyPercent) ? 0 : 1 + random.Below(UsualItems), random), random);

    /// <inheritdoc/>
    public SqlValue NearSomeClause(SplitMix64 random)
    {
        var items = Items(random.Below(UsualItems - 1), random);
        items.Insert(random.Below(items.Count + 1), Item(sampler => sampler.NearSomeClause(random)));
        return Make(items, random);
    }

    /// <inheritdoc/>
    public SqlValue Propose(IReadOnlyList<ClauseGoal> goals, SplitMix64 random)
    {
        var items = goals
            .Where(_ => random.Chance(85))
            .Select(goal => Item((sampler, place) => sampler.Propose([.. Goals(goal, place)], random)))
            .ToList();
        items.AddRange(Items(random.Below(3), random));
        random.Shuffle(items);
        return Make(items, random);
    }

    /// <summary>Codings that ask of one column what some ask of a column of items.</summary>
    private List<Coding> Ask(IReadOnlyList<Coding> codings, Column item, Column column) =>
        codings
            .SelectMany(coding => coding.Predicates)
            .SelectMany(predicate => ItemClauses.Of(predicate, _list, item, column))
            .Distinct()
            .Select(clause => new Coding([], otherwise: null, clause))
            .ToList();

    /// <summary>What a goal asks of one column of an item.</summary>
    private IEnumerable<ClauseGoal> Goals(ClauseGoal goal, int place) =>
        ItemClauses
            .Of(goal.Clause, _list, _type.ItemColumns.ElementAt(place), _columns[place])
            .Select(clause => new ClauseGoal(clause, goal.Wanted, goal.Weight));

    private List<SqlValue[]> Items(int count, SplitMix64 random) =>
        Enumerable.Range(0, count).Select(_ => Item(sampler => sampler.Plausible(random))).ToList();

    private SqlValue[] Item(Func<ColumnSampler, SqlValue> propose) => Item((sampler, _) => propose(sampler));

    private SqlValue[] Item(Func<ColumnSampler, int, SqlValue> propose) => [.. _samplers.Select(propose)];

    /// <summary>The list of some items: each at the position that was proposed for it, or at the next that is free.</summary>
    private SqlValue Make(List<SqlValue[]> items, SplitMix64 random)
    {
        var most = _type.LastPosition;
        var made = new List<ListItem>();
        var taken = new HashSet<int>();
        foreach (var values in items)
        {
            ValueList<SqlValue> own = [.. values.Take(_type.Columns.Count)];
            if (_type.Position is null)
            {
                made.Add(new ListItem(null, own));
                continue;
            }

            var wanted = values[^1].Integer;
            var position =
                !_type.IsDense && wanted is >= 1 and <= UsualItems && wanted <= most && random.Chance(40)
                    ? (int)wanted
                    : taken.Count + 1;
            while (taken.Contains(position))
            {
                position++;
            }

            if (position <= most && taken.Add(position))
            {
                made.Add(new ListItem(position, own));
            }
        }

        if (!_type.IsDense && made.Count > 1 && random.Chance(GapPercent))
        {
            made.RemoveAt(random.Below(made.Count));
        }

        return SqlValue.Of(ListItems.Of(_type, made));
    }
}
