using RuleGen.Data.Evaluation;

namespace RuleGen.Workspaces;

/// <summary>How codings are evaluated over rows.</summary>
public sealed record EvaluationOptions
{
    /// <summary>
    /// Whether columns of results are called after their codings, such as <c>ID_Kept</c>; always where there are several.
    /// </summary>
    public bool NamesCodings { get; init; }

    /// <summary>Whether a column says which clause decided, and of a labelled row which codes matched.</summary>
    public bool Explains { get; init; }

    /// <summary>Is told how far the run is; null tells nobody.</summary>
    public IRunProgress? Progress { get; init; }

    /// <summary>Is told of each row that could not be evaluated; null tells nobody.</summary>
    public Action<SkippedRow>? OnSkipped { get; init; }
}
