using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>
/// Finds values of columns that are compared with each other: each in the set of its column, and each pair in the relation
/// that is asked for. Exact for numbers, dates and decimals; of texts it tries some, and says so where none will do.
/// </summary>
internal sealed class RelatedValues
{
    private readonly RowSpace _space;
    private readonly Dictionary<Column, SetIntersection> _sets;
    private readonly List<(ColumnRelation Relation, IntegerSet Wanted)> _relations;

    /// <param name="space">The rows.</param>
    /// <param name="sets">The values that each column may have, in the order of the space.</param>
    public RelatedValues(RowSpace space, SetIntersection[] sets)
    {
        _space = space;
        _sets = sets.ToDictionary(set => set.Column);
        _relations =
        [
            .. space
                .Relations.Select(relation => (relation, _sets[relation.Column].ToSet().Integers!))
                .Where(each => each.Item2 != space.Sets(each.relation.Column).Universe.Integers),
        ];
    }

    /// <summary>A value for each column that a relation limits; null where there are none.</summary>
    /// <param name="favoured">Values to choose where they will do, by column, best first.</param>
    /// <exception cref="TextRelationException">Texts may be so related, and none were found that are.</exception>
    /// <exception cref="LimitReachedException">It takes too much work to tell.</exception>
    public Dictionary<Column, SqlValue>? Find(Func<Column, IEnumerable<SqlValue>> favoured) =>
        _relations.Count == 0 ? [] : Choose(0, [], [], favoured);

    /// <summary>Decides the relations one after the other: which order, or which of the two is NULL.</summary>
    private Dictionary<Column, SqlValue>? Choose(
        int place,
        List<(ColumnRelation Relation, long Value)> decided,
        HashSet<Column> nulls,
        Func<Column, IEnumerable<SqlValue>> favoured
    )
    {
        _space.CountStep();
        if (place == _relations.Count)
        {
            return Assign(decided, nulls, favoured);
        }

        var (relation, wanted) = _relations[place];
        if (nulls.Contains(relation.Left) || nulls.Contains(relation.Right))
        {
            return Choose(place + 1, decided, nulls, favoured);
        }

        TextRelationException? open = null;
        for (var value = 0L; value <= 2; value++)
        {
            if (wanted.Contains(value))
            {
                try
                {
                    if (Choose(place + 1, [.. decided, (relation, value)], nulls, favoured) is { } found)
                    {
                        return found;
                    }
                }
                catch (TextRelationException exception)
                {
                    open = exception;
                }
            }
        }

        foreach (var column in new[] { relation.Left, relation.Right })
        {
            if (
                _sets[column].Contains(SqlValue.Null)
                && !decided.Exists(each => each.Relation.Left == column || each.Relation.Right == column)
                && Choose(place + 1, decided, [.. nulls, column], favoured) is { } found
            )
            {
                return found;
            }
        }

        return open is null ? null : throw open;
    }

    private Dictionary<Column, SqlValue>? Assign(
        List<(ColumnRelation Relation, long Value)> decided,
        HashSet<Column> nulls,
        Func<Column, IEnumerable<SqlValue>> favoured
    )
    {
        var values = nulls.ToDictionary(column => column, _ => SqlValue.Null);
        var numbers = decided.FindAll(each => each.Relation.Rules is null);
        var texts = decided.FindAll(each => each.Relation.Rules is not null);
        if (!AssignNumbers(numbers, values))
        {
            return null;
        }

        AssignTexts(texts, values, favoured);
        return values;
    }

