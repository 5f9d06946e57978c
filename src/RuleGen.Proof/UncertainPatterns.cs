using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>
/// Patterns with a character that LIKE may look past (rule 1.41): hardly a row has one result under both readings, so
/// that there is nothing to say of one clause or one mistake.
/// </summary>
internal static class UncertainPatterns
{
    /// <summary>Refuses a coding with such a pattern.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="what">What would be done, as the start of a sentence.</param>
    /// <exception cref="RuleGenException">RG0802: it has one.</exception>
    public static void Refuse(Coding coding, string what)
    {
        var found = coding
            .Predicates.SelectMany(predicate => predicate.SelfAndAllWithin())
            .OfType<Like>()
            .FirstOrDefault(like => like.UncertainCharacter is not null);
        if (found is { UncertainCharacter: { } character })
        {
            throw new RuleGenException(
                new Problem(
                    ErrorCodes.UncertainPattern,
                    $"{what} codings whose result does not hang on whether LIKE looks past {MessageText.Describe(character)} in "
                        + $"'{MessageText.OneLine(found.PatternText.Value)}', which no source says (rule 1.41)",
                    "Compare with = or IN, or leave the character out of the pattern; prove, diff and evaluate take it"
                )
                {
                    Position = found.Position,
                }
            );
        }
    }
}
