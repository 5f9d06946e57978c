using System.Globalization;
using RuleGen.Data.Checks;
using RuleGen.Data.Csv;
using RuleGen.Model;

namespace RuleGen.Cli.Checks;

/// <summary>Says what a run cannot be sure of in a file; each thing once, with how many rows and the first of them.</summary>
internal static class DoubtText
{
    /// <summary>Writes the doubts about a file, or refuses it.</summary>
    /// <param name="input">The file, whose rows are read; null where there is none.</param>
    /// <param name="isStrict">Whether there must be no doubts.</param>
    /// <param name="error">Where they are written.</param>
    /// <exception cref="RuleGenException">RG0305: there are, and must not be.</exception>
    public static void Show(CsvInput? input, bool isStrict, TextWriter error)
    {
        if (input is null)
        {
            return;
        }

        foreach (var count in input.ListCounts)
        {
            error.WriteLine(Describe(count));
        }

        if (input.Doubts.Count == 0)
        {
            return;
        }

        if (isStrict)
        {
            throw new RuleGenException(
                input
                    .Doubts.Select(doubt => new Problem(
                        ErrorCodes.DoubtfulData,
                        Describe(doubt),
                        "Mend the file, or leave --strict out"
                    )
                    {
                        File = input.Name,
                        Position = new TextPosition(doubt.First[0].Line, 1),
                    })
                    .ToValueList()
            );
        }

        foreach (var doubt in input.Doubts)
        {
            error.WriteLine($"{MessageText.OneLine(input.Name)}: {Describe(doubt)}");
        }
    }

    private static string Describe(ListCount count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{MessageText.OneLine(count.File)}: {count.Items} {(count.Items == 1 ? "item" : "items")} of {count.List}, {count.ItemsWithoutRow} of them of no row that was read; {count.RowsWithoutItems} {(count.RowsWithoutItems == 1 ? "row has" : "rows have")} none"
        );

    private static string Describe(DataDoubt doubt)
    {
        var rows = doubt.Count == 1 ? "1 row" : $"{doubt.Count.ToString(CultureInfo.InvariantCulture)} rows";
        var (holds, have) = doubt.Count == 1 ? ("holds", "has") : ("hold", "have");
        var name = doubt.Column?.Name;
        var what = doubt.Kind switch
        {
            DoubtKind.WrittenNull =>
                $"{name}: {rows} {holds} NULL without quotes, which is taken for text; say --null NULL if it means NULL",
            DoubtKind.OtherShape => $"{name}: {rows} {holds} a value of another shape than {ShapeOf(doubt.Column!)}",
            DoubtKind.DottedCode =>
                $"{name}: {rows} {holds} a full stop, and the codes of the source are without; no pattern for M545 "
                    + "finds M54.5",
            DoubtKind.RepeatedKey => $"{rows} {have} the key of an earlier row",
            DoubtKind.KeysNotCompared =>
                $"the keys of {rows} were compared with that of the row before alone, since there are so many",
            _ => throw new InvalidOperationException($"There are no words for {doubt.Kind}."),
        };
        var more = doubt.Count > doubt.First.Count ? " …" : "";
        return $"{what}: {string.Join(", ", doubt.First.Select(Describe))}{more}";
    }

    private static string ShapeOf(Column column) => column.Shape?.ToString() ?? "0 or more";

    private static string Describe(DoubtfulRow row)
    {
        var place = $"line {row.Line.ToString(CultureInfo.InvariantCulture)}";
        var key = row.Key.Columns.Count == 0 ? "" : $" ({MessageText.OneLine(row.Key.ToString())})";
        return row.Value is null ? place + key : $"'{MessageText.OneLine(row.Value)}' in {place}{key}";
    }
}
