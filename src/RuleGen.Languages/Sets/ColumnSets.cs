using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// The sets of values of one column and the operations on them. Equal sets are one object, and an operation on the same
/// sets is done once.
/// </summary>
public sealed class ColumnSets
{
    private readonly Dictionary<ValueSet, ValueSet> _interned = [];
    private readonly Dictionary<(ValueSet, ValueSet, bool Both), ValueSet?> _combined = new(PairComparer.Instance);
    private readonly Dictionary<(ValueSet, ValueSet, bool Both), bool?> _disjoint = new(PairComparer.Instance);
    private readonly Dictionary<ValueSet, ValueSet> _complements = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ValueSet, SearchResult> _texts = new(ReferenceEqualityComparer.Instance);

    internal ColumnSets(
        Column column,
        Alphabet? alphabet,
        StateLimits? limits = null,
        Func<int, int, bool>? isOfItem = null
    )
    {
        Column = column;
        Alphabet = alphabet;
        Limits = limits ?? StateLimits.Default;
        switch (column.Type)
        {
            case CharacterType type when alphabet is not null:
                MaximumLength = type.Length ?? int.MaxValue - 1;
                var texts = type.IsFixedLength
                    ? AutomatonOperations.OfLength(alphabet, MaximumLength)
                    : AutomatonOperations.Constant(alphabet, accepts: true);
                Universe = Intern(column.IsNullable, new ForwardTexts(texts), null);
                Nothing = Intern(false, new ForwardTexts(AutomatonOperations.Constant(alphabet, accepts: false)), null);
                Null = Intern(column.IsNullable, Nothing.Words, null);
                break;
            case ListType type when alphabet is not null:
                MaximumLength = int.MaxValue - 1;
                MayBeIllFormed = type.Columns.Count > 1 || HasForeign(alphabet, isOfItem!);
                Universe = Intern(false, new ForwardTexts(ListAutomata.WellFormed(alphabet, type, isOfItem!)), null);
                Nothing = Intern(false, new ForwardTexts(AutomatonOperations.Constant(alphabet, accepts: false)), null);
                Null = Nothing;
                break;
            case OrderedType type:
                Universe = Intern(column.IsNullable, null, IntegerSet.Between(type.Minimum, type.Maximum));
                Nothing = Intern(false, null, IntegerSet.Empty);
                Null = Intern(column.IsNullable, null, IntegerSet.Empty);
                break;
            default:
                throw new ArgumentException($"Predicates do not read {column}.", nameof(column));
        }

        Everything = new SetIntersection(this);
    }

