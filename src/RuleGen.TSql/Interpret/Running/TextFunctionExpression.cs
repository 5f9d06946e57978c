using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>LEFT, RIGHT, SUBSTRING, UPPER, LOWER, LTRIM, RTRIM, REPLACE or +. NULL when the operand is.</summary>
internal sealed class TextFunctionExpression(
    Expression operand,
    Func<string, string> function,
    bool changesLetterCase,
    TextType type,
    TextPosition position,
    params ConstantExpression[] literals
) : Expression(type, position)
{
    /// <summary>Whether it is UPPER or LOWER.</summary>
    public bool ChangesLetterCase { get; } = changesLetterCase;

    public override IEnumerable<Expression> Parts => [operand, .. literals];

    public override SqlValue Evaluate(SqlValue[] row) =>
        operand.Evaluate(row).Text is { } text ? SqlValue.Of(function(text)) : SqlValue.Null;
}
