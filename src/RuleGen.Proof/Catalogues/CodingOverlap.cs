using RuleGen.Model;

namespace RuleGen.Proof.Catalogues;

/// <summary>Two codings that one row can have, and a row that shows it.</summary>
public sealed record CodingOverlap
{
    private CodingOverlap(int first, int second, Row row, Result firstResult, Result secondResult)
    {
        First = first;
        Second = second;
        Row = row;
        FirstResult = firstResult;
        SecondResult = secondResult;
    }

    /// <summary>The place of one coding in the catalogue, from 0.</summary>
    public int First { get; }

    /// <summary>The place of the other, which stands after it.</summary>
    public int Second { get; }

    /// <summary>The row: the columns that the two codings read.</summary>
    public Row Row { get; }

    /// <summary>What the one makes of it: kept, with a label.</summary>
    public Result FirstResult { get; }

    /// <summary>What the other makes of it: kept, with a label.</summary>
    public Result SecondResult { get; }

    /// <summary>The overlap that a row shows, once an engine has run both codings on it; null where it does not show one.</summary>
    internal static CodingOverlap? Confirm(
        ICodingEvaluator evaluator,
        (int Place, Coding Coding) first,
        (int Place, Coding Coding) second,
        Row row
    ) =>
        evaluator.FindResult(first.Coding, row) is { Outcome: not null } one
        && evaluator.FindResult(second.Coding, row) is { Outcome: not null } other
            ? new CodingOverlap(first.Place, second.Place, row, one, other)
            : null;
}

/// <summary>Two codings of which it was not decided whether one row can have both.</summary>
/// <param name="First">The place of one coding in the catalogue, from 0.</param>
/// <param name="Second">The place of the other.</param>
/// <param name="Reason">Why.</param>
public sealed record UndecidedOverlap(int First, int Second, UndecidedReason Reason);

/// <summary>Which codings of a catalogue one row can have together.</summary>
/// <param name="Overlaps">Those pairs, in the catalogue's order.</param>
/// <param name="Undecided">The pairs of which it was not decided; of all others no row has both.</param>
/// <param name="Basis">What this depends on.</param>
public sealed record OverlapReport(
    ValueList<CodingOverlap> Overlaps,
    ValueList<UndecidedOverlap> Undecided,
    ProofBasis Basis
);
