using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>A way in which results differ: rows with one kind of change and, where both codings keep them, one pair of labels.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Old">The old label; null is NULL, and where the row is not kept by both.</param>
/// <param name="New">The new label; null is NULL, and where the row is not kept by both.</param>
/// <param name="Type">The type of both labels.</param>
internal sealed record Change(ChangeKind Kind, string? Old = null, string? New = null, LabelType Type = LabelType.Text)
{
    /// <summary>A change of the label of rows that both codings keep.</summary>
    public static Change OfLabels(string? old, string? @new, LabelType type) =>
        new(
            old is null ? ChangeKind.Gained
                : @new is null ? ChangeKind.Lost
                : ChangeKind.Relabelled,
            old,
            @new,
            type
        );

    /// <summary>What each coding makes of the rows of a change: together, they are those rows.</summary>
    public (NamedCondition Old, NamedCondition New) Sides =>
        Kind switch
        {
            ChangeKind.NewlyKept => (
                new(Side.Old, NamedConditionKind.Excludes),
                new(Side.New, NamedConditionKind.Keeps)
            ),
            ChangeKind.NewlyExcluded => (
                new(Side.Old, NamedConditionKind.Keeps),
                new(Side.New, NamedConditionKind.Excludes)
            ),
            _ => (
                new(Side.Old, NamedConditionKind.Gives, Label: Old, Type: Type),
                new(Side.New, NamedConditionKind.Gives, Label: New, Type: Type)
            ),
        };
}
