using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>Codings one after another as one side of a question: the result of a row is its label, or NULL.</summary>
internal sealed record SequenceSide(CodingSequence Sequence) : IOutcomeSide
{
    public IEnumerable<Predicate> Predicates => Sequence.Codings.SelectMany(coding => coding.Predicates);

    public LabelType? ResultType => Sequence.ResultType;

    public IReadOnlyList<IOutcomeSide> FindReadings()
    {
        var readings = Sequence.Codings.Select(coding => coding.FindReadings()).ToList();
        return
        [
            .. Enumerable
                .Range(0, readings.Max(each => each.Count))
                .Select(place => new SequenceSide(
                    new CodingSequence(readings.Select(each => each[Math.Min(place, each.Count - 1)]).ToValueList())
                )),
        ];
    }

    public OutcomeFormulas In(RowSpace space) => OutcomeFormulas.OfSequence(space, Sequence);

    public Result Evaluate(ICodingEvaluator evaluator, Row row) =>
        Sequence
            .Codings.Select(coding => evaluator.Evaluate(coding, row))
            .FirstOrDefault(result => result.Outcome is not null, Result.Kept(label: null));

    public Result? FindResult(ICodingEvaluator evaluator, Row row)
    {
        foreach (var coding in Sequence.Codings)
        {
            switch (evaluator.FindResult(coding, row))
            {
                case null:
                    return null;
                case { Outcome: not null } result:
                    return result;
            }
        }

        return Result.Kept(label: null);
    }
}
