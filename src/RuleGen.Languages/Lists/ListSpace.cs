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

    /// <summary>The lists with an item for which a condition is TRUE; null for any item.</summary>
    /// <exception cref="TooManyStatesException">An automaton would be too large.</exception>
    public ValueSet WithItem(Predicate? condition)
    {
        try
        {
            var formula = condition is null ? _items.Constant(true) : _items.Translate(condition).IsTrue;
            var last = 1 + Positions(formula).DefaultIfEmpty(0).Max();
            if (last > HighestPosition)
            {
                throw new TooManyStatesException();
            }

            return Sets.Of(
                ListAutomata.WithItem(
                    Alphabet,
                    [.. Enumerable.Range(1, (int)last).Select(position => ItemsWhere(formula, position))]
                )
            );
        }
        catch (TooManyStatesException exception) when (exception.Column != Sets.Column)
        {
            throw new TooManyStatesException(Sets.Column);
        }
    }

    /// <summary>The lists of which something is made that is not NULL.</summary>
    public ValueSet WhereThere(Derivation made)
    {
        var all = AutomatonOperations.Constant(Alphabet, accepts: true);
        var items = ListAutomata.ItemsWhere(Alphabet, _type.PlaceOf(made.Item), all, hasNull: false);
        return made is ItemAt at ? At(at, items) : Sets.Of(ListAutomata.WithItem(Alphabet, [items]));
    }

    /// <summary>The lists of which one of some texts is made.</summary>
    public ValueSet Where(Derivation made, Automaton words) =>
        made is JoinedItems joined
            ? Sets.Of(ListAutomata.Joined(Alphabet, joined, words))
            : At((ItemAt)made, ListAutomata.ItemsWhere(Alphabet, _type.PlaceOf(made.Item), words, hasNull: false));

    /// <summary>The lists of which one of some numbers is made.</summary>
    public ValueSet Where(Derivation made, IntegerSet numbers) =>
        Where(made, ListAutomata.Digits(Alphabet, Within(numbers, (OrderedType)made.Item.Type)));

    private static IntegerSet Within(IntegerSet numbers, OrderedType type) =>
        numbers.And(IntegerSet.Between(type.Minimum, type.Maximum));

    private ValueSet At(ItemAt at, Automaton items)
    {
        var none = AutomatonOperations.Constant(Alphabet, accepts: false);
        return Sets.Of(ListAutomata.WithItem(Alphabet, [.. Enumerable.Repeat(none, at.Position - 1), items, none]));
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
