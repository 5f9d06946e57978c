using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>Says where in a coding a predicate stands, by the numbers of its clauses.</summary>
internal sealed class Places(Coding coding)
{
    private readonly ILookup<int?, Clause> _clauses = coding.Clauses.ToLookup(clause => clause.Path.Arm);

    /// <summary>Such as <c>arm 1, clause 3</c>, <c>arm 1, clauses 4 to 12</c>, or <c>exclusions</c> for all of them.</summary>
    public string Describe(CodingPath path)
    {
        var condition = _clauses[path.Arm].ToList();
        var within = condition.Where(clause => IsWithin(clause.Path, path)).ToList();
        return within switch
        {
            [var only] => only.ToString(),
            _ when within.Count == condition.Count => path.ToString(),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{path}, clauses {within[0].Number} to {within[^1].Number}"
            ),
        };
    }

    private static bool IsWithin(CodingPath inner, CodingPath outer) =>
        inner.Steps.Count >= outer.Steps.Count
        && inner.Steps.AsSpan()[..outer.Steps.Count].SequenceEqual(outer.Steps.AsSpan());
}
