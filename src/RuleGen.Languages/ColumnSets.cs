using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// The sets of values of one column and the operations on them. Equal sets are one object, and an operation on the same
/// sets is done once.
/// </summary>
public sealed class ColumnSets
{
    private readonly Dictionary<ValueSet, ValueSet> _interned = [];
    private readonly Dictionary<(ValueSet, ValueSet, bool Both), ValueSet> _combined = new(PairComparer.Instance);
    private readonly Dictionary<(ValueSet, ValueSet, bool Both), bool> _disjoint = new(PairComparer.Instance);
    private readonly Dictionary<ValueSet, ValueSet> _complements = new(ReferenceEqualityComparer.Instance);
    private readonly int _maximumLength;

    internal ColumnSets(Column column, Alphabet? alphabet)
    {
        Column = column;
        Alphabet = alphabet;
        switch (column.Type)
        {
            case CharacterType type when alphabet is not null:
                _maximumLength = type.Length ?? int.MaxValue - 1;
                var texts = type.IsFixedLength
                    ? AutomatonOperations.OfLength(alphabet, _maximumLength)
                    : AutomatonOperations.Constant(alphabet, accepts: true);
                Universe = Intern(column.IsNullable, texts, null);
                Nothing = Intern(false, AutomatonOperations.Constant(alphabet, accepts: false), null);
                Null = Intern(column.IsNullable, Nothing.Texts, null);
                break;
            case IntegerType type:
                Universe = Intern(column.IsNullable, null, IntegerSet.Between(type.Minimum, type.Maximum));
                Nothing = Intern(false, null, IntegerSet.Empty);
                Null = Intern(column.IsNullable, null, IntegerSet.Empty);
                break;
            default:
                throw new ArgumentException($"Predicates do not read {column}.", nameof(column));
        }
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>The classes of characters; null where the column holds numbers.</summary>
    public Alphabet? Alphabet { get; }

    /// <summary>Every value that the column can hold, NULL among them where it is nullable.</summary>
    public ValueSet Universe { get; }

    /// <summary>No value.</summary>
    public ValueSet Nothing { get; }

    /// <summary>NULL alone; no value where the column is not nullable.</summary>
    public ValueSet Null { get; }

    /// <summary>The texts that an automaton accepts, without NULL.</summary>
    internal ValueSet Of(Automaton texts) => And(Intern(false, texts, null), Universe);

    /// <summary>Numbers, without NULL.</summary>
    internal ValueSet Of(IntegerSet integers) => And(Intern(false, null, integers), Universe);

    /// <summary>The values in both sets.</summary>
    public ValueSet And(ValueSet left, ValueSet right) => Combine(left, right, both: true);

    /// <summary>The values in either set.</summary>
    public ValueSet Or(ValueSet left, ValueSet right) => Combine(left, right, both: false);

    /// <summary>The values that the column can hold and the set does not.</summary>
    public ValueSet Not(ValueSet set)
    {
        if (!_complements.TryGetValue(set, out var complement))
        {
            complement = And(Intern(!set.HasNull, set.Texts?.Complement(), set.Integers?.Complement()), Universe);
            _complements.Add(set, complement);
            _complements.TryAdd(complement, set);
        }

        return complement;
    }

    /// <summary>
    /// Whether the column can hold no value of the set: also where its texts are longer than the column.
    /// </summary>
    public bool IsEmpty(ValueSet set) =>
        !set.HasNull
        && (set.Texts is null || set.Texts.ShortestLength > _maximumLength)
        && set.Integers is not { Intervals.Count: > 0 };

    /// <summary>Whether no value is in both sets.</summary>
    public bool AreDisjoint(ValueSet left, ValueSet right)
    {
        if (left.HasNull && right.HasNull)
        {
            return false;
        }

        if (left.Texts is null)
        {
            return IsEmpty(And(left, right));
        }

        if (!_disjoint.TryGetValue((left, right, true), out var disjoint))
        {
            disjoint = !Product.Meet(left.Texts, right.Texts!, _maximumLength);
            _disjoint.Add((left, right, true), disjoint);
        }

        return disjoint;
    }

    /// <summary>Whether every value of one set is in another.</summary>
    public bool IsSubset(ValueSet subset, ValueSet superset) =>
        ReferenceEquals(subset, superset) || AreDisjoint(subset, Not(superset));

    /// <summary>
    /// A value of the set: the first of some favoured ones that is in it, else a shortest text or the number nearest to
    /// zero, else NULL.
    /// </summary>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    public SqlValue Pick(ValueSet set, IEnumerable<SqlValue> favoured)
    {
        foreach (var value in favoured)
        {
            if (set.Contains(value) && (value.Text?.Length ?? 0) <= _maximumLength)
            {
                return value;
            }
        }

        if (set.Texts is { } texts && texts.ShortestLength <= _maximumLength)
        {
            return SqlValue.Of(texts.ShortestWord()!);
        }

        if (set.Integers is { Intervals: { Count: > 0 } intervals })
        {
            return SqlValue.Of(intervals.Select(Nearest).MinBy(number => Math.Abs((decimal)number)));
        }

        return set.HasNull ? SqlValue.Null : throw new InvalidOperationException("The set has no value.");
    }

    private static long Nearest(Interval interval) =>
        interval.First > 0 ? interval.First
        : interval.Last < 0 ? interval.Last
        : 0;

    private ValueSet Combine(ValueSet left, ValueSet right, bool both)
    {
        if (ReferenceEquals(left, right))
        {
            return left;
        }

        if (!_combined.TryGetValue((left, right, both), out var combined))
        {
            combined = Intern(
                both ? left.HasNull && right.HasNull : left.HasNull || right.HasNull,
                left.Texts is null ? null : Product.Combine(left.Texts, right.Texts!, both),
                both ? left.Integers?.And(right.Integers!) : left.Integers?.Or(right.Integers!)
            );
            _combined.Add((left, right, both), combined);
            _combined.TryAdd((right, left, both), combined);
        }

        return combined;
    }

    private ValueSet Intern(bool hasNull, Automaton? texts, IntegerSet? integers)
    {
        var set = new ValueSet(Column, hasNull, texts, integers);
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
