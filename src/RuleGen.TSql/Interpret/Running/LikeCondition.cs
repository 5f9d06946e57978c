using RuleGen.Model;

namespace RuleGen.TSql.Interpret.Running;

/// <summary><c>x LIKE 'pattern'</c>. UNKNOWN when x or the pattern is NULL (rule 1.21).</summary>
/// <param name="operand">x.</param>
/// <param name="matcher">The pattern; null is NULL.</param>
/// <param name="lookedPast">The characters of x that are as if they were not there.</param>
internal sealed class LikeCondition(Expression operand, LikeMatcher? matcher, string lookedPast = "") : Condition
{
    public override ThreeValued Evaluate(SqlValue[] row) =>
        matcher is not null && operand.Evaluate(row).Text is { } text
            ? ThreeValuedTables.Known(matcher.Matches(Strip(text)))
            : ThreeValued.Unknown;

    private string Strip(string text)
    {
        foreach (var character in lookedPast)
        {
            text = text.Replace(character.ToString(), "", StringComparison.Ordinal);
        }

        return text;
    }
}
