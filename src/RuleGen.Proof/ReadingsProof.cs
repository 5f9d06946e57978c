using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>
/// Decides whether two sides agree on rows with characters that LIKE may look past (rule 1.41). Such a row shows that
/// they differ where each side gives it one result under both readings, and the two are not the same. Where none does, and
/// they agree on every row as long as LIKE looks past nothing, they are equivalent: of other rows an engine says that it
/// does not evaluate them. What is left hangs on the server.
/// </summary>
internal sealed class ReadingsProof(
    ICodingEvaluator evaluator,
    IOutcomeSide left,
    IOutcomeSide right,
    ValueList<Assumption> assumptions,
    StateLimits limits
)
{
    private readonly IReadOnlyList<IOutcomeSide> _left = left.FindReadings();
    private readonly IReadOnlyList<IOutcomeSide> _right = right.FindReadings();

    /// <summary>Whether a row has one result on each side, however LIKE is read.</summary>
    public bool IsCertain(Row row) =>
        (_left.Count == 1 && _right.Count == 1)
        || (left.FindResult(evaluator, row) is not null && right.FindResult(evaluator, row) is not null);

    /// <summary>The verdict on two sides that agree on all other rows.</summary>
    /// <exception cref="LimitReachedException">It takes too much work to tell.</exception>
    public Verdict Decide(ProofBasis basis)
    {
        if (_left.Count == 1 && _right.Count == 1)
        {
            return new Equivalent(basis);
        }

        if (FindDifference(_left[0], _right[0]) is not { } ordinary)
        {
            return new Equivalent(basis with { LeavesUncertainRowsOut = !IsSameWhereLikeLooksPast() });
        }

        if (Confirm(ordinary, basis) is { } different)
        {
            return different;
        }

        var certain = FindCertain();
        return (certain is null ? null : Confirm(certain, basis))
            ?? (Verdict)Undecided.OfReadings(basis, [.. left.Predicates, .. right.Predicates]);
    }

    /// <summary>Whether they agree, too, where LIKE looks past what it may; false where that takes too much work to tell.</summary>
    private bool IsSameWhereLikeLooksPast()
    {
        try
        {
            return FindDifference(_left[^1], _right[^1]) is null;
        }
        catch (LimitReachedException)
        {
            return false;
        }
    }

    /// <summary>A row on which two readings differ; null where there is none.</summary>
    private Row? FindDifference(IOutcomeSide one, IOutcomeSide other)
    {
        List<Predicate> predicates = [.. one.Predicates, .. other.Predicates, .. Assumed];
        var space = Space(predicates);
        return EquivalenceProver
            .FindDifference(space, one.In(space), other.In(space), Given(space))
            ?.Pick(new FavouredValues(predicates).Of);
    }

    /// <summary>
    /// A row that has one result on each side under both readings, and not the same; null where there is none.
    /// </summary>
    private Row? FindCertain()
    {
        List<Predicate> predicates = [.. _left.Concat(_right).SelectMany(reading => reading.Predicates), .. Assumed];
        var space = Space(predicates);
        var search = new RegionSearch(space);
        var given = Given(space);
        var outcomesOfLeft = Outcomes(space, _left).ToList();
        foreach (var other in Outcomes(space, _right))
        {
            foreach (var one in outcomesOfLeft.Where(one => one.Result != other.Result))
            {
                if (search.Find([.. given, .. one.Formulas, .. other.Formulas]) is { } found)
                {
                    return found.Pick(new FavouredValues(predicates).Of);
                }
            }
        }

        return null;
    }

    private IEnumerable<Predicate> Assumed =>
        assumptions.Select(assumption => assumption.Predicate).OfType<Predicate>();

    private RowSpace Space(IEnumerable<Predicate> predicates) =>
        new(
            predicates,
            character => assumptions.All(assumption => assumption.Allows(character)),
            limits,
            UncertainValues.Included
        );

    private List<Formula> Given(RowSpace space) =>
        [.. Assumed.Select(predicate => space.Not(space.Translate(predicate).IsFalse))];

    private Different? Confirm(Row row, ProofBasis basis) =>
        left.FindResult(evaluator, row) is { } one && right.FindResult(evaluator, row) is { } other && one != other
            ? Different.Confirm(evaluator, left, right, row, basis)
            : null;

    /// <summary>Each result of a side, with the formulas of the rows that have it under all readings.</summary>
    private static IEnumerable<(Result Result, List<Formula> Formulas)> Outcomes(
        RowSpace space,
        IReadOnlyList<IOutcomeSide> sides
    )
    {
        var type = sides[0].ResultType ?? LabelType.Text;
        var readings = sides.Select(side => side.In(space)).ToList();
        yield return (Result.NotKept, [.. readings.Select(reading => space.Not(reading.Kept))]);
        foreach (var label in readings[0].Arms.Select(arm => arm.Label).Distinct())
        {
            yield return (
                Result.Kept(label, type),
                [.. readings.SelectMany(reading => (Formula[])[reading.Kept, reading.Gives(label)])]
            );
        }
    }
}
