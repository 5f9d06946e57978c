using System.Buffers;
using System.Globalization;
using Microsoft.Data.Sqlite;
using RuleGen.Model;

namespace RuleGen.Sqlite;

/// <summary>Inserts rows with one prepared statement, after checking that their values fit.</summary>
internal sealed class RowLoader
{
    private static readonly SearchValues<char> Usual = SearchValues.Create(SqliteTable.UsualCharacters);

    private readonly SqliteCommand _insertion;
    private readonly Source _source;
    private readonly SqliteParameter _usual;
    private readonly SqliteParameter[] _values;

    /// <summary>Prepares the statement.</summary>
    /// <param name="insertion">The statement of <see cref="SqliteTable.Insertion"/>.</param>
    /// <param name="source">The source of the rows.</param>
    /// <param name="rowCount">How many rows the table has.</param>
    public RowLoader(SqliteCommand insertion, Source source, long rowCount)
    {
        _insertion = insertion;
        _source = source;
        RowCount = rowCount;
        _usual = insertion.Parameters.Add("?1", SqliteType.Integer);
        _values =
        [
            .. source.Columns.Select(
                (column, i) =>
                    insertion.Parameters.Add(
                        $"?{(i + 2).ToString(CultureInfo.InvariantCulture)}",
                        SqliteTable.IsNumber(column) ? SqliteType.Integer : SqliteType.Text
                    )
            ),
        ];
        insertion.Prepare();
    }

    /// <summary>How many rows the table has now.</summary>
    public long RowCount { get; private set; }

    public void Load(Row row)
    {
        RowCount++;
        var isUsual = true;
        for (var i = 0; i < _values.Length; i++)
        {
            var column = _source.Columns[i];
            var value = row[column];
            CheckFits(value, column);
            isUsual &= value.Text is null || !value.Text.AsSpan().ContainsAnyExcept(Usual);
            _values[i].Value =
                value.IsNull ? DBNull.Value
                : value.Moment is not null ? value.ToText()
                : value.IsInteger ? value.Integer
                : StoredText.Encode(value.Text!);
        }

        _usual.Value = isUsual ? 1L : 0L;
        _insertion.ExecuteNonQuery();
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
