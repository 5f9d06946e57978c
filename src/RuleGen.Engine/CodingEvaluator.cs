using System.Runtime.CompilerServices;
using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>
/// Evaluates codings over rows the way the semantics page reads: the reference that faster engines are checked
/// against. Keeps nothing between rows, and may be used from several threads.
/// </summary>
public sealed class CodingEvaluator : ICodingEvaluator
{
    private readonly ConditionalWeakTable<Coding, CharacterCheck> _codingChecks = [];
    private readonly ConditionalWeakTable<Predicate, CharacterCheck> _predicateChecks = [];

    /// <summary>Kept where the exclusions are TRUE; the outcome is that of the first arm that is TRUE (rules 5.2, 5.3).</summary>
    /// <exception cref="ArgumentException">
    /// The row lacks a column, or a value holds a character that the collation's profile does not model;
    /// <see cref="BatchEvaluator"/> reports such rows instead.
    /// </exception>
    public Result Evaluate(Coding coding, Row row)
    {
        var check = _codingChecks.GetValue(coding, static key => new CharacterCheck(key.CharacterRequirements));
        Refuse(check.Find(row));
        return EvaluateChecked(coding, row);
    }

    /// <summary>The truth of one predicate (sections 1 to 5).</summary>
    /// <exception cref="ArgumentException">
    /// The row lacks a column, or a value holds a character that the collation's profile does not model.
    /// </exception>
    public Truth Evaluate(Predicate predicate, Row row)
    {
        var check = _predicateChecks.GetValue(
            predicate,
            static key => new CharacterCheck(CharacterRequirement.Of([key]))
        );
        Refuse(check.Find(row));
        return new PredicateEvaluation(row).Evaluate(predicate);
    }

    /// <summary>The result for a row whose characters are known to be modelled.</summary>
    internal static Result EvaluateChecked(Coding coding, Row row)
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
                return new Result(IsKept: true, arm.Then.Text);
            }
        }

        return new Result(IsKept: true, coding.Else?.Text);
    }

    private static void Refuse(NotEvaluated? reason)
    {
        if (reason is not null)
        {
            throw new ArgumentException($"The row cannot be evaluated: {reason}.");
        }
    }
}
