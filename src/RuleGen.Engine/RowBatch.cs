using RuleGen.Engine.Columnar;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>
/// Rows of some columns, to be evaluated together; kept by column, and reused after <see cref="Clear"/>. A text that
/// repeats in a column is kept once.
/// </summary>
public sealed class RowBatch
{
    private readonly BatchColumn[] _values;

    /// <summary>An empty batch.</summary>
    /// <param name="columns">The columns; more than a coding reads, and in another order, is fine.</param>
    public RowBatch(ValueList<Column> columns)
    {
        Columns = columns;
        _values = columns.Select(BatchColumn.For).ToArray();
    }

    /// <summary>The columns.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>A value.</summary>
    /// <param name="row">The row; the first is 0.</param>
    /// <param name="column">The place of the column in <see cref="Columns"/>.</param>
    public SqlValue this[int row, int column] => _values[column][row];

    /// <summary>Whether a value is NULL.</summary>
    public bool IsNull(int row, int column) => _values[column].IsNull(row);

    /// <summary>A text, without a copy; empty for NULL.</summary>
    /// <exception cref="InvalidCastException">The column holds numbers.</exception>
    public ReadOnlySpan<char> Text(int row, int column) => ((TextBatchColumn)_values[column]).Text(row);

    /// <summary>A number; of a date or a decimal, in units of its type; 0 for NULL.</summary>
    /// <exception cref="InvalidCastException">The column holds text.</exception>
    public long Integer(int row, int column) => ((IntegerBatchColumn)_values[column]).Numbers[row];

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
            if (!values[i].IsOf(Columns[i].Type))
            {
                throw new ArgumentException($"{values[i]} is no value of {Columns[i]}.", nameof(values));
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].IsNull)
            {
                AddNull(i);
            }
            else if (values[i].Text is { } text)
            {
                AddText(i, text);
            }
            else
            {
                AddInteger(i, values[i].Integer);
            }
        }

        EndRow();
    }

    /// <summary>
    /// Gives a column NULL in the row that is being added. Each column takes one value, then <see cref="EndRow"/>.
    /// </summary>
    public void AddNull(int column) => _values[column].AddNull();

    /// <summary>Gives a column a text, as the column stores it, in the row that is being added.</summary>
    /// <exception cref="InvalidCastException">The column holds numbers.</exception>
    public void AddText(int column, ReadOnlySpan<char> text) => ((TextBatchColumn)_values[column]).Add(text);

    /// <summary>Gives a column a number, in units of its type, in the row that is being added.</summary>
    /// <exception cref="InvalidCastException">The column holds text.</exception>
    public void AddInteger(int column, long number) => ((IntegerBatchColumn)_values[column]).Add(number);

    /// <summary>Completes the row that is being added.</summary>
    /// <exception cref="InvalidOperationException">Not every column has got one value.</exception>
    public void EndRow()
    {
        foreach (var column in _values)
        {
            if (column.Count != Count + 1)
            {
                throw new InvalidOperationException("A row has one value for each column.");
            }
        }

        Count++;
    }

    /// <summary>One row.</summary>
    public Row GetRow(int row) => new(Columns, _values.Select(column => column[row]).ToValueList());

    /// <summary>Removes all rows; the memory stays for the next ones, and texts that may repeat are remembered.</summary>
    public void Clear()
    {
        foreach (var column in _values)
        {
            column.Clear();
        }

        Count = 0;
    }

    /// <summary>The values of a column.</summary>
    internal BatchColumn Values(int column) => _values[column];

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
