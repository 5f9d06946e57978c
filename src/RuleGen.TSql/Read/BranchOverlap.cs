using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Two queries of a UNION that a row may be in, both.</summary>
/// <param name="First">The place of the one among the queries, from 0.</param>
/// <param name="Second">The place of the other.</param>
/// <param name="Row">A row that is in both; null where it is not known whether there is one.</param>
/// <param name="Why">Why it is not known; null where there is a row.</param>
public sealed record BranchOverlap(int First, int Second, Row? Row, string? Why);
