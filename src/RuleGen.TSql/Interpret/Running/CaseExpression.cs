using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary><c>CASE WHEN … THEN … ELSE … END</c>: the first WHEN that is TRUE, in order (rules 5.3, 7.6).</summary>
internal sealed class CaseExpression(
    IReadOnlyList<(Condition When, Expression Then)> arms,
    Expression? otherwise,
    ExpressionType type,
    TextPosition position
) : Expression(type, position)
{
    public override IEnumerable<Expression> Parts
    {
        get
        {
            var results = arms.Select(arm => arm.Then);
            return otherwise is null ? results : results.Append(otherwise);
        }
    }

    public override SqlValue Evaluate(SqlValue[] row)
    {
        foreach (var (when, then) in arms)
        {
            if (when.Evaluate(row) == ThreeValued.True)
            {
                return Type.Fit(then.Evaluate(row));
            }
        }

        return otherwise is null ? SqlValue.Null : Type.Fit(otherwise.Evaluate(row));
    }
}
