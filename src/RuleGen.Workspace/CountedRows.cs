using RuleGen.Data.Csv;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;

namespace RuleGen.Workspaces;

/// <summary>The rows of a CSV file for those who count them, some hundred at a time.</summary>
/// <param name="codings">The codings that are evaluated.</param>
/// <param name="assumptions">What is assumed of the rows.</param>
/// <param name="source">What the codings read.</param>
internal sealed class CountedRows(IEnumerable<Coding> codings, ValueList<Assumption> assumptions, Source source)
{
    /// <summary>How many rows stand in the batch at most.</summary>
    public const int BatchSize = 1024;

    private readonly int[] _lines = new int[BatchSize];

    /// <summary>The rows that are at hand.</summary>
    public RowBatch Batch { get; } = new(Columns(codings, assumptions, source));

    /// <summary>The columns that a file must have: the key first.</summary>
    public static ValueList<Column> Columns(
        IEnumerable<Coding> codings,
        ValueList<Assumption> assumptions,
        Source source
    ) =>
        source
            .Key.Concat(codings.SelectMany(coding => coding.Columns))
            .Concat(assumptions.SelectMany(assumption => assumption.Predicate?.Columns ?? []))
            .Distinct()
            .ToValueList();

    /// <summary>Goes through a file.</summary>
    /// <param name="rows">The file.</param>
    /// <param name="count">Counts the rows of the batch.</param>
    /// <exception cref="RuleGenException">The file is not valid.</exception>
    public void Read(CsvRowReader rows, Action count)
    {
        while (rows.Read())
        {
            _lines[Batch.Count] = rows.Line;
            Batch.Add(rows.Values);
            if (Batch.Count == BatchSize)
            {
                count();
                Batch.Clear();
            }
        }

        count();
        Batch.Clear();
    }

    /// <summary>The line that a row of the batch begins in.</summary>
    public int LineOf(int row) => _lines[row];

    /// <summary>The key of a row of the batch.</summary>
    public Row KeyOf(int row) => new(source.Key, source.Key.Select((_, i) => Batch[row, i]).ToValueList());
}
