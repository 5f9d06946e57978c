using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>Where a finding is.</summary>
/// <param name="Name">In words: <c>arm 1, clause 3</c>, <c>arm 2</c>, <c>ELSE</c>.</param>
/// <param name="Path">The place of the predicate; null for an arm or ELSE as a whole.</param>
/// <param name="Text">What stands there, as the published text writes it, on one line.</param>
/// <param name="Position">Where it stands in the text that was read; null where none was.</param>
public sealed record FindingPlace(string Name, CodingPath? Path, string Text, TextPosition? Position);
