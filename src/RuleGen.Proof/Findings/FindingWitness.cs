using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>A row that shows a finding, and what an engine made of it.</summary>
/// <param name="Row">The row: the columns that matter.</param>
/// <param name="Results">What was evaluated, and what it gave, in words.</param>
public sealed record FindingWitness(Row Row, ValueList<WitnessResult> Results);

/// <summary>What an engine made of a row.</summary>
/// <param name="Of">What was evaluated.</param>
/// <param name="Gives">What it gave, such as <c>TRUE</c> or <c>not kept</c>.</param>
public sealed record WitnessResult(string Of, string Gives);
