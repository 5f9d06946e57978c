namespace RuleGen.Model;

/// <summary><c>x IS [NOT] NULL</c>. Never UNKNOWN (rule 5.14).</summary>
public sealed record NullTest : Predicate
{
    private NullTest(Scalar operand, bool isNegated)
    {
        Operand = operand;
        IsNegated = isNegated;
    }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <summary>Whether it is IS NOT NULL.</summary>
    public bool IsNegated { get; }

    /// <inheritdoc/>
    public override bool MayBeUnknown => false;

    /// <inheritdoc/>
    public override ValueList<Scalar> Scalars => [Operand];

    /// <summary>A test for NULL.</summary>
    /// <exception cref="RuleGenException">RG0001: x has no column, or is neither character nor integer data.</exception>
    public static NullTest Of(Scalar operand, bool isNegated = false)
    {
        Typing.RequireColumn(operand, "IS NULL");
        Typing.RequireSameKind(operand, operand, "IS NULL");
        return new NullTest(operand, isNegated);
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(NullTest? other) =>
        base.Equals(other) && IsNegated == other.IsNegated && Operand == other.Operand;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Operand, IsNegated);
}
