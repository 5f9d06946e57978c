using RuleGen.Languages;

namespace RuleGen.Proof.Findings;

/// <summary>One of the things that must hold of a row for a site to decide its result.</summary>
/// <param name="Kind">What would settle the row otherwise.</param>
/// <param name="Name">The arm or ELSE; empty where a site says it.</param>
/// <param name="Site">The predicate that would settle it; null for an arm as a whole.</param>
/// <param name="IsNeeded">Whether the site must have what its condition needs, or must not.</param>
/// <param name="Formula">When it holds.</param>
internal sealed record Constraint(ConstraintKind Kind, string Name, Site? Site, bool IsNeeded, Formula Formula);

/// <summary>What would settle a row before a site does.</summary>
internal enum ConstraintKind
{
    /// <summary>Another operand beside it, or beside what it is in.</summary>
    Beside,

    /// <summary>The exclusions, which would drop the row.</summary>
    Exclusion,

    /// <summary>An earlier arm, which would be taken.</summary>
    EarlierArm,

    /// <summary>A later arm or ELSE, which would give the same label.</summary>
    SameLabel,
}
