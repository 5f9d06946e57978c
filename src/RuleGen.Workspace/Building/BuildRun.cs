using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Building;

/// <summary>Compiles every coding and brings the folder of generated files up to date, or says what is not.</summary>
internal sealed class BuildRun(
    WorkspaceFolder workspace,
    ValueList<PublishedCoding> codings,
    Source source,
    Target target,
    GeneratedFolder folder,
    Verifier verify,
    Prover prove,
    bool checksOnly
)
{
    /// <summary>Runs.</summary>
    /// <exception cref="RuleGenException">RG0501, RG0502: a generated file cannot be read or written.</exception>
    public BuildResult Run()
    {
        var compiler = new CodingCompiler(workspace, source, target, folder, verify, prove);
        var builds = codings.Select(compiler.Compile).ToValueList();
        var files = builds.SelectMany(build => build.Files).ToList();
        var stale = folder.FindStale(
            files.Select(file => file.Path),
            builds.Where(build => !build.IsWhole).Select(build => build.Id)
        );
        var changes = files.Where(file => file.Kind != FileChangeKind.Unchanged).Concat(stale).ToValueList();
        if (!checksOnly)
        {
            foreach (var change in changes)
            {
                folder.Apply(change);
            }
        }

        return new BuildResult(builds, changes, FindOrphans().ToValueList(), checksOnly);
    }

    /// <summary>Published texts without a coding in C#.</summary>
    private IEnumerable<string> FindOrphans() =>
        Directory
            .EnumerateFiles(workspace.PublishedFolder, "*.sql")
            .Where(path => !codings.Any(coding => coding.Id == Path.GetFileNameWithoutExtension(path)))
            .Select(DisplayPath.Of)
            .Order(StringComparer.Ordinal);
}
