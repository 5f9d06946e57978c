namespace RuleGen.Model;

/// <summary>
/// <c>x [NOT] BETWEEN low AND high</c>, both ends included; FALSE when low is above high (rule 5.7). UNKNOWN when x is
/// NULL (rule 5.8).
/// </summary>
public sealed record Between : Predicate
{
    private Between(Scalar operand, Scalar low, Scalar high, bool isNegated)
    {
        Operand = operand;
        Low = low;
        High = high;
        IsNegated = isNegated;
    }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <summary>The lower end, a literal.</summary>
    public Scalar Low { get; }

    /// <summary>The upper end, a literal.</summary>
    public Scalar High { get; }

    /// <summary>Whether it is NOT BETWEEN.</summary>
    public bool IsNegated { get; }

    /// <inheritdoc/>
    public override bool MayBeUnknown => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Scalars => [Operand, Low, High];

    /// <summary>A BETWEEN predicate.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: the ends are not literals of the kind of x, or x has no column. RG0003, RG0004: the collation's profile
    /// does not model a character of an end, or the order of values. RG0005: a date or decimal column does not hold an end.
    /// </exception>
    public static Between Of(Scalar operand, Scalar low, Scalar high, bool isNegated = false)
    {
        Typing.RequireColumn(operand, "BETWEEN");
        (low, high) = (Typing.Meet(low, operand.Type), Typing.Meet(high, operand.Type));
        foreach (var end in (Scalar[])[low, high])
        {
            Typing.RequireLiteral(end, "BETWEEN");
            Typing.RequireSameKind(operand, end, "BETWEEN");
            Typing.RequireOrder(operand, end, "BETWEEN");
        }

        var between = new Between(operand, low, high, isNegated);
        CharacterRequirement.CheckLiterals(between);
        return between;
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(Between? other) =>
        base.Equals(other)
        && IsNegated == other.IsNegated
        && Operand == other.Operand
        && Low == other.Low
        && High == other.High;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Operand, Low, High, IsNegated);
}
