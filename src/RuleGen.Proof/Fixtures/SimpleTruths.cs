using RuleGen.Model;

namespace RuleGen.Proof.Fixtures;

/// <summary>The truths of simple predicates, asked of an engine that evaluates codings.</summary>
internal sealed class SimpleTruths(ICodingEvaluator evaluator)
{
    private readonly Dictionary<Predicate, Coding> _questions = new(ReferenceEqualityComparer.Instance);

    /// <summary>The truth of a predicate for a row.</summary>
    public Truth Of(Predicate predicate, Row row)
    {
        if (!_questions.TryGetValue(predicate, out var question))
        {
            _questions.Add(predicate, question = Ask(predicate));
        }

        return evaluator.Evaluate(question, row).Outcome switch
        {
            nameof(Truth.True) => Truth.True,
            nameof(Truth.False) => Truth.False,
            _ => Truth.Unknown,
        };
    }

    /// <summary>A coding whose outcome is the predicate's truth.</summary>
    private static Coding Ask(Predicate predicate) =>
        new(
            [
                new CaseArm(predicate, Label.Of(nameof(Truth.True))),
                new CaseArm(Not.Of(predicate), Label.Of(nameof(Truth.False))),
            ],
            Label.Of(nameof(Truth.Unknown)),
            exclusions: null
        );
}
