using System.Data;
using System.Globalization;
using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>Rows as the driver takes them.</summary>
internal sealed class RowTable : IDisposable
{
    private readonly ValueList<Column> _columns;
    private readonly DataTable _table = new() { Locale = CultureInfo.InvariantCulture };

    /// <summary>A table without rows.</summary>
    public RowTable(ValueList<Column> columns)
    {
        _columns = columns;
        foreach (var column in columns)
        {
            _table.Columns.Add(column.StoredName, ToType(column.Type));
        }
    }

    /// <summary>The table with these rows, in the place of those that it had.</summary>
    public DataTable Fill(IEnumerable<Row> rows) => Fill(rows, static (row, column, _) => row[column]);

    /// <summary>The table with a row for each of these.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="read">The value of a column; the number is the row's place.</param>
    public DataTable Fill(IEnumerable<Row> rows, Func<Row, Column, int, SqlValue> read)
    {
        _table.Clear();
        foreach (var (place, row) in rows.Index())
        {
            var values = _table.NewRow();
            for (var column = 0; column < _columns.Count; column++)
            {
                values[column] = ToObject(_columns[column].Type, read(row, _columns[column], place));
            }

            _table.Rows.Add(values);
        }

        return _table;
    }

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();

    private static Type ToType(SqlType type) =>
        type == IntegerType.TinyInt ? typeof(byte)
        : type == IntegerType.SmallInt ? typeof(short)
        : type == IntegerType.Int ? typeof(int)
        : type is IntegerType ? typeof(long)
        : type is TemporalType ? typeof(DateTime)
        : type is DecimalType ? typeof(decimal)
        : typeof(string);

    private static object ToObject(SqlType type, SqlValue value) =>
        value.IsNull ? DBNull.Value
        : value.Moment is { } moment ? moment
        : value.Decimal is { } number ? number
        : value.IsInteger ? Convert.ChangeType(value.Integer, ToType(type), CultureInfo.InvariantCulture)
        : value.Text!;
}
