using RuleGen.Data.Csv;
using RuleGen.Data.Evaluation;
using RuleGen.Data.Files;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Catalogues;
using RuleGen.Proof.Differences;
using RuleGen.Proof.Findings;
using RuleGen.Rules;
using RuleGen.SqlServer;
using RuleGen.TSql;
using RuleGen.TSql.Read;
using RuleGen.Workspaces.Building;
using RuleGen.Workspaces.Catalogues;
using RuleGen.Workspaces.Codings;
using RuleGen.Workspaces.Diffing;
using RuleGen.Workspaces.Fixtures;
using RuleGen.Workspaces.Linting;
using RuleGen.Workspaces.Proving;
using RuleGen.Workspaces.Settings;
using RuleGen.Workspaces.Testing;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Workspaces;

/// <summary>
/// What a person does with codings: a source, the folder with its published texts if there is one, and the questions that
/// can be asked. Results are objects; nothing is printed, and no file is written but where a method says so.
/// </summary>
/// <remarks>
/// A coding is named by its id, which is that of one in C# (<see cref="PublishedCodings"/>) or the name of a file in the
/// folder of codings, or by the path of a file of T-SQL, which is read from the current folder. All semantics are those of SQL Server, by the rules in <c>src/semantics.md</c>. What a user can
/// mend is a <see cref="RuleGenException"/>, whose problems carry codes, places and remedies.
/// </remarks>
public sealed class Workspace
{
    private readonly CodingFinder _finder;

    private Workspace(WorkspaceFolder? folder, Source source, ReadOptions reading)
    {
        Folder = folder;
        Source = source;
        _finder = new CodingFinder(source, folder, reading);
    }

    /// <summary>Its folder; null where it has none, and codings are files or objects alone.</summary>
    public WorkspaceFolder? Folder { get; }

    /// <summary>What its codings read.</summary>
    public Source Source { get; }

    /// <summary>
    /// Its codings, over its source, in the order of their ids: the texts in the folder of codings, or the codings in C# of
    /// the same ids; without <c>rulegen.json</c> all in C#.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0501: the folder of codings cannot be read. RG0214: the name of a file is no id. Or one of them cannot be read, or
    /// does not fit the source.
    /// </exception>
    public ValueList<WorkspaceCoding> Codings => CodingEntry.FindAll(Folder).Select(_finder.Open).ToValueList();

    /// <summary>The catalogues that its file declares, their codings read.</summary>
    /// <exception cref="RuleGenException">RG0602: one names a coding that there is not. Or a coding cannot be read.</exception>
    public ValueList<WorkspaceCatalogue> Catalogues => (Folder?.Catalogues ?? []).Select(Open).ToValueList();

    /// <summary>The catalogue of an id, whatever the letter case; null where the workspace declares none.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Catalogues"/>.</exception>
    public WorkspaceCatalogue? FindCatalogue(string id) =>
        Folder?.Catalogues.FirstOrDefault(each => SqlName.Comparer.Equals(each.Id, id)) is { } declared
            ? Open(declared)
            : null;

    /// <summary>Opens the workspace that a folder is, or is in, over the source of its source file.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="RuleGenException">
    /// RG0501: there is no workspace, or no source file. RG0201 to RG0205: the source file is not valid.
    /// </exception>
    public static Workspace Open(string path)
    {
        var folder =
            WorkspaceFolder.Find(path)
            ?? throw new RuleGenException(
                ErrorCodes.UnreadableFile,
                $"'{path}' is in no workspace: neither it nor a folder above has '{WorkspaceFile.FileName}'",
                "Name a folder that has, or begin with Workspace.Over and a source"
            );
        return Open(folder);
    }

    /// <summary>Opens a workspace over the source of its settings.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="collation">The collation of every character column; null for those of the source file.</param>
    /// <param name="reading">What is taken for granted when texts are read; null for nothing.</param>
    /// <exception cref="RuleGenException">RG0501: there is no source file. RG0201 to RG0207: it is not valid.</exception>
    public static Workspace Open(WorkspaceFolder folder, Collation? collation = null, ReadOptions? reading = null)
    {
        var source = folder.Settings.ReadSource();
        return Over(collation is null ? source : source.WithCollation(collation), folder, reading);
    }

