using System.Runtime.ExceptionServices;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Catalogues;
using RuleGen.Workspaces.Codings;
using RuleGen.Workspaces.Settings;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Workspaces.Building;

/// <summary>Compiles every coding and brings the folder of generated files up to date, or says what is not.</summary>
internal sealed class BuildRun(
    WorkspaceFolder workspace,
    CodingFinder finder,
    Source source,
    GeneratedFolder folder,
    Verifier verify,
    Prover prove,
    BuildOptions options
)
{
    /// <summary>How many rows are sampled in all, in as many parts as there are codings.</summary>
    private const int RowsOfBuild = VerificationOptions.DefaultRows;

    /// <summary>Of however many codings, each has so many.</summary>
    private const int FewestRows = 2_000;

    /// <summary>Runs.</summary>
    /// <exception cref="RuleGenException">
    /// RG0501: there is no folder of published texts, or a generated file cannot be read. RG0502: one cannot be written.
    /// RG0503: one would take the place of a file that is read. RG0215: two objects would have one name.
    /// </exception>
    public BuildResult Run()
    {
        var entries = FindEntries();
        RefuseClashes(entries);
        var compiler = new CodingCompiler(workspace, finder, source, folder, verify, prove, options)
        {
            Rows = Math.Max(RowsOfBuild / Math.Max(entries.Count, 1), FewestRows),
        };
        var declared = FindCatalogues();
        var progress = new Counter(entries.Count + declared.Count, options.Progress);
        var builds = CompileAll(entries, compiler, progress);
        var catalogues = declared.Select(each => Compile(each, builds, compiler, progress)).ToValueList();
        var files = builds
            .SelectMany(build => build.Files)
            .Concat(catalogues.SelectMany(catalogue => catalogue.Files))
            .ToList();
        var (stale, foreign) = options.Codings is null
            ? folder.FindStale(
                files.Select(file => file.Path),
                builds
                    .Where(build => !build.IsWhole)
                    .Select(build => build.Id)
                    .Concat(catalogues.Where(catalogue => !catalogue.IsWhole).Select(catalogue => catalogue.Id))
            )
            : ([], []);
        var changes = files.Where(file => file.Kind != FileChangeKind.Unchanged).Concat(stale).ToValueList();
        RefuseInputs(changes, entries);
        if (!options.ChecksOnly)
        {
            // What is removed may be in the way of what is written.
            foreach (var change in stale.Concat(files))
            {
                folder.Apply(change);
            }
        }

        return new BuildResult(builds, changes, compiler.Targets, options.ChecksOnly)
        {
            Catalogues = catalogues,
            Foreign = foreign,
        };
    }

    /// <summary>Compiles the codings side by side: none of them waits for another, and each has its place in the result.</summary>
    private static ValueList<CodingBuild> CompileAll(
        ValueList<CodingEntry> entries,
        CodingCompiler compiler,
        Counter progress
    )
    {
        var builds = new CodingBuild[entries.Count];
        try
        {
            Parallel.For(
                0,
                entries.Count,
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                place =>
                {
                    builds[place] = compiler.Compile(entries[place]);
                    progress.Add(entries[place].Id);
                }
            );
        }
        catch (AggregateException exception)
        {
            // Whatever else went wrong beside it, one is told of at a time, as it was thrown.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return [.. builds];
    }

    private CatalogueBuild Compile(
        DeclaredCatalogue declared,
        ValueList<CodingBuild> builds,
        CodingCompiler compiler,
        Counter progress
    )
    {
        var build = new CatalogueCompiler(
            builds,
            source,
            folder,
            compiler.Targets,
            compiler.Target,
            compiler.Naming
        ).Compile(declared);
        progress.Add(declared.Id);
        return build;
    }

    /// <summary>The catalogues to build.</summary>
    private ValueList<DeclaredCatalogue> FindCatalogues() =>
        options.Codings is null
            ? workspace.Catalogues
            : workspace.Catalogues.Where(each => options.Catalogues.Contains(each.Id, SqlName.Comparer)).ToValueList();

    /// <summary>Refuses objects of one name: of the codings and catalogues that are built.</summary>
    private void RefuseClashes(IEnumerable<CodingEntry> entries)
    {
        var naming = options.Naming ?? workspace.Settings.Naming;
        NameClash.Refuse(
            naming,
            entries.Select(entry => entry.Id),
            FindCatalogues().SelectMany(catalogue => catalogue.NamesOfViews(naming))
        );
    }

    /// <summary>Refuses to replace a file that was read.</summary>
    private void RefuseInputs(IEnumerable<FileChange> changes, IEnumerable<CodingEntry> entries)
    {
        var texts = entries.Select(entry => entry.Text).OfType<string>().ToList();
        List<string> inputs =
        [
            .. options.Inputs,
            workspace.SchemaFile,
            .. texts,
            .. texts.Select(CodingFile.PathBeside),
        ];
        foreach (var change in changes.Where(change => change.Kind == FileChangeKind.Written))
        {
            if (inputs.Find(input => IsSameEntry(input, change.Path)) is { } input)
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

    /// <summary>Counts what is done, from several threads.</summary>
    private sealed class Counter(int all, Action<int, int, string>? progress)
    {
        private readonly Lock _lock = new();
        private int _done;

        public void Add(string id)
        {
            lock (_lock)
            {
                progress?.Invoke(++_done, all, id);
            }
        }
    }

    private static string? FolderOf(string path) =>
        FileStatus.TryOfTarget(Path.GetDirectoryName(Path.GetFullPath(path))!)?.Identity;

    /// <summary>The codings to build.</summary>
    private ValueList<CodingEntry> FindEntries()
    {
        if (options.Codings is { } named)
        {
            return named
                .Select(coding => CodingEntry.Of(coding, workspace))
                .DistinctBy(entry => entry.Id)
                .ToValueList();
        }

        if (!workspace.HasFile)
        {
            // There are codings in C#, and their texts must be there.
            workspace.FindTexts();
        }

        return CodingEntry.FindAll(workspace);
    }
}
