namespace RuleGen.Proof.Differences;

/// <summary>How two codings differ as a whole.</summary>
public enum Grade
{
    /// <summary>No row's result differs; the codings are the same, or say the same in other words.</summary>
    None,

    /// <summary>
    /// No row's result differs, and the codings have the same arms and clauses in another order: operands of AND and OR,
    /// items of IN, arms.
    /// </summary>
    ReorderOnly,

    /// <summary>Every row whose result differs is newly kept or has gained a label.</summary>
    Widening,

    /// <summary>Every row whose result differs is newly excluded or has lost its label.</summary>
    Narrowing,

    /// <summary>Every row whose result differs is kept by both codings, and has another label.</summary>
    Relabelling,

    /// <summary>Rows differ in more than one of these ways.</summary>
    Mixed,
}
