using RuleGen.Model;
using RuleGen.Workspaces.Diffing;

namespace RuleGen.Workspaces.Building;

/// <summary>A generated file that is not what the coding makes, and what that means for rows.</summary>
/// <param name="Id">The coding's id.</param>
/// <param name="Files">
/// The full paths of what was read: one file, or the fragments together; where it was edited, of those that were.
/// </param>
/// <param name="IsByHand">
/// Whether it was edited after it was generated. Then the coding is the old side, and what the file says the new one: that is
/// what the edit would have changed. Else the file is the old side: that is how the coding has changed since.
/// </param>
/// <param name="Pair">How the two differ; null where the file cannot be read, or not be compared.</param>
/// <param name="Problems">Why not; empty where it can.</param>
public sealed record CodingChange(
    string Id,
    ValueList<string> Files,
    bool IsByHand,
    ComparedPair? Pair,
    ValueList<Problem> Problems
);
