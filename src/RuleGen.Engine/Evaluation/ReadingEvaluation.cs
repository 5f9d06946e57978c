using RuleGen.Model;

namespace RuleGen.Engine.Evaluation;

/// <summary>Evaluates a coding over rows under both readings of its LIKEs where they may differ (rule 1.41).</summary>
internal sealed class ReadingEvaluation
{
    private readonly ValueList<Coding> _readings;
    private readonly ValueList<Predicate> _predicates;
    private readonly ValueList<CharacterRequirement> _requirements;
    private readonly CharacterCheck _check;

    /// <param name="coding">The coding.</param>
    public ReadingEvaluation(Coding coding)
    {
        _readings = coding.FindReadings();
        _predicates = coding.Predicates.ToValueList();
        _requirements = coding.CharacterRequirements;
        _check = new CharacterCheck(_requirements);
    }

    /// <summary>The result of a row, or why there is none.</summary>
    public RowResult Evaluate(Row row)
    {
        if (_check.Find(row) is { } reason)
        {
            return new RowResult(default, reason);
        }

        var result = EvaluateOnce(_readings[0], row);
        return
            _readings.Count > 1
            && UncertainCharacter.Find(_predicates, _requirements, row) is { } uncertain
            && EvaluateOnce(_readings[1], row) != result
            ? new RowResult(default, NotEvaluated.Because(uncertain))
            : new RowResult(result, NotEvaluated: null);
    }

    /// <summary>The result of a row where LIKE looks past no character.</summary>
    /// <exception cref="ArgumentException">A character is not modelled.</exception>
    public Result EvaluateOrdinary(Row row) =>
        _check.Find(row) is { } reason
            ? throw new ArgumentException($"The row cannot be evaluated: {reason}.", nameof(row))
            : EvaluateOnce(_readings[0], row);

    /// <summary>Kept where the exclusions are TRUE; the outcome is that of the first arm that is TRUE (rules 5.2, 5.3).</summary>
    private static Result EvaluateOnce(Coding coding, Row row)
    {
        var evaluation = new PredicateEvaluation(row);
        if (coding.Exclusions is { } exclusions && evaluation.Evaluate(exclusions) != Truth.True)
        {
            return Result.NotKept;
        }

        foreach (var arm in coding.Arms.AsSpan())
        {
            if (evaluation.Evaluate(arm.When) == Truth.True)
            {
                return Result.Kept(arm.Then);
            }
        }

        return Result.Kept(coding.Else);
    }
}