    /// <summary>
    /// The least values from the usual ones on, else the least of all: one column after the other, each as little above
    /// those below it as its set allows. Where those do not do, none do.
    /// </summary>
    private bool AssignNumbers(
        List<(ColumnRelation Relation, long Value)> relations,
        Dictionary<Column, SqlValue> values
    )
    {
        var columns = relations
            .SelectMany(each => new[] { each.Relation.Left, each.Relation.Right })
            .Distinct()
            .ToList();
        foreach (var start in new[] { true, false })
        {
            var found = columns.ToDictionary(
                column => column,
                column => (decimal)(start ? ((OrderedType)column.Type).Usual : ((OrderedType)column.Type).Minimum)
            );
            if (Raise(relations, columns, found))
            {
                foreach (var column in columns)
                {
                    values[column] = ((OrderedType)column.Type).Value((long)found[column]);
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>Raises values until each is in its set and each pair in its relation; false where a set is left.</summary>
    private bool Raise(
        List<(ColumnRelation Relation, long Value)> relations,
        List<Column> columns,
        Dictionary<Column, decimal> values
    )
    {
        // Among n columns a value that has to rise does so by at most n steps of 1 for each interval of each set, unless
        // the relations go round in a circle.
        var rounds = columns.Count * (columns.Sum(Intervals) + columns.Count + 1);
        for (var round = 0; round <= rounds; round++)
        {
            var before = values.Values.ToList();
            foreach (var column in columns)
            {
                if (Next(column, values[column]) is not { } next)
                {
                    return false;
                }

                values[column] = next;
            }

            foreach (var (relation, value) in relations)
            {
                var (left, right) = (values[relation.Left], values[relation.Right]);
                switch (value)
                {
                    case 0:
                        values[relation.Right] = Math.Max(right, left + 1);
                        break;
                    case 2:
                        values[relation.Left] = Math.Max(left, right + 1);
                        break;
                    default:
                        values[relation.Left] = values[relation.Right] = Math.Max(left, right);
                        break;
                }
            }

            if (before.SequenceEqual(values.Values))
            {
                return true;
            }
        }

        return false;
    }

    private int Intervals(Column column) => _sets[column].ToSet().Integers!.Intervals.Count;

    /// <summary>The least value of a column's set from a number on; null where there is none.</summary>
    private decimal? Next(Column column, decimal from)
    {
        foreach (var interval in _sets[column].ToSet().Integers!.Intervals)
        {
            if (from <= interval.Last)
            {
                return Math.Max(from, interval.First);
            }
        }

        return null;
    }

    /// <exception cref="TextRelationException">No texts were found.</exception>
    private void AssignTexts(
        List<(ColumnRelation Relation, long Value)> relations,
        Dictionary<Column, SqlValue> values,
        Func<Column, IEnumerable<SqlValue>> favoured
    )
    {
        var columns = relations
            .SelectMany(each => new[] { each.Relation.Left, each.Relation.Right })
            .Distinct()
            .ToList();
        var candidates = columns
            .SelectMany(column =>
                favoured(column).Append(_sets[column].Pick([])).Append(_sets[column].Pick(favoured(column)))
            )
            .Select(value => value.Text?.TrimEnd(' '))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (!TryTexts(0, columns, candidates, relations, values))
        {
            throw new TextRelationException(relations[0].Relation);
        }
    }

    private bool TryTexts(
        int place,
        List<Column> columns,
        List<string> candidates,
        List<(ColumnRelation Relation, long Value)> relations,
        Dictionary<Column, SqlValue> values
    )
    {
        if (place == columns.Count)
        {
            return true;
        }

        var column = columns[place];
        var type = (CharacterType)column.Type;
        foreach (var candidate in candidates.Where(text => text.Length <= (type.Length ?? int.MaxValue)))
        {
            _space.CountStep();
            values[column] = SqlValue.Of(type.Store(candidate));
            if (
                _sets[column].Contains(values[column])
                && relations.TrueForAll(each => IsMet(each.Relation, each.Value, values))
                && TryTexts(place + 1, columns, candidates, relations, values)
            )
            {
                return true;
            }
        }

        values.Remove(column);
        return false;
    }

    /// <summary>Whether two texts are as they should be; also where one of them is still to be found.</summary>
    private static bool IsMet(ColumnRelation relation, long wanted, Dictionary<Column, SqlValue> values) =>
        !values.TryGetValue(relation.Left, out var left)
        || !values.TryGetValue(relation.Right, out var right)
        || left.IsNull
        || right.IsNull
        || (relation.AreEqual(left.Text, right.Text) ? 1 : 2) == wanted;
}
