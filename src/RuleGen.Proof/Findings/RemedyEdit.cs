using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>What a remedy writes at one place of a coding.</summary>
/// <param name="Path">The place: of the first, where it is several operands of one AND or OR.</param>
/// <param name="Count">How many operands the text takes the place of, one or more, side by side.</param>
/// <param name="Text">The text, as the remedy shows it.</param>
public sealed record RemedyEdit(CodingPath Path, int Count, string Text)
{
    /// <summary>The coding with a predicate in the place of the text.</summary>
    internal Coding Apply(Coding coding, Predicate replacement)
    {
        var after = coding.With(Path, replacement);
        for (var more = Count - 1; more > 0; more--)
        {
            after = after.Without(Path with { Steps = [.. Path.Steps.SkipLast(1), Path.Steps[^1] + more] });
        }

        return after;
    }
}
