using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Workspaces.Verification;

/// <summary>The engine in memory, by which the others are judged.</summary>
internal sealed class MemoryEngine(Coding coding) : IVerificationEngine
{
    private readonly IBatchEvaluator _evaluator = BatchEvaluator.Compile(coding);
    private readonly CodingEvaluator _clauses = new();
    private readonly RowBatch _batch = new(coding.Columns);
    private readonly SqlValue[] _values = new SqlValue[coding.Columns.Count];
    private RowResult[] _results = [];

    /// <inheritdoc/>
    public EngineName Name { get; } = new("engine");

    /// <inheritdoc/>
    public void Evaluate(IReadOnlyList<Row> rows, Answer[] answers)
    {
        _batch.Clear();
        foreach (var row in rows)
        {
            for (var i = 0; i < _values.Length; i++)
            {
                _values[i] = row[_batch.Columns[i]];
            }

            _batch.Add(_values);
        }

        if (_results.Length < rows.Count)
        {
            _results = new RowResult[rows.Count];
        }

        _evaluator.Evaluate(_batch, _results);
        for (var i = 0; i < rows.Count; i++)
        {
            answers[i] = _results[i].IsEvaluated ? new Answer(_results[i].Result) : Answer.NotEvaluated;
        }
    }

    /// <inheritdoc/>
    public Truth? Evaluate(Predicate clause, Row row) => _clauses.Evaluate(clause, row);

    /// <inheritdoc/>
    public void Dispose() { }
}
