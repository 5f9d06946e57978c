using RuleGen.Model;

namespace RuleGen.Data.Files;

/// <summary>What the file system says of an entry, without opening it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Identity">
/// Equal for two paths exactly where both lead to one file, however they are spelled: the volume, and the file's number
/// on it.
/// </param>
/// <param name="Mode">Who may do what with it; null on Windows.</param>
public sealed record FileStatus(EntryKind Kind, string Identity, UnixFileMode? Mode)
{
    /// <summary>Whether somebody may run it as a program.</summary>
    public bool IsExecutable =>
        Mode is { } mode
        && (mode & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    /// <summary>The entry of a path; a link is a link. Null where there is none.</summary>
    /// <exception cref="IOException">The file system does not tell.</exception>
    public static FileStatus? Of(string path) => Read(path, followsLinks: false);

    /// <summary>What a path leads to through all links; null where that is nothing.</summary>
    /// <exception cref="IOException">The file system does not tell.</exception>
    public static FileStatus? OfTarget(string path) => Read(path, followsLinks: true);

    /// <summary>What the standard input reads; null where the system does not tell.</summary>
    public static FileStatus? OfStandardInput() => OfStandardStream(0);

    /// <summary>What the standard output writes to; null where the system does not tell.</summary>
    public static FileStatus? OfStandardOutput() => OfStandardStream(1);

    /// <summary>What a path leads to; null where it leads nowhere, or the file system does not tell.</summary>
    public static FileStatus? TryOfTarget(string path)
    {
        try
        {
            return OfTarget(path);
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            return null;
        }
    }

    private static FileStatus? Read(string path, bool followsLinks)
    {
        var full = Path.GetFullPath(path);
        try
        {
            return OperatingSystem.IsWindows()
                ? WindowsStatus.Read(full, followsLinks)
                : UnixStatus.Read(full, followsLinks);
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return ReadPortably(full, followsLinks);
        }
    }

    private static FileStatus? OfStandardStream(int number)
    {
        try
        {
            return OperatingSystem.IsWindows() ? WindowsStatus.ReadStandard(number) : UnixStatus.ReadOpen(number);
        }
        catch (Exception exception)
            when (InputFile.IsFileFailure(exception) || exception is EntryPointNotFoundException or DllNotFoundException
            )
        {
            return null;
        }
    }

    /// <summary>
    /// What the runtime alone tells, on a system whose own calls are not known here: hard links and pipes are files like
    /// any other.
    /// </summary>
    private static FileStatus? ReadPortably(string path, bool followsLinks)
    {
        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (entry.LinkTarget is not null)
        {
            if (!followsLinks)
            {
                return new FileStatus(EntryKind.Link, path, Mode: null);
            }

            entry = entry.ResolveLinkTarget(returnFinalTarget: true)!;
        }

        var kind = entry is DirectoryInfo ? EntryKind.Folder : EntryKind.File;
        return entry.Exists ? new FileStatus(kind, entry.FullName, entry.UnixFileMode) : null;
    }
}
