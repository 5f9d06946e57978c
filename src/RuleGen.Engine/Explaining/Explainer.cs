using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>Says which clause of a coding decided the result of a row.</summary>
public static class Explainer
{
    /// <summary>The explanation of one row; a row that cannot be evaluated is explained too.</summary>
    /// <exception cref="ArgumentException">The row lacks a column.</exception>
    public static Explanation Explain(Coding coding, Row row)
    {
        var (result, notEvaluated) = new ReadingEvaluation(coding).Evaluate(row);
        if (notEvaluated is not null)
        {
            return new Explanation { Kind = ExplanationKind.NotEvaluated, NotEvaluated = notEvaluated };
        }

        if (!result.IsKept)
        {
            return ExplainFailure(ExplanationKind.Excluded, result, coding.Exclusions!, row);
        }

        if (coding.Arms.Count == 0)
        {
            return new Explanation
            {
                Kind = ExplanationKind.Kept,
                Result = result,
                Matches = FindMatches(row, coding.Exclusions),
            };
        }

        return ExplainArms(coding, row, result);
    }

    private static Explanation ExplainArms(Coding coding, Row row, Result result)
    {
        var evaluation = new PredicateEvaluation(row);
        var failures = coding
            .Arms.Select(arm => Conjuncts(arm.When).Count(part => evaluation.Evaluate(part) != Truth.True))
            .ToList();
        var nearest = failures.IndexOf(failures.Min());
        if (failures[nearest] == 0)
        {
            return new Explanation
            {
                Kind = ExplanationKind.ArmTaken,
                Result = result,
                ArmNumber = nearest + 1,
                Matches = FindMatches(row, coding.Arms[nearest].When, coding.Exclusions),
            };
        }

        var kind = coding.Else is null ? ExplanationKind.NoArmTaken : ExplanationKind.ElseTaken;
        return ExplainFailure(kind, result, coding.Arms[nearest].When, row) with { ArmNumber = nearest + 1 };
    }

    /// <summary>What conditions, all TRUE, found in a row.</summary>
    private static ValueList<MatchedCode> FindMatches(Row row, params IEnumerable<Predicate?> conditions)
    {
        var finder = new MatchFinder(row);
        return conditions.OfType<Predicate>().SelectMany(finder.Find).Distinct().ToValueList();
    }

    private static Explanation ExplainFailure(ExplanationKind kind, Result result, Predicate condition, Row row)
    {
        var evaluation = new PredicateEvaluation(row);
        var failed = Conjuncts(condition).First(part => evaluation.Evaluate(part) != Truth.True);
        var causes = Causes(failed, evaluation).ToValueList();
        return new Explanation
        {
            Kind = kind,
            Result = result,
            Failed = new ExplainedPredicate(failed, evaluation.Evaluate(failed)),
            Causes = causes,
            Values = causes
                .SelectMany(cause => cause.Predicate.Columns)
                .Distinct()
                .Select(column => new ExplainedValue(column, row[column]))
                .ToValueList(),
        };
    }

    /// <summary>The operands of the outermost ANDs, or the predicate itself.</summary>
    private static IEnumerable<Predicate> Conjuncts(Predicate predicate) =>
        predicate is And ? predicate.Children.SelectMany(Conjuncts) : [predicate];

    /// <summary>
    /// The simple predicates that give a predicate its truth. One FALSE makes an AND FALSE and one TRUE makes an OR
    /// TRUE, so the first is named; for the other truths it takes every operand with that truth.
    /// </summary>
    private static IEnumerable<ExplainedPredicate> Causes(Predicate predicate, PredicateEvaluation evaluation)
    {
        var truth = evaluation.Evaluate(predicate);
        if (predicate.Children.Count == 0)
        {
            return [new ExplainedPredicate(predicate, truth)];
        }

        if (predicate is Not not)
        {
            return Causes(not.Operand, evaluation);
        }

        var same = predicate.Children.Where(child => evaluation.Evaluate(child) == truth);
        var isDecidedByOne = predicate is And ? truth == Truth.False : truth == Truth.True;
        return (isDecidedByOne ? same.Take(1) : same).SelectMany(child => Causes(child, evaluation));
    }
}
