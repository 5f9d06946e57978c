namespace RuleGen.Proof.Differences;

/// <summary>One of the two codings that are compared.</summary>
public enum Side
{
    /// <summary>The coding before the change.</summary>
    Old,

    /// <summary>The coding after it.</summary>
    New,
}
