namespace RuleGen.Model;

/// <summary>An expression with a value for each row. Built only through the factories of its kinds, which check it.</summary>
public abstract record Scalar
{
    private protected Scalar() { }

    /// <summary>The type of the value.</summary>
    public abstract SqlType Type { get; }

    /// <summary>Whether the value can be NULL.</summary>
    public abstract bool MayBeNull { get; }

    /// <summary>The expressions of which this one is made.</summary>
    public abstract ValueList<Scalar> Operands { get; }

    /// <summary>The columns that it reads, in the order of first use, each once.</summary>
    public virtual IEnumerable<Column> Columns => Operands.SelectMany(operand => operand.Columns).Distinct();

    /// <summary>How many pairs of parentheses the published text puts around it; no part of equality.</summary>
    public int Parentheses { get; init; }

    /// <summary>The most characters that a value has, where it is text; null where that is not bounded.</summary>
    internal virtual int? LongestText => (Type as CharacterType)?.Length;

    /// <summary>Calls the visitor's method for this kind of expression.</summary>
    public abstract TResult Accept<TResult>(IScalarVisitor<TResult> visitor);

    /// <summary>Equal when of one kind with equal parts; how the text writes it does not count.</summary>
    public virtual bool Equals(Scalar? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();
}
