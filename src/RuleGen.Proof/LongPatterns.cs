using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>
/// Patterns so long that to ask about each of their characters would take minutes and gigabytes: the work for a pattern
/// twice as long is four times as much.
/// </summary>
internal static class LongPatterns
{
    /// <summary>The longest pattern whose characters are asked about one by one.</summary>
    public const int Longest = 1000;

    /// <summary>Refuses a coding with a longer pattern.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="what">What would be done, as the start of a sentence.</param>
    /// <exception cref="RuleGenException">RG0801: it has one.</exception>
    public static void Refuse(Coding coding, string what)
    {
        var patterns = coding
            .Predicates.SelectMany(predicate => predicate.SelfAndAllWithin())
            .OfType<Like>()
            .Where(like => like.PatternText.Value.Length > Longest);
        if (patterns.FirstOrDefault() is { } like)
        {
            throw new RuleGenException(
                new Problem(
                    ErrorCodes.TooMuchWork,
                    FormattableString.Invariant(
                        $"{what} patterns of up to {Longest} characters, and one has {like.PatternText.Value.Length}"
                    ),
                    "Shorten it, or leave it out; prove, diff and evaluate take it"
                )
                {
                    Position = like.Position,
                }
            );
        }
    }
}
