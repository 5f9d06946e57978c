using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>Where a finding is.</summary>
/// <param name="Name">In words: <c>arm 1, clause 3</c>, <c>arm 2</c>, <c>ELSE</c>.</param>
/// <param name="Path">The place of the predicate; null for an arm or ELSE as a whole.</param>
/// <param name="Text">What stands there, as the published text writes it, on one line.</param>
/// <param name="Position">Where it stands in the text that was read; null where none was.</param>
public sealed record FindingPlace(string Name, CodingPath? Path, string Text, TextPosition? Position)
{
    /// <summary>
    /// The clauses that the finding is about, each as the published text writes it: that of the place, or several where it
    /// is about several; none for an arm or ELSE as a whole. They tell findings apart when places have moved.
    /// </summary>
    public ValueList<string> Clauses { get; init; } = [];
}
