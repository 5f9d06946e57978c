namespace RuleGen.Model;

/// <summary>
/// A type whose values are in a sequence, each a whole number of units from a fixed one: integers, dates and times,
/// decimals. Two values compare as their numbers of units do.
/// </summary>
public abstract record OrderedType : SqlType
{
    private protected OrderedType(long minimum, long maximum)
    {
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>The least value, in units.</summary>
    public long Minimum { get; }

    /// <summary>The greatest value, in units.</summary>
    public long Maximum { get; }

    /// <summary>A value as good as any, where nothing else is asked for: 0, or the first day of 2020.</summary>
    public virtual long Usual => 0;

    /// <summary>Whether a number of units is a value.</summary>
    public bool Holds(long value) => Minimum <= value && value <= Maximum;

    /// <summary>A value of the type.</summary>
    public abstract SqlValue Value(long units);

    /// <summary>A literal that is the value, as T-SQL writes it.</summary>
    /// <exception cref="RuleGenException">RG0005: the type does not hold it.</exception>
    public abstract Scalar Literal(long units);

    /// <summary>
    /// The value in plain text, the same in every culture: <c>19</c>, <c>2019-04-01</c>, <c>2019-04-01T08:30:00</c>,
    /// <c>12.50</c>.
    /// </summary>
    public abstract string Show(long units);
}
