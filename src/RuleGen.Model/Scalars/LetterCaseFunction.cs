namespace RuleGen.Model;

/// <summary><c>UPPER(x)</c> or <c>LOWER(x)</c>. NULL when x is NULL.</summary>
public sealed record LetterCaseFunction : Scalar
{
    private LetterCaseFunction(bool isUpper, Scalar operand, CharacterType type)
    {
        IsUpper = isUpper;
        Operand = operand;
        Type = type;
    }

    /// <summary>Whether it is UPPER.</summary>
    public bool IsUpper { get; }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool MayBeNull => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [Operand];

    /// <summary>An expression in capitals or in small letters.</summary>
    /// <exception cref="RuleGenException">RG0001: the expression is not character data.</exception>
    public static LetterCaseFunction Of(bool isUpper, Scalar operand) =>
        new(isUpper, operand, Typing.RequireCharacter(operand, isUpper ? "UPPER" : "LOWER").Varying(null));

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(LetterCaseFunction? other) =>
        base.Equals(other) && IsUpper == other.IsUpper && Operand == other.Operand;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), IsUpper, Operand);
}
