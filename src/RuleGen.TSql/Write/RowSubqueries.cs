using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Over the items of one row, which the query itself holds in the place of child tables.</summary>
/// <param name="source">The source.</param>
/// <param name="row">The row, with the lists that are asked.</param>
/// <param name="writeStored">Writes a column of the row's own table.</param>
internal sealed class RowSubqueries(Source source, Row row, Func<Column, string> writeStored)
    : StoredSubqueries(source, writeStored)
{
    public override ValueList<AnyLink> Links(ItemList list) => [];

    protected override IEnumerable<string> FromChild(ItemList list, ChildRows child)
    {
        var columns = list.Type.Position is { } position ? list.Type.Columns.Add(position) : list.Type.Columns;
        var items = row[list.Column].Items!.Rows.ToList();
        var queries =
            items.Count == 0
                ? [$"SELECT {Values(_ => SqlValue.Null)} WHERE 1 = 0"]
                : items.ConvertAll(item => $"SELECT {Values(column => item[column])}");
        return
        [
            "FROM (",
            .. queries.Select((query, i) => $"    {query}{(i + 1 < queries.Count ? " UNION ALL" : "")}"),
            $") AS {SqlName.Bracket(Alias(list))}",
        ];

        string Values(Func<Column, SqlValue> valueOf) =>
            string.Join(
                ", ",
                columns.Select(column => ValueWriter.WriteTyped(column, valueOf(column), NameOf(list, column)))
            );
    }
}
