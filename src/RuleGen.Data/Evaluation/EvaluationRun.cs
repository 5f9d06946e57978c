using RuleGen.Data.Csv;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Data.Evaluation;

/// <summary>
/// Takes rows from a CSV file through codings to another CSV file, in one pass and in memory that does not grow: one
/// thread reads while another evaluates and writes.
/// </summary>
public sealed class EvaluationRun
{
    private const int BlocksUnderWay = 3;

    private readonly ValueList<NamedCoding> _codings;
    private readonly Source _source;
    private readonly CatalogueEvaluator _evaluator;
    private readonly CatalogueResults _results = new();
    private readonly OutcomeCounts _counts;

    /// <summary>A run.</summary>
    /// <param name="codings">The codings, over the columns of the source.</param>
    /// <param name="source">The source.</param>
    /// <param name="carried">Columns that are shown beside the key; null for none.</param>
    public EvaluationRun(ValueList<NamedCoding> codings, Source source, ValueList<Column>? carried = null)
    {
        _codings = codings;
        _source = source;
        _evaluator = BatchEvaluator.Compile(codings.Select(coding => coding.Coding).ToValueList());
        _counts = new OutcomeCounts(codings.Count);
        Shown = source.Key.Concat(carried ?? []).ToValueList();
        Columns = Shown.Concat(_evaluator.Columns).Distinct().ToValueList();
    }

    /// <summary>The columns that are shown beside the results: the key, then what is carried.</summary>
    public ValueList<Column> Shown { get; }

    /// <summary>The columns that it reads: those that are shown first.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>Is told how far the run is; null tells nobody.</summary>
    public IRunProgress? Progress { get; init; }

    /// <summary>Is told of each row that could not be evaluated, in their order; null tells nobody.</summary>
    public Action<SkippedRow>? OnSkipped { get; init; }

    /// <summary>Evaluates every row. A run is made once.</summary>
    /// <param name="rows">The rows, with the columns of this run.</param>
    /// <param name="file">What messages call their file.</param>
    /// <param name="writer">Takes the results.</param>
    /// <exception cref="RuleGenException">The file is not valid, or the output cannot be written.</exception>
    public EvaluationSummary Run(CsvRowReader rows, string file, ResultWriter writer)
    {
        writer.WriteHeader();
        var blocks = Enumerable.Range(0, BlocksUnderWay).Select(_ => new RowBlock(Columns)).ToList();
        try
        {
            Pipeline.Run(
                blocks,
                block =>
                {
                    block.Rows.Clear();
                    var isFilled = rows.Read(block.Rows, block.Lines);
                    block.BytesRead = rows.BytesRead;
                    return isFilled;
                },
                block =>
                {
                    Evaluate(block, file, writer);
                    Progress?.Report(_counts.Rows, block.BytesRead);
                }
            );
        }
        finally
        {
            Progress?.Clear();
        }

        return new EvaluationSummary(
            _counts.Rows,
            _counts.RowsNotEvaluated,
            _codings
                .Select(
                    (coding, i) =>
                        new CodingSummary(coding.Name, _counts.Kept(i), _counts.WithOutcome(i), _counts.NotEvaluated(i))
                )
                .ToValueList()
        );
    }

    private void Evaluate(RowBlock block, string file, ResultWriter writer)
    {
        _evaluator.Evaluate(block.Rows, _results);
        var before = _counts.RowsNotEvaluated;
        _counts.Add(_results);
        writer.Write(block.Rows, _results);
        if (OnSkipped is null || _counts.RowsNotEvaluated == before)
        {
            return;
        }

        for (var row = 0; row < block.Rows.Count; row++)
        {
            if (FindSkipped(block, row, file) is { } skipped)
            {
                Progress?.Clear();
                OnSkipped(skipped);
            }
        }
    }

    /// <summary>The row, where some coding could not evaluate it; else null.</summary>
    private SkippedRow? FindSkipped(RowBlock block, int row, string file)
    {
        if (_results.PatternOf(row) >= 0)
        {
            return null;
        }

        var reasons = Enumerable
            .Range(0, _codings.Count)
            .Select(coding => _results[row, coding].NotEvaluated)
            .OfType<NotEvaluated>()
            .ToList();
        return reasons.Count == 0
            ? null
            : new SkippedRow(file, block.Lines[row], KeyOf(block.Rows, row), reasons[0], reasons.Count);
    }

    private Row KeyOf(RowBatch rows, int row) =>
        new(_source.Key, _source.Key.Select((_, i) => rows[row, i]).ToValueList());
}
