namespace RuleGen.Workspaces.Building;

/// <summary>How scripts write a coding.</summary>
public enum CodingForm
{
    /// <summary>As it is published, token for token.</summary>
    Published,

    /// <summary>
    /// So that indexes can answer it, wherever the prover has shown that every row keeps its result
    /// (<see cref="Proof.Forms.SargableForm"/>).
    /// </summary>
    Sargable,
}
