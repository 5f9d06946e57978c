using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>Evaluates one coding over batches of rows; made by <see cref="BatchEvaluator.Compile(Coding)"/>.</summary>
public interface IBatchEvaluator
{
    /// <summary>The coding.</summary>
    Coding Coding { get; }

    /// <summary>The columns that a batch must have.</summary>
    ValueList<Column> Columns { get; }

    /// <summary>
    /// Evaluates every row. A row with a character that the collation's profile does not model gets no result but
    /// the reason.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="results">Takes one result for each row, in their order.</param>
    /// <exception cref="ArgumentException">
    /// The batch lacks a column or has it with another type, or there is not room for all results.
    /// </exception>
    void Evaluate(RowBatch rows, Span<RowResult> results);
}
