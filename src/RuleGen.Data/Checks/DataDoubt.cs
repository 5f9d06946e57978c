using RuleGen.Model;

namespace RuleGen.Data.Checks;

/// <summary>What of a file's rows a run cannot be sure of: it takes them as they stand, and says so.</summary>
/// <param name="Kind">What is doubtful.</param>
/// <param name="Column">The column whose values are; null for keys.</param>
/// <param name="Count">In how many rows.</param>
/// <param name="First">The first few of them.</param>
public sealed record DataDoubt(DoubtKind Kind, Column? Column, long Count, ValueList<DoubtfulRow> First);

/// <summary>What can be doubtful.</summary>
public enum DoubtKind
{
    /// <summary>A field holds <c>NULL</c> without quotes, where NULL is written otherwise: it is taken for text.</summary>
    WrittenNull,

    /// <summary>A value is of another shape than the source says, or an age is below 0.</summary>
    OtherShape,

    /// <summary>A code in a list holds a full stop, and the source's codes have none.</summary>
    DottedCode,

    /// <summary>A row has the key of an earlier one.</summary>
    RepeatedKey,

    /// <summary>
    /// There were so many rows that keys of the later ones were compared with those of the row before alone.
    /// </summary>
    KeysNotCompared,
}

/// <summary>A row in which something is doubtful.</summary>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="Key">Its key: the source's key columns.</param>
/// <param name="Value">The value; null for a key.</param>
public sealed record DoubtfulRow(int Line, Row Key, string? Value);
