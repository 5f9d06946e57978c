using RuleGen.Data.Csv;
using RuleGen.Data.Evaluation;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Differences;

namespace RuleGen.Workspaces.Diffing;

/// <summary>
/// Counts the rows of a CSV file by region, some hundred at a time, and names those that change. Where the regions are
/// listed, the engine and they have to agree on every row.
/// </summary>
internal sealed class DataCounter
{
    private readonly DecidedDifference? _difference;
    private readonly ValueList<DifferenceRegion> _listed;
    private readonly ValueList<Assumption> _assumptions;
    private readonly ICodingEvaluator _reference = new CodingEvaluator();
    private readonly string _file;
    private readonly Action<SkippedRow>? _onSkipped;
    private readonly ChangedRowWriter? _changes;
    private readonly IBatchEvaluator _old;
    private readonly IBatchEvaluator _new;
    private readonly CountedRows _counted;
    private readonly RowResult[] _oldResults = new RowResult[CountedRows.BatchSize];
    private readonly RowResult[] _newResults = new RowResult[CountedRows.BatchSize];
    private readonly long[] _regions;
    private readonly Dictionary<(Result Old, Result New), long>[] _cases;
    private readonly Dictionary<Result, (long Old, long New)> _results = [];
    private long _rows;
    private long _notEvaluated;
    private long _notAsAssumed;
    private long _changed;

    /// <param name="old">The coding before the change.</param>
    /// <param name="new">The coding after it.</param>
    /// <param name="difference">How they differ.</param>
    /// <param name="assumptions">What was assumed of rows.</param>
    /// <param name="source">What the codings read.</param>
    /// <param name="options">What is read, and who is told.</param>
    public DataCounter(
        Coding old,
        Coding @new,
        CodingDifference difference,
        ValueList<Assumption> assumptions,
        Source source,
        DiffOptions options
    )
    {
        _difference = difference as DecidedDifference;
        _listed = _difference?.Regions ?? [];
        _assumptions = assumptions;
        _file = options.Data!.Name;
        _onSkipped = options.OnSkipped;
        _changes = options.Keys is { } keys ? new ChangedRowWriter(source.Key, keys, options.Data.NullToken) : null;
        _old = BatchEvaluator.Compile(old);
        _new = BatchEvaluator.Compile(@new);
        _counted = new CountedRows([old, @new], assumptions, source);
        _regions = new long[_listed.Count];
        _cases = [.. _listed.Select(_ => new Dictionary<(Result, Result), long>())];
    }

    /// <summary>Counts every row; tells of those that cannot be counted.</summary>
    /// <exception cref="RuleGenException">The file is not valid.</exception>
    /// <exception cref="InvalidOperationException">The engine and the regions disagree about a row.</exception>
    public DataCounts Count(CsvRowReader rows)
    {
        _counted.Read(rows, CountBatch);
        return ToCounts();
    }

    private DataCounts ToCounts() =>
        new(
            _rows,
            _notEvaluated,
            _notAsAssumed,
            _changed,
            _regions,
            _cases,
            [
                .. _results
                    .Select(entry => new ResultCount(entry.Key, entry.Value.Old, entry.Value.New))
                    .OrderByDescending(count => count.Result.IsKept)
                    .ThenBy(count => count.Result.Outcome is null)
                    .ThenBy(count => count.Result.Outcome, StringComparer.Ordinal),
            ]
        );

    private void CountBatch()
    {
        _old.Evaluate(_counted.Batch, _oldResults);
        _new.Evaluate(_counted.Batch, _newResults);
        for (var row = 0; row < _counted.Batch.Count; row++)
        {
            _rows++;
            if ((_oldResults[row].NotEvaluated ?? _newResults[row].NotEvaluated) is { } reason)
            {
                _notEvaluated++;
                Skip(row, reason);
            }
            else if (!IsAsAssumed(_counted.Batch.GetRow(row)))
            {
                _notAsAssumed++;
                Skip(row, reason: null);
            }
            else
            {
                Count(row, _oldResults[row].Result, _newResults[row].Result);
            }
        }
    }

    private bool IsAsAssumed(Row row) =>
        _difference?.IsAsAssumed(row) ?? Assumption.Admit(_assumptions, _reference, row);

    private void Count(int place, Result old, Result @new)
    {
        _results[old] = _results.GetValueOrDefault(old) is var known ? (known.Old + 1, known.New) : default;
        _results[@new] = _results.GetValueOrDefault(@new) is var other ? (other.Old, other.New + 1) : default;
        _changed += old == @new ? 0 : 1;
        if (_changes is not null && old != @new)
        {
            _changes.Write(_counted.KeyOf(place), old, @new);
        }

        if (_difference is null)
        {
            return;
        }

        var row = _counted.Batch.GetRow(place);
        var isFound = false;
        for (var i = 0; i < _regions.Length; i++)
        {
            if (_listed[i].Contains(row))
            {
                isFound = true;
                _regions[i]++;
                _cases[i][(old, @new)] = _cases[i].GetValueOrDefault((old, @new)) + 1;
            }
        }

        if (isFound != (old != @new))
        {
            throw new InvalidOperationException(
                $"The engine finds {(isFound ? "no" : "a")} difference on a row that is "
                    + $"{(isFound ? "in" : "outside")} the regions: {row}"
            );
        }
    }

    private void Skip(int row, NotEvaluated? reason) =>
        _onSkipped?.Invoke(new SkippedRow(_file, _counted.LineOf(row), _counted.KeyOf(row), reason));
}
