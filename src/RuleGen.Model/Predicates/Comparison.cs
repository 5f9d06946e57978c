namespace RuleGen.Model;

/// <summary>
/// <c>x = literal</c> and the other comparisons; the literal may stand first. Text is padded with blanks to equal
/// length (rule 2.1). UNKNOWN when x is NULL (rule 2.6).
/// </summary>
public sealed record Comparison : Predicate
{
    private Comparison(Scalar left, ComparisonOperator comparisonOperator, Scalar right)
    {
        Left = left;
        Operator = comparisonOperator;
        Right = right;
    }

    /// <summary>What stands first.</summary>
    public Scalar Left { get; }

    /// <summary>The operator as written.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>What stands last.</summary>
    public Scalar Right { get; }

    /// <summary>Whether the published text writes <c>&lt;&gt;</c> as <c>!=</c>; no part of equality.</summary>
    public bool IsWrittenWithBang { get; init; }

    /// <summary>The side that reads columns.</summary>
    public Scalar Operand => IsMirrored ? Right : Left;

    /// <summary>The other side, a literal.</summary>
    public Scalar Literal => IsMirrored ? Left : Right;

    /// <summary>The operator as if <see cref="Operand"/> stood first.</summary>
    public ComparisonOperator OperandOperator => IsMirrored ? Operator.Mirrored() : Operator;

    /// <inheritdoc/>
    public override bool MayBeUnknown => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Scalars => [Left, Right];

    private bool IsMirrored => Typing.IsLiteral(Left);

    /// <summary>A comparison of a column expression with a literal, in either order.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: not one side is a literal and the other an expression over columns, or their kinds differ. RG0003,
    /// RG0004: the collation's profile does not model a character of the literal, or the order of values. RG0005: a date
    /// or decimal column does not hold the literal.
    /// </exception>
    public static Comparison Of(Scalar left, ComparisonOperator comparisonOperator, Scalar right)
    {
        var where = $"'{comparisonOperator.ToSql()}'";
        var comparison = new Comparison(
            Typing.Meet(left, right.Type),
            comparisonOperator,
            Typing.Meet(right, left.Type)
        );
        Typing.RequireLiteral(comparison.Literal, where);
        Typing.RequireColumn(comparison.Operand, where);
        Typing.RequireSameKind(comparison.Operand, comparison.Literal, where);
        if (comparisonOperator.NeedsOrder())
        {
            Typing.RequireOrder(comparison.Operand, comparison.Literal, where);
        }

        CharacterRequirement.CheckLiterals(comparison);
        return comparison;
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(Comparison? other) =>
        base.Equals(other) && Operator == other.Operator && Left == other.Left && Right == other.Right;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Left, Operator, Right);
}
