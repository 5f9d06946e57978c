using System.Globalization;
using RuleGen.Data.Csv;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Data.Evaluation;

/// <summary>
/// Takes rows from a CSV file through codings to another CSV file, in one pass and in memory that does not grow: one
/// thread reads while another evaluates and writes.
/// </summary>
internal sealed class EvaluationRun
{
    /// <summary>So many rows that could not be evaluated are named; the others are counted.</summary>
    public const int MostNamedRows = 20;

    private const int BlocksUnderWay = 3;

    private readonly ValueList<NamedCoding> _codings;
    private readonly Source _source;
    private readonly TextWriter _error;
    private readonly CatalogueEvaluator _evaluator;
    private readonly CatalogueResults _results = new();
    private readonly OutcomeCounts _counts;

    /// <summary>A run.</summary>
    /// <param name="codings">The codings, over the columns of the source.</param>
    /// <param name="source">The source.</param>
    /// <param name="error">Takes the rows that could not be evaluated, and the summary.</param>
    public EvaluationRun(ValueList<NamedCoding> codings, Source source, TextWriter error)
    {
        _codings = codings;
        _source = source;
        _error = error;
        _evaluator = BatchEvaluator.Compile(codings.Select(coding => coding.Coding).ToValueList());
        _counts = new OutcomeCounts(codings.Count);
        Columns = source.Key.Concat(_evaluator.Columns).Distinct().ToValueList();
    }

    /// <summary>The columns that it reads: the key first.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>Evaluates every row; false where there were some that could not be evaluated.</summary>
    /// <param name="rows">The rows, with the columns of this run.</param>
    /// <param name="file">What messages call their file.</param>
    /// <param name="writer">Takes the results.</param>
    /// <param name="progress">Says how far the run is; null says nothing.</param>
    /// <exception cref="RuleGenException">The file is not valid, or the output cannot be written.</exception>
    public bool Run(CsvRowReader rows, string file, ResultWriter writer, IRunProgress? progress)
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
                    Evaluate(block, file, writer, progress);
                    progress?.Report(_counts.Rows, block.BytesRead);
                }
            );
        }
        finally
        {
            progress?.Clear();
        }

        return _counts.RowsNotEvaluated == 0;
    }

    /// <summary>Says how many rows there were, and what became of them.</summary>
    public void WriteSummary()
    {
        if (_counts.RowsNotEvaluated > MostNamedRows)
        {
            _error.WriteLine(
                Invariant($"… and {_counts.RowsNotEvaluated - MostNamedRows} more rows that were not evaluated")
            );
        }

        if (_codings is [_])
        {
            _error.WriteLine(Invariant($"{_counts.Rows} rows: {Describe(0)}"));
            return;
        }

        _error.WriteLine(Invariant($"{_counts.Rows} rows"));
        for (var i = 0; i < _codings.Count; i++)
        {
            _error.WriteLine($"{_codings[i].Name}: {Describe(i)}");
        }
    }

    private void Evaluate(RowBlock block, string file, ResultWriter writer, IRunProgress? progress)
    {
        _evaluator.Evaluate(block.Rows, _results);
        var named = _counts.RowsNotEvaluated;
        _counts.Add(_results);
        writer.Write(block.Rows, _results);
        for (var row = 0; named < MostNamedRows && named < _counts.RowsNotEvaluated && row < block.Rows.Count; row++)
        {
            if (Describe(block.Rows, row) is { } reason)
            {
                progress?.Clear();
                _error.WriteLine(Invariant($"{file}:{block.Lines[row]}: not evaluated{reason}"));
                named++;
            }
        }
    }

    /// <summary>Why a row was not evaluated; null where it was. With several codings, by how many of them.</summary>
    private string? Describe(RowBatch rows, int row)
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
        return reasons.Count == 0 ? null
            : _codings is [_] ? $": {DescribeKey(rows, row)}: {reasons[0]}"
            : Invariant($" by {reasons.Count} of {_codings.Count} codings: {DescribeKey(rows, row)}: {reasons[0]}");
    }

    private string Describe(int coding)
    {
        var notEvaluated = _counts.NotEvaluated(coding);
        var rest = notEvaluated == 0 ? "" : Invariant($", {notEvaluated} not evaluated");
        return Invariant($"{_counts.Kept(coding)} kept, {_counts.WithOutcome(coding)} with an outcome{rest}");
    }

    private string DescribeKey(RowBatch rows, int row) =>
        string.Join(", ", _source.Key.Select((column, i) => $"{column.Name} = {rows[row, i]}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
