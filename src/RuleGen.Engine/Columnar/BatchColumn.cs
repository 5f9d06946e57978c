using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>The values of one column of a batch.</summary>
internal abstract class BatchColumn
{
    /// <summary>The column's place for values of its type.</summary>
    public static BatchColumn For(Column column) =>
        column.Type is OrderedType type ? new IntegerBatchColumn(type) : new TextBatchColumn(column.Type);

    /// <summary>The number of values.</summary>
    public int Count { get; protected set; }

    /// <summary>A value.</summary>
    public abstract SqlValue this[int row] { get; }

    /// <summary>Whether a value is NULL.</summary>
    public abstract bool IsNull(int row);

    /// <summary>Adds NULL.</summary>
    public abstract void AddNull();

    /// <summary>Removes the values.</summary>
    public virtual void Clear() => Count = 0;
}
