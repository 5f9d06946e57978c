using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>
/// ISNULL or COALESCE, which differ in their type: the first argument that is not NULL, made to fit it.
/// </summary>
internal sealed class FirstNotNullExpression(
    IReadOnlyList<Expression> arguments,
    ExpressionType type,
    TextPosition position
) : Expression(type, position)
{
    public override IEnumerable<Expression> Parts => arguments;

    public override SqlValue Evaluate(SqlValue[] row)
    {
        foreach (var argument in arguments)
        {
            var value = argument.Evaluate(row);
            if (!value.IsNull)
            {
                return Type.Fit(value);
            }
        }

        return SqlValue.Null;
    }
}
