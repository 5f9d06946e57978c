using RuleGen.Proof.Differences;

namespace RuleGen.Workspaces.Diffing;

/// <summary>What programs read for what becomes of a row.</summary>
public static class ChangeName
{
    /// <summary>
    /// <c>gained</c>, <c>lost</c>, <c>relabelled</c>, <c>newly-kept</c> or <c>newly-excluded</c>; these do not change.
    /// </summary>
    public static string Of(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Gained => "gained",
            ChangeKind.Lost => "lost",
            ChangeKind.Relabelled => "relabelled",
            ChangeKind.NewlyKept => "newly-kept",
            ChangeKind.NewlyExcluded => "newly-excluded",
            _ => throw new InvalidOperationException($"There is no name for {kind}."),
        };
}
