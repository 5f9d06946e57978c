using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Data.Evaluation;

/// <summary>Rows on their way from a file to their results.</summary>
internal sealed class RowBlock(ValueList<Column> columns)
{
    /// <summary>So many rows are taken together.</summary>
    public const int Size = 4096;

    /// <summary>The rows.</summary>
    public RowBatch Rows { get; } = new(columns);

    /// <summary>The lines on which they start.</summary>
    public int[] Lines { get; } = new int[Size];

    /// <summary>How much of the input was read when the block was full.</summary>
    public long BytesRead { get; set; }
}
