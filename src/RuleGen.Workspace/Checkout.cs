using RuleGen.Model;
using RuleGen.Workspaces.Building;

namespace RuleGen.Workspaces;

/// <summary>The checkout of RuleGen that the command works in, with the places of its files.</summary>
internal sealed class Checkout
{
    private Checkout(string root) => Root = root;

    /// <summary>Its folder.</summary>
    public string Root { get; }

    /// <summary>The schema file that is used where none is named.</summary>
    public string SchemaFile => Path.Combine(Root, "sql", "schema", "apcs.json");

    /// <summary>The folder of the published texts.</summary>
    public string PublishedFolder => Path.Combine(Root, "sql", "published");

    /// <summary>The folder that <c>build</c> writes, and owns.</summary>
    public string GeneratedFolder => Path.Combine(Root, "generated");

    /// <summary>
    /// The checkout around the current folder, or else the one that the program was built in.
    /// </summary>
    /// <exception cref="RuleGenException">RG0501: there is none.</exception>
    public static Checkout Find() =>
        Above(Directory.GetCurrentDirectory())
        ?? Above(AppContext.BaseDirectory)
        ?? throw new RuleGenException(
            ErrorCodes.UnreadableFile,
            "There is no checkout of RuleGen here: no folder above this one has 'RuleGen.sln'",
            "Run rulegen inside a checkout, or name the schema file with --schema"
        );

    /// <summary>A path as messages and tables show it: from the current folder where it is below it.</summary>
    public static string Display(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }

    private static Checkout? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "RuleGen.sln")))
            {
                return new Checkout(at.FullName);
            }
        }

        return null;
    }
}
