using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Building;
using RuleGen.Workspaces.Catalogues;

namespace RuleGen.Tests.Property;

/// <summary>The views of generated catalogues are read back as what was written, and proven to say what the codings say.</summary>
public sealed class CatalogueScriptTests
{
    private const int Cases = 40;

    [Test]
    public void Each_view_says_of_every_row_what_the_codings_say([Values] bool isBabelfish)
    {
        var (proven, target) = (0, isBabelfish ? Targets.Babelfish : Targets.SqlServer2017);
        for (var seed = 1; seed <= Cases; seed++)
        {
            var draw = new Draw(seed);
            var source = new SourceGenerator(draw).Next();
            var words = new Vocabulary(draw);
            var codings = Enumerable
                .Range(0, 3)
                .Select(number => Publish(number, new CodingGenerator(source, draw, words, 10 + (5 * number)).Next()))
                .Where(each => each.Coding.ResultType is not null)
                .ToValueList();
            if (codings.Count < 2 || (isBabelfish && HasBracket(source)))
            {
                continue;
            }

            ValueList<CatalogueView> views =
                codings.Select(each => each.Coding.ResultType).Distinct().Count() == 1
                    ? [.. Enum.GetValues<CatalogueView>()]
                    : [CatalogueView.Flags];
            var scripts = new CatalogueScripts(new Catalogue("Drawn", codings), views, source);
            var proof = CatalogueProof.Prove(scripts, codings, [new TargetFiles(target, scripts.Generate(target))], []);

            Assert.That(
                proof.Views.Select(view => view.Word).Distinct(),
                Is.EqualTo(new[] { "equivalent" }),
                $"seed {seed}"
            );
            proven += proof.Views.Count;
        }

        Assert.That(proven, Is.GreaterThan(Cases));
    }

    private static PublishedCoding Publish(int number, Coding coding) =>
        new()
        {
            Id = $"Coding_{number}",
            Title = $"Coding {number}",
            Publication = "Nobody",
            Edition = "First",
            Coding = coding,
        };

    private static bool HasBracket(Source source) =>
        source
            .Columns.Concat(source.Lists.SelectMany(list => list.Type.Columns.Append(list.Column)))
            .SelectMany(column => (string[])[column.Name, column.StoredName])
            .Concat([source.Alias, source.Table.Name, source.Table.Schema])
            .Any(name => name.Contains(']', StringComparison.Ordinal));
}
