namespace RuleGen.Model;

/// <summary><c>NOT a</c>: swaps TRUE and FALSE; UNKNOWN stays UNKNOWN (rule 5.1).</summary>
/// <remarks><c>x NOT LIKE y</c> is a <see cref="Like"/> that is negated; <c>NOT x LIKE y</c> is this (rule 5.14).</remarks>
public sealed record Not : Predicate
{
    private Not(Predicate operand) => Operand = operand;

    /// <summary>What is negated.</summary>
    public Predicate Operand { get; }

    /// <inheritdoc/>
    public override bool MayBeUnknown => Operand.MayBeUnknown;

    /// <inheritdoc/>
    public override ValueList<Predicate> Children => [Operand];

    /// <summary>The negation of a predicate.</summary>
    public static Not Of(Predicate operand) => new(operand);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(Not? other) => base.Equals(other) && Operand == other.Operand;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Operand);
}
