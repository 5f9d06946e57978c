namespace RuleGen.Model;

/// <summary>
/// <c>LEFT(x, n)</c> or <c>RIGHT(x, n)</c>: the first or last n characters, or all of them where there are fewer
/// (rules 3.1–3.4). NULL when x is NULL.
/// </summary>
public sealed record EdgeFunction : Scalar
{
    private EdgeFunction(bool isLeft, Scalar operand, int length, CharacterType type)
    {
        IsLeft = isLeft;
        Operand = operand;
        Length = length;
        Type = type;
    }

    /// <summary>Whether it is LEFT.</summary>
    public bool IsLeft { get; }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <summary>n, zero or more.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool MayBeNull => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [Operand];

    /// <summary>The first or last characters of an expression.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: the expression is not character data. RG0005: the length is negative, which fails on the server (rule 3.3).
    /// </exception>
    public static EdgeFunction Of(bool isLeft, Scalar operand, int length)
    {
        var name = isLeft ? "LEFT" : "RIGHT";
        var type = Typing.RequireCharacter(operand, name);
        return length >= 0
            ? new(isLeft, operand, length, type.Varying(length))
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"{name} takes a length of zero or more, not {length}: SQL Server would fail on every row (rule 3.3)",
                "Give the number of characters to keep"
            );
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(EdgeFunction? other) =>
        base.Equals(other) && IsLeft == other.IsLeft && Length == other.Length && Operand == other.Operand;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), IsLeft, Length, Operand);
}
