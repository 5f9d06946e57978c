namespace RuleGen.Model;

/// <summary>
/// <c>SUBSTRING(x, start, length)</c>: the characters from a place on, or as many as there are. NULL when x is NULL.
/// </summary>
public sealed record SubstringFunction : Scalar
{
    private SubstringFunction(Scalar operand, int start, int length, CharacterType type)
    {
        Operand = operand;
        Start = start;
        Length = length;
        Type = type;
    }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <summary>The place of the first character; 1 is the first of x.</summary>
    public int Start { get; }

    /// <summary>The number of characters, zero or more.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool MayBeNull => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [Operand];

    /// <summary>Some characters of an expression.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: the expression is not character data. RG0005: the start is less than 1 or the length negative.
    /// </exception>
    public static SubstringFunction Of(Scalar operand, int start, int length)
    {
        var type = Typing.RequireCharacter(operand, "SUBSTRING");
        return start >= 1 && length >= 0
            ? new(operand, start, length, type.Varying(length))
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"SUBSTRING takes a start of 1 or more and a length of zero or more, not {start} and {length}",
                "Count characters from 1"
            );
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(SubstringFunction? other) =>
        base.Equals(other) && Start == other.Start && Length == other.Length && Operand == other.Operand;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Start, Length, Operand);
}
