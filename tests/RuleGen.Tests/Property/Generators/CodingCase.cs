using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>A coding, the source that it is over, and rows to evaluate it on.</summary>
/// <param name="Source">The source.</param>
/// <param name="Coding">The coding.</param>
/// <param name="Rows">The rows, with every column of the source.</param>
internal sealed record CodingCase(Source Source, Coding Coding, ValueList<Row> Rows)
{
    private const int MostRowsShown = 3;

    /// <summary>How many nodes were built for it, or tried.</summary>
    public int Attempts { get; init; }

    /// <summary>How many of them a factory refused.</summary>
    public int Refusals { get; init; }

    /// <summary>The size that it was drawn with; zero is the smallest.</summary>
    public int Size { get; init; }

    /// <summary>The coding as published, to be compiled into scripts.</summary>
    public PublishedCoding Published { get; } =
        new()
        {
            Id = "case",
            Title = "A case",
            Publication = "Nobody",
            Edition = "First",
            Coding = Coding,
        };

    /// <summary>Columns, T-SQL and the first rows.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            [
                "",
                $"Size:    {Size}",
                $"Columns: {string.Join(", ", Source.Columns.Select(Describe))}",
                CodingText.Of(Coding),
                .. Rows.Take(MostRowsShown).Select(row => $"Row:     {row}"),
                Rows.Count > MostRowsShown ? $"(and {Rows.Count - MostRowsShown} rows more)" : "",
            ]
        );

    private static string Describe(Column column)
    {
        var collation = column.Type is CharacterType { Collation: { } found } ? $" COLLATE {found}" : "";
        return $"{SqlName.Bracket(column.Name)} {column.Type}{collation} {(column.IsNullable ? "NULL" : "NOT NULL")}";
    }
}
