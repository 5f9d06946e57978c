using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// A set of values of one column: texts or numbers, and NULL or not. Made by <see cref="ColumnSets"/>.
/// </summary>
public sealed class ValueSet : IEquatable<ValueSet>
{
    internal ValueSet(Column column, bool hasNull, Automaton? texts, IntegerSet? integers)
    {
        Column = column;
        HasNull = hasNull;
        Texts = texts;
        Integers = integers;
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>Whether NULL is in it.</summary>
    public bool HasNull { get; }

    /// <summary>
    /// The texts in it; null where the column holds numbers. Texts longer than the column count for nothing.
    /// </summary>
    public Automaton? Texts { get; }

    /// <summary>The numbers in it; null where the column holds text.</summary>
    public IntegerSet? Integers { get; }

    /// <summary>Whether a value of the column, as it stores it, is in the set.</summary>
    public bool Contains(SqlValue value) =>
        value.IsNull ? HasNull
        : value.IsInteger ? Integers!.Contains(value.Integer)
        : Texts!.Accepts(value.Text);

    /// <summary>Of the same column, with equal texts and numbers.</summary>
    public bool Equals(ValueSet? other) =>
        other is not null
        && HasNull == other.HasNull
        && Equals(Texts, other.Texts)
        && Equals(Integers, other.Integers)
        && Column == other.Column;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HasNull, Texts, Integers);
}