    /// <summary>A workspace over a source of one's own.</summary>
    /// <param name="source">What codings read.</param>
    /// <param name="folder">The folder; null where there is none, and nothing can be built.</param>
    /// <param name="reading">What is taken for granted when texts are read; null for nothing.</param>
    public static Workspace Over(Source source, WorkspaceFolder? folder = null, ReadOptions? reading = null) =>
        new(folder, source, reading ?? ReadOptions.Default);

    /// <summary>The coding of an id, or of a file.</summary>
    /// <param name="name">The id of a coding in C#, in any letter case, or the path of a file of T-SQL.</param>
    /// <exception cref="RuleGenException">
    /// RG0602: there is neither. RG0501: the file cannot be read. Else the text holds something that is not read, or the
    /// coding does not fit the source.
    /// </exception>
    public WorkspaceCoding Find(string name) => _finder.Find(name);

    /// <summary>
    /// The codings that a name stands for: those of a catalogue or of the files in a folder, or the one of an id or a file.
    /// </summary>
    /// <param name="name">An id, or the path of a file or a folder of T-SQL.</param>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>; RG0602, too: a folder has no files of T-SQL.</exception>
    public ValueList<WorkspaceCoding> FindAll(string name) => FindCatalogue(name)?.Codings ?? _finder.FindAll(name);

    /// <summary>
    /// The codings that a name stands for, each with an id of its own, so that objects can be made of it: of a file the
    /// coding in C# of its id, if there is one and the text matches it.
    /// </summary>
    /// <param name="name">An id, or the path of a file or a folder of T-SQL.</param>
    /// <exception cref="RuleGenException">
    /// As for <see cref="FindAll"/>. RG0214: the name of a file is no id. RG0213: a text and its model in C# differ.
    /// </exception>
    public ValueList<WorkspaceCoding> FindNamed(string name) => FindCatalogue(name)?.Codings ?? _finder.FindNamed(name);

    /// <summary>Reads a coding from text.</summary>
    /// <param name="text">The whole text; what is not read of it is an error.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="RuleGenException">The text holds no coding, or something that is not read.</exception>
    public WorkspaceCoding Read(string text, string name) => _finder.Read(text, name);

    /// <summary>A coding in C#, over the workspace's source.</summary>
    /// <exception cref="RuleGenException">It does not fit the source.</exception>
    public WorkspaceCoding Use(PublishedCoding coding) => _finder.Bind(coding);

    /// <summary>
    /// Where a coding and a text of it first part, token for token: white space, comments and the letter case of keywords
    /// aside.
    /// </summary>
    /// <param name="coding">The coding.</param>
    /// <param name="path">The file of the text; null for the published text of the coding's id in this workspace.</param>
    /// <returns>Null where they do not.</returns>
    /// <exception cref="RuleGenException">RG0501: there is no such file. Else the text cannot be read.</exception>
    public TextDifference? Match(PublishedCoding coding, string? path = null)
    {
        var file = path ?? RequireFolder().FindText(coding.Id) ?? RequireFolder().PublishedText(coding.Id);
        return PublishedTextMatch
            .Find(Use(coding).Coding, InputFile.ReadText(file), DisplayPath.Of(file), Source)
            .Difference;
    }

    /// <summary>
    /// Compiles codings, validates, verifies and proves their scripts for every server, and brings the folder of generated
    /// files up to date; a coding that fails any of it keeps the files that it has.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0501: the workspace has no folder, or none of published texts, or a file cannot be read. RG0502: a file cannot be
    /// written. RG0503: one would take the place of an input. What is wrong with a coding is in the result.
    /// </exception>
    public BuildResult Build(BuildOptions? options = null)
    {
        var asked = options ?? new BuildOptions();
        var folder = RequireFolder();
        var generated = asked.Output is { } path
            ? new GeneratedFolder(OutputFile.FullPath(path), isOwned: false)
            : OutputSetting.Open(folder);
        return new BuildRun(folder, _finder, Source, generated, CodingVerifier.Verify, CodingProof.Prove, asked).Run();
    }

