using RuleGen.Model;

namespace RuleGen.Workspaces.Verification;

/// <summary>
/// What an engine makes of a row. Answers are equal when kept and outcome are, or when neither was evaluated.
/// </summary>
/// <param name="Result">The result; null where the row was not evaluated.</param>
public readonly record struct Answer(Result? Result)
{
    /// <summary>The answer for a row that cannot be evaluated.</summary>
    public static Answer NotEvaluated => default;

    /// <summary>The answer for a row of which the engine has no opinion, although others may.</summary>
    public static Answer LeftOut => new() { IsLeftOut = true };

    /// <summary>Whether the engine has no opinion of the row.</summary>
    public bool IsLeftOut { get; private init; }

    /// <summary>Whether there is a result.</summary>
    public bool IsEvaluated => Result is not null;

    /// <summary>Such as <c>kept, 'label'</c>, <c>kept, NULL</c>, <c>not kept</c>, <c>not evaluated</c>.</summary>
    public override string ToString() =>
        IsLeftOut ? "left out"
        : Result is not { } result ? "not evaluated"
        : !result.IsKept ? "not kept"
        : $"kept, {result.ShownOutcome}";
}
