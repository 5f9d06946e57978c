namespace RuleGen.Model.Authoring;

/// <summary>T-SQL's functions of several arguments and its constants, as rules are written in C#.</summary>
public static class Sql
{
    /// <summary><c>1=1</c>.</summary>
    public static Predicate True => ConstantComparison.AlwaysTrue;

    /// <summary><c>left comparison right</c> over two numbers, such as <c>1=0</c>.</summary>
    public static Predicate Constant(long left, ComparisonOperator comparison, long right) =>
        ConstantComparison.Of(IntegerLiteral.Of(left), comparison, IntegerLiteral.Of(right));

    /// <summary><c>literal comparison operand</c>, where the published text puts the literal first.</summary>
    public static Predicate Compare(
        CharacterLiteral literal,
        ComparisonOperator comparison,
        CharacterOperand operand
    ) => Comparison.Of(literal.Scalar, comparison, operand.Scalar);

    /// <summary><c>!=</c> where the published text writes it for <c>&lt;&gt;</c>.</summary>
    public static Predicate WithBang(Predicate predicate) =>
        predicate switch
        {
            Comparison comparison => comparison with { IsWrittenWithBang = true },
            ColumnComparison comparison => comparison with { IsWrittenWithBang = true },
            ConstantComparison comparison => comparison with { IsWrittenWithBang = true },
            _ => throw new ArgumentException("Only a comparison can be written with '!='.", nameof(predicate)),
        };

    /// <summary>A condition on items of a list as the published text writes it.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="head">What stands before the conditions of the subquery.</param>
    /// <param name="tail">What stands after them.</param>
    /// <param name="saysNot">Whether the head says the NOT that stands around the condition.</param>
    /// <param name="links">
    /// The conditions that say to which row an item belongs, each with the conjunct before which it stands, from 0.
    /// </param>
    /// <exception cref="ArgumentException">It is no condition on items of a list.</exception>
    public static Predicate WrittenAs(
        Predicate predicate,
        string head,
        string tail,
        bool saysNot,
        params (int Place, string Text)[] links
    ) =>
        predicate is Any any
            ? any with
            {
                Written = new AnyText(
                    head,
                    links.Select(link => new AnyLink(link.Place, link.Text)).ToValueList(),
                    tail
                )
                {
                    SaysNot = saysNot,
                },
            }
            : throw new ArgumentException("Only a condition on items of a list is a subquery.", nameof(predicate));

    /// <summary><c>ISNULL(operand, replacement)</c>; the type is the operand's (rule 4.1).</summary>
    public static CharacterOperand IsNull(CharacterOperand operand, CharacterOperand replacement) =>
        new(IsNullFunction.Of(operand.Scalar, replacement.Scalar));

    /// <summary><c>ISNULL(operand, 'replacement')</c>; the type is the operand's (rule 4.1).</summary>
    public static CharacterOperand IsNull(CharacterOperand operand, CharacterLiteral replacement) =>
        IsNull(operand, replacement.AsOperand());

    /// <summary><c>ISNULL(operand, replacement)</c>; the type is the operand's (rule 4.1).</summary>
    public static NumberOperand IsNull(NumberOperand operand, NumberOperand replacement) =>
        new(IsNullFunction.Of(operand.Scalar, replacement.Scalar));

    /// <summary><c>ISNULL(operand, replacement)</c>; the type is the operand's (rule 4.1).</summary>
    public static DateOperand IsNull(DateOperand operand, DateOperand replacement) =>
        new(IsNullFunction.Of(operand.Scalar, replacement.Scalar));

    /// <summary><c>COALESCE(operands)</c>.</summary>
    public static CharacterOperand Coalesce(params CharacterOperand[] operands) =>
        new(CoalesceFunction.Of(operands.Select(operand => operand.Scalar).ToValueList()));

    /// <summary><c>COALESCE(operands)</c>.</summary>
    public static NumberOperand Coalesce(params NumberOperand[] operands) =>
        new(CoalesceFunction.Of(operands.Select(operand => operand.Scalar).ToValueList()));

    /// <summary><c>COALESCE(operands)</c>.</summary>
    public static DateOperand Coalesce(params DateOperand[] operands) =>
        new(CoalesceFunction.Of(operands.Select(operand => operand.Scalar).ToValueList()));
}
