using RuleGen.Model;
using RuleGen.Proof.Catalogues;

namespace RuleGen.Workspaces.Catalogues;

/// <summary>Which codings one row can have together, proven, and how many rows of some data do.</summary>
/// <param name="Names">The short names of the codings, in their order.</param>
/// <param name="Report">The pairs.</param>
/// <param name="Counts">What the data have; null without data.</param>
public sealed record CatalogueOverlaps(ValueList<string> Names, OverlapReport Report, OverlapCounts? Counts)
{
    /// <summary>The number of pairs.</summary>
    public int Pairs => Names.Count * (Names.Count - 1) / 2;
}

/// <summary>How many rows of some data have codings together.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="NotEvaluated">Those with a character that a coding's profile does not model; they count no further.</param>
/// <param name="NotAsAssumed">Those that are not as assumed; nor do they.</param>
/// <param name="WithSeveral">Those with two codings or more.</param>
/// <param name="Having">Of each coding the rows that have it.</param>
/// <param name="Alone">Of each coding the rows that have it and no other.</param>
/// <param name="Pairs">Of each overlap, in the order of the report, the rows that have both.</param>
public sealed record OverlapCounts(
    long Rows,
    long NotEvaluated,
    long NotAsAssumed,
    long WithSeveral,
    ValueList<long> Having,
    ValueList<long> Alone,
    ValueList<long> Pairs
);
