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
    public DataTable Fill(IEnumerable<Row> rows)
    {
        _table.Clear();
        foreach (var row in rows)
        {
            var values = _table.NewRow();
            for (var column = 0; column < _columns.Count; column++)
            {
                values[column] = ToObject(_columns[column].Type, row[_columns[column]]);
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
