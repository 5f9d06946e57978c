using RuleGen.Model;

namespace RuleGen.Engine.Evaluation;

/// <summary>Hands rows to the reference evaluator, and reports those that it cannot take.</summary>
internal sealed class RowByRowEvaluator(Coding coding)
{
    private readonly CharacterCheck _check = new(coding.CharacterRequirements);

    /// <summary>The result of a row, or why there is none.</summary>
    public RowResult Evaluate(Row row) =>
        _check.Find(row) is { } reason
            ? new RowResult(default, reason)
            : new RowResult(CodingEvaluator.EvaluateChecked(coding, row), NotEvaluated: null);
}
