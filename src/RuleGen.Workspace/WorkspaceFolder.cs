namespace RuleGen.Workspaces;

/// <summary>The folder of a workspace, with the places of its files.</summary>
public sealed class WorkspaceFolder
{
    private const string SchemaPlace = "sql/schema/apcs.json";

    // What a folder has one of when it is a workspace: the source, or this repository's solution.
    private static readonly string[] Marks = [SchemaPlace, "RuleGen.sln"];

    private WorkspaceFolder(string root) => Root = root;

    /// <summary>Its full path.</summary>
    public string Root { get; }

    /// <summary>The file of the source that the codings read.</summary>
    public string SchemaFile => Place(SchemaPlace);

    /// <summary>The folder of the published texts, each called after the id of its coding.</summary>
    public string PublishedFolder => Place("sql/published");

    /// <summary>The folder that a build writes, and owns.</summary>
    public string GeneratedFolder => Place("generated");

    /// <summary>The workspace that a folder is, or is in; null where there is none.</summary>
    /// <param name="path">The folder, or a file in it.</param>
    public static WorkspaceFolder? Find(string path)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(path)); at is not null; at = at.Parent)
        {
            if (Array.Exists(Marks, mark => File.Exists(Path.Combine(at.FullName, mark))))
            {
                return new WorkspaceFolder(at.FullName);
            }
        }

        return null;
    }

    /// <summary>Where the published text of a coding is, or would be.</summary>
    /// <param name="id">The coding's id.</param>
    public string PublishedText(string id) => Path.Combine(PublishedFolder, id + ".sql");

    private string Place(string relative) => Path.GetFullPath(Path.Combine(Root, relative));
}
