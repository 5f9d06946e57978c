using RuleGen.Model;

namespace RuleGen.Data.Evaluation;

/// <summary>What a run over rows came to.</summary>
/// <param name="Rows">How many rows there were.</param>
/// <param name="RowsNotEvaluated">How many of them some coding could not evaluate.</param>
/// <param name="Codings">What became of them by each coding, in the order of the codings.</param>
public sealed record EvaluationSummary(long Rows, long RowsNotEvaluated, ValueList<CodingSummary> Codings)
{
    /// <summary>The columns that the source carries and the rows do not have, so that the results lack them.</summary>
    public ValueList<Column> NotCarried { get; init; } = [];
}

/// <summary>What a coding made of rows.</summary>
/// <param name="Name">What the coding is called.</param>
/// <param name="Kept">How many rows it keeps.</param>
/// <param name="WithOutcome">How many of those have an outcome.</param>
/// <param name="NotEvaluated">How many rows it could not evaluate.</param>
public sealed record CodingSummary(string Name, long Kept, long WithOutcome, long NotEvaluated);
