using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>A column, or a parameter of a function.</summary>
internal sealed class SlotExpression(int slot, ExpressionType type, TextPosition position) : Expression(type, position)
{
    public int Slot { get; } = slot;

    public override SqlValue Evaluate(SqlValue[] row) => row[Slot];
}
