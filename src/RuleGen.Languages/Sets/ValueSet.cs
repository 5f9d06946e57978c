using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// A set of values of one column: texts or numbers, and NULL or not. Made by <see cref="ColumnSets"/>.
/// </summary>
public sealed class ValueSet : IEquatable<ValueSet>
{
    internal ValueSet(Column column, bool hasNull, TextSet? words, IntegerSet? integers)
    {
        Column = column;
        HasNull = hasNull;
        Words = words;
        Integers = integers;
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>The relation that the column stands for; null where it is one of the rows.</summary>
    public ColumnRelation? Relation { get; init; }

    /// <summary>Whether the value that a row has in the column is in the set.</summary>
    public bool ContainsValueOf(Row row) =>
        Relation is null ? Contains(row[Column]) : Integers!.Contains(Relation.ValueIn(row));

    /// <summary>Whether NULL is in it.</summary>
    public bool HasNull { get; }

    /// <summary>
    /// The texts in it; null where the column holds numbers. Texts longer than the column count for nothing.
    /// </summary>
    /// <exception cref="TooManyStatesException">The automaton would be too large.</exception>
    public Automaton? Texts => Words?.ToAutomaton(Column);

    /// <summary>
    /// The texts in it as an automaton that reads forwards, where they are kept as one; null where that may be large, and
    /// where the column holds numbers.
    /// </summary>
    public Automaton? SmallTexts => (Words as ForwardTexts)?.Words;

    /// <summary>The same, in a form that is small.</summary>
    internal TextSet? Words { get; }

    /// <summary>
    /// The texts before those of another length than a char(n) column's were left out, for searches that see the length
    /// as a set of its own; no part of equality.
    /// </summary>
    internal TextSet? OfAnyLength { get; init; }

    /// <summary>The place among the sets of its column, in the order in which they were made.</summary>
    internal int Order { get; init; }

    /// <summary>The numbers in it; null where the column holds text.</summary>
    public IntegerSet? Integers { get; }

    /// <summary>Whether a value of the column, as it stores it, is in the set.</summary>
    public bool Contains(SqlValue value) =>
        value.IsNull ? HasNull
        : value.IsInteger ? Integers!.Contains(value.Integer)
        : Words!.Accepts(value.Text!);

    /// <summary>Of the same column, with equal texts and numbers.</summary>
    public bool Equals(ValueSet? other) =>
        other is not null
        && HasNull == other.HasNull
        && Equals(Words, other.Words)
        && Equals(Integers, other.Integers)
        && Column == other.Column;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HasNull, Words, Integers);
}
