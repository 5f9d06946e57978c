using RuleGen.Data.Files;
using RuleGen.Model;

namespace RuleGen.Workspaces.Building;

/// <summary>Compiles every coding and brings the folder of generated files up to date, or says what is not.</summary>
internal sealed class BuildRun(
    WorkspaceFolder workspace,
    Source source,
    GeneratedFolder folder,
    Verifier verify,
    Prover prove,
    BuildOptions options
)
{
    /// <summary>Runs.</summary>
    /// <exception cref="RuleGenException">
    /// RG0501: there is no folder of published texts, or a generated file cannot be read. RG0502: one cannot be written.
    /// RG0503: one would take the place of a file that is read.
    /// </exception>
    public BuildResult Run()
    {
        var orphans = FindOrphans().ToValueList();
        var compiler = new CodingCompiler(workspace, source, folder, verify, prove, options);
        var builds = options.Codings.Select(compiler.Compile).ToValueList();
        var files = builds.SelectMany(build => build.Files).ToList();
        var (stale, foreign) = folder.FindStale(
            files.Select(file => file.Path),
            builds.Where(build => !build.IsWhole).Select(build => build.Id)
        );
        var changes = files.Where(file => file.Kind != FileChangeKind.Unchanged).Concat(stale).ToValueList();
        RefuseInputs(changes);
        if (!options.ChecksOnly)
        {
            // What is removed may be in the way of what is written.
            foreach (var change in stale.Concat(files))
            {
                folder.Apply(change);
            }
        }

        return new BuildResult(builds, changes, orphans, options.ChecksOnly) { Foreign = foreign };
    }

    /// <summary>Refuses to replace a file that was read.</summary>
    private void RefuseInputs(IEnumerable<FileChange> changes)
    {
        foreach (var change in changes.Where(change => change.Kind == FileChangeKind.Written))
        {
            if (options.Inputs.FirstOrDefault(input => IsSameEntry(input, change.Path)) is { } input)
            {
                throw OutputFile.IsInput(DisplayPath.Of(change.Path), input);
            }
        }
    }

    /// <summary>
    /// Whether two paths are one name in one folder. Another name of the same file does not matter: a build gives its own
    /// name a new file.
    /// </summary>
    private static bool IsSameEntry(string input, string written) =>
        string.Equals(Path.GetFileName(input), Path.GetFileName(written), StringComparison.OrdinalIgnoreCase)
        && FolderOf(input) is { } folder
        && folder == FolderOf(written);

    private static string? FolderOf(string path) =>
        FileStatus.TryOfTarget(Path.GetDirectoryName(Path.GetFullPath(path))!)?.Identity;

    /// <summary>Published texts without a coding in C#.</summary>
    private List<string> FindOrphans()
    {
        var published = workspace.PublishedFolder;
        try
        {
            return FileStatus.OfTarget(published)?.Kind switch
            {
                EntryKind.Folder => Directory
                    .EnumerateFiles(published, "*.sql")
                    .Where(path => !options.Codings.Any(coding => coding.Id == Path.GetFileNameWithoutExtension(path)))
                    .Select(DisplayPath.Of)
                    .Order(StringComparer.Ordinal)
                    .ToList(),
                null => throw InputFile.Unreadable(DisplayPath.Of(published), "There is no such folder"),
                _ => throw InputFile.Unreadable(DisplayPath.Of(published), "It is not a folder"),
            };
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw InputFile.Unreadable(DisplayPath.Of(published), exception);
        }
    }
}
