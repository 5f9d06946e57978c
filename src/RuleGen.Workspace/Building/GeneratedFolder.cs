using System.Text;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Building;

/// <summary>
/// The folder that <c>build</c> writes: a folder for each coding. Nothing is read, written or removed through a link in
/// it, so that nothing outside it ever changes; a link in the place of a file or folder is itself replaced.
/// </summary>
/// <param name="root">Its path.</param>
/// <param name="isOwned">
/// Whether it is <c>build</c>'s, so that what an earlier build wrote and no coding produces is removed, and a link is
/// not taken for it. In a folder that the user names nothing is removed, but for what is in the way of a file.
/// </param>
internal sealed class GeneratedFolder(string root, bool isOwned)
{
    /// <summary>What has to happen for a coding to have these files, and the list of them.</summary>
    /// <exception cref="RuleGenException">
    /// RG0501: a file that is there cannot be read. RG0502: something of somebody else's is in the way.
    /// </exception>
    public IEnumerable<FileChange> Compare(string codingId, ValueList<GeneratedFile> files) =>
        files
            .Add(Manifest.Of(files))
            .Select(file =>
            {
                var path = Path.Combine([root, codingId, .. file.Name.Split('/')]);
                var reason = Examine(path, file.Text);
                var kind = reason == FileChangeReason.None ? FileChangeKind.Unchanged : FileChangeKind.Written;
                return new FileChange(path, codingId, kind, reason, file.Text);
            });

    /// <summary>What no coding produces: what is to be removed, and what is somebody else's and stays.</summary>
    /// <param name="produced">The paths of those that codings do produce.</param>
    /// <param name="spared">Codings whose files are not known, because they could not be compiled.</param>
    /// <exception cref="RuleGenException">RG0501: the folder, or a file in it, cannot be read.</exception>
    public (ValueList<FileChange> Stale, ValueList<string> Foreign) FindStale(
        IEnumerable<string> produced,
        IEnumerable<string> spared
    )
    {
        if (!isOwned)
        {
            return ([], []);
        }

        var entries = new StaleEntries(
            root,
            produced.ToHashSet(StringComparer.Ordinal),
            spared.Select(id => Path.Combine(root, id)).ToHashSet(StringComparer.Ordinal)
        );
        Guarded(root, InputFile.Unreadable, entries.Find);
        return (entries.Stale, entries.Foreign);
    }

    /// <summary>Makes a change.</summary>
    /// <exception cref="RuleGenException">RG0502: the file cannot be written or removed.</exception>
    public void Apply(FileChange change)
    {
        switch (change.Kind)
        {
            case FileChangeKind.Written:
                Guarded(change.Path, Unwritable, () => Write(change));
                break;
            case FileChangeKind.Stale:
                Guarded(change.Path, Unwritable, () => Remove(change));
                break;
        }
    }

    /// <summary>Why a file has to be written.</summary>
    private FileChangeReason Examine(string path, string text)
    {
        var reason = FileChangeReason.Missing;
        Guarded(path, InputFile.Unreadable, () => reason = HasItsFolder(path) ? ExamineFile(path, text) : reason);
        return reason;
    }

    /// <summary>Whether the folder of a file is there, and no link leads to it.</summary>
    private bool HasItsFolder(string path)
    {
        foreach (var folder in FoldersOf(path))
        {
            switch (KindOf(folder))
            {
                case null or EntryKind.Link:
                    return false;
                case EntryKind.File or EntryKind.Special:
                    throw InTheWay(folder, "It is not a folder");
            }
        }

        return true;
    }

    private static FileChangeReason ExamineFile(string path, string text)
    {
        var status = FileStatus.Of(path);
        switch (status?.Kind)
        {
            case null:
                return FileChangeReason.Missing;
            case EntryKind.Link:
                return FileChangeReason.Link;
            case EntryKind.Special:
                return FileChangeReason.Special;
            case EntryKind.Folder:
                return !Directory.EnumerateFileSystemEntries(path).Any()
                    ? FileChangeReason.EmptyFolder
                    : throw InTheWay(path, "It is a folder");
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return new FileInfo(path).Length != bytes.Length || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)
                ? FileChangeReason.OtherText
            : status.IsExecutable ? FileChangeReason.Executable
            : FileChangeReason.None;
    }

    private void Write(FileChange change)
    {
        foreach (var folder in FoldersOf(change.Path))
        {
            switch (KindOf(folder))
            {
                case EntryKind.Folder:
                    continue;
                case EntryKind.Link:
                    RemoveLink(folder);
                    break;
                case EntryKind.File or EntryKind.Special:
                    throw InTheWay(folder, "It is not a folder");
            }

            Directory.CreateDirectory(folder);
        }

        switch (FileStatus.Of(change.Path)?.Kind)
        {
            case EntryKind.Link:
                RemoveLink(change.Path);
                break;
            case EntryKind.Folder:
                Directory.Delete(change.Path);
                break;
        }

        OutputFile.Replace(change.Path, change.Text);
    }

    /// <summary>Removes an entry, and the folders that are empty without it.</summary>
    private void Remove(FileChange change)
    {
        switch (FileStatus.Of(change.Path)?.Kind)
        {
            case EntryKind.Link:
                RemoveLink(change.Path);
                break;
            case EntryKind.Folder:
                Directory.Delete(change.Path);
                break;
            case EntryKind.File:
                File.Delete(change.Path);
                break;
        }

        for (
            var folder = Path.GetDirectoryName(change.Path)!;
            change.Path != root && folder != root && !Directory.EnumerateFileSystemEntries(folder).Any();
            folder = Path.GetDirectoryName(folder)!
        )
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>Removes a link, and not what it leads to.</summary>
    private static void RemoveLink(string path)
    {
        if (OperatingSystem.IsWindows() && (File.GetAttributes(path) & FileAttributes.Directory) != 0)
        {
            Directory.Delete(path);
        }
        else
        {
            File.Delete(path);
        }
    }

    /// <summary>The folders that a file is in, from the root down.</summary>
    private IEnumerable<string> FoldersOf(string path)
    {
        var folders = new Stack<string>();
        for (var folder = Path.GetDirectoryName(path)!; folder != root; folder = Path.GetDirectoryName(folder)!)
        {
            folders.Push(folder);
        }

        return folders.Prepend(root);
    }

    /// <summary>What a folder is; the root is followed where the user names it.</summary>
    private EntryKind? KindOf(string folder) =>
        (folder == root && !isOwned ? FileStatus.OfTarget(folder) : FileStatus.Of(folder))?.Kind;

    private static void Guarded(string path, Func<string, Exception, RuleGenException> describe, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw describe(path, exception);
        }
    }

    private static RuleGenException Unwritable(string path, Exception failure) =>
        OutputFile.Unwritable(path, failure.Message.TrimEnd('.'));

    private static RuleGenException InTheWay(string path, string what) =>
        OutputFile.Unwritable(path, $"{what}, and not RuleGen's to remove");
}
