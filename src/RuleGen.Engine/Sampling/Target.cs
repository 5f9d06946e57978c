using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>A truth wanted of a condition; where it is FALSE, UNKNOWN will do unless it is exact.</summary>
internal readonly record struct Goal(Predicate Predicate, Truth Wanted, bool IsExact)
{
    public bool IsMet(PredicateEvaluation evaluation)
    {
        var truth = evaluation.Evaluate(Predicate);
        return truth == Wanted || (!IsExact && Wanted == Truth.False && truth == Truth.Unknown);
    }
}

/// <summary>Something that at least one row of a sample is to show.</summary>
/// <param name="Required">What makes it so.</param>
/// <param name="Wished">What lets it decide the result of the row, where possible.</param>
internal sealed record Target(ValueList<Goal> Required, ValueList<Goal> Wished)
{
    public bool IsMet(Row row)
    {
        var evaluation = new PredicateEvaluation(row);
        return Required.All(goal => goal.IsMet(evaluation));
    }
}
