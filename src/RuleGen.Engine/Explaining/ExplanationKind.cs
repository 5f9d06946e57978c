namespace RuleGen.Engine;

/// <summary>What became of a row.</summary>
public enum ExplanationKind
{
    /// <summary>A value holds a character that the collation's profile does not model.</summary>
    NotEvaluated,

    /// <summary>The exclusions are not TRUE.</summary>
    Excluded,

    /// <summary>An arm is TRUE.</summary>
    ArmTaken,

    /// <summary>No arm is TRUE, and ELSE gives the outcome.</summary>
    ElseTaken,

    /// <summary>No arm is TRUE, and there is no ELSE: the outcome is NULL.</summary>
    NoArmTaken,

    /// <summary>The row is kept, and the coding has no arms.</summary>
    Kept,
}
