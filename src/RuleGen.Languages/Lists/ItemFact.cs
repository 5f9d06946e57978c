namespace RuleGen.Languages;

/// <summary>
/// A condition on what is at the positions of a list: some position has what is asked of it, or each has. That one of twenty
/// columns holds a code, or an item of any position, is one such condition.
/// </summary>
internal sealed class ItemFact : ListFact
{
    private readonly bool _isAll;

    /// <summary>What is asked of position 1, 2 and so on; null where nothing hangs on it. The last is for all that follow.</summary>
    private readonly TextsOrNone?[] _places;

    private ItemFact(ListSpace list, bool isAll, IEnumerable<TextsOrNone?> places)
        : base(list)
    {
        _isAll = isAll;
        _places = [.. places.Select(place => place?.IsConstant(isAll) == true ? null : place)];
    }

    /// <summary>Some position has an item that is asked for.</summary>
    /// <param name="list">The list.</param>
    /// <param name="places">The items at position 1, 2 and so on; the last also at all that follow. One or more.</param>
    public static ItemFact Some(ListSpace list, IEnumerable<Automaton> places) =>
        new(list, isAll: false, places.Select(items => new TextsOrNone(items, HasNone: false)));

    /// <summary>One position has an item that is asked for.</summary>
    /// <param name="list">The list.</param>
    /// <param name="position">The position, from 1.</param>
    /// <param name="items">The items.</param>
    public static ItemFact At(ListSpace list, int position, Automaton items) =>
        new(list, isAll: false, [.. new TextsOrNone?[position - 1], new TextsOrNone(items, HasNone: false), null]);

    /// <summary>Whether it asks of one position alone: that some has what is asked, and that each has, are then the same.</summary>
    private bool IsOfOnePosition => _places[^1] is null && _places.Count(place => place is not null) == 1;

    public override ListFact Not() => Negated();

    protected override ValueSet MakeSet()
    {
        // That each position has what is asked is that none has anything else.
        if (_isAll)
        {
            return List.Sets.Not(Negated().ToSet());
        }

        var nothing = new TextsOrNone(
            AutomatonOperations.Constant(List.Sets.Alphabet!, accepts: false),
            HasNone: false
        );
        return List.Where(_places.Select(place => place ?? nothing));
    }

    protected override object? Subject(bool isAll) => _isAll == isAll || IsOfOnePosition ? List : null;

    protected override ListFact? TryJoin(ListFact other, bool isAll)
    {
        var right = (ItemFact)other;
        var places = new TextsOrNone?[Math.Max(_places.Length, right._places.Length)];
        for (var i = 0; i < places.Length; i++)
        {
            var (one, two) = (PlaceAt(i), right.PlaceAt(i));
            places[i] = one is null || two is null ? one ?? two : TryJoin(one, two, isAll);
            if (places[i] is null && one is not null)
            {
                return null;
            }
        }

        return List.IsSmall(places.Sum(place => (long)(place?.Texts.StateCount ?? 1)))
            ? new ItemFact(List, isAll, places)
            : null;
    }

    private TextsOrNone? TryJoin(TextsOrNone one, TextsOrNone other, bool isAll) =>
        one.TryJoin(other, isAll, List.Sets.Limits.Joined((long)one.Texts.StateCount + other.Texts.StateCount));

    private ItemFact Negated() => new(List, !_isAll, _places.Select(place => place?.Not()));

    private TextsOrNone? PlaceAt(int index) => _places[Math.Min(index, _places.Length - 1)];
}
