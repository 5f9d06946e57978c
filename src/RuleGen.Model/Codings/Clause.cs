using System.Globalization;

namespace RuleGen.Model;

/// <summary>A simple predicate in its place in a coding.</summary>
/// <param name="Path">The place.</param>
/// <param name="Number">Which clause of its condition it is, in the order of the text; the first is 1.</param>
/// <param name="Predicate">The predicate.</param>
public sealed record Clause(CodingPath Path, int Number, Predicate Predicate)
{
    /// <summary>Such as <c>arm 1, clause 3</c> or <c>exclusions, clause 4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}, clause {Number}");
}