    /// <summary>Decides whether two codings give every possible row the same result.</summary>
    /// <param name="left">A coding.</param>
    /// <param name="right">Another.</param>
    /// <param name="assumptions">What holds for every row.</param>
    /// <returns>The verdict: <see cref="Equivalent"/>, <see cref="Different"/> with a row that shows it, or
    /// <see cref="Undecided"/>.</returns>
    /// <exception cref="RuleGenException">RG0604: no row satisfies the assumptions.</exception>
    public ProvenPair Prove(WorkspaceCoding left, WorkspaceCoding right, ValueList<Assumption>? assumptions = null) =>
        new(
            left.Name,
            left.Coding,
            right.Name,
            right.Coding,
            new EquivalenceProver(new CodingEvaluator()).Decide(
                left.Coding,
                right.Coding,
                Assume(assumptions, left, right)
            )
        );

    /// <summary>As <see cref="Prove(WorkspaceCoding, WorkspaceCoding, ValueList{Assumption}?)"/>, of codings by name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>.</exception>
    public ProvenPair Prove(string left, string right, ValueList<Assumption>? assumptions = null) =>
        Prove(Find(left), Find(right), assumptions);

    /// <summary>Finds the rows that get another result from a new coding, as few regions.</summary>
    /// <exception cref="RuleGenException">
    /// RG0604: no row satisfies the assumptions. RG0601: keys are wanted, and there are no data. Or the data are not valid.
    /// </exception>
    public ComparedPair Diff(WorkspaceCoding old, WorkspaceCoding @new, DiffOptions? options = null)
    {
        var asked = options ?? new DiffOptions();
        var assumptions = Assume(asked.Assumptions, old, @new);
        if (asked is { Data: null, Keys: not null })
        {
            throw new RuleGenException(
                ErrorCodes.Usage,
                "There are no keys without data",
                "Name the data whose rows are to be compared"
            );
        }

        // The data are opened first, so that a mistake in their header is shown at once.
        using var rows = asked.Data?.Read(
            CountedRows.Columns([old.Coding, @new.Coding], assumptions, Source),
            Source.Key,
            lists: Source.Lists
        );
        var difference = new CodingDiffer(new CodingEvaluator()).Compare(old.Coding, @new.Coding, assumptions);
        var counts = rows is null
            ? null
            : new DataCounter(old.Coding, @new.Coding, difference, assumptions, Source, asked).Count(rows);
        return new ComparedPair(old.Name, @new.Name, difference, counts);
    }

    /// <summary>As <see cref="Diff(WorkspaceCoding, WorkspaceCoding, DiffOptions?)"/>, of codings by name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>.</exception>
    public ComparedPair Diff(string old, string @new, DiffOptions? options = null) =>
        Diff(Find(old), Find(@new), options);

    /// <summary>Looks for what the author of a coding may not have meant; what it says is proven.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="assumptions">What holds for every row.</param>
    /// <exception cref="RuleGenException">RG0604: no row satisfies the assumptions.</exception>
    public LintResult Lint(WorkspaceCoding coding, ValueList<Assumption>? assumptions = null)
    {
        var (examined, file, other) = LintedCoding.Find(coding, Source, Folder);
        var report = new Linter(new CodingEvaluator(), new LintedText(Source)).Examine(
            examined,
            Assume(assumptions, coding)
        );
        var findings = ConvertedText.Find(coding.Conversions).Concat(report.Findings);
        return new LintResult(examined, file, report with { Findings = findings.ToValueList() })
        {
            Name = coding.ShortName,
            OtherText = other,
        };
    }

    /// <summary>
    /// Looks for what the author of a catalogue may not have meant of its codings together; each of them is a matter of
    /// <see cref="Lint(WorkspaceCoding, ValueList{Assumption}?)"/>.
    /// </summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="assumptions">What holds for every row.</param>
    /// <exception cref="RuleGenException">RG0604: no row satisfies the assumptions.</exception>
    public LintResult Lint(WorkspaceCatalogue catalogue, ValueList<Assumption>? assumptions = null)
    {
        var codings = catalogue.Codings.Select(each => (each.ShortName, each.Coding)).ToList();
        var report = new CatalogueLinter(new CodingEvaluator(), new LintedText(Source)).Examine(
            codings,
            Assume(assumptions, [.. catalogue.Codings])
        );
        return new LintResult(Coding: null, File: null, report) { Name = $"catalogue {catalogue.Id}" };
    }

