namespace RuleGen.Proof.Findings;

/// <summary>One thing about a coding that its author may not have meant.</summary>
/// <param name="Code">What kind of thing, from <see cref="FindingCodes"/>.</param>
/// <param name="Place">Where.</param>
/// <param name="Explanation">What is so and why; sentences.</param>
public sealed record Finding(FindingCode Code, FindingPlace Place, string Explanation)
{
    /// <summary>A row that shows it; null where there is none to show.</summary>
    public FindingWitness? Witness { get; init; }

    /// <summary>What to write instead; null where there is no such text.</summary>
    public Remedy? Remedy { get; init; }
}
