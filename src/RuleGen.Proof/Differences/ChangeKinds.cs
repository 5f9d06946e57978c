using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>What becomes of a row, from its results.</summary>
public static class ChangeKinds
{
    /// <summary>The kind of change from one result to another; null where they are the same.</summary>
    /// <param name="old">The result of the old coding.</param>
    /// <param name="new">The result of the new one.</param>
    public static ChangeKind? Of(Result old, Result @new) =>
        old == @new ? null
        : !old.IsKept ? ChangeKind.NewlyKept
        : !@new.IsKept ? ChangeKind.NewlyExcluded
        : old.Outcome is null ? ChangeKind.Gained
        : @new.Outcome is null ? ChangeKind.Lost
        : ChangeKind.Relabelled;
}
