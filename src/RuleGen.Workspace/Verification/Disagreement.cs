using RuleGen.Model;

namespace RuleGen.Workspaces.Verification;

/// <summary>A row on which engines disagree with each other, or with what is expected.</summary>
/// <param name="Place">Where the row is from.</param>
/// <param name="Row">The row: the key, and the columns that the coding reads.</param>
/// <param name="Answers">What each engine makes of it, the one in memory first.</param>
/// <param name="Explanation">Which clause decided in memory.</param>
/// <param name="Faults">For each engine that differs, the clause at fault.</param>
public sealed record Disagreement(
    string Place,
    Row Row,
    ValueList<EngineAnswer> Answers,
    string Explanation,
    ValueList<ClauseAtFault> Faults
)
{
    /// <summary>What is expected of every engine; null where nothing is.</summary>
    public Answer? Expected { get; init; }
}

/// <summary>An engine's answer.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Answer">The answer.</param>
public sealed record EngineAnswer(EngineName Engine, Answer Answer);
