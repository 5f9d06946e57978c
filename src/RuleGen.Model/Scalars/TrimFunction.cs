namespace RuleGen.Model;

/// <summary><c>LTRIM(x)</c> or <c>RTRIM(x)</c>: without leading or trailing blanks (U+0020). NULL when x is NULL.</summary>
public sealed record TrimFunction : Scalar
{
    private TrimFunction(bool isLeft, Scalar operand, CharacterType type)
    {
        IsLeft = isLeft;
        Operand = operand;
        Type = type;
    }

    /// <summary>Whether it is LTRIM.</summary>
    public bool IsLeft { get; }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool MayBeNull => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [Operand];

    /// <summary>An expression without its outer blanks on one side.</summary>
    /// <exception cref="RuleGenException">RG0001: the expression is not character data.</exception>
    public static TrimFunction Of(bool isLeft, Scalar operand) =>
        new(isLeft, operand, Typing.RequireCharacter(operand, isLeft ? "LTRIM" : "RTRIM").Varying(null));

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(TrimFunction? other) => base.Equals(other) && IsLeft == other.IsLeft && Operand == other.Operand;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), IsLeft, Operand);
}
