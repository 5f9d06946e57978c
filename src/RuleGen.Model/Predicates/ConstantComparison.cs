namespace RuleGen.Model;

/// <summary><c>1=1</c>, the start of many a WHERE, and its like over other integers. Never UNKNOWN.</summary>
public sealed record ConstantComparison : Predicate
{
    private ConstantComparison(IntegerLiteral left, ComparisonOperator comparisonOperator, IntegerLiteral right)
    {
        Left = left;
        Operator = comparisonOperator;
        Right = right;
    }

    /// <summary><c>1=1</c>.</summary>
    public static ConstantComparison AlwaysTrue { get; } =
        Of(IntegerLiteral.Of(1), ComparisonOperator.Equal, IntegerLiteral.Of(1));

    /// <summary>The first number.</summary>
    public IntegerLiteral Left { get; }

    /// <summary>The operator.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>The last number.</summary>
    public IntegerLiteral Right { get; }

    /// <summary>Whether the published text writes <c>&lt;&gt;</c> as <c>!=</c>; no part of equality.</summary>
    public bool IsWrittenWithBang { get; init; }

    /// <summary>Its value for every row.</summary>
    public bool Value => Operator.Holds(Left.Value.CompareTo(Right.Value));

    /// <inheritdoc/>
    public override bool MayBeUnknown => false;

    /// <inheritdoc/>
    public override ValueList<Scalar> Scalars => [Left, Right];

    /// <summary>A comparison of two numbers.</summary>
    public static ConstantComparison Of(
        IntegerLiteral left,
        ComparisonOperator comparisonOperator,
        IntegerLiteral right
    ) => new(left, comparisonOperator, right);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(ConstantComparison? other) =>
        base.Equals(other) && Operator == other.Operator && Left == other.Left && Right == other.Right;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Left, Operator, Right);
}
