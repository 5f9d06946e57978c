using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Building;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Workspaces.Catalogues;

/// <summary>Takes a catalogue through everything that a build asks of it, once its codings are compiled.</summary>
/// <param name="builds">What became of the codings.</param>
/// <param name="source">The source.</param>
/// <param name="folder">The folder of generated files.</param>
/// <param name="targets">The servers that scripts are checked for.</param>
/// <param name="target">The one that they are written for.</param>
/// <param name="naming">How objects are called.</param>
internal sealed class CatalogueCompiler(
    IReadOnlyList<CodingBuild> builds,
    Source source,
    GeneratedFolder folder,
    ValueList<Target> targets,
    Target target,
    ObjectNaming naming
)
{
    /// <summary>Writes the scripts, validates them for every target, and proves each view against the codings.</summary>
    public CatalogueBuild Compile(DeclaredCatalogue declared)
    {
        var build = new CatalogueBuild(declared.Id) { Codings = declared.Codings.Count, Views = declared.Views };
        try
        {
            var codings = declared.Codings.Select(id => Find(declared, id)).ToList();
            build = build with
            {
                Arms = codings.Sum(coding => coding.Arms),
                Clauses = codings.Sum(coding => coding.Clauses),
                Waiting = codings.Where(coding => !coding.IsWhole).Select(coding => coding.Id).ToValueList(),
            };
            return build.IsWhole ? Generate(build, codings.ConvertAll(coding => coding.Formed!)) : build;
        }
        catch (RuleGenException exception)
        {
            return build with { Problems = exception.In($"catalogue {declared.Id}").Problems };
        }
    }

    private CodingBuild Find(DeclaredCatalogue declared, string id) =>
        builds.FirstOrDefault(build => SqlName.Comparer.Equals(build.Id, id))
        ?? throw declared.Lacks(id, builds.Select(build => build.Id));

    private CatalogueBuild Generate(CatalogueBuild build, List<FormedCoding> codings)
    {
        if (builds.Any(each => SqlName.Comparer.Equals(each.Id, build.Id)))
        {
            throw new RuleGenException(
                ErrorCodes.InvalidId,
                $"A coding and a catalogue are both called {build.Id}",
                "Give the catalogue another id"
            );
        }

        var catalogue = new Catalogue(build.Id, codings.Select(coding => coding.Written).ToValueList());
        var scripts = new CatalogueScripts(catalogue, build.Views, source, naming);
        ValueList<GeneratedFile> files = [];
        var all = new List<TargetFiles>();
        foreach (var each in targets)
        {
            try
            {
                var generated = scripts.Generate(each);
                build = build with { ValidTargets = build.ValidTargets.Add(each) };
                files = each == target ? generated : files;
                all.Add(new TargetFiles(each, generated));
            }
            catch (RuleGenException exception) when (each != target && CodingCompiler.IsUnsupported(exception))
            {
                build = build with { Unsupported = build.Unsupported.Add(exception.Problems[0]) };
            }
        }

        build = build with
        {
            Proof = CatalogueProof.Prove(
                scripts,
                codings.Select(coding => coding.Published).ToValueList(),
                all,
                codings.SelectMany(coding => coding.Assumptions).Distinct().ToValueList()
            ),
        };
        return build.IsWhole
            ? build with
            {
                Files = folder.Compare(build.Id, files.Add(build.Proof!.ToFile())).ToValueList(),
            }
            : build;
    }
}
