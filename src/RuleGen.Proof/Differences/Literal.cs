using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>A simple predicate that a description may use.</summary>
/// <param name="Predicate">The predicate.</param>
/// <param name="Formula">When it is TRUE.</param>
/// <param name="Cost">How little it is liked: what is short, and says what is rather than what is not, comes first.</param>
internal sealed record Literal(Predicate Predicate, Formula Formula, int Cost)
{
    private const int NegativeCost = 1000;
    private const int DerivedCost = 100;
    private const int FunctionCost = 8;

    /// <summary>A literal.</summary>
    /// <param name="predicate">The predicate.</param>
    /// <param name="formula">When it is TRUE.</param>
    /// <param name="isDerived">Whether it is no clause of a coding, nor the negation of one.</param>
    public static Literal Of(Predicate predicate, Formula formula, bool isDerived = false) =>
        new(
            predicate,
            formula,
            (SaysWhatIsNot(predicate) ? NegativeCost : 0)
                + (isDerived ? DerivedCost : 0)
                + Length(predicate)
                + (FunctionCost * predicate.Scalars.Sum(scalar => Depth(scalar)))
        );

    /// <summary>The simple predicate that is TRUE where this one is FALSE.</summary>
    public static Predicate Negate(Predicate predicate) =>
        predicate switch
        {
            Like like => Like.Of(like.Operand, like.PatternText, like.Escape, !like.IsNegated),
            Comparison comparison => Comparison.Of(comparison.Left, Opposite(comparison.Operator), comparison.Right),
            ColumnComparison comparison => ColumnComparison.Of(
                comparison.Left,
                Opposite(comparison.Operator),
                comparison.Right
            ),
            Between between => Between.Of(between.Operand, between.Low, between.High, !between.IsNegated),
            In membership => In.Of(membership.Operand, membership.Items, !membership.IsNegated),
            NullTest test => NullTest.Of(test.Operand, !test.IsNegated),
            Any any => Not.Of(any),
            _ => throw new ArgumentException("The predicate is not simple.", nameof(predicate)),
        };

    /// <summary>The expression that a simple predicate is about.</summary>
    public static Scalar OperandOf(Predicate predicate) =>
        predicate switch
        {
            Like like => like.Operand,
            Comparison comparison => comparison.Operand,
            Between between => between.Operand,
            In membership => membership.Operand,
            NullTest test => test.Operand,
            _ => throw new ArgumentException("The predicate is not simple.", nameof(predicate)),
        };

    /// <summary>
    /// The expressions that a simple predicate is about: two where it compares columns, none where it asks for an item.
    /// </summary>
    public static IEnumerable<Scalar> OperandsOf(Predicate predicate) =>
        predicate switch
        {
            ColumnComparison comparison => comparison.Scalars,
            Any => [],
            _ => [OperandOf(predicate)],
        };

    /// <summary>Whether it says what is not.</summary>
    public bool IsNegative => SaysWhatIsNot(Predicate);

    private static bool SaysWhatIsNot(Predicate predicate) =>
        predicate
            is Like { IsNegated: true }
                or Between { IsNegated: true }
                or In { IsNegated: true }
                or NullTest { IsNegated: true }
                or Comparison { Operator: ComparisonOperator.NotEqual }
                or ColumnComparison { Operator: ComparisonOperator.NotEqual }
                or Not;

    private static int Length(Predicate predicate) =>
        predicate switch
        {
            Like like => like.PatternText.Value.Length,
            In membership => 2 * membership.Items.Count,
            Between => 2,
            Any any => 1 + (any.Condition?.SelfAndDescendants().Sum(Length) ?? 0),
            Not not => Length(not.Operand),
            _ => 1,
        };

    private static int Depth(Scalar scalar) => scalar.Operands.Sum(operand => 1 + Depth(operand));

    private static ComparisonOperator Opposite(ComparisonOperator comparison) =>
        comparison switch
        {
            ComparisonOperator.Equal => ComparisonOperator.NotEqual,
            ComparisonOperator.NotEqual => ComparisonOperator.Equal,
            ComparisonOperator.LessThan => ComparisonOperator.GreaterThanOrEqual,
            ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThan,
            ComparisonOperator.GreaterThan => ComparisonOperator.LessThanOrEqual,
            _ => ComparisonOperator.LessThan,
        };
}
