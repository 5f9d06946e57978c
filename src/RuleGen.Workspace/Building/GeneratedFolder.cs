using System.Text;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Building;

/// <summary>The folder that <c>build</c> writes: a folder for each coding.</summary>
/// <param name="root">Its path.</param>
/// <param name="isOwned">
/// Whether everything in it is <c>build</c>'s, so that what no coding produces is removed. A folder that the user names
/// may hold other things, and nothing in it is removed.
/// </param>
internal sealed class GeneratedFolder(string root, bool isOwned)
{
    /// <summary>What has to happen for a coding to have these files.</summary>
    /// <exception cref="RuleGenException">RG0501: a file that is there cannot be read.</exception>
    public IEnumerable<FileChange> Compare(string codingId, ValueList<GeneratedFile> files) =>
        files.Select(file =>
        {
            var path = Path.Combine([root, codingId, .. file.Name.Split('/')]);
            var kind = Holds(path, file.Text) ? FileChangeKind.Unchanged : FileChangeKind.Written;
            return new FileChange(path, codingId, kind, file.Text);
        });

    /// <summary>Files that no coding produces.</summary>
    /// <param name="produced">The paths of those that codings do produce.</param>
    /// <param name="spared">Codings whose files are not known, because they could not be compiled.</param>
    public IEnumerable<FileChange> FindStale(IEnumerable<string> produced, IEnumerable<string> spared)
    {
        if (!isOwned || !Directory.Exists(root))
        {
            return [];
        }

        var known = produced.ToHashSet(StringComparer.Ordinal);
        var sparedFolders = spared.Select(id => Path.Combine(root, id) + Path.DirectorySeparatorChar).ToList();
        return Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(path => !known.Contains(path))
            .Where(path => !sparedFolders.Exists(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => new FileChange(path, CodingId: null, FileChangeKind.Stale, Text: ""));
    }

    /// <summary>Makes a change.</summary>
    /// <exception cref="RuleGenException">RG0502: the file cannot be written or removed.</exception>
    public void Apply(FileChange change)
    {
        switch (change.Kind)
        {
            case FileChangeKind.Written:
                OutputFile.Write(change.Path, change.Text);
                break;
            case FileChangeKind.Stale:
                Remove(change.Path);
                break;
        }
    }

    private static bool Holds(string path, string text)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            return File.ReadAllBytes(path).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw InputFile.Unreadable(path, exception);
        }
    }

    /// <summary>Removes a file, and the folders that are empty without it.</summary>
    private void Remove(string path)
    {
        try
        {
            File.Delete(path);
            for (
                var folder = Path.GetDirectoryName(path)!;
                folder != root && !Directory.EnumerateFileSystemEntries(folder).Any();
                folder = Path.GetDirectoryName(folder)!
            )
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw OutputFile.Unwritable(path, exception.Message.TrimEnd('.'));
        }
    }
}
