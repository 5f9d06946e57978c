using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary><c>x COLLATE name</c>: the same value under another collation (rule 6.9).</summary>
internal sealed class RelabelledExpression(Expression operand, TextType type) : Expression(type, operand.Position)
{
    public override IEnumerable<Expression> Parts => [operand];

    public override SqlValue Evaluate(SqlValue[] row) => operand.Evaluate(row);
}
