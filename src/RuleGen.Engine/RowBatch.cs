using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>Rows of some columns, to be evaluated together; kept by column, and reused after <see cref="Clear"/>.</summary>
public sealed class RowBatch
{
    private readonly List<SqlValue>[] _values;

    /// <summary>An empty batch.</summary>
    /// <param name="columns">The columns; more than a coding reads, and in another order, is fine.</param>
    public RowBatch(ValueList<Column> columns)
    {
        Columns = columns;
        _values = columns.Select(_ => new List<SqlValue>()).ToArray();
    }

    /// <summary>The columns.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>A value.</summary>
    /// <param name="row">The row; the first is 0.</param>
    /// <param name="column">The place of the column in <see cref="Columns"/>.</param>
    public SqlValue this[int row, int column] => _values[column][row];

    /// <summary>Adds a row: one value for each column, in their order.</summary>
    /// <exception cref="ArgumentException">There are not as many values as columns, or one is of another kind.</exception>
    public void Add(ReadOnlySpan<SqlValue> values)
    {
        if (values.Length != _values.Length)
        {
            throw new ArgumentException("A row has one value for each column.", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].IsNull && values[i].IsInteger != (Columns[i].Type is IntegerType))
            {
                throw new ArgumentException($"{values[i]} is no value of {Columns[i]}.", nameof(values));
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            _values[i].Add(values[i]);
        }

        Count++;
    }

    /// <summary>One row.</summary>
    public Row GetRow(int row) => new(Columns, _values.Select(column => column[row]).ToValueList());

    /// <summary>Removes all rows; the memory stays for the next ones.</summary>
    public void Clear()
    {
        foreach (var column in _values)
        {
            column.Clear();
        }

        Count = 0;
    }

    /// <summary>The place of a column, found by name.</summary>
    /// <exception cref="ArgumentException">The batch has no such column, or one of another type.</exception>
    internal int PlaceOf(Column column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (SqlName.Comparer.Equals(Columns[i].Name, column.Name))
            {
                return Columns[i].Type == column.Type
                    ? i
                    : throw new ArgumentException(
                        $"Column '{column.Name}' is {column.Type} in the coding and {Columns[i].Type} in the batch; "
                            + "bind the coding to the batch's source first."
                    );
            }
        }

        throw new ArgumentException($"The batch has no column '{column.Name}'.");
    }
}
