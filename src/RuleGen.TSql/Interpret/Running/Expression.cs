using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>An expression of a script, ready to run.</summary>
internal abstract class Expression(ExpressionType type, TextPosition position)
{
    public ExpressionType Type { get; } = type;

    /// <summary>Where it stands in the script.</summary>
    public TextPosition Position { get; } = position;

    /// <summary>The expressions that its value comes from.</summary>
    public virtual IEnumerable<Expression> Parts => [];

    /// <summary>The value for a row, which has a value for each slot.</summary>
    public abstract SqlValue Evaluate(SqlValue[] row);
}
