using RuleGen.Clr;
using RuleGen.Data.Csv;
using RuleGen.Model;
using RuleGen.SqlServer;
using RuleGen.TSql;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Workspaces.Verification;

/// <summary>Verifies some codings, each on a sample of its own, and all on one pass over a file.</summary>
internal sealed class VerificationRun : IDisposable
{
    private readonly Source _source;
    private readonly List<(PublishedCoding Coding, CodingVerification Verification)> _codings = [];

    private readonly ProgressFactory? _progress;

    /// <summary>A run without rows yet.</summary>
    /// <param name="codings">The codings, over the source's columns.</param>
    /// <param name="source">The source.</param>
    /// <param name="server">A place on a server where the codings are verified, too; null for none.</param>
    /// <param name="naming">How objects are called; null for the usual names.</param>
    /// <param name="progress">Makes what is told how far the run is; null where nobody wants to know.</param>
    /// <exception cref="RuleGenException">A coding's scripts cannot be written, or do not hold.</exception>
    public VerificationRun(
        IEnumerable<WorkspaceCoding> codings,
        Source source,
        ScratchDatabase? server = null,
        ObjectNaming? naming = null,
        ProgressFactory? progress = null
    )
    {
        _source = source;
        _progress = progress;
        foreach (var each in codings)
        {
            var (name, coding) = (each.Name, each.Published);
            try
            {
                // The compiler takes longest to start, and so starts first.
                var assembly = ClrGenerator.WhyNone(coding.Coding) is null
                    ? Task.Run(() => ClrGenerator.Compile(coding, source, naming))
                    : null;
                var files = Generate(coding, source, naming);
                var others = server is null ? [] : ServerEngine.Of(server.Add(coding, source));
                var verification = CodingVerifier.Start(
                    name,
                    coding.Coding,
                    source,
                    files,
                    assembly?.GetAwaiter().GetResult(),
                    others
                );
                _codings.Add((coding, verification));
            }
            catch (RuleGenException exception)
            {
                Dispose();
                throw exception.In(name);
            }
        }
    }

    /// <summary>The scripts for the first target that takes the coding.</summary>
    private static ValueList<GeneratedFile> Generate(PublishedCoding coding, Source source, ObjectNaming? naming)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return ScriptGenerator.Generate(coding, source, Targets.All[i], naming);
            }
            catch (RuleGenException exception)
                when (i + 1 < Targets.All.Count
                    && exception.Problems.All(problem => problem.Code == ErrorCodes.UnsupportedByTarget)
                )
            {
                // A later version may have what this one lacks.
            }
        }
    }

    /// <summary>The columns that a file must have: the key first.</summary>
    public ValueList<Column> Columns => _codings.SelectMany(each => each.Verification.Columns).Distinct().ToValueList();

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<VerificationResult> Results => [.. _codings.Select(each => each.Verification.Result)];

    /// <summary>Verifies each coding on its fixtures, of which the results are known.</summary>
    public void AddFixtures()
    {
        foreach (var (coding, verification) in _codings)
        {
            verification.Add(CodingFixtures.Derive(coding, _source).ToChunk());
        }
    }

    /// <summary>Verifies on sampled rows.</summary>
    public void AddSample(int rows, ulong seed)
    {
        foreach (var (coding, verification) in _codings)
        {
            var chunks = RowChunks.Sample(_source, coding.Coding, rows, seed);
            Add(chunks, [verification], $"{coding.Id}, sampled", rows);
        }
    }

    /// <summary>Verifies on the rows of a file.</summary>
    /// <exception cref="RuleGenException">The file is not valid.</exception>
    public void AddFile(CsvRowReader reader, string file) =>
        Add(RowChunks.Read(reader, file, Columns), [.. _codings.Select(each => each.Verification)], file, rows: null);

    /// <summary>Takes rows, and says how many they were so far; of how many, where that is known.</summary>
    private void Add(IEnumerable<RowChunk> chunks, CodingVerification[] verifications, string subject, int? rows)
    {
        var progress = _progress?.Invoke(subject, rows);
        var count = 0L;
        foreach (var chunk in chunks)
        {
            foreach (var verification in verifications)
            {
                verification.Add(chunk);
            }

            count += chunk.Rows.Count;
            progress?.Report(count, done: count);
        }

        progress?.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, verification) in _codings)
        {
            verification.Dispose();
        }
    }
}
