using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>What a coding makes of one row of a batch.</summary>
/// <param name="Result">The result; without meaning where the row was not evaluated.</param>
/// <param name="NotEvaluated">Why the row was not evaluated; null where it was.</param>
public readonly record struct RowResult(Result Result, NotEvaluated? NotEvaluated)
{
    /// <summary>Whether there is a result.</summary>
    public bool IsEvaluated => NotEvaluated is null;
}
