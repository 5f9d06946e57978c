using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>
/// The mistakes of a coding that are looked at. There are as many for each clause as it has places, and to judge one looks
/// at every clause, so that a coding twice as long takes four times as long; beyond a limit some are left undecided.
/// </summary>
/// <param name="Chosen">Those that are looked at, in their order.</param>
/// <param name="Rest">Those that are not.</param>
internal sealed record MutantSelection(ValueList<Mutant> Chosen, ValueList<Mutant> Rest)
{
    /// <summary>
    /// How much may be done: for each mistake, the places of the coding. A coding of a hundred clauses stays within it; it
    /// comes to some ten seconds, and less than a gigabyte.
    /// </summary>
    public const long MostWork = 800_000;

    // A long pattern is a large automaton, which is made anew for each mistake in it.
    private const int LongPattern = 64;

    /// <summary>
    /// Chooses the first mistakes in each clause, then the second ones, and so on: a clause without any would be one that
    /// nothing holds.
    /// </summary>
    /// <param name="coding">The coding.</param>
    /// <param name="mutants">
    /// All mistakes in it, made anew each time they are gone through: those that are not chosen are kept without their
    /// codings, which would take gigabytes.
    /// </param>
    /// <param name="work">How much may be done.</param>
    public static MutantSelection Of(Coding coding, IEnumerable<Mutant> mutants, long work)
    {
        var most = work / Weigh(coding);
        var before = new Dictionary<string, int>(StringComparer.Ordinal);
        var ranks = mutants
            .Select(mutant => before[mutant.Place] = before.GetValueOrDefault(mutant.Place) + 1)
            .ToList();
        if (ranks.Count <= most)
        {
            return new MutantSelection(mutants.ToValueList(), []);
        }

        var chosen = Enumerable.Range(0, ranks.Count).OrderBy(place => ranks[place]).Take((int)most).ToHashSet();
        var (looked, rest) = (new List<Mutant>(), new List<Mutant>());
        foreach (var (place, mutant) in mutants.Index())
        {
            if (chosen.Contains(place))
            {
                looked.Add(mutant);
            }
            else
            {
                rest.Add(mutant with { Coding = coding, Made = null });
            }
        }

        return new MutantSelection(looked.ToValueList(), rest.ToValueList());
    }

    /// <summary>The places of a coding: its clauses, and the characters of their patterns.</summary>
    private static long Weigh(Coding coding) =>
        Math.Max(
            1,
            coding
                .Predicates.SelectMany(predicate => predicate.SelfAndDescendants())
                .Where(predicate => predicate.Children.Count == 0)
                .Sum(predicate => predicate is Like like ? Weigh(like.PatternText.Value.Length) : 1)
        );

    private static long Weigh(long length) => 1 + length + (length * length / LongPattern);
}
