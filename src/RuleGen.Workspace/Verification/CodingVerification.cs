using System.Diagnostics;
using System.Runtime.ExceptionServices;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Verification;

/// <summary>
/// Takes rows through every engine and compares each answer with what is expected of the row, or else with that of the
/// first engine.
/// </summary>
internal sealed class CodingVerification : IDisposable
{
    /// <summary>So many rows are shown for each engine; the others are counted.</summary>
    public const int MostShown = 20;

    private static readonly ParallelOptions Parallelism = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private readonly string _name;
    private readonly Coding _coding;
    private readonly ValueList<Column> _columns;
    private readonly IReadOnlyList<IVerificationEngine> _engines;
    private readonly ValueList<ExcludedEngine> _excluded;
    private readonly EngineTally[] _tallies;
    private readonly Answer[][] _answers;
    private readonly List<Disagreement> _disagreements = [];
    private readonly List<string> _notEvaluated = [];

    /// <summary>A verification without rows yet; it owns the engines.</summary>
    /// <param name="name">What messages call the coding.</param>
    /// <param name="coding">The coding, over the source's columns.</param>
    /// <param name="source">The source.</param>
    /// <param name="engines">The engines; the first is the one that the others are compared with.</param>
    /// <param name="excluded">Engines that do not take part.</param>
    public CodingVerification(
        string name,
        Coding coding,
        Source source,
        IReadOnlyList<IVerificationEngine> engines,
        ValueList<ExcludedEngine> excluded
    )
    {
        _name = name;
        _coding = coding;
        _columns = source.Key.Concat(coding.Columns).Distinct().ToValueList();
        _engines = engines;
        _excluded = excluded;
        _tallies = [.. engines.Select(engine => new EngineTally(engine.Name, 0, 0, 0, TimeSpan.Zero, 0))];
        _answers = [.. engines.Select(_ => Array.Empty<Answer>())];
    }

    /// <summary>The columns that rows must have.</summary>
    public ValueList<Column> Columns => _columns;

    /// <summary>What was found so far.</summary>
    public VerificationResult Result =>
        new(_name, _tallies.ToValueList(), _excluded, _disagreements.ToValueList(), _notEvaluated.ToValueList());

    /// <summary>Takes rows through the engines, which share nothing and so run side by side.</summary>
    public void Add(RowChunk chunk)
    {
        try
        {
            Parallel.For(0, _engines.Count, Parallelism, engine => Evaluate(engine, chunk.Rows));
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        for (var engine = 0; engine < _engines.Count; engine++)
        {
            Count(engine, chunk);
        }

        for (var row = 0; row < chunk.Rows.Count; row++)
        {
            Show(chunk, row);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var engine in _engines)
        {
            engine.Dispose();
        }
    }

    private void Evaluate(int engine, IReadOnlyList<Row> rows)
    {
        if (_answers[engine].Length < rows.Count)
        {
            _answers[engine] = new Answer[rows.Count];
        }

        var started = Stopwatch.GetTimestamp();
        _engines[engine].Evaluate(rows, _answers[engine]);
        _tallies[engine] = _tallies[engine] with { Time = _tallies[engine].Time + Stopwatch.GetElapsedTime(started) };
    }

    private void Count(int engine, RowChunk chunk)
    {
        var rows = chunk.Rows.Count;
        var tally = _tallies[engine];
        var disagree = Enumerable.Range(0, rows).Count(row => Differs(engine, chunk, row));
        var notEvaluated = Enumerable
            .Range(0, rows)
            .Count(row => !Differs(engine, chunk, row) && !_answers[engine][row].IsEvaluated);
        _tallies[engine] = tally with
        {
            Agree = tally.Agree + rows - disagree - notEvaluated,
            Disagree = tally.Disagree + disagree,
            NotEvaluated = tally.NotEvaluated + notEvaluated,
        };
    }

    private bool Differs(int engine, RowChunk chunk, int row) =>
        !_answers[engine][row].IsLeftOut
        && _answers[engine][row] != (chunk.Expected is { } expected ? new Answer(expected[row]) : _answers[0][row]);

    /// <summary>Keeps a row that is to be shown.</summary>
    private void Show(RowChunk chunk, int row)
    {
        var differing = Enumerable.Range(0, _engines.Count).Where(engine => Differs(engine, chunk, row)).ToList();
        if (differing.Exists(engine => _tallies[engine].Shown < MostShown))
        {
            foreach (var engine in differing)
            {
                _tallies[engine] = _tallies[engine] with { Shown = _tallies[engine].Shown + 1 };
            }

            _disagreements.Add(Describe(chunk, row, differing));
        }
        else if (differing.Count == 0 && !_answers[0][row].IsEvaluated && _notEvaluated.Count < MostShown)
        {
            _notEvaluated.Add($"{chunk.PlaceOf(row)}: {Explain(chunk.Rows[row])}");
        }
    }

    private Disagreement Describe(RowChunk chunk, int row, List<int> differing)
    {
        var values = chunk.Rows[row];
        return new Disagreement(
            chunk.PlaceOf(row),
            new Row(_columns, _columns.Select(column => values[column]).ToValueList()),
            _engines.Select((engine, index) => new EngineAnswer(engine.Name, _answers[index][row])).ToValueList(),
            Explain(values),
            differing
                .Where(engine => engine > 0)
                .Select(engine => ClauseAtFault.Find(_coding, _engines[0], _engines[engine], values))
                .ToValueList()
        )
        {
            Expected = chunk.Expected is { } expected ? new Answer(expected[row]) : null,
        };
    }

    private string Explain(Row row) => Explainer.Explain(_coding, row).ToText(ClauseText.Write);
}
