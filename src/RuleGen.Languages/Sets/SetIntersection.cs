using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// The values that are in each of several sets of one column. One set where that is small; otherwise the sets are kept
/// apart, and what they have in common is searched for when it is needed. Immutable.
/// </summary>
public sealed class SetIntersection
{
    private readonly ColumnSets _sets;
    private readonly ValueSet[] _parts;
    private readonly Link? _asked;
    private SearchResult _found;

    internal SetIntersection(ColumnSets sets)
        : this(sets, [sets.Universe], asked: null, SearchResult.Unknown) { }

    private SetIntersection(ColumnSets sets, ValueSet[] parts, Link? asked, SearchResult found)
    {
        _sets = sets;
        _parts = parts;
        _asked = asked;
        _found = found;
    }

    internal static SetIntersection Of(ColumnSets sets, ValueSet set) =>
        new(sets, [set], asked: null, SearchResult.Unknown);

    /// <summary>The column.</summary>
    public Column Column => _sets.Column;

    /// <summary>The sets; one unless joining them would be too large.</summary>
    public IReadOnlyList<ValueSet> Parts => _parts;

    private bool HasNull => Array.TrueForAll(_parts, part => part.HasNull);

    /// <summary>Those values that are in one more set; null where it is plain that there are none.</summary>
    public SetIntersection? And(ValueSet set)
    {
        if (IsWithin(set))
        {
            return this;
        }

        var asked = new Link(set, _asked);
        if (_parts is [var only] && _sets.TryAnd(only, set) is { } joined)
        {
            return _sets.IsKnownEmpty(joined) == true
                ? null
                : new SetIntersection(_sets, [joined], asked, SearchResult.Unknown);
        }

        if (IsApart(set))
        {
            return null;
        }

        // Sets that read backwards go together: a search has to guess where each of them starts.
        var place = set.Words is BackwardTexts ? Array.FindIndex(_parts, part => part.Words is BackwardTexts) : -1;
        if (place >= 0 && _sets.TryAnd(_parts[place], set) is { } both)
        {
            return new SetIntersection(
                _sets,
                [.. _parts.Where((_, i) => i != place), both],
                asked,
                SearchResult.Unknown
            );
        }

        return new SetIntersection(
            _sets,
            [.. _parts.Where(part => _sets.AreKnownDisjoint(set, _sets.Not(part)) != true), set],
            asked,
            _found.Text is { } text && set.Words!.Accepts(text) ? _found : SearchResult.Unknown
        );
    }

    /// <summary>Whether it is plain that every value is in a set.</summary>
    public bool IsWithin(ValueSet set) =>
        (_found.Text is null || set.Words!.Accepts(_found.Text))
        && Array.Exists(
            _parts,
            part => ReferenceEquals(part, set) || _sets.AreKnownDisjoint(part, _sets.Not(set)) == true
        );

    /// <summary>Whether it is plain that no value is in a set.</summary>
    public bool IsApart(ValueSet set) =>
        (_found.Text is null || !set.Words!.Accepts(_found.Text))
        && Array.Exists(_parts, part => _sets.AreKnownDisjoint(part, set) == true);

    /// <summary>Whether there is no value.</summary>
    /// <param name="thoroughly">Whether to find out; otherwise false also means that it takes much work to tell.</param>
    /// <exception cref="TooManyStatesException">It takes too much work to tell.</exception>
    public bool IsEmpty(bool thoroughly)
    {
        if (HasNull)
        {
            return false;
        }

        if (_parts is [{ Words: null or ForwardTexts } single])
        {
            return _sets.IsEmpty(single);
        }

        if (!_found.IsOver)
        {
            _found = thoroughly ? Search().Find() : Search().FindSoon();
        }

        return _found.IsOver ? _found.Text is null
            : thoroughly ? throw new TooManyStatesException(Column)
            : false;
    }

    /// <summary>Whether a value, as the column stores it, is among them.</summary>
    public bool Contains(SqlValue value) => Array.TrueForAll(_parts, part => part.Contains(value));

    /// <summary>Whether the value that a row has in the column is among them.</summary>
    public bool ContainsValueOf(Row row) => Array.TrueForAll(_parts, part => part.ContainsValueOf(row));

    /// <summary>The values as one set.</summary>
    /// <exception cref="TooManyStatesException">It would be too large.</exception>
    public ValueSet ToSet() => _parts.Aggregate(_sets.And);

    /// <summary>
    /// A value: the first of some favoured ones that is among them, else a short text or the number nearest to the usual one,
    /// else NULL.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public SqlValue Pick(IEnumerable<SqlValue> favoured)
    {
        foreach (var value in favoured)
        {
            if (Contains(value) && (value.Text?.Length ?? 0) <= _sets.MaximumLength)
            {
                return value;
            }
        }

        if (_parts[0].Words is not null && FindText() is { } text)
        {
            return SqlValue.Kept(text, Column.Type);
        }

        if (_parts is [{ Integers: { Intervals: { Count: > 0 } intervals } }])
        {
            var type = (OrderedType)Column.Type;
            return type.Value(
                intervals
                    .Select(interval => Math.Clamp(type.Usual, interval.First, interval.Last))
                    .MinBy(number => Math.Abs((decimal)number - type.Usual))
            );
        }

        return HasNull ? SqlValue.Null : throw new InvalidOperationException("The set has no value.");
    }

    private string? FindText()
    {
        if (_parts is [var single])
        {
            _found = _sets.FindText(single);
        }

        if (!_found.IsOver)
        {
            _found = Search().Find();
        }

        return _found.Text;
    }

    private TextSearch Search() => new(_sets, _parts, Asked());

    /// <summary>The sets as they came, the last first.</summary>
    private IEnumerable<ValueSet> Asked()
    {
        for (var link = _asked; link is not null; link = link.Rest)
        {
            yield return link.Set;
        }
    }

    private sealed record Link(ValueSet Set, Link? Rest);
}
