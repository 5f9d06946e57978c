using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>A literal, or <c>CAST(NULL AS type)</c>.</summary>
internal sealed class ConstantExpression(SqlValue value, ExpressionType type, TextPosition position)
    : Expression(type, position)
{
    public SqlValue Value { get; } = value;

    public override SqlValue Evaluate(SqlValue[] row) => Value;
}
