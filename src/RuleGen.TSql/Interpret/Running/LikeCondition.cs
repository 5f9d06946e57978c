using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary><c>x LIKE 'pattern'</c>. UNKNOWN when x or the pattern is NULL (rule 1.21).</summary>
/// <param name="operand">x.</param>
/// <param name="matcher">The pattern; null is NULL.</param>
internal sealed class LikeCondition(Expression operand, LikeMatcher? matcher) : Condition
{
    public override ThreeValued Evaluate(SqlValue[] row) =>
        matcher is not null && operand.Evaluate(row).Text is { } text
            ? ThreeValuedTables.Known(matcher.Matches(text))
            : ThreeValued.Unknown;
}
