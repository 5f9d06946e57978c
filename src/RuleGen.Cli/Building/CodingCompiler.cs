using RuleGen.Cli.Commands;
using RuleGen.Cli.Verification;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.TSql.Read;

namespace RuleGen.Cli.Building;

/// <summary>Verifies a coding over a source, with the scripts made for it.</summary>
internal delegate VerificationResult Verifier(PublishedCoding coding, Source source, ValueList<GeneratedFile> files);

/// <summary>Takes a coding written in C# through everything that a build asks of it.</summary>
internal sealed class CodingCompiler(
    Checkout checkout,
    Source source,
    Target target,
    GeneratedFolder folder,
    Verifier verify
)
{
    /// <summary>Where the published text of a coding is.</summary>
    public static string PublishedPath(Checkout checkout, string id) =>
        Path.Combine(checkout.PublishedFolder, id + ".sql");

    /// <summary>
    /// Compares a coding with its published text, writes and validates its scripts for every target, and verifies
    /// those that are to be written.
    /// </summary>
    public CodingBuild Compile(PublishedCoding published)
    {
        var build = new CodingBuild(published.Id);
        try
        {
            var coding = CodingArgument.Bind(published, source);
            build = build with { Arms = coding.Arms.Count, Clauses = coding.Clauses.Count() };
            build = build with { Difference = FindDifference(published.Id, coding) };
            return build.IsWhole ? Generate(build, published with { Coding = coding }) : build;
        }
        catch (RuleGenException exception)
        {
            return build with { Problems = exception.Problems };
        }
    }

    private string? FindDifference(string id, Coding coding)
    {
        var path = PublishedPath(checkout, id);
        if (!File.Exists(path))
        {
            return $"there is no {Checkout.Display(path)}";
        }

        var file = Checkout.Display(path);
        var text = InputFile.ReadText(path);
        try
        {
            var read = CodingReader.Read(text, source);
            var fragments =
                (coding.Arms.Count > 0 ? FragmentWriter.WriteCase(coding) : "")
                + (coding.Exclusions is null ? "" : FragmentWriter.WriteWhere(coding));
            return PublishedTextComparison.FindFirst(PublishedText.ToSql(text, source), fragments)?.ToString()
                ?? (read.Coding == coding ? null : "the tokens are the same, and the meaning is not");
        }
        catch (RuleGenException exception)
        {
            throw exception.In(file);
        }
    }

    private CodingBuild Generate(CodingBuild build, PublishedCoding published)
    {
        ValueList<GeneratedFile> files = [];
        foreach (var each in Targets.All)
        {
            try
            {
                var generated = ScriptGenerator.Generate(published, source, each);
                build = build with { ValidTargets = build.ValidTargets.Add(each) };
                files = each == target ? generated : files;
            }
            catch (RuleGenException exception) when (each != target && IsUnsupported(exception))
            {
                build = build with { Unsupported = build.Unsupported.Add(exception.Problems[0]) };
            }
            catch (RuleGenException exception)
            {
                var problems = exception.In($"{published.Id} for {each.Title}").Problems;
                build = build with { Problems = build.Problems.Concat(problems).ToValueList() };
            }
        }

        if (build.IsWhole)
        {
            build = build with { Verification = verify(published, source, files) };
        }

        return build with
        {
            Files = build.IsWhole ? folder.Compare(published.Id, files).ToValueList() : [],
        };
    }

    /// <summary>
    /// Whether a server cannot take the coding's scripts, which only matters where they are meant for it.
    /// </summary>
    private static bool IsUnsupported(RuleGenException exception) =>
        exception.Problems.All(problem => problem.Code == ErrorCodes.UnsupportedByTarget);
}
