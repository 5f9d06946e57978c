using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>A row of a region with what the codings make of it, as the engine confirmed.</summary>
/// <param name="Row">The row.</param>
/// <param name="Old">The old coding's result.</param>
/// <param name="New">The new coding's result.</param>
public sealed record ChangeCase(Row Row, Result Old, Result New);
