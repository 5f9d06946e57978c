using RuleGen.Data.Files;
using RuleGen.Model;

namespace RuleGen.Workspaces.Building;

/// <summary>
/// Looks through the folder of generated files for what no coding produces. No link is followed, and nothing but the
/// files that a <see cref="Manifest"/> lists is opened.
/// </summary>
/// <param name="root">The folder.</param>
/// <param name="produced">The paths of the files that codings produce.</param>
/// <param name="spared">The folders of codings whose files are not known.</param>
internal sealed class StaleEntries(string root, IReadOnlySet<string> produced, IReadOnlySet<string> spared)
{
    // What people keep beside what is generated, to explain it or for Git.
    private static readonly string[] Welcome = ["README.md", ".gitattributes", ".gitignore", ".gitkeep"];

    private readonly HashSet<string> _needed = FoldersOf(root, produced);
    private readonly List<FileChange> _stale = [];
    private readonly List<string> _foreign = [];

    /// <summary>What is to be removed: files that an earlier build wrote, links and empty folders.</summary>
    public ValueList<FileChange> Stale => _stale.ToValueList();

    /// <summary>The paths of what is not ours, or not as we wrote it, and stays; of folders, what is in them.</summary>
    public ValueList<string> Foreign => _foreign.ToValueList();

    /// <summary>Looks.</summary>
    /// <exception cref="RuleGenException">RG0501: a folder, or a file that is listed, cannot be read.</exception>
    public void Find()
    {
        switch (FileStatus.Of(root)?.Kind)
        {
            case EntryKind.Link:
                Add(root, FileChangeReason.Link);
                break;
            case EntryKind.Folder:
                foreach (var path in Entries(root))
                {
                    Look(path, manifest: null, home: path);
                }

                break;
        }
    }

    /// <summary>Looks at an entry.</summary>
    /// <param name="path">The entry.</param>
    /// <param name="manifest">What the build wrote there.</param>
    /// <param name="home">The folder of the manifest: the one below the root that the entry is or is in.</param>
    private void Look(string path, Manifest? manifest, string home)
    {
        if (spared.Contains(path) || produced.Contains(path))
        {
            return;
        }

        switch (FileStatus.Of(path)?.Kind)
        {
            case EntryKind.Link:
                Add(path, FileChangeReason.Link);
                break;
            case EntryKind.Folder:
                LookInto(path, path == home ? Manifest.Find(home) : manifest, home);
                break;
            case EntryKind.File when IsOurs(path, manifest, home):
                Add(path, FileChangeReason.NoCoding);
                break;
            default:
                if (path != home || !Welcome.Contains(Path.GetFileName(path)))
                {
                    _foreign.Add(path);
                }

                break;
        }
    }

    private void LookInto(string folder, Manifest? manifest, string home)
    {
        var entries = Entries(folder);
        foreach (var path in entries)
        {
            Look(path, manifest, home);
        }

        if (entries.Count == 0 && !_needed.Contains(folder))
        {
            Add(folder, FileChangeReason.EmptyFolder);
        }
    }

    private static bool IsOurs(string path, Manifest? manifest, string home)
    {
        var name = Path.GetRelativePath(home, path).Replace(Path.DirectorySeparatorChar, '/');
        return manifest is not null
            && (name == Manifest.FileName || (manifest.Lists(name) && manifest.Holds(name, path)));
    }

    private void Add(string path, FileChangeReason reason) =>
        _stale.Add(new FileChange(path, CodingId: null, FileChangeKind.Stale, reason, Text: ""));

    private static List<string> Entries(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw InputFile.Unreadable(folder, exception);
        }
    }

    /// <summary>The folders that files are in, below the root.</summary>
    private static HashSet<string> FoldersOf(string root, IEnumerable<string> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (
                var folder = Path.GetDirectoryName(file);
                folder is not null && folder != root && folders.Add(folder);
                folder = Path.GetDirectoryName(folder)
            ) { }
        }

        return folders;
    }
}
