using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>The sets of lists that predicates ask for: an item that meets a condition, and what is made of items.</summary>
/// <remarks>
/// A condition on items becomes a set of the texts of single items for each position that it tells from others. Whatever a
/// row asks of its list, also through columns that are made of it, is then a set of texts of one column: exact, also where
/// a pattern on a joined text reaches across items.
/// </remarks>
internal sealed class ListSpace
{
    /// <summary>The highest position that a condition may name: each is a state of every automaton.</summary>
    private const int HighestPosition = 1000;

    private readonly ListType _type;
    private readonly RowSpace _items;

    /// <param name="sets">The sets of the list's column.</param>
    public ListSpace(ColumnSets sets)
    {
        Sets = sets;
        _type = (ListType)sets.Column.Type;
        _items = new RowSpace(_type, sets.Alphabet!, sets.Limits);
    }

    /// <summary>The sets of the list's column.</summary>
    public ColumnSets Sets { get; }

    private Alphabet Alphabet => Sets.Alphabet!;

    /// <summary>There is an item for which a condition is TRUE; null for any item.</summary>
    /// <exception cref="TooManyStatesException">An automaton would be too large.</exception>
    public ItemFact WithItem(Predicate? condition)
    {
        try
        {
            var formula = condition is null ? _items.Constant(true) : _items.Translate(condition).IsTrue;
            var last = 1 + Positions(formula).DefaultIfEmpty(0).Max();
            if (last > HighestPosition)
            {
                throw new TooManyStatesException();
            }

            return ItemFact.Some(
                this,
                Enumerable.Range(1, (int)last).Select(position => ItemsWhere(formula, position))
            );
        }
        catch (TooManyStatesException exception) when (exception.Column != Sets.Column)
        {
            throw new TooManyStatesException(Sets.Column);
        }
    }

    /// <summary>What is made of the list is NULL.</summary>
    public ListFact IsNull(Derivation made)
    {
        var all = AutomatonOperations.Constant(Alphabet, accepts: true);
        return Where(made, all).Not();
    }

    /// <summary>What is made of the list is one of some texts, or of some numbers by their digits.</summary>
    public ListFact Where(Derivation made, Automaton words) =>
        made is ItemAt at
            ? ItemFact.At(
                this,
                at.Position,
                ListAutomata.ItemsWhere(Alphabet, _type.PlaceOf(made.Item), words, hasNull: false)
            )
            : new JoinedFact(this, (JoinedItems)made, new TextsOrNone(words, HasNone: false));

    /// <summary>The lists whose joined text is one that is asked for.</summary>
    /// <exception cref="TooManyStatesException">The set would be too large.</exception>
    public ValueSet Where(JoinedItems made, TextsOrNone asked) => Of(() => ListAutomata.Joined(Alphabet, made, asked));

    /// <summary>The lists some position of which has what is asked of it.</summary>
    /// <param name="places">What is asked of position 1, 2 and so on; the last, which asks for an item, of all that follow.</param>
    /// <exception cref="TooManyStatesException">The set would be too large.</exception>
    public ValueSet Where(IEnumerable<TextsOrNone> places) =>
        Of(() => ListAutomata.WithPosition(Alphabet, Shortened([.. places])));

    /// <summary>The digits of those of some numbers that what is made of the list can be.</summary>
    public Automaton Digits(Derivation made, IntegerSet numbers) =>
        ListAutomata.Digits(Alphabet, Within(numbers, (OrderedType)made.Item.Type));

    /// <summary>Whether a set of lists may be made of what is asked of positions, which takes so many states.</summary>
    public bool IsSmall(long states) =>
        // Where positions are bounded, the states of the lists themselves are shared out among them.
        states * Sets.Universe.Texts!.StateCount / (_type.MostItems ?? 1) * Alphabet.ClassCount
        <= StateLimits.Transitions;

    private static IntegerSet Within(IntegerSet numbers, OrderedType type) =>
        numbers.And(IntegerSet.Between(type.Minimum, type.Maximum));

    /// <summary>The same of fewer positions: without those that no list has, and that are asked the same as all that follow.</summary>
    private List<TextsOrNone> Shortened(List<TextsOrNone> places)
    {
        if (_type.MostItems is { } most && most < places.Count && !places.Skip(most - 1).Any(place => place.HasNone))
        {
            places.RemoveRange(most, places.Count - most);
        }

        while (places.Count > 1 && places[^1] == places[^2])
        {
            places.RemoveAt(places.Count - 1);
        }

        return places;
    }

    private ValueSet Of(Func<Automaton> lists)
    {
        try
        {
            return Sets.Of(lists());
        }
        catch (TooManyStatesException exception) when (exception.Column is null)
        {
            throw new TooManyStatesException(Sets.Column);
        }
    }

    /// <summary>The texts of the items at a position for which a formula holds.</summary>
    private Automaton ItemsWhere(Formula formula, long position) =>
        formula switch
        {
            ConstantFormula constant => AutomatonOperations.Constant(Alphabet, constant.Value),
            Fact { Set: { Integers: { } numbers } set } when set.Column == _type.Position =>
                AutomatonOperations.Constant(Alphabet, numbers.Contains(position)),
            Fact { Set: var set } => ListAutomata.ItemsWhere(
                Alphabet,
                _type.PlaceOf(set.Column),
                set.Texts ?? ListAutomata.Digits(Alphabet, Within(set.Integers!, (OrderedType)set.Column.Type)),
                set.HasNull
            ),
            Junction junction => junction
                .Parts.Select(part => ItemsWhere(part, position))
                .Aggregate((left, right) => Product.Combine(left, right, junction.IsAll)),
            _ => throw new ArgumentException("No such formula.", nameof(formula)),
        };

    /// <summary>The last position before each change of what a formula says of positions.</summary>
    private IEnumerable<long> Positions(Formula formula) =>
        formula switch
        {
            Fact { Set: { Integers: { } numbers } set } when set.Column == _type.Position => numbers
                .Intervals.SelectMany(interval => new[] { interval.First - 1, interval.Last })
                .Where(position => position is > 0 and <= ListType.MostPositions),
            Junction junction => junction.Parts.SelectMany(Positions),
            _ => [],
        };
}
