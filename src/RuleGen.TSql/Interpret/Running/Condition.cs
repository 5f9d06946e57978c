using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>A condition of a script, ready to run.</summary>
internal abstract class Condition
{
    public abstract ThreeValued Evaluate(SqlValue[] row);
}

/// <summary><c>a AND b AND …</c>; stops at FALSE, which nothing can change (rule 5.1).</summary>
internal sealed class AndCondition(IReadOnlyList<Condition> operands) : Condition
{
    public override ThreeValued Evaluate(SqlValue[] row)
    {
        var value = ThreeValued.True;
        for (var i = 0; i < operands.Count && value != ThreeValued.False; i++)
        {
            value = ThreeValuedTables.And(value, operands[i].Evaluate(row));
        }

        return value;
    }
}

/// <summary><c>a OR b OR …</c>; stops at TRUE, which nothing can change (rule 5.1).</summary>
internal sealed class OrCondition(IReadOnlyList<Condition> operands) : Condition
{
    public override ThreeValued Evaluate(SqlValue[] row)
    {
        var value = ThreeValued.False;
        for (var i = 0; i < operands.Count && value != ThreeValued.True; i++)
        {
            value = ThreeValuedTables.Or(value, operands[i].Evaluate(row));
        }

        return value;
    }
}

/// <summary><c>NOT a</c>.</summary>
internal sealed class NotCondition(Condition operand) : Condition
{
    public override ThreeValued Evaluate(SqlValue[] row) => ThreeValuedTables.Not(operand.Evaluate(row));
}

/// <summary><c>a IS NULL</c>; never UNKNOWN (rule 5.14).</summary>
internal sealed class NullCondition(Expression operand) : Condition
{
    public override ThreeValued Evaluate(SqlValue[] row) => ThreeValuedTables.Known(operand.Evaluate(row).IsNull);
}
