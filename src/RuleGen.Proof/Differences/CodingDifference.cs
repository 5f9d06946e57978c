using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>How two codings differ.</summary>
public abstract record CodingDifference
{
    private protected CodingDifference(ProofBasis basis) => Basis = basis;

    /// <summary>What the answer depends on.</summary>
    public ProofBasis Basis { get; }
}

/// <summary>The difference, exactly: a row's result differs just where the row is in one of the regions, or more.</summary>
public sealed record DecidedDifference : CodingDifference
{
    private readonly Formula _assumed;

    internal DecidedDifference(ProofBasis basis, RowSpace space, Formula assumed)
        : base(basis)
    {
        Space = space;
        _assumed = assumed;
    }

    /// <summary>How they differ as a whole.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Whether the codings are equal: the same arms, ELSE and exclusions, comments and layout aside.</summary>
    public required bool AreSame { get; init; }

    /// <summary>The regions: gained, lost, relabelled, newly kept, newly excluded.</summary>
    public required ValueList<DifferenceRegion> Regions { get; init; }

    /// <summary>
    /// The pairs of regions, by their places in <see cref="Regions"/>, that have rows in common. Such regions are of one
    /// kind, with the same labels.
    /// </summary>
    public required ValueList<(int First, int Second)> Overlaps { get; init; }

    /// <summary>Whether a row is as the assumptions have it. The regions say nothing about other rows.</summary>
    public bool IsAsAssumed(Row row) => _assumed.Holds(row);

    /// <summary>What the regions' formulas are about.</summary>
    internal RowSpace Space { get; }
}

/// <summary>They differ, as a row shows; in which rows is not listed, for that takes too much work.</summary>
public sealed record UnlistedDifference : CodingDifference
{
    internal UnlistedDifference(UndecidedReason reason, Different shown)
        : base(shown.Basis) => (Reason, Shown) = (reason, shown);

    /// <summary>Why the regions are not listed.</summary>
    public UndecidedReason Reason { get; }

    /// <summary>A row, with what the old (left) and the new (right) coding make of it.</summary>
    public Different Shown { get; }
}

/// <summary>The question was not decided.</summary>
public sealed record UndecidedDifference : CodingDifference
{
    internal UndecidedDifference(Undecided question)
        : base(question.Basis) => Question = question;

    /// <summary>Why.</summary>
    public UndecidedReason Reason => Question.Reason;

    /// <summary>Which conditions are in the way.</summary>
    public Undecided Question { get; }
}
