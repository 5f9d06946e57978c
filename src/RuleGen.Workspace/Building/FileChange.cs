namespace RuleGen.Workspaces.Building;

/// <summary>An entry of the folder that is built, and what has to happen to it.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="CodingId">The coding that it belongs to; null for what is stale.</param>
/// <param name="Kind">What has to happen.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">The text that it must have; empty for what is stale.</param>
public sealed record FileChange(
    string Path,
    string? CodingId,
    FileChangeKind Kind,
    FileChangeReason Reason,
    string Text
);

/// <summary>What has to happen to a file.</summary>
public enum FileChangeKind
{
    /// <summary>Nothing: it is as it must be.</summary>
    Unchanged,

    /// <summary>It has to be written.</summary>
    Written,

    /// <summary>It has to be removed.</summary>
    Stale,
}

/// <summary>Why something has to happen to a file.</summary>
public enum FileChangeReason
{
    /// <summary>Nothing has to.</summary>
    None,

    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>It holds another text.</summary>
    OtherText,

    /// <summary>It has the right text, and is marked as a program that can be run.</summary>
    Executable,

    /// <summary>A link is there, which a build never follows; it goes, and what it leads to stays.</summary>
    Link,

    /// <summary>A pipe, socket or device is in its place.</summary>
    Special,

    /// <summary>A folder is there with nothing in it.</summary>
    EmptyFolder,

    /// <summary>An earlier build wrote it, and no coding produces it any more.</summary>
    NoCoding,
}
