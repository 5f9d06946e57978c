using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Catalogues;

/// <summary>Decides which codings of a catalogue one row can have together: each keeps it and gives it a label.</summary>
/// <param name="evaluator">Re-runs each witness on both codings.</param>
public sealed class OverlapFinder(ICodingEvaluator evaluator)
{
    /// <summary>How large automata may become.</summary>
    internal StateLimits Limits { get; init; } = StateLimits.Default;

    /// <summary>The pairs of some codings over one source.</summary>
    /// <param name="codings">The codings, in the catalogue's order.</param>
    /// <param name="assumptions">What may be taken for granted about the rows.</param>
    /// <param name="progress">Is told how many of how many pairs are decided.</param>
    /// <exception cref="RuleGenException">RG0604: no row is as assumed.</exception>
    public OverlapReport Find(
        ValueList<Coding> codings,
        ValueList<Assumption>? assumptions = null,
        Action<int, int>? progress = null
    )
    {
        var space = new CatalogueSpace(codings, assumptions ?? [], Limits);
        var (overlaps, undecided) = (new List<CodingOverlap>(), new List<UndecidedOverlap>());
        var (done, all) = (0, codings.Count * (codings.Count - 1) / 2);
        for (var first = 0; first < codings.Count; first++)
        {
            for (var second = first + 1; second < codings.Count; second++)
            {
                var (overlap, reason) = Decide(space, (first, codings[first]), (second, codings[second]));
                if (overlap is not null)
                {
                    overlaps.Add(overlap);
                }
                else if (reason is { } why)
                {
                    undecided.Add(new UndecidedOverlap(first, second, why));
                }

                progress?.Invoke(++done, all);
            }
        }

        return new OverlapReport(overlaps.ToValueList(), undecided.ToValueList(), space.Basis);
    }

    /// <summary>An overlap, or why it is not known whether there is one; neither where no row has both.</summary>
    private (CodingOverlap? Overlap, UndecidedReason? Reason) Decide(
        CatalogueSpace space,
        (int Place, Coding Coding) first,
        (int Place, Coding Coding) second
    )
    {
        try
        {
            if (
                Search(space, first.Place, second.Place, out var isWhole) is { } row
                && CodingOverlap.Confirm(evaluator, first, second, row) is { } overlap
            )
            {
                return (overlap, null);
            }

            if (isWhole)
            {
                return (null, null);
            }

            var apart = space.FindApart(first.Place, second.Place);
            return apart is null ? (null, null)
                : CodingOverlap.Confirm(evaluator, first, second, space.Pick(apart, [first.Place, second.Place]))
                    is { } other
                    ? (other, null)
                : (null, UndecidedReason.TwoReadings);
        }
        catch (LimitReachedException exception)
        {
            return (null, Undecided.ReasonOf(exception));
        }
    }

    /// <summary>A row of the space that both codings label; null where there is none, or it was not found out.</summary>
    /// <param name="space">The space.</param>
    /// <param name="first">The place of one coding.</param>
    /// <param name="second">The place of the other.</param>
    /// <param name="isWhole">Whether there is none for certain, in this space or another.</param>
    private static Row? Search(CatalogueSpace space, int first, int second, out bool isWhole)
    {
        isWhole = false;
        try
        {
            if (space.Find([space.Labelled(first), space.Labelled(second)]) is { } region)
            {
                return space.Pick(region, [first, second]);
            }

            isWhole = space.SpeaksOfAllRowsOf(first, second);
            return null;
        }
        catch (LimitReachedException)
        {
            // In a space of their own the two may take less work.
            return null;
        }
    }
}