    /// <summary>Decides which codings one row can have together.</summary>
    /// <param name="codings">The codings; their short names must differ.</param>
    /// <param name="options">How, and on what data.</param>
    /// <exception cref="RuleGenException">
    /// RG0601: two codings have one short name. RG0604: no row satisfies the assumptions. Or the data are not valid.
    /// </exception>
    public CatalogueOverlaps FindOverlaps(IEnumerable<WorkspaceCoding> codings, OverlapOptions? options = null)
    {
        var asked = options ?? new OverlapOptions();
        var all = codings.ToValueList();
        var named = Evaluation.NameAll(all);
        var plain = named.Select(coding => coding.Coding).ToValueList();
        var assumptions = Assume(asked.Assumptions, [.. all]);

        // The data are opened first, so that a mistake in their header is shown at once.
        using var rows = asked.Data?.Read(
            CountedRows.Columns(plain, assumptions, Source),
            Source.Key,
            lists: Source.Lists
        );
        var report = new OverlapFinder(new CodingEvaluator()).Find(plain, assumptions, asked.Progress);
        var counts = rows is null ? null : new OverlapCounter(plain, report, assumptions, Source, asked).Count(rows);
        return new CatalogueOverlaps(named.Select(coding => coding.Name).ToValueList(), report, counts);
    }

    /// <summary>As <see cref="Lint(WorkspaceCoding, ValueList{Assumption}?)"/>, of a coding by name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>.</exception>
    public LintResult Lint(string coding, ValueList<Assumption>? assumptions = null) => Lint(Find(coding), assumptions);

    /// <summary>Derives the few rows on which mistakes in a coding show, with what is expected of each.</summary>
    public CodingFixtures DeriveFixtures(WorkspaceCoding coding) => CodingFixtures.Derive(coding.Published, Source);

    /// <summary>As <see cref="DeriveFixtures(WorkspaceCoding)"/>, of a coding by name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>.</exception>
    public CodingFixtures DeriveFixtures(string coding) => DeriveFixtures(Find(coding));

    /// <summary>
    /// Takes fixtures, sampled rows and a file's through engines that share no evaluation: in memory, an interpreter of the
    /// generated view and function, the SQLCLR function, SQLite, and a server's if there is one.
    /// </summary>
    /// <returns>A result for each coding, in their order.</returns>
    /// <exception cref="RuleGenException">A script cannot be written, the data are not valid, or a server refuses.</exception>
    public IReadOnlyList<VerificationResult> Verify(
        IEnumerable<WorkspaceCoding> codings,
        VerificationOptions? options = null
    )
    {
        var asked = options ?? new VerificationOptions();
        using var run = new VerificationRun(codings, Source, asked.Server, Folder?.Settings.Naming, asked.Progress);
        using var reader = asked.Data?.Read(run.Columns, Source.Key, lists: Source.Lists);
        run.AddFixtures();
        run.AddSample(asked.Rows, asked.Seed);
        if (reader is not null)
        {
            run.AddFile(reader, asked.Data!.Name);
        }

        return run.Results;
    }

    /// <summary>As <see cref="Verify(IEnumerable{WorkspaceCoding}, VerificationOptions?)"/>, of a coding by name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>.</exception>
    public VerificationResult Verify(string coding, VerificationOptions? options = null) =>
        Verify([Find(coding)], options)[0];

    /// <summary>Takes every row of a server's table through deployed objects and the engine in memory.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="table">The table, for messages.</param>
    /// <param name="deployed">The objects and the table.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <exception cref="RuleGenException">The server refuses, or the connection is lost.</exception>
    public VerificationResult VerifyDeployed(
        WorkspaceCoding coding,
        TableName table,
        DeployedCoding deployed,
        IRunProgress? progress = null
    ) => TableVerification.Run(coding.Name, coding.Coding, Source, table, deployed, progress);

