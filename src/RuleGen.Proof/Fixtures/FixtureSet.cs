using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>
/// The fixtures of a coding, and what became of each mutant: caught by a fixture, proven equivalent, or undecided.
/// </summary>
/// <param name="Fixtures">The rows, in the order of the places for which they exist.</param>
/// <param name="Killed">Mutants that a fixture catches: it gives another result with them.</param>
/// <param name="Equivalent">Mutants that give every row the same result.</param>
/// <param name="Undecided">Mutants that neither was shown of.</param>
public sealed record FixtureSet(
    ValueList<Fixture> Fixtures,
    ValueList<Mutant> Killed,
    ValueList<EquivalentMutant> Equivalent,
    ValueList<UndecidedMutant> Undecided
)
{
    /// <summary>The number of all mutants.</summary>
    public int Mutants => Killed.Count + Equivalent.Count + Undecided.Count;
}

/// <summary>A mistake that changes no result.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Reason">Why it changes none, as far as it was found out.</param>
/// <param name="Because">The clauses without each of which it would change one; only for that reason.</param>
public sealed record EquivalentMutant(Mutant Mutant, EquivalenceReason Reason, ValueList<Clause> Because)
{
    /// <summary>The reason in a few words, such as <c>exclusions, clause 2, decides already</c>.</summary>
    public string Why =>
        Reason switch
        {
            EquivalenceReason.SameTruth => "it has the same truth for every value",
            EquivalenceReason.SameWhenTrue => "only UNKNOWN and FALSE change places, which does not show there",
            EquivalenceReason.Constant => "the clause has the same truth for every row",
            EquivalenceReason.OtherClauses =>
                $"{string.Join(" and ", Because)} {(Because.Count == 1 ? "decides" : "decide")} such rows already",
            EquivalenceReason.Proven => "proven equivalent",
            _ => throw new InvalidOperationException($"There are no words for {Reason}."),
        };
}

/// <summary>Why a mistake changes no result.</summary>
public enum EquivalenceReason
{
    /// <summary>The predicate has the same truth as before, for every value.</summary>
    SameTruth,

    /// <summary>The predicate is TRUE for the same values as before.</summary>
    SameWhenTrue,

    /// <summary>The predicate is a constant that its surroundings do not need.</summary>
    Constant,

    /// <summary>Other clauses decide the rows that it would change.</summary>
    OtherClauses,

    /// <summary>Proven, without a shorter reason.</summary>
    Proven,
}

/// <summary>A mistake of which it was not decided whether it changes a result.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Reason">Why it was not decided.</param>
public sealed record UndecidedMutant(Mutant Mutant, UndecidedReason Reason);
