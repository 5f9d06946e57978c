using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>
/// Derives the test rows of a coding: few rows on which every mistake of some kinds shows, unless it is proven that it
/// changes no result.
/// </summary>
/// <param name="evaluator">Says what codings make of rows; it has run each mistake on a row that catches it.</param>
public sealed class FixtureDeriver(ICodingEvaluator evaluator)
{
    /// <summary>The kinds of mistakes, in a few words each.</summary>
    public static ValueList<string> Mistakes { get; } = MutationOperators.All.Select(each => each.Name).ToValueList();

    /// <summary>
    /// How large automata may become, and how long a search takes: there are hundreds of questions, of which most are
    /// answered at once.
    /// </summary>
    internal StateLimits Limits { get; init; } = new() { SearchSteps = 1_000_000 };

    /// <summary>How much is done before the other mistakes are left undecided.</summary>
    internal long Work { get; init; } = MutantSelection.MostWork;

    /// <summary>The fixtures of a coding; the same for the same coding.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="key">
    /// The columns that identify a row. Of those that the coding reads, fixtures have values of their own where any will
    /// do.
    /// </param>
    /// <exception cref="RuleGenException">RG0801, RG0802: it has a pattern that is too long, or that LIKE may read in two ways.</exception>
    public FixtureSet Derive(Coding coding, ValueList<Column> key)
    {
        LongPatterns.Refuse(coding, "Fixtures are derived for");
        UncertainPatterns.Refuse(coding, "Fixtures are derived for");
        return new Derivation(evaluator, coding, key, Limits, Work).Run();
    }
}
