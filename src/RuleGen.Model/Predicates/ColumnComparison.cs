namespace RuleGen.Model;

/// <summary>
/// One column compared with another of the same row: whole numbers, dates of one type or decimals of one type in any way,
/// texts under one collation by <c>=</c> and <c>&lt;&gt;</c>, padded with blanks (rule 2.1). UNKNOWN when either is NULL
/// (rule 2.6).
/// </summary>
public sealed record ColumnComparison : Predicate
{
    private ColumnComparison(ColumnReference left, ComparisonOperator comparisonOperator, ColumnReference right)
    {
        Left = left;
        Operator = comparisonOperator;
        Right = right;
    }

    /// <summary>What stands first.</summary>
    public ColumnReference Left { get; }

    /// <summary>The operator.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>What stands last.</summary>
    public ColumnReference Right { get; }

    /// <summary>Whether the published text writes <c>&lt;&gt;</c> as <c>!=</c>; no part of equality.</summary>
    public bool IsWrittenWithBang { get; init; }

    /// <summary>Whether texts are compared by Unicode rules, because one of them is Unicode (rule 6.2).</summary>
    public bool IsUnicode => IsUnicodeText(Left) || IsUnicodeText(Right);

    /// <inheritdoc/>
    public override bool MayBeUnknown => Left.MayBeNull || Right.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Scalars => [Left, Right];

    /// <summary>A comparison of two columns.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: they are not columns, or not of one kind, or texts in an order. RG0007: their collations differ.
    /// </exception>
    public static ColumnComparison Of(Scalar left, ComparisonOperator comparisonOperator, Scalar right)
    {
        var where = $"'{comparisonOperator.ToSql()}'";
        if (left is not ColumnReference one || right is not ColumnReference other)
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"{where} compares {Typing.Describe(left)} and {Typing.Describe(right)}; a coding compares an expression with "
                    + "literals, and a column with a column",
                "Compare the columns themselves"
            );
        }

        switch (one.Type, other.Type)
        {
            case (IntegerType, IntegerType):
            case (TemporalType or DecimalType, _) when one.Type == other.Type:
                break;
            case (CharacterType, CharacterType) when !comparisonOperator.NeedsOrder():
                _ = Typing.CommonCollation([one, other], where);
                break;
            case (CharacterType, CharacterType):
                throw new RuleGenException(
                    ErrorCodes.IllTyped,
                    $"{where} puts the texts of {Typing.Describe(one)} and {Typing.Describe(other)} in order",
                    "Compare texts of two columns by = or <> alone"
                );
            default:
                throw Typing.MixedKinds([one, other], where);
        }

        return new ColumnComparison(one, comparisonOperator, other);
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(ColumnComparison? other) =>
        base.Equals(other) && Operator == other.Operator && Left == other.Left && Right == other.Right;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Left, Operator, Right);

    private static bool IsUnicodeText(ColumnReference column) => column.Type is CharacterType { IsUnicode: true };
}
