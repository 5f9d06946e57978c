namespace RuleGen.Data.Files;

/// <summary>What a name of a folder stands for.</summary>
public enum EntryKind
{
    /// <summary>An ordinary file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link; on Windows a junction, too.</summary>
    Link,

    /// <summary>A named pipe, a socket or a device: opening it may wait for ever, and it holds no text.</summary>
    Special,
}
