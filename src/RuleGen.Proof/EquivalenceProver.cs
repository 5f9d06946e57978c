using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>Decides whether two codings give every row the same result.</summary>
/// <param name="evaluator">Re-runs each witness on both codings.</param>
public sealed class EquivalenceProver(ICodingEvaluator evaluator)
{
    /// <summary>How large automata may become.</summary>
    internal StateLimits Limits { get; init; } = StateLimits.Default;

    /// <summary>The verdict on two codings over one source.</summary>
    /// <param name="left">One coding.</param>
    /// <param name="right">The other.</param>
    /// <param name="assumptions">What may be taken for granted about the rows.</param>
    /// <exception cref="ArgumentException">
    /// Two columns have one name: the codings are over different sources.
    /// </exception>
    /// <exception cref="RuleGenException">
    /// RG0604: no row is as assumed. RG0001: the codings give values of different types.
    /// </exception>
    public Verdict Decide(Coding left, Coding right, ValueList<Assumption>? assumptions = null)
    {
        Coding.RequireSameType(left, right);
        return Decide(new CodingSide(left), new CodingSide(right), assumptions ?? []);
    }

    /// <summary>The verdict on whether two sequences of codings over one source give every row the same label, or none.</summary>
    /// <param name="left">One sequence.</param>
    /// <param name="right">The other.</param>
    /// <param name="assumptions">What may be taken for granted about the rows.</param>
    /// <exception cref="ArgumentException">As for codings.</exception>
    /// <exception cref="RuleGenException">As for codings.</exception>
    public Verdict Decide(CodingSequence left, CodingSequence right, ValueList<Assumption>? assumptions = null)
    {
        Coding.RequireSameType(left.Typed, right.Typed);
        return Decide(new SequenceSide(left), new SequenceSide(right), assumptions ?? []);
    }

    private Verdict Decide(IOutcomeSide left, IOutcomeSide right, ValueList<Assumption> assumptions)
    {
        var assumed = assumptions.Select(assumption => assumption.Predicate).OfType<Predicate>().ToList();
        List<Predicate> predicates = [.. left.Predicates, .. right.Predicates, .. assumed];
        var space = new RowSpace(
            predicates,
            character => assumptions.All(assumption => assumption.Allows(character)),
            Limits
        );
        var basis = ProofBasis.Of(space, predicates, assumptions);
        try
        {
            List<Formula> given = [.. assumed.Select(predicate => space.Not(space.Translate(predicate).IsFalse))];
            RequireRows(space, given, assumptions);
            if (left.Equals(right))
            {
                return new Equivalent(basis);
            }

            var found = FindDifference(space, left.In(space), right.In(space), given);
            var readings = new ReadingsProof(evaluator, left, right, assumptions, Limits);
            if (found is null)
            {
                return readings.Decide(basis);
            }

            var row = found.Pick(new FavouredValues(predicates).Of);
            return readings.IsCertain(row)
                ? Different.Confirm(evaluator, left, right, row, basis)
                : readings.Decide(basis);
        }
        catch (LimitReachedException exception)
        {
            return Undecided.Of(basis, exception, predicates);
        }
    }

    /// <summary>Were no row as assumed, any two codings would be equivalent.</summary>
    /// <exception cref="RuleGenException">RG0604: no row is as assumed.</exception>
    internal static void RequireRows(RowSpace space, IReadOnlyList<Formula> given, ValueList<Assumption> assumptions)
    {
        if (given.Count > 0 && new RegionSearch(space).Find(given) is null)
        {
            throw new RuleGenException(
                ErrorCodes.ContradictoryAssumptions,
                $"No row is as assumed: {string.Join("; ", assumptions.Select(assumption => $"'{assumption.Text}'"))}",
                "Drop or mend an assumption"
            );
        }
    }

    /// <summary>Rows on which two codings differ; null where there are none.</summary>
    /// <exception cref="LimitReachedException">It takes too much work to tell.</exception>
    internal static Region? FindDifference(
        RowSpace space,
        OutcomeFormulas left,
        OutcomeFormulas right,
        IReadOnlyList<Formula> assumed
    ) => First(Differences(space, left, right, assumed));

    /// <summary>The searches which together find a row on which two codings differ, if there is one.</summary>
    private static IEnumerable<Func<Region?>> Differences(
        RowSpace space,
        OutcomeFormulas left,
        OutcomeFormulas right,
        IReadOnlyList<Formula> assumed
    )
    {
        var search = new RegionSearch(space);
        if (!ReferenceEquals(left.Kept, right.Kept))
        {
            yield return () => search.Find([.. assumed, left.Kept, space.Not(right.Kept)]);
            yield return () => search.Find([.. assumed, right.Kept, space.Not(left.Kept)]);
        }

        var (matchedLeft, matchedRight) = ArmMatching.Match(left.Arms, right.Arms);
        yield return () => Unmatched(search, left, right, matchedLeft, [.. assumed, left.Kept]);
        yield return () => Unmatched(search, right, left, matchedRight, [.. assumed, left.Kept]);
    }

    /// <summary>
    /// What the first of several searches finds. One that takes too much work does not keep the others from finding
    /// something; that there is nothing, all of them have to say.
    /// </summary>
    private static Region? First(IEnumerable<Func<Region?>> searches)
    {
        LimitReachedException? undecided = null;
        foreach (var search in searches)
        {
            try
            {
                if (search() is { } found)
                {
                    return found;
                }
            }
            catch (LimitReachedException exception)
            {
                undecided ??= exception;
            }
        }

        return undecided is null ? null : throw undecided;
    }

    /// <summary>Rows that take an arm without a partner on the other side, and get another label there.</summary>
    /// <remarks>
    /// Partners stand in the same order on both sides and have the same predicate and label. Were a row to take two
    /// arms with partners and get different labels, the arm that stands earlier would have a partner that stands before
    /// the other arm and holds, which would have been taken instead. So one of the two arms has no partner.
    /// </remarks>
    private static Region? Unmatched(
        RegionSearch search,
        OutcomeFormulas one,
        OutcomeFormulas other,
        bool[] matched,
        List<Formula> kept
    )
    {
        for (var arm = 0; arm < one.Arms.Count; arm++)
        {
            if (matched[arm])
            {
                continue;
            }

            var earlier = one.Arms.Take(arm).Select(passed => passed.Holds).ToHashSet();
            var found = search.Find([.. kept, .. one.Takes(arm), .. other.DoesNotGive(one.Arms[arm].Label, earlier)]);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
