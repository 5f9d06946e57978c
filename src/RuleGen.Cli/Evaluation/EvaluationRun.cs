using System.Globalization;
using RuleGen.Cli.Csv;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Cli.Evaluation;

/// <summary>Takes rows from a CSV file through a coding to another CSV file, some hundred rows at a time.</summary>
internal sealed class EvaluationRun
{
    /// <summary>So many rows that could not be evaluated are named; the others are counted.</summary>
    public const int MostNamedRows = 20;

    private const int BatchSize = 1024;

    private readonly Source _source;
    private readonly bool _explains;
    private readonly string _nullToken;
    private readonly TextWriter _error;
    private readonly IBatchEvaluator _evaluator;
    private readonly RowBatch _batch;
    private readonly int[] _lines = new int[BatchSize];
    private readonly RowResult[] _results = new RowResult[BatchSize];
    private long _rows;
    private long _kept;
    private long _withOutcome;
    private long _notEvaluated;

    /// <summary>A run.</summary>
    /// <param name="coding">The coding, over the columns of the source.</param>
    /// <param name="source">The source.</param>
    /// <param name="nullToken">How the output writes NULL.</param>
    /// <param name="explains">Whether a column says which clause decided.</param>
    /// <param name="error">Takes the rows that could not be evaluated, and the summary.</param>
    public EvaluationRun(Coding coding, Source source, string nullToken, bool explains, TextWriter error)
    {
        _source = source;
        _nullToken = nullToken;
        _explains = explains;
        _error = error;
        _evaluator = BatchEvaluator.Compile(coding);
        Columns = source.Key.Concat(coding.Columns).Distinct().ToValueList();
        _batch = new RowBatch(Columns);
    }

    /// <summary>The columns that it reads: the key first.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>Evaluates every row; false where there were some that could not be evaluated.</summary>
    /// <exception cref="RuleGenException">The file is not valid, or the output cannot be written.</exception>
    public bool Run(CsvRowReader rows, string file, TextWriter output)
    {
        var writer = new CsvWriter(output, _nullToken);
        WriteHeader(writer);
        while (rows.Read())
        {
            _lines[_batch.Count] = rows.Line;
            _batch.Add(rows.Values);
            if (_batch.Count == BatchSize)
            {
                EvaluateBatch(writer, file);
            }
        }

        EvaluateBatch(writer, file);
        return _notEvaluated == 0;
    }

    /// <summary>Says how many rows there were, and what became of them.</summary>
    public void WriteSummary()
    {
        if (_notEvaluated > MostNamedRows)
        {
            _error.WriteLine(Invariant($"… and {_notEvaluated - MostNamedRows} more rows that were not evaluated"));
        }

        var rest = _notEvaluated == 0 ? "" : Invariant($", {_notEvaluated} not evaluated");
        _error.WriteLine(Invariant($"{_rows} rows: {_kept} kept, {_withOutcome} with an outcome{rest}"));
    }

    private void WriteHeader(CsvWriter writer)
    {
        foreach (var column in _source.Key)
        {
            writer.Write(column.Name);
        }

        writer.Write("Kept");
        writer.Write("Outcome");
        if (_explains)
        {
            writer.Write("Clause");
        }

        writer.EndRecord();
    }

    private void EvaluateBatch(CsvWriter writer, string file)
    {
        _evaluator.Evaluate(_batch, _results);
        for (var row = 0; row < _batch.Count; row++)
        {
            Count(_results[row]);
            WriteRow(writer, row, _results[row]);
            if (_results[row].NotEvaluated is { } reason && _notEvaluated <= MostNamedRows)
            {
                _error.WriteLine(Invariant($"{file}:{_lines[row]}: not evaluated: {DescribeKey(row)}: {reason}"));
            }
        }

        _batch.Clear();
    }

    private void Count(RowResult result)
    {
        _rows++;
        if (!result.IsEvaluated)
        {
            _notEvaluated++;
            return;
        }

        _kept += result.Result.IsKept ? 1 : 0;
        _withOutcome += result.Result.Outcome is null ? 0 : 1;
    }

    private void WriteRow(CsvWriter writer, int row, RowResult result)
    {
        for (var i = 0; i < _source.Key.Count; i++)
        {
            writer.Write(_batch[row, i]);
        }

        writer.Write(
            !result.IsEvaluated ? null
            : result.Result.IsKept ? "1"
            : "0"
        );
        writer.Write(result.IsEvaluated ? result.Result.Outcome : null);
        if (_explains)
        {
            writer.Write(Explainer.Explain(_evaluator.Coding, _batch.GetRow(row)).ToText(ClauseText.Write));
        }

        writer.EndRecord();
    }

    private string DescribeKey(int row) =>
        string.Join(", ", _source.Key.Select((column, i) => $"{column.Name} = {_batch[row, i]}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
