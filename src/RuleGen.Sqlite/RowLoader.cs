using System.Buffers;
using System.Globalization;
using Microsoft.Data.Sqlite;
using RuleGen.Model;

namespace RuleGen.Sqlite;

/// <summary>Inserts rows, and the items of their lists, with prepared statements, after checking that values fit.</summary>
internal sealed class RowLoader : IDisposable
{
    private static readonly SearchValues<char> Usual = SearchValues.Create(SqliteTable.UsualCharacters);

    private readonly SqliteTable _table;
    private readonly ValueList<Column> _columns;
    private readonly SqliteCommand _insertion;
    private readonly SqliteCommand[] _items;

    /// <summary>Prepares the statements.</summary>
    /// <param name="table">The table.</param>
    /// <param name="prepare">Makes a command.</param>
    /// <param name="rowCount">How many rows the table has.</param>
    public RowLoader(SqliteTable table, Func<string, SqliteCommand> prepare, long rowCount)
    {
        _table = table;
        RowCount = rowCount;
        _columns = table.Columns;
        _insertion = Prepare(prepare(table.Insertion), _columns);
        _items =
        [
            .. table.Source.Lists.Select(list => Prepare(prepare(table.InsertionOf(list)), list.Type.ItemColumns)),
        ];
    }

    /// <summary>How many rows the table has now.</summary>
    public long RowCount { get; private set; }

    public void Load(Row row)
    {
        RowCount++;
        var isUsual = true;
        for (var i = 0; i < _columns.Count; i++)
        {
            var value = row[_columns[i]];
            CheckFits(value, _columns[i]);
            isUsual &= IsUsual(value);
            _insertion.Parameters[i + 1].Value = Stored(value);
        }

        for (var i = 0; i < _items.Length; i++)
        {
            var items = row[_table.Source.Lists[i].Column].Items!;
            isUsual &= items.Items.All(item => item.Values.All(IsUsual));
            Load(_items[i], items);
        }

        _insertion.Parameters[0].Value = isUsual ? 1L : 0L;
        _insertion.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _insertion.Dispose();
        foreach (var items in _items)
        {
            items.Dispose();
        }
    }

    private static bool IsUsual(SqlValue value) => value.Text is null || !value.Text.AsSpan().ContainsAnyExcept(Usual);

    private static SqliteCommand Prepare(SqliteCommand insertion, IEnumerable<Column> columns)
    {
        insertion.Parameters.Add("?1", SqliteType.Integer);
        var number = 2;
        foreach (var column in columns)
        {
            insertion.Parameters.Add(
                $"?{(number++).ToString(CultureInfo.InvariantCulture)}",
                SqliteTable.IsNumber(column) ? SqliteType.Integer : SqliteType.Text
            );
        }

        insertion.Prepare();
        return insertion;
    }

    private static object Stored(SqlValue value) =>
        value.IsNull ? DBNull.Value
        : value.Moment is not null ? value.ToText()!
        : value.IsInteger ? value.Integer
        : StoredText.Encode(value.Text!);

    private void Load(SqliteCommand insertion, ListItems items)
    {
        foreach (var row in items.Rows)
        {
            insertion.Parameters[0].Value = RowCount;
            for (var i = 0; i < row.Columns.Count; i++)
            {
                insertion.Parameters[i + 1].Value = Stored(row[row.Columns[i]]);
            }

            insertion.ExecuteNonQuery();
        }
    }

    private void CheckFits(SqlValue value, Column column)
    {
        var fits =
            value.IsNull ? column.IsNullable
            : value.IsInteger ? ((OrderedType)column.Type).Holds(value.Integer)
            : column.Type is not CharacterType { Length: { } length } || value.Text!.Length <= length;
        if (!fits)
        {
            throw new RuleGenException(
                ErrorCodes.CsvInvalidValue,
                $"Row {RowCount.ToString(CultureInfo.InvariantCulture)} has {value} in column '{column.Name}', which "
                    + $"is {column.Type} {(column.IsNullable ? "NULL" : "NOT NULL")}",
                "Mend the value, or the column's type in the schema"
            );
        }
    }
}
