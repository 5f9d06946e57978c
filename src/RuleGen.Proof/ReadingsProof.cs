using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>
/// Decides whether two codings agree on rows with characters that LIKE may look past (rule 1.41), under both readings.
/// Where none of their rows differs under either, they are equivalent whatever the server does. A row shows that they
/// differ where each side gives it one result under both readings, and the two are not the same. What is left hangs on the
/// server.
/// </summary>
internal sealed class ReadingsProof(
    ICodingEvaluator evaluator,
    Coding left,
    Coding right,
    ValueList<Assumption> assumptions,
    StateLimits limits
)
{
    private readonly ValueList<Coding> _left = left.FindReadings();
    private readonly ValueList<Coding> _right = right.FindReadings();

    /// <summary>Whether a row has one result on each side, however LIKE is read.</summary>
    public bool IsCertain(Row row) =>
        (_left.Count == 1 && _right.Count == 1)
        || (evaluator.FindResult(left, row) is not null && evaluator.FindResult(right, row) is not null);

    /// <summary>The verdict on two codings that agree on all other rows.</summary>
    /// <exception cref="LimitReachedException">It takes too much work to tell.</exception>
    public Verdict Decide(ProofBasis basis)
    {
        if (_left.Count == 1 && _right.Count == 1)
        {
            return new Equivalent(basis);
        }

        var assumed = assumptions.Select(assumption => assumption.Predicate).OfType<Predicate>().ToList();
        List<Predicate> predicates = [.. _left.Concat(_right).SelectMany(reading => reading.Predicates), .. assumed];
        var space = new RowSpace(
            predicates,
            character => assumptions.All(assumption => assumption.Allows(character)),
            limits,
            UncertainValues.Included
        );
        List<Formula> given = [.. assumed.Select(predicate => space.Not(space.Translate(predicate).IsFalse))];
        var leftFormulas = _left.Select(reading => new OutcomeFormulas(space, reading)).ToList();
        var rightFormulas = _right.Select(reading => new OutcomeFormulas(space, reading)).ToList();
        var favoured = new FavouredValues(predicates);
        var isDifferent = false;
        for (var reading = 0; reading < Math.Max(_left.Count, _right.Count); reading++)
        {
            var (one, other) = (
                leftFormulas[Math.Min(reading, _left.Count - 1)],
                rightFormulas[Math.Min(reading, _right.Count - 1)]
            );
            if (EquivalenceProver.FindDifference(space, one, other, given) is not { } found)
            {
                continue;
            }

            isDifferent = true;
            if (Confirm(found.Pick(favoured.Of), basis) is { } different)
            {
                return different;
            }
        }

        if (!isDifferent)
        {
            return new Equivalent(basis with { HoldsUnderBothReadings = true });
        }

        var region = FindCertain(space, leftFormulas, rightFormulas, given);
        return (region is null ? null : Confirm(region.Pick(favoured.Of), basis))
            ?? (Verdict)Undecided.OfReadings(basis, predicates);
    }

    private Different? Confirm(Row row, ProofBasis basis) =>
        evaluator.FindResult(left, row) is { } one && evaluator.FindResult(right, row) is { } other && one != other
            ? Different.Confirm(evaluator, left, right, row, basis)
            : null;

    /// <summary>
    /// Rows that have one result on each side under both readings, and not the same; null where there are none.
    /// </summary>
    private static Region? FindCertain(
        RowSpace space,
        List<OutcomeFormulas> left,
        List<OutcomeFormulas> right,
        List<Formula> given
    )
    {
        var search = new RegionSearch(space);
        var outcomesOfLeft = Outcomes(space, left).ToList();
        foreach (var other in Outcomes(space, right))
        {
            foreach (var one in outcomesOfLeft.Where(one => one.Result != other.Result))
            {
                if (search.Find([.. given, .. one.Formulas, .. other.Formulas]) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Each result of a coding, with the formulas of the rows that have it under all readings.</summary>
    private static IEnumerable<(Result Result, List<Formula> Formulas)> Outcomes(
        RowSpace space,
        List<OutcomeFormulas> readings
    )
    {
        yield return (Result.NotKept, [.. readings.Select(reading => space.Not(reading.Kept))]);
        foreach (var label in readings[0].Arms.Select(arm => arm.Label).Distinct())
        {
            yield return (
                new Result(IsKept: true, label),
                [.. readings.SelectMany(reading => (Formula[])[reading.Kept, reading.Gives(label)])]
            );
        }
    }
}
