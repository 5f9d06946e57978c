using RuleGen.Clr;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Codings;
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
/// <param name="rows">How many rows are sampled beside the fixtures.</param>
internal delegate VerificationResult Verifier(
    CodingFixtures fixtures,
    FormedCoding coding,
    ValueList<GeneratedFile> files,
    ClrAssembly? assembly,
    int rows
);

/// <summary>Takes a coding through everything that a build asks of it.</summary>
internal sealed class CodingCompiler(
    WorkspaceFolder workspace,
    CodingFinder finder,
    Source source,
    GeneratedFolder folder,
    Verifier verify,
    Prover prove,
    BuildOptions options
)
{
    /// <summary>The server that scripts are written for.</summary>
    public Target Target { get; } = options.Target ?? workspace.Settings.Targets.Value[0];

    /// <summary>How objects are called.</summary>
    public ObjectNaming Naming { get; } = options.Naming ?? workspace.Settings.Naming;

    /// <summary>The servers that scripts are checked for: the workspace's, and the one that they are written for.</summary>
    public ValueList<Target> Targets { get; } =
        options.Target is { } target && !workspace.Settings.Targets.Value.Contains(target)
            ? workspace.Settings.Targets.Value.Add(target)
            : workspace.Settings.Targets.Value;

    /// <summary>How many rows are sampled for a coding.</summary>
    public required int Rows { get; init; }

    /// <summary>
    /// Compares a coding in C# with its published text, writes and validates its scripts for every target, verifies those
    /// that are to be written, and proves all texts equivalent to the coding.
    /// </summary>
    public CodingBuild Compile(CodingEntry entry)
    {
        var build = new CodingBuild(entry.Id) { IsText = entry.Model is null };
        try
        {
            var found = entry.Read ?? finder.Open(entry);
            var published = found.Published;
            build = build with
            {
                Arms = published.Coding.Arms.Count,
                Clauses = published.Coding.Clauses.Count(),
                Notes = (entry.Read is null ? found.Notes : []).Select(note => $"{found.File}:{note}").ToValueList(),
            };
            if (entry.Model is null)
            {
                return Generate(build, published, published.Coding, workspace.Shown(entry.Text!));
            }

            if (Compare(entry.Text!, published) is not { } match)
            {
                return build with { MissingText = DisplayPath.Of(entry.Text!) };
            }

            return match.Difference is { } difference
                ? build with
                {
                    Difference = difference,
                }
                : Generate(build, published, match.Read, workspace.Shown(entry.Text!));
        }
        catch (RuleGenException exception)
        {
            return build with { Problems = exception.Problems };
        }
    }

    /// <summary>What the published text says, and where the coding and it part; null where there is none.</summary>
    private PublishedTextMatch? Compare(string path, PublishedCoding published)
    {
        var file = DisplayPath.Of(path);
        if (KindOf(path) is not { } kind)
        {
            return null;
        }

        if (kind == EntryKind.Special)
        {
            throw InputFile.Unreadable(file, "It is a pipe, a socket or a device");
        }

        var text = InputFile.ReadText(path);
        CodingHeader.Read(text, file).Description.CheckAgainst(published);
        CodingFile.Find(path)?.Description.CheckAgainst(published);
        return PublishedTextMatch.Find(published.Coding, text, file, source);
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

    private CodingBuild Generate(CodingBuild build, PublishedCoding published, Coding read, string textName)
    {
        // Neither waits for the other: the compiler, which takes longest to start, the fixtures, and the scripts.
        var unsupported = ClrGenerator.WhyNone(published.Coding);
        var compilation = unsupported is null ? Task.Run(() => ClrGenerator.Compile(published, source, Naming)) : null;
        var formed = FormedCoding.Of(published, source, options.Form) with { TextName = textName };
        var derivation = Task.Run(() => CodingFixtures.Derive(published, source).Among(formed.Assumptions));
        ValueList<GeneratedFile> files = [];
        var all = new List<TargetFiles>();
        foreach (var each in Targets)
        {
            try
            {
                var scripts = ScriptGenerator.Generate(formed.Written, source, each, Naming);
                var fixtures = derivation.GetAwaiter().GetResult();
                ValueList<GeneratedFile> generated = [.. scripts, .. FixtureFiles.Write(fixtures, each, Naming)];
                build = build with { ValidTargets = build.ValidTargets.Add(each) };
                files = each == Target ? generated : files;
                all.Add(new TargetFiles(each, scripts));
            }
            catch (RuleGenException exception) when (each != Target && IsUnsupported(exception))
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
                Formed = formed,
                Fixtures = fixtures.Set,
                FormulaLabels = SpreadsheetFormulas.Among(published.Coding).ToValueList(),
                Verification = verify(fixtures, formed, files, assembly, Rows),
                Proof = prove(formed, source, read, all, Naming),
                Unsupported = unsupported is null ? build.Unsupported : build.Unsupported.Add(unsupported),
            };
            files = [.. files, .. assembly is null ? [] : GenerateClr(assembly)];
        }

        if (!build.IsWhole)
        {
            return build;
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
            .Where(each => each.HasClr)
            .ToDictionary(each => each, each => ClrGenerator.WriteFiles(assembly, each));
        return files.GetValueOrDefault(Target, []);
    }

    /// <summary>
    /// Whether a server cannot take the coding's scripts, which only matters where they are meant for it.
    /// </summary>
    internal static bool IsUnsupported(RuleGenException exception) =>
        exception.Problems.All(problem => problem.Code == ErrorCodes.UnsupportedByTarget);
}
