namespace RuleGen.Model;

/// <summary>
/// <c>ISNULL(x, replacement)</c>: x, or the replacement where x is NULL. The type is that of x, so a longer
/// replacement is cut (rules 4.1, 4.2).
/// </summary>
public sealed record IsNullFunction : Scalar
{
    private IsNullFunction(Scalar operand, Scalar replacement, SqlType type)
    {
        Operand = operand;
        Replacement = replacement;
        Type = type;
    }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <summary>What stands for NULL.</summary>
    public Scalar Replacement { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool MayBeNull => Operand.MayBeNull && Replacement.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [Operand, Replacement];

    /// <summary>An expression with a replacement for NULL.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: the two are not of one kind, or a value of the replacement need not fit the type. RG0007: their
    /// collations differ.
    /// </exception>
    public static IsNullFunction Of(Scalar operand, Scalar replacement)
    {
        replacement = Typing.Meet(replacement, operand.Type);
        ValueList<Scalar> arguments = [operand, replacement];
        switch (operand.Type, replacement.Type)
        {
            case (CharacterType type, CharacterType other):
                if (other.IsUnicode && !type.IsUnicode)
                {
                    throw new RuleGenException(
                        ErrorCodes.IllTyped,
                        $"ISNULL would convert {Typing.Describe(replacement)} from {other} to {type}, which can lose characters",
                        "Swap the arguments, use COALESCE, or write the literal without N"
                    );
                }

                return new(operand, replacement, type.WithCollation(Typing.CommonCollation(arguments, "ISNULL")));
            case (IntegerType type, IntegerType other):
                var fits = replacement is IntegerLiteral literal ? type.Holds(literal.Value) : type.Holds(other);
                return fits
                    ? new(operand, replacement, type)
                    : throw new RuleGenException(
                        ErrorCodes.IllTyped,
                        $"ISNULL would convert {Typing.Describe(replacement)} from {other} to {type}, which can fail at run time",
                        "Swap the arguments or use COALESCE"
                    );
            case (TemporalType or DecimalType, _) when operand.Type == replacement.Type:
                return new(operand, replacement, operand.Type);
            default:
                throw Typing.MixedKinds(arguments, "ISNULL");
        }
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(IsNullFunction? other) =>
        base.Equals(other) && Operand == other.Operand && Replacement == other.Replacement;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Operand, Replacement);
}
