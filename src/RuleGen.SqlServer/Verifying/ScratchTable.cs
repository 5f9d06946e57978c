using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>A table of a source on a server, whose rows a caller gives.</summary>
internal sealed class ScratchTable : IDisposable
{
    private readonly TableName _name;
    private readonly RowTable _rows;
    private readonly Func<Row, IEnumerable<Row>> _select;

    private ScratchTable(TableName name, ValueList<Column> columns, Func<Row, IEnumerable<Row>> select)
    {
        _name = name;
        _rows = new RowTable(columns);
        _select = select;
    }

    /// <summary>The tables of a source: that of the rows, then the child tables of its lists.</summary>
    public static ScratchTable[] Of(Source source) =>
        [
            new(source.Table, source.StoredColumns, row => [TableRows.OfRow(source, row)]),
            .. source
                .Lists.Where(list => list.Storage is ChildRows)
                .Select(list => new ScratchTable(
                    ((ChildRows)list.Storage).Table,
                    TableRows.ColumnsOfItems(source, list),
                    row => TableRows.OfItems(source, list, row)
                )),
        ];

    /// <summary>Puts what rows have in the table in the place of what is there.</summary>
    /// <exception cref="RuleGenException">The server refuses it.</exception>
    public void Load(IDataSession session, IEnumerable<Row> rows)
    {
        session.Execute($"DELETE FROM {_name};\n");
        Add(session, rows);
    }

    /// <summary>Puts what rows have into the table.</summary>
    /// <exception cref="RuleGenException">The server refuses it.</exception>
    public void Add(IDataSession session, IEnumerable<Row> rows) =>
        session.Load(_name.ToString(), _rows.Fill(rows.SelectMany(_select)));

    /// <summary>Frees the memory.</summary>
    public void Dispose() => _rows.Dispose();
}
