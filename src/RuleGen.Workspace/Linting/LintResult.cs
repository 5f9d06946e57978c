using RuleGen.Model;
using RuleGen.Proof.Findings;

namespace RuleGen.Workspaces.Linting;

/// <summary>What was found in a coding, or a catalogue, with the text in which the findings have their positions.</summary>
/// <param name="Coding">The coding that was examined, over the source's columns; null for a catalogue as a whole.</param>
/// <param name="File">The text, as messages name it; null where the coding has no positions.</param>
/// <param name="Report">The findings.</param>
public sealed record LintResult(Coding? Coding, string? File, LintReport Report)
{
    /// <summary>What a baseline calls it: a coding's id, <c>catalogue ID</c>, or its file's name without folder and extension.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The published text of a coding in C#, where it does not hold this coding, so that findings have no positions;
    /// else null.
    /// </summary>
    public string? OtherText { get; init; }
}
