using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>Evaluates one coding over batches.</summary>
internal sealed class ColumnarEvaluator : IBatchEvaluator
{
    private readonly CatalogueEvaluator _evaluator;
    private readonly CatalogueResults _results = new();

    /// <summary>The results of the patterns that are known.</summary>
    private readonly List<RowResult> _known = [];

    private int _generation;

    public ColumnarEvaluator(Coding coding)
    {
        Coding = coding;
        Columns = coding.Columns;
        _evaluator = new CatalogueEvaluator([coding]);
    }

    public Coding Coding { get; }

    public ValueList<Column> Columns { get; }

    public void Evaluate(RowBatch rows, Span<RowResult> results)
    {
        if (results.Length < rows.Count)
        {
            throw new ArgumentException("There is not room for the results of all rows.", nameof(results));
        }

        _evaluator.Evaluate(rows, _results);
        if (_generation != _results.Generation)
        {
            _generation = _results.Generation;
            _known.Clear();
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var pattern = _results.PatternOf(row);
            results[row] = pattern >= 0 && pattern < _known.Count ? _known[pattern] : First(row, pattern);
        }
    }

    /// <summary>The result of a row of no pattern, or of the next new one.</summary>
    private RowResult First(int row, int pattern)
    {
        var result = _results[row, 0];
        if (pattern == _known.Count)
        {
            _known.Add(result);
        }

        return result;
    }
}