    /// <summary>The sets of values of a relation.</summary>
    internal ColumnSets(ColumnRelation relation)
    {
        Column = relation.Column;
        Relation = relation;
        Limits = StateLimits.Default;
        Universe = Intern(hasNull: false, null, relation.Universe);
        Nothing = Intern(hasNull: false, null, IntegerSet.Empty);
        Null = Nothing;
        Everything = new SetIntersection(this);
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>The relation that the column stands for; null where it is one of the rows.</summary>
    public ColumnRelation? Relation { get; }

    /// <summary>The classes of characters; null where the column holds numbers.</summary>
    public Alphabet? Alphabet { get; }

    /// <summary>Every value that the column can hold, NULL among them where it is nullable.</summary>
    public ValueSet Universe { get; }

    /// <summary>The same, to be narrowed.</summary>
    public SetIntersection Everything { get; }

    /// <summary>No value.</summary>
    public ValueSet Nothing { get; }

    /// <summary>NULL alone; no value where the column is not nullable.</summary>
    public ValueSet Null { get; }

    /// <summary>
    /// Whether a list's text over the alphabet may be none that the column can hold: its items have columns of different
    /// characters, or are joined by a separator that no item holds.
    /// </summary>
    public bool MayBeIllFormed { get; }

    /// <summary>How large automata may become.</summary>
    internal StateLimits Limits { get; }

    /// <summary>The most characters of a value.</summary>
    internal int MaximumLength { get; }

    private static bool HasForeign(Alphabet alphabet, Func<int, int, bool> isOfItem) =>
        alphabet.Characters.Any(character => !ListText.IsMark(character) && !isOfItem(0, alphabet.ClassOf(character)));

    /// <summary>The texts that an automaton accepts, without NULL.</summary>
    internal ValueSet Of(Automaton texts) => Of(new ForwardTexts(texts));

    /// <summary>Texts, without NULL.</summary>
    internal ValueSet Of(TextSet texts) => Within(hasNull: false, texts, null);

    /// <summary>Numbers, without NULL.</summary>
    internal ValueSet Of(IntegerSet integers) => Within(hasNull: false, null, integers);

    /// <summary>The values in both sets.</summary>
    /// <exception cref="TooManyStatesException">The set would be too large.</exception>
    public ValueSet And(ValueSet left, ValueSet right) => Combine(left, right, both: true);

    /// <summary>The values in either set.</summary>
    /// <exception cref="TooManyStatesException">The set would be too large.</exception>
    public ValueSet Or(ValueSet left, ValueSet right) => Combine(left, right, both: false);

    /// <summary>The values that the column can hold and the set does not.</summary>
    public ValueSet Not(ValueSet set)
    {
        if (!_complements.TryGetValue(set, out var complement))
        {
            complement = Within(!set.HasNull, set.OfAnyLength?.Complement(), set.Integers?.Complement());
            _complements.Add(set, complement);
            _complements.TryAdd(complement, set);
        }

        return complement;
    }

    /// <summary>
    /// Whether the column can hold no value of the set: also where its texts are longer than the column.
    /// </summary>
    /// <exception cref="TooManyStatesException">It takes too much work to tell.</exception>
    public bool IsEmpty(ValueSet set) => IsKnownEmpty(set) ?? throw new TooManyStatesException(Column);

    /// <summary>Whether no value is in both sets.</summary>
    /// <exception cref="TooManyStatesException">It takes too much work to tell.</exception>
    public bool AreDisjoint(ValueSet left, ValueSet right) =>
        AreKnownDisjoint(left, right) ?? throw new TooManyStatesException(Column);

    /// <summary>Whether every value of one set is in another.</summary>
    /// <exception cref="TooManyStatesException">It takes too much work to tell.</exception>
    public bool IsSubset(ValueSet subset, ValueSet superset) =>
        ReferenceEquals(subset, superset) || AreDisjoint(subset, Not(superset));

    /// <summary>
    /// A value of the set: the first of some favoured ones that is in it, else a shortest text or the number nearest to
    /// the usual one, else NULL.
    /// </summary>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    public SqlValue Pick(ValueSet set, IEnumerable<SqlValue> favoured) => SetIntersection.Of(this, set).Pick(favoured);

    /// <summary><see cref="IsEmpty"/>; null where it takes much work to tell.</summary>
    internal bool? IsKnownEmpty(ValueSet set) =>
        set.HasNull || set.Integers is { Intervals.Count: > 0 } ? false
        : set.Words is null ? true
        : FindText(set) is { IsOver: true } found ? found.Text is null
        : null;

    /// <summary><see cref="AreDisjoint"/>; null where it takes much work to tell.</summary>
    internal bool? AreKnownDisjoint(ValueSet left, ValueSet right)
    {
        if (left.HasNull && right.HasNull)
        {
            return false;
        }

        if (left.Words is null)
        {
            return IsEmpty(And(left, right));
        }

        if (_complements.TryGetValue(left, out var others) && ReferenceEquals(others, right))
        {
            return true;
        }

        if (!_disjoint.TryGetValue((left, right, true), out var disjoint))
        {
            disjoint = (left.Words, right.Words) switch
            {
                (ForwardTexts one, ForwardTexts other) => !Product.Meet(one.Words, other.Words, MaximumLength),
                (BackwardTexts one, BackwardTexts other) => !Product.Meet(one.Reversed, other.Reversed, MaximumLength),
                _ => new TextSearch(this, [left, right], []).FindSoon() is { IsOver: true } found
                    ? found.Text is null
                    : null,
            };
            _disjoint.Add((left, right, true), disjoint);
            _disjoint.TryAdd((right, left, true), disjoint);
        }

        return disjoint;
    }

    /// <summary>A shortest text of a set that the column can hold, where that does not take much work.</summary>
    internal SearchResult FindText(ValueSet set)
    {
        if (set.Words is ForwardTexts { Words: var words })
        {
            return words.ShortestLength > MaximumLength ? SearchResult.None : new(true, words.ShortestWord());
        }

        if (!_texts.TryGetValue(set, out var found))
        {
            _texts.Add(set, found = new TextSearch(this, [set], []).FindSoon());
        }

        return found;
    }

    /// <summary>The values in both sets; null where the set would be much larger than they are.</summary>
    internal ValueSet? TryAnd(ValueSet left, ValueSet right) => TryCombine(left, right, both: true);

    /// <summary>The values in either set; null where the set would be much larger than they are.</summary>
    internal ValueSet? TryOr(ValueSet left, ValueSet right) => TryCombine(left, right, both: false);

    private ValueSet Combine(ValueSet left, ValueSet right, bool both) =>
        TryCombine(left, right, both)
        ?? Join(
            left,
            right,
            both,
            new ForwardTexts(
                Product.TryCombine(left.Texts!, right.Texts!, both, int.MaxValue)
                    ?? throw new TooManyStatesException(Column)
            )
        );

    private ValueSet? TryCombine(ValueSet left, ValueSet right, bool both)
    {
        if (ReferenceEquals(left, right))
        {
            return left;
        }

        if (!_combined.TryGetValue((left, right, both), out var combined))
        {
            if (left.Words is null)
            {
                combined = Join(left, right, both, null);
            }
            else if (Combine(left.Words, right.Words!, both) is { } words)
            {
                combined = Join(left, right, both, words);
            }

            _combined.Add((left, right, both), combined);
            _combined.TryAdd((right, left, both), combined);
        }

        return combined;
    }

    private TextSet? Combine(TextSet left, TextSet right, bool both) =>
        (left, right) switch
        {
            (ForwardTexts { Words: { StateCount: 1 } one }, _) => one.Accepts(0) == both ? right : left,
            (_, ForwardTexts { Words: { StateCount: 1 } one }) => one.Accepts(0) == both ? left : right,
            (ForwardTexts one, ForwardTexts other) => Combine(one.Words, other.Words, both) is { } words
                ? new ForwardTexts(words)
                : null,
            (BackwardTexts one, BackwardTexts other) => Combine(one.Reversed, other.Reversed, both) is { } words
                ? words.StateCount == 1
                    ? new ForwardTexts(words)
                    : new BackwardTexts(words)
                : null,
            _ => null,
        };

    private Automaton? Combine(Automaton left, Automaton right, bool both) =>
        !Limits.JoinsSets
            ? null
            : Product.TryCombine(left, right, both, Limits.Joined((long)left.StateCount + right.StateCount));

    private ValueSet Join(ValueSet left, ValueSet right, bool both, TextSet? words) =>
        Intern(
            both ? left.HasNull && right.HasNull : left.HasNull || right.HasNull,
            words,
            both ? left.Integers?.And(right.Integers!) : left.Integers?.Or(right.Integers!)
        );

    /// <summary>What the column can hold of texts or numbers.</summary>
    private ValueSet Within(bool hasNull, TextSet? words, IntegerSet? integers)
    {
        // A length read backwards is the same length. What is made lazily stays over texts of any length.
        var held = (words, Universe.Words) switch
        {
            (ForwardTexts forward, ForwardTexts universe) => new ForwardTexts(
                Product.Combine(forward.Words, universe.Words, both: true)
            ),
            (BackwardTexts backward, ForwardTexts universe) => new BackwardTexts(
                Product.Combine(backward.Reversed, universe.Words, both: true)
            ),
            _ => words,
        };
        return Intern(hasNull && Universe.HasNull, held, integers?.And(Universe.Integers!), words);
    }

    private ValueSet Intern(bool hasNull, TextSet? words, IntegerSet? integers, TextSet? ofAnyLength = null)
    {
        var set = new ValueSet(Column, hasNull, words, integers)
        {
            Relation = Relation,
            Order = _interned.Count,
            OfAnyLength = ofAnyLength ?? words,
        };
        if (_interned.TryGetValue(set, out var known))
        {
            return known;
        }

        _interned.Add(set, set);
        return set;
    }

    /// <summary>Interned sets are compared by reference.</summary>
    private sealed class PairComparer : IEqualityComparer<(ValueSet Left, ValueSet Right, bool Both)>
    {
        public static PairComparer Instance { get; } = new();

        public bool Equals(
            (ValueSet Left, ValueSet Right, bool Both) x,
            (ValueSet Left, ValueSet Right, bool Both) y
        ) => ReferenceEquals(x.Left, y.Left) && ReferenceEquals(x.Right, y.Right) && x.Both == y.Both;

        public int GetHashCode((ValueSet Left, ValueSet Right, bool Both) pair) =>
            HashCode.Combine(
                System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Left),
                System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Right),
                pair.Both
            );
    }
}
