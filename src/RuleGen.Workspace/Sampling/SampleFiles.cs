using RuleGen.Data.Csv;
using RuleGen.Model;

namespace RuleGen.Workspaces.Sampling;

/// <summary>Writes rows as the tables of a source have them: one file of the rows, and one of each child table.</summary>
public static class SampleFiles
{
    /// <summary>Writes rows, with headers.</summary>
    /// <param name="source">The source.</param>
    /// <param name="rows">The rows, with its columns and lists.</param>
    /// <param name="writer">Takes the columns of the table.</param>
    /// <param name="lists">Takes the items of each list that stands in a child table.</param>
    public static void Write(
        Source source,
        IEnumerable<Row> rows,
        CsvWriter writer,
        IEnumerable<(ItemList List, CsvWriter Writer)> lists
    )
    {
        var columns = source.StoredColumns.Select(column => source.Find(column.Name)!).ToList();
        foreach (var column in columns)
        {
            writer.Write(column.StoredName);
        }

        writer.EndRecord();
        var children = lists.ToList();
        foreach (var (list, items) in children)
        {
            foreach (var column in TableRows.ColumnsOfItems(source, list))
            {
                items.Write(column.Name);
            }

            items.EndRecord();
        }

        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                writer.Write(row[column]);
            }

            writer.EndRecord();
            foreach (var (list, items) in children)
            {
                WriteItems(source, row, list, items);
            }
        }
    }

    private static void WriteItems(Source source, Row row, ItemList list, CsvWriter items)
    {
        foreach (var item in TableRows.OfItems(source, list, row))
        {
            foreach (var column in item.Columns)
            {
                items.Write(item[column]);
            }

            items.EndRecord();
        }
    }
}
