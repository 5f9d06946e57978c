using RuleGen.Model;

namespace RuleGen.Proof.Fixtures;

/// <summary>A row that is, or may become, a fixture.</summary>
/// <param name="Row">The row.</param>
/// <param name="Check">Says what it catches.</param>
/// <param name="Kills">The numbers of the mutants that it catches.</param>
internal sealed record FoundRow(Row Row, KillCheck Check, IReadOnlySet<int> Kills);
