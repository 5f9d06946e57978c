namespace RuleGen.Languages;

/// <summary>
/// A condition on a row, made of facts "the value of this column is in this set". Two-valued: what may be UNKNOWN has
/// one formula for TRUE and one for FALSE. Made by <see cref="RowSpace"/>; equal formulas are one object.
/// </summary>
public abstract class Formula
{
    private protected Formula(int order) => Order = order;

    /// <summary>The place among the formulas of its space, in the order in which they were made.</summary>
    internal int Order { get; }
}

/// <summary>Holds for every row, or for none.</summary>
public sealed class ConstantFormula : Formula
{
    internal ConstantFormula(bool value, int order)
        : base(order) => Value = value;

    /// <summary>Whether it holds.</summary>
    public bool Value { get; }
}

/// <summary>The value of a column is in a set.</summary>
public sealed class Fact : Formula
{
    internal Fact(ValueSet set, int order)
        : base(order) => Set = set;

    /// <summary>The set; it names the column.</summary>
    public ValueSet Set { get; }
}

/// <summary>
/// All of several formulas, or any of them; facts about one column are one fact, unless that would be too large.
/// </summary>
public sealed class Junction : Formula
{
    internal Junction(bool isAll, Formula[] parts, int order)
        : base(order)
    {
        IsAll = isAll;
        Parts = parts;
    }

    /// <summary>Whether all must hold, not just one.</summary>
    public bool IsAll { get; }

    /// <summary>The parts, two or more; none of them is a constant or a junction of the same kind.</summary>
    public IReadOnlyList<Formula> Parts { get; }
}

/// <summary>When a predicate is TRUE and when it is FALSE; otherwise it is UNKNOWN.</summary>
/// <param name="IsTrue">When it is TRUE.</param>
/// <param name="IsFalse">When it is FALSE.</param>
public readonly record struct TruthFormulas(Formula IsTrue, Formula IsFalse);
