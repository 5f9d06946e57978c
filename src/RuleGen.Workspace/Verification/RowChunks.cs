using RuleGen.Data.Csv;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Workspaces.Verification;

/// <summary>Takes rows from where they are, some thousand at a time, so that there may be any number of them.</summary>
internal static class RowChunks
{
    /// <summary>So many rows are taken together.</summary>
    public const int Size = 10_000;

    /// <summary>Sampled rows of a source that exercise every clause of a coding.</summary>
    public static IEnumerable<RowChunk> Sample(Source source, Coding coding, int rows, ulong seed) =>
        Sampler
            .Sample(SampledSource(source, rows), [coding], rows, seed)
            .Chunk(Size)
            .Select(
                (chunk, index) =>
                    new RowChunk(chunk, [.. Enumerable.Range((index * Size) + 1, chunk.Length)], "sampled row ")
            );

    /// <summary>The rows of a CSV file.</summary>
    /// <exception cref="RuleGenException">The file is not valid.</exception>
    public static IEnumerable<RowChunk> Read(CsvRowReader reader, string file, ValueList<Column> columns)
    {
        bool isRead;
        do
        {
            var rows = new List<Row>();
            var lines = new List<int>();
            isRead = false;
            while (rows.Count < Size && (isRead = reader.Read()))
            {
                rows.Add(new Row(columns, ValueList.Create(reader.Values)));
                lines.Add(reader.Line);
            }

            if (rows.Count > 0)
            {
                yield return new RowChunk(rows, lines, $"{file}:");
            }
        } while (isRead);
    }

    /// <summary>The source, with a key of its own where the source's cannot number the rows.</summary>
    private static Source SampledSource(Source source, int rows)
    {
        if (Sampler.CanNumber(source, rows))
        {
            return source;
        }

        var name = "Row";
        while (source.Find(name) is not null)
        {
            name += "_";
        }

        var key = new Column(name, IntegerType.Int, isNullable: false);
        return new Source(source.Table, source.Alias, [name], [], source.Columns.Add(key));
    }
}
