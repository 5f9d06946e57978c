using RuleGen.Model;

namespace RuleGen.Engine.Evaluation;

/// <summary>Hands the rows of a batch to the reference evaluator one by one.</summary>
internal sealed class RowByRowEvaluator(Coding coding) : IBatchEvaluator
{
    private readonly CharacterCheck _check = new(coding.CharacterRequirements);

    public Coding Coding { get; } = coding;

    public ValueList<Column> Columns { get; } = coding.Columns;

    public void Evaluate(RowBatch rows, Span<RowResult> results)
    {
        if (results.Length < rows.Count)
        {
            throw new ArgumentException("There is not room for the results of all rows.", nameof(results));
        }

        var places = Columns.Select(rows.PlaceOf).ToArray();
        var values = new SqlValue[places.Length];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var column = 0; column < places.Length; column++)
            {
                values[column] = rows[i, places[column]];
            }

            var row = new Row(Columns, ValueList.Create<SqlValue>(values));
            results[i] = _check.Find(row) is { } reason
                ? new RowResult(default, reason)
                : new RowResult(CodingEvaluator.EvaluateChecked(Coding, row), NotEvaluated: null);
        }
    }
}
