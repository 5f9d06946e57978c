using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>Proposes values for one column of a row: plausible ones, and ones that come close to what clauses ask for.</summary>
internal interface IValueSampler
{
    /// <summary>A value as it might be in a real table.</summary>
    SqlValue Plausible(SplitMix64 random);

    /// <summary>A value on or just beside the edge of some clause.</summary>
    SqlValue NearSomeClause(SplitMix64 random);

    /// <summary>A value that may meet several goals at once; the caller tries it.</summary>
    SqlValue Propose(IReadOnlyList<ClauseGoal> goals, SplitMix64 random);
}
