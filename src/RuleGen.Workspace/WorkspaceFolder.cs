using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Workspaces.Codings;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Workspaces;

/// <summary>The folder of a workspace, with the places of its files.</summary>
public sealed class WorkspaceFolder
{
    private const string TextPattern = "*.sql";

    // What a folder without a file of its own has one of when it is a workspace: the source, or this repository's solution.
    private static readonly string[] Marks = ["sql/schema/apcs.json", Solution];

    private const string Solution = "RuleGen.sln";

    private WorkspaceFolder(string root, WorkspaceFile? file, IEnumerable<SettingsLayer> above)
    {
        Root = root;
        HasFile = file is not null;
        Catalogues = file?.Catalogues ?? [];
        Settings = WorkspaceSettings.Resolve(root, file is null ? above : above.Append(file.Settings));
    }

    /// <summary>Its full path.</summary>
    public string Root { get; }

    /// <summary>
    /// Whether it has a <c>rulegen.json</c>, so that its codings are the texts in their folder; else they are those in C#, too.
    /// </summary>
    public bool HasFile { get; }

    /// <summary>Whether it is a checkout of RuleGen's own repository.</summary>
    public bool IsCheckout => File.Exists(Path.Combine(Root, Solution));

    /// <summary>Its settings.</summary>
    public WorkspaceSettings Settings { get; }

    /// <summary>The catalogues that its file declares.</summary>
    public ValueList<DeclaredCatalogue> Catalogues { get; }

    /// <summary>The file of the source that the codings read.</summary>
    public string SchemaFile => Settings.Source.Value;

    /// <summary>The folder of the published texts, each called after the id of its coding.</summary>
    public string PublishedFolder => Settings.Codings.Value;

    /// <summary>The folder that a build writes, and owns.</summary>
    public string GeneratedFolder => Settings.Output.Value;

    /// <summary>The workspace that a folder is, or is in; null where there is none.</summary>
    /// <param name="path">The folder, or a file in it.</param>
    /// <param name="above">What prevails over the workspace's file, the one that prevails first; null for nothing.</param>
    /// <exception cref="RuleGenException">As for <see cref="WorkspaceFile.Read"/>.</exception>
    public static WorkspaceFolder? Find(string path, ValueList<SettingsLayer>? above = null)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(path)); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, WorkspaceFile.FileName);
            if (File.Exists(file))
            {
                return new WorkspaceFolder(at.FullName, WorkspaceFile.Read(file), above ?? []);
            }

            if (Array.Exists(Marks, mark => File.Exists(Path.Combine(at.FullName, mark))))
            {
                return new WorkspaceFolder(at.FullName, file: null, above ?? []);
            }
        }

        return null;
    }

    /// <summary>Where the published text of a coding is, or would be.</summary>
    /// <param name="id">The coding's id.</param>
    public string PublishedText(string id) => Path.Combine(PublishedFolder, id + ".sql");

    /// <summary>The published texts, in the order of their names.</summary>
    /// <exception cref="RuleGenException">RG0501: there is no such folder, or it cannot be read.</exception>
    public ValueList<string> FindTexts()
    {
        WorkspaceSettings.CheckIsThere(Settings.Codings, "folder of codings", "name another with --codings");
        return FindTexts(PublishedFolder);
    }

    /// <summary>The published text of an id, whatever the letter case; null where there is none.</summary>
    internal string? FindText(string id) =>
        CodingId.IsValid(id) && Directory.Exists(PublishedFolder)
            ? FindTexts().FirstOrDefault(path => SqlName.Comparer.Equals(Path.GetFileNameWithoutExtension(path), id))
            : null;

    /// <summary>A path as generated files have it: from the folder of the workspace, where it is below it.</summary>
    internal string Shown(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return (
            relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
                ? Path.GetFileName(path)
                : relative
        ).Replace('\\', '/');
    }

    /// <summary>The texts in a folder, in the order of their names.</summary>
    /// <exception cref="RuleGenException">RG0501: there is no such folder, or it cannot be read.</exception>
    internal static ValueList<string> FindTexts(string folder)
    {
        try
        {
            return FileStatus.OfTarget(folder)?.Kind switch
            {
                EntryKind.Folder => Directory
                    .EnumerateFiles(folder, TextPattern)
                    .Order(StringComparer.Ordinal)
                    .ToValueList(),
                null => throw InputFile.Unreadable(DisplayPath.Of(folder), "There is no such folder"),
                _ => throw InputFile.Unreadable(DisplayPath.Of(folder), "It is not a folder"),
            };
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw InputFile.Unreadable(DisplayPath.Of(folder), exception);
        }
    }
}
