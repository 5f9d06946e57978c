using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>A test row with what the coding makes of it, and the reason it is there.</summary>
/// <param name="Number">Its number in the set; the first is 1.</param>
/// <param name="Row">The values of the columns that the coding reads.</param>
/// <param name="Expected">What the coding makes of it, by the in-memory engine.</param>
/// <param name="Place">What it exists for, such as <c>arm 1, clause 3</c>.</param>
/// <param name="Path">The predicate that it exists for; null where it is there for an arm, a label or ELSE.</param>
/// <param name="OnlyHere">
/// Mistakes that no other fixture catches; none for a row that is there to show what is usual.
/// </param>
/// <param name="Caught">How many mistakes it catches in all.</param>
public sealed record Fixture(
    int Number,
    Row Row,
    Result Expected,
    string Place,
    CodingPath? Path,
    ValueList<Mutant> OnlyHere,
    int Caught
);
