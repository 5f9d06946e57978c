using RuleGen.Engine;

namespace RuleGen.Data.Evaluation;

/// <summary>Counts what codings make of rows.</summary>
internal sealed class OutcomeCounts(int codings)
{
    // For each pattern, how many rows of a batch have it, and the last of them.
    private int[] _rowsOf = new int[64];
    private int[] _rowOf = new int[64];
    private readonly long[] _kept = new long[codings];
    private readonly long[] _withOutcome = new long[codings];
    private readonly long[] _notEvaluated = new long[codings];

    /// <summary>How many rows there were.</summary>
    public long Rows { get; private set; }

    /// <summary>How many of them some coding could not evaluate.</summary>
    public long RowsNotEvaluated { get; private set; }

    /// <summary>How many rows a coding kept.</summary>
    public long Kept(int coding) => _kept[coding];

    /// <summary>How many rows got an outcome of a coding.</summary>
    public long WithOutcome(int coding) => _withOutcome[coding];

    /// <summary>How many rows a coding could not evaluate.</summary>
    public long NotEvaluated(int coding) => _notEvaluated[coding];

    /// <summary>Adds the results of a batch.</summary>
    public void Add(CatalogueResults results)
    {
        Array.Clear(_rowsOf);
        for (var row = 0; row < results.Count; row++)
        {
            var pattern = results.PatternOf(row);
            if (pattern < 0)
            {
                Add(results, row, 1);
                continue;
            }

            if (pattern >= _rowsOf.Length)
            {
                Array.Resize(ref _rowsOf, 2 * pattern);
                Array.Resize(ref _rowOf, 2 * pattern);
            }

            _rowsOf[pattern]++;
            _rowOf[pattern] = row;
        }

        for (var pattern = 0; pattern < _rowsOf.Length; pattern++)
        {
            if (_rowsOf[pattern] > 0)
            {
                Add(results, _rowOf[pattern], _rowsOf[pattern]);
            }
        }
    }

    private void Add(CatalogueResults results, int row, int rows)
    {
        var isEvaluated = true;
        for (var coding = 0; coding < codings; coding++)
        {
            var result = results[row, coding];
            isEvaluated &= result.IsEvaluated;
            _notEvaluated[coding] += result.IsEvaluated ? 0 : rows;
            _kept[coding] += result.IsEvaluated && result.Result.IsKept ? rows : 0;
            _withOutcome[coding] += result.Result.Outcome is null ? 0 : rows;
        }

        Rows += rows;
        RowsNotEvaluated += isEvaluated ? 0 : rows;
    }
}
