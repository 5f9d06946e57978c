namespace RuleGen.Workspaces.Building;

/// <summary>A file of the folder that is built, and what has to happen to it.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="CodingId">The coding that it belongs to; null for a stale file.</param>
/// <param name="Kind">What has to happen.</param>
/// <param name="Text">The text that it must have; empty for a stale file.</param>
public sealed record FileChange(string Path, string? CodingId, FileChangeKind Kind, string Text);

/// <summary>What has to happen to a file.</summary>
public enum FileChangeKind
{
    /// <summary>Nothing: it is as it must be.</summary>
    Unchanged,

    /// <summary>It has to be written.</summary>
    Written,

    /// <summary>No coding produces it any more.</summary>
    Stale,
}
