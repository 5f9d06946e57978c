using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// Predicates as if no NOT stood in them: what <c>x NOT LIKE y</c> and <c>x &lt;&gt; y</c> ask about.
/// </summary>
internal static class Positive
{
    /// <summary>Whether a simple predicate is TRUE where what it asks about does not hold.</summary>
    public static bool IsNegated(Predicate predicate) =>
        predicate switch
        {
            Like like => like.IsNegated,
            Comparison comparison => comparison.OperandOperator == ComparisonOperator.NotEqual,
            ColumnComparison comparison => comparison.Operator == ComparisonOperator.NotEqual,
            Between between => between.IsNegated,
            In membership => membership.IsNegated,
            NullTest test => test.IsNegated,
            _ => false,
        };

    /// <summary>Whether its condition comes nearer to TRUE where what the predicate asks about holds.</summary>
    public static bool IsNeeded(Site site) => site.NeedsTrue != IsNegated(site.Predicate);

    /// <summary>What a simple predicate asks of the columns; null for one that compares constants.</summary>
    public static Scalar? Operand(Predicate predicate) =>
        predicate switch
        {
            Like like => like.Operand,
            Comparison comparison => comparison.Operand,
            Between between => between.Operand,
            In membership => membership.Operand,
            NullTest test => test.Operand,
            ColumnComparison comparison => comparison.Left,
            _ => null,
        };

    /// <summary>The columns that an expression reads, as it writes them.</summary>
    public static IEnumerable<ColumnReference> References(Scalar scalar) =>
        scalar is ColumnReference column ? [column] : scalar.Operands.SelectMany(References);
}
