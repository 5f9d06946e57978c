using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>A coding as one side of a question.</summary>
internal sealed record CodingSide(Coding Coding) : IOutcomeSide
{
    public IEnumerable<Predicate> Predicates => Coding.Predicates;

    public LabelType? ResultType => Coding.ResultType;

    public IReadOnlyList<IOutcomeSide> FindReadings() =>
        [.. Coding.FindReadings().Select(reading => new CodingSide(reading))];

    public OutcomeFormulas In(RowSpace space) => new(space, Coding);

    public Result Evaluate(ICodingEvaluator evaluator, Row row) => evaluator.Evaluate(Coding, row);

    public Result? FindResult(ICodingEvaluator evaluator, Row row) => evaluator.FindResult(Coding, row);
}
