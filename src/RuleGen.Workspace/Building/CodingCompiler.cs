using RuleGen.Clr;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Fixtures;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Workspaces.Building;

/// <summary>
/// Verifies a coding on its fixtures, and more, with the scripts and the SQLCLR assembly made for it.
/// </summary>
/// <param name="fixtures">The fixtures of the coding.</param>
/// <param name="coding">The coding, and the form in which the scripts write it.</param>
/// <param name="files">The scripts.</param>
/// <param name="assembly">The assembly; null where there is none.</param>
internal delegate VerificationResult Verifier(
    CodingFixtures fixtures,
    FormedCoding coding,
    ValueList<GeneratedFile> files,
    ClrAssembly? assembly
);

/// <summary>Takes a coding written in C# through everything that a build asks of it.</summary>
internal sealed class CodingCompiler(
    WorkspaceFolder workspace,
    Source source,
    GeneratedFolder folder,
    Verifier verify,
    Prover prove,
    BuildOptions options
)
{
    private readonly Target _target = options.Target;

    /// <summary>
    /// Compares a coding with its published text, writes and validates its scripts for every target, verifies those
    /// that are to be written, and proves all texts equivalent to the coding.
    /// </summary>
    public CodingBuild Compile(PublishedCoding published)
    {
        var build = new CodingBuild(published.Id);
        try
        {
            var coding = new CodingFinder(source).Bind(published).Coding;
            build = build with { Arms = coding.Arms.Count, Clauses = coding.Clauses.Count() };
            if (Compare(published.Id, coding) is not { } match)
            {
                return build with { MissingText = DisplayPath.Of(workspace.PublishedText(published.Id)) };
            }

            return match.Difference is { } difference
                ? build with
                {
                    Difference = difference,
                }
                : Generate(build, published with { Coding = coding }, match.Read);
        }
        catch (RuleGenException exception)
        {
            return build with { Problems = exception.Problems };
        }
    }

    /// <summary>What the published text says, and where the coding and it part; null where there is none.</summary>
    private PublishedTextMatch? Compare(string id, Coding coding)
    {
        var path = workspace.PublishedText(id);
        var file = DisplayPath.Of(path);
        if (KindOf(path) is not { } kind)
        {
            return null;
        }

        if (kind == EntryKind.Special)
        {
            throw InputFile.Unreadable(file, "It is a pipe, a socket or a device");
        }

        return PublishedTextMatch.Find(coding, InputFile.ReadText(path), file, source);
    }

    private static EntryKind? KindOf(string path)
    {
        try
        {
            return FileStatus.OfTarget(path)?.Kind;
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw InputFile.Unreadable(DisplayPath.Of(path), exception);
        }
    }

    private CodingBuild Generate(CodingBuild build, PublishedCoding published, Coding read)
    {
        // Neither waits for the other: the compiler, which takes longest to start, the fixtures, and the scripts.
        var unsupported = ClrGenerator.WhyNone(published.Coding);
        var compilation = unsupported is null
            ? Task.Run(() => ClrGenerator.Compile(published, source, options.ObjectSchema))
            : null;
        var formed = FormedCoding.Of(published, source, options.Form);
        var derivation = Task.Run(() => CodingFixtures.Derive(published, source).Among(formed.Assumptions));
        ValueList<GeneratedFile> files = [];
        var all = new List<TargetFiles>();
        foreach (var each in Targets.All)
        {
            try
            {
                var scripts = ScriptGenerator.Generate(formed.Written, source, each, options.ObjectSchema);
                var fixtures = derivation.GetAwaiter().GetResult();
                ValueList<GeneratedFile> generated =
                [
                    .. scripts,
                    .. FixtureFiles.Write(fixtures, each, options.ObjectSchema),
                ];
                build = build with { ValidTargets = build.ValidTargets.Add(each) };
                files = each == _target ? generated : files;
                all.Add(new TargetFiles(each, scripts));
            }
            catch (RuleGenException exception) when (each != _target && IsUnsupported(exception))
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
            var assembly = compilation?.GetAwaiter().GetResult();
            var fixtures = derivation.GetAwaiter().GetResult();
            build = build with
            {
                Fixtures = fixtures.Set,
                FormulaLabels = SpreadsheetFormulas.Among(published.Coding).ToValueList(),
                Verification = verify(fixtures, formed, files, assembly),
                Proof = prove(formed, source, read, all, options.ObjectSchema),
                Unsupported = unsupported is null ? build.Unsupported : build.Unsupported.Add(unsupported),
            };
            files = [.. files, .. assembly is null ? [] : GenerateClr(assembly)];
        }

        if (!build.IsWhole)
        {
            return build with { Files = [] };
        }

        var changes = folder.Compare(published.Id, files.Add(build.Proof!.ToFile())).ToValueList();
        return build with
        {
            Files = changes,
            Changes = options.ChecksOnly
                ? new CodingChangeFinder(published.Id, published.Coding, source).Find(changes).ToValueList()
                : [],
        };
    }

    /// <summary>The files of the SQLCLR function, its scripts valid for every server that runs it; none for others.</summary>
    private ValueList<GeneratedFile> GenerateClr(ClrAssembly assembly)
    {
        var files = Targets
            .All.Where(each => each.HasClr)
            .ToDictionary(each => each, each => ClrGenerator.WriteFiles(assembly, each));
        return files.GetValueOrDefault(_target, []);
    }

    /// <summary>
    /// Whether a server cannot take the coding's scripts, which only matters where they are meant for it.
    /// </summary>
    private static bool IsUnsupported(RuleGenException exception) =>
        exception.Problems.All(problem => problem.Code == ErrorCodes.UnsupportedByTarget);
}
