using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>A coding with one mistake made in it.</summary>
/// <param name="Operator">The kind of mistake: the name of its operator.</param>
/// <param name="Place">Where it is, such as <c>arm 1, clause 3</c>, <c>exclusions, clauses 2 to 5</c> or <c>ELSE</c>.</param>
/// <param name="Mistake">The mistake in a few words, such as <c>'%V38[23456]%' without 4</c>.</param>
/// <param name="Coding">The coding with the mistake.</param>
public sealed record Mutant(string Operator, string Place, string Mistake, Coding Coding)
{
    /// <summary>The predicate that was changed; null where arms, labels or ELSE were.</summary>
    public CodingPath? Path { get; init; }

    /// <summary>What stands in its place now; null where nothing does.</summary>
    internal Predicate? Made { get; init; }

    /// <summary>The place and the mistake.</summary>
    public override string ToString() => $"{Place}: {Mistake}";
}
