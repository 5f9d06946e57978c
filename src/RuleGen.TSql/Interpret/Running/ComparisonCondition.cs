using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>
/// A comparison of two texts under an alphabet, or of two numbers, dates or decimals. UNKNOWN when either is NULL (rule 2.6).
/// </summary>
/// <param name="left">What stands first.</param>
/// <param name="right">What stands last, of the same kind.</param>
/// <param name="alphabet">Compares texts; null for everything else.</param>
/// <param name="holds">Whether the comparison holds for an order: less than 0, 0 or greater than 0.</param>
internal sealed class ComparisonCondition(Expression left, Expression right, Alphabet? alphabet, Func<int, bool> holds)
    : Condition
{
    public override ThreeValued Evaluate(SqlValue[] row)
    {
        var leftValue = left.Evaluate(row);
        var rightValue = right.Evaluate(row);
        if (leftValue.IsNull || rightValue.IsNull)
        {
            return ThreeValued.Unknown;
        }

        var order = alphabet is null
            ? left.Type.Units(leftValue).CompareTo(right.Type.Units(rightValue))
            : alphabet.Compare(leftValue.Text!, rightValue.Text!);
        return ThreeValuedTables.Known(holds(order));
    }
}
