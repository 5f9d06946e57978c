using RuleGen.Engine;

namespace RuleGen.Benchmarks;

/// <summary>Counts, for each coding, the rows that are kept and those with an outcome.</summary>
internal sealed class Tally(int codings)
{
    private int[] _rowsOfPattern = new int[1024];
    private int[] _rowOfPattern = new int[1024];

    public long[] Kept { get; } = new long[codings];

    public long[] WithOutcome { get; } = new long[codings];

    /// <summary>Adds the results of a batch.</summary>
    public void Add(CatalogueResults results)
    {
        Array.Clear(_rowsOfPattern);
        var highest = -1;
        for (var row = 0; row < results.Count; row++)
        {
            var pattern = results.PatternOf(row);
            if (pattern < 0)
            {
                Add(results, row, 1);
                continue;
            }

            if (pattern >= _rowsOfPattern.Length)
            {
                Array.Resize(ref _rowsOfPattern, 2 * pattern);
                Array.Resize(ref _rowOfPattern, 2 * pattern);
            }

            highest = Math.Max(highest, pattern);
            _rowsOfPattern[pattern]++;
            _rowOfPattern[pattern] = row;
        }

        for (var pattern = 0; pattern <= highest; pattern++)
        {
            if (_rowsOfPattern[pattern] > 0)
            {
                Add(results, _rowOfPattern[pattern], _rowsOfPattern[pattern]);
            }
        }
    }

    private void Add(CatalogueResults results, int row, int rows)
    {
        for (var coding = 0; coding < Kept.Length; coding++)
        {
            var result = results[row, coding];
            Kept[coding] += result is { IsEvaluated: true, Result.IsKept: true } ? rows : 0;
            WithOutcome[coding] += result.Result.Outcome is null ? 0 : rows;
        }
    }
}
