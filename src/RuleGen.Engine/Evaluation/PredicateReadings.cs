using RuleGen.Model;

namespace RuleGen.Engine.Evaluation;

/// <summary>Evaluates a predicate over rows under both readings of its LIKEs (rule 1.41).</summary>
/// <param name="predicate">The predicate.</param>
internal sealed class PredicateReadings(Predicate predicate)
{
    private readonly CharacterCheck _check = new(CharacterRequirement.Of([predicate]));
    private readonly Predicate _absent = predicate.Under(LikeReading.Absent);

    /// <summary>Its truth; null where the characters of the row leave that open.</summary>
    public Truth? Evaluate(Row row)
    {
        if (_check.Find(row) is not null)
        {
            return null;
        }

        var evaluation = new PredicateEvaluation(row);
        var truth = evaluation.Evaluate(predicate);
        return ReferenceEquals(_absent, predicate) || evaluation.Evaluate(_absent) == truth ? truth : null;
    }
}