    /// <summary>Says of each row of a CSV file whether codings keep it, and its outcome, as CSV.</summary>
    /// <param name="codings">The codings; their short names must differ.</param>
    /// <param name="input">The rows; read once, to their end.</param>
    /// <param name="output">
    /// Takes the results: the key and the carried columns that the rows have, then for each coding <c>Kept</c> (1 or 0) and
    /// <c>Outcome</c>.
    /// </param>
    /// <param name="options">How.</param>
    /// <exception cref="RuleGenException">
    /// RG0601: two codings have one short name. RG0301 to RG0304: the file is not valid. RG0502: the output takes no more.
    /// </exception>
    public EvaluationSummary Evaluate(
        IEnumerable<WorkspaceCoding> codings,
        CsvInput input,
        TextWriter output,
        EvaluationOptions? options = null
    ) => Evaluation.Start(codings, Source, options ?? new EvaluationOptions()).Run(input, output);

    /// <summary>As <see cref="Evaluate(IEnumerable{WorkspaceCoding}, CsvInput, TextWriter, EvaluationOptions?)"/>, of a
    /// coding by name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>, too.</exception>
    public EvaluationSummary Evaluate(
        string coding,
        CsvInput input,
        TextWriter output,
        EvaluationOptions? options = null
    ) => Evaluate([Find(coding)], input, output, options);

    /// <summary>Holds a coding against rows of a CSV file that says what is expected of them.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="fixtures">
    /// The rows, with the columns that the coding reads, <c>ExpectedKept</c> (1 or 0) and <c>ExpectedOutcome</c> (a label,
    /// or NULL); read once, to their end. The key may be missing.
    /// </param>
    /// <exception cref="RuleGenException">
    /// RG0301 to RG0304: the file is not valid. RG0306: an expected result is none.
    /// </exception>
    public TestResult Test(WorkspaceCoding coding, CsvInput fixtures) => FixtureTest.Run(coding, Source, fixtures);

    /// <summary>As <see cref="Test(WorkspaceCoding, CsvInput)"/>, of a coding by name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>, too.</exception>
    public TestResult Test(string coding, CsvInput fixtures) => Test(Find(coding), fixtures);

    /// <summary>Synthetic rows of the source in which every clause of codings is exercised.</summary>
    /// <param name="codings">The codings.</param>
    /// <param name="rows">How many rows, 0 or more.</param>
    /// <param name="seed">The same seed gives the same rows on every machine.</param>
    /// <exception cref="RuleGenException">RG0005: the source's key cannot number so many rows.</exception>
    public IEnumerable<Row> Sample(IEnumerable<WorkspaceCoding> codings, int rows, ulong seed = 1) =>
        Sampler.Sample(Source, [.. codings.Select(coding => coding.Coding)], rows, seed);

    private WorkspaceCatalogue Open(DeclaredCatalogue declared)
    {
        var known = CodingEntry.FindAll(Folder);
        return new WorkspaceCatalogue(
            declared.Id,
            declared
                .Codings.Select(id =>
                    known.FirstOrDefault(entry => SqlName.Comparer.Equals(entry.Id, id))
                    ?? throw declared.Lacks(id, known.Select(entry => entry.Id))
                )
                .Select(_finder.Open)
                .ToValueList(),
            declared.Views
        );
    }

    /// <summary>What is assumed of rows, and of the tables that texts read.</summary>
    private ValueList<Assumption> Assume(ValueList<Assumption>? assumptions, params WorkspaceCoding[] codings) =>
        [
            .. assumptions ?? [],
            .. codings
                .SelectMany(coding => coding.AssumedTables)
                .Distinct()
                .Select(table => Assumption.SameTable(table, Source.Table)),
            .. codings.SelectMany(coding => coding.AssumedShapes).Distinct().Select(Assumption.HasShape),
            .. Assumption.OfItems(codings.Select(coding => coding.Coding)),
            .. codings
                .SelectMany(coding => coding.Conversions)
                .Select(conversion => conversion.Column)
                .Distinct()
                .Select(Assumption.IsDigits),
        ];

    private WorkspaceFolder RequireFolder() =>
        Folder
        ?? throw new RuleGenException(
            ErrorCodes.UnreadableFile,
            "The workspace has no folder, and so neither published texts nor generated files",
            $"Work in a folder that has '{WorkspaceFile.FileName}', or below it; rulegen init makes one"
        );
}
