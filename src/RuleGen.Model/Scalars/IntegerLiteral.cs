namespace RuleGen.Model;

/// <summary>A whole number, such as <c>19</c> or <c>-1</c>.</summary>
public sealed record IntegerLiteral : Scalar
{
    private IntegerLiteral(long value) => Value = value;

    /// <summary>The number.</summary>
    public long Value { get; }

    /// <summary>int, or bigint where it does not fit.</summary>
    public override SqlType Type => IntegerType.Int.Holds(Value) ? IntegerType.Int : IntegerType.BigInt;

    /// <inheritdoc/>
    public override bool MayBeNull => false;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [];

    /// <summary>A literal.</summary>
    public static IntegerLiteral Of(long value) => new(value);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(IntegerLiteral? other) => base.Equals(other) && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Value);
}
