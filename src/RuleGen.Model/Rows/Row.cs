namespace RuleGen.Model;

/// <summary>A row of a source, or the part of it that somebody reads: one value for each of some columns.</summary>
public sealed class Row
{
    private readonly ValueList<SqlValue> _values;

    /// <summary>A row.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="values">Their values, in the same order, as the columns hold them.</param>
    /// <exception cref="ArgumentException">There are not as many values as columns, or one is of another kind.</exception>
    public Row(ValueList<Column> columns, ValueList<SqlValue> values)
    {
        if (columns.Count != values.Count)
        {
            throw new ArgumentException("A row has one value for each column.", nameof(values));
        }

        for (var i = 0; i < columns.Count; i++)
        {
            if (!values[i].IsOf(columns[i].Type))
            {
                throw new ArgumentException($"{values[i]} is no value of {columns[i]}.", nameof(values));
            }
        }

        Columns = columns;
        _values = values;
    }

    /// <summary>The columns.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>
    /// The value of a column, found by its name; of one that is made of a list and is not there, made of the row's list.
    /// </summary>
    /// <exception cref="ArgumentException">The row does not have the column.</exception>
    public SqlValue this[Column column]
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (SqlName.Comparer.Equals(Columns[i].Name, column.Name))
                {
                    return _values[i];
                }
            }

            if (column.Derivation is { } derivation)
            {
                return derivation.ValueOf(this[derivation.List].Items!);
            }

            throw new ArgumentException($"The row has no column '{column.Name}'.", nameof(column));
        }
    }

    /// <summary><c>Name = value</c>, with commas.</summary>
    public override string ToString() =>
        string.Join(", ", Columns.Zip(_values, (column, value) => $"{column.Name} = {value}"));
}
