namespace RuleGen.Model;

/// <summary>
/// <c>COALESCE(a, b, …)</c>: the first that is not NULL. The type is the one of highest precedence, long enough for
/// all (rule 4.3).
/// </summary>
public sealed record CoalesceFunction : Scalar
{
    private CoalesceFunction(ValueList<Scalar> operands, SqlType type)
    {
        Operands = operands;
        Type = type;
    }

    /// <summary>The arguments, two or more.</summary>
    public override ValueList<Scalar> Operands { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool MayBeNull => Operands.All(operand => operand.MayBeNull);

    /// <summary>The first of several expressions that is not NULL.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: there are fewer than two, or they are not of one kind. RG0007: their collations differ.
    /// </exception>
    public static CoalesceFunction Of(ValueList<Scalar> operands)
    {
        var type = operands.FirstOrDefault(operand => !Typing.IsLiteral(operand))?.Type;
        var met = type is null ? operands : operands.Select(operand => Typing.Meet(operand, type)).ToValueList();
        return met.Count >= 2
            ? new(met, Typing.Common(met, "COALESCE"))
            : throw new RuleGenException(
                ErrorCodes.IllTyped,
                "COALESCE takes two arguments or more",
                "Add the value that stands for NULL"
            );
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(CoalesceFunction? other) => base.Equals(other) && Operands.Equals(other.Operands);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Operands);
}
