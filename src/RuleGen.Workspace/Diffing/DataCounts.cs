using RuleGen.Model;

namespace RuleGen.Workspaces.Diffing;

/// <summary>What a file of rows has of a difference.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="NotEvaluated">Rows with a character that a collation's profile does not model; they count for nothing else.</param>
/// <param name="NotAsAssumed">Rows that break an assumption; they count for nothing else.</param>
/// <param name="Changed">Rows whose results differ.</param>
/// <param name="Regions">For each region, its rows. A row in two regions counts in both.</param>
/// <param name="Cases">For each region, the rows by their pair of results.</param>
/// <param name="Results">Each result that a coding gave, with how many rows have it from the old and the new one.</param>
public sealed record DataCounts(
    long Rows,
    long NotEvaluated,
    long NotAsAssumed,
    long Changed,
    IReadOnlyList<long> Regions,
    IReadOnlyList<IReadOnlyDictionary<(Result Old, Result New), long>> Cases,
    IReadOnlyList<ResultCount> Results
);

/// <summary>How many rows have a result.</summary>
/// <param name="Result">The result.</param>
/// <param name="Old">Rows to which the old coding gives it.</param>
/// <param name="New">Rows to which the new coding gives it.</param>
public sealed record ResultCount(Result Result, long Old, long New);
