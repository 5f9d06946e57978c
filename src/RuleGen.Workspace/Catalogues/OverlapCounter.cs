using RuleGen.Data.Csv;
using RuleGen.Data.Evaluation;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Catalogues;

namespace RuleGen.Workspaces.Catalogues;

/// <summary>
/// Counts the rows of a CSV file by the codings that they have together, all codings in one pass. The engine and the proof
/// have to agree: no row has two codings of which it is proven that none has both.
/// </summary>
internal sealed class OverlapCounter(
    ValueList<Coding> codings,
    OverlapReport report,
    ValueList<Assumption> assumptions,
    Source source,
    OverlapOptions options
)
{
    private readonly CountedRows _counted = new(codings, assumptions, source);
    private readonly CatalogueEvaluator _evaluator = BatchEvaluator.Compile(codings);
    private readonly CatalogueResults _results = new();
    private readonly ICodingEvaluator _reference = new CodingEvaluator();
    private readonly Dictionary<string, Combination> _combinations = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Combination> _known = [];
    private int _generation;
    private long _rows;
    private long _notEvaluated;
    private long _notAsAssumed;

    /// <summary>Counts every row; tells of those that cannot be counted.</summary>
    /// <exception cref="RuleGenException">The file is not valid.</exception>
    /// <exception cref="InvalidOperationException">The engine and the proof disagree about a row.</exception>
    public OverlapCounts Count(CsvRowReader rows)
    {
        _counted.Read(rows, CountBatch);
        return ToCounts();
    }

    private OverlapCounts ToCounts()
    {
        var (having, alone) = (new long[codings.Count], new long[codings.Count]);
        var pairs = new Dictionary<(int First, int Second), long>();
        foreach (var combination in _combinations.Values)
        {
            var some = combination.Codings;
            for (var i = 0; i < some.Count; i++)
            {
                having[some[i]] += combination.Rows;
                alone[some[i]] += some.Count == 1 ? combination.Rows : 0;
                for (var j = i + 1; j < some.Count; j++)
                {
                    var pair = (some[i], some[j]);
                    pairs[pair] = pairs.GetValueOrDefault(pair) + combination.Rows;
                }
            }
        }

        var open = report
            .Overlaps.Select(each => (each.First, each.Second))
            .Concat(report.Undecided.Select(each => (each.First, each.Second)))
            .ToHashSet();
        foreach (var (first, second) in pairs.Keys.Where(pair => !open.Contains(pair)))
        {
            throw new InvalidOperationException(
                $"The engine gives a row the labels of codings {first + 1} and {second + 1}, of which no row has both."
            );
        }

        return new OverlapCounts(
            _rows,
            _notEvaluated,
            _notAsAssumed,
            _combinations.Values.Where(each => each.Codings.Count > 1).Sum(each => each.Rows),
            having.ToValueList(),
            alone.ToValueList(),
            report.Overlaps.Select(each => pairs.GetValueOrDefault((each.First, each.Second))).ToValueList()
        );
    }

    private void CountBatch()
    {
        _evaluator.Evaluate(_counted.Batch, _results);
        if (_results.Generation != _generation)
        {
            _generation = _results.Generation;
            _known.Clear();
        }

        for (var row = 0; row < _counted.Batch.Count; row++)
        {
            _rows++;
            var combination = Find(row);
            if (combination.NotEvaluated is { } reason)
            {
                _notEvaluated++;
                options.OnSkipped?.Invoke(
                    new SkippedRow(options.Data!.Name, _counted.LineOf(row), _counted.KeyOf(row), reason)
                );
            }
            else if (assumptions.Count > 0 && !Assumption.Admit(assumptions, _reference, _counted.Batch.GetRow(row)))
            {
                _notAsAssumed++;
                options.OnSkipped?.Invoke(
                    new SkippedRow(options.Data!.Name, _counted.LineOf(row), _counted.KeyOf(row), null)
                );
            }
            else
            {
                combination.Rows++;
            }
        }
    }

    /// <summary>The codings that a row has; for rows of one pattern they are found once.</summary>
    private Combination Find(int row)
    {
        var pattern = _results.PatternOf(row);
        if (pattern < 0)
        {
            return Read(row);
        }

        if (!_known.TryGetValue(pattern, out var combination))
        {
            _known.Add(pattern, combination = Read(row));
        }

        return combination;
    }

    private Combination Read(int row)
    {
        var labelled = new List<int>();
        for (var coding = 0; coding < codings.Count; coding++)
        {
            var result = _results[row, coding];
            if (result.NotEvaluated is { } reason)
            {
                return new Combination([]) { NotEvaluated = reason };
            }

            if (result.Result.Outcome is not null)
            {
                labelled.Add(coding);
            }
        }

        var key = string.Join(' ', labelled);
        if (!_combinations.TryGetValue(key, out var combination))
        {
            _combinations.Add(key, combination = new Combination(labelled));
        }

        return combination;
    }

    /// <summary>Some codings that rows have together, and how many rows do.</summary>
    private sealed class Combination(List<int> labelled)
    {
        public List<int> Codings => labelled;

        public NotEvaluated? NotEvaluated { get; init; }

        public long Rows { get; set; }
    }
}
