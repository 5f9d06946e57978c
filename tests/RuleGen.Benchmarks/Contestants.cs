using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Benchmarks;

/// <summary>Runs RuleGen's engines over spells, from the coding to the counts; nothing is known beforehand.</summary>
internal static class Contestants
{
    /// <summary>The columnar engine over batches that are there.</summary>
    public static (long Kept, long WithOutcome) Columnar(ValueList<Coding> codings, IEnumerable<RowBatch> batches)
    {
        var evaluator = BatchEvaluator.Compile(codings);
        var results = new CatalogueResults();
        var tally = new Tally(codings.Count);
        foreach (var batch in batches)
        {
            evaluator.Evaluate(batch, results);
            tally.Add(results);
        }

        return (tally.Kept.Sum(), tally.WithOutcome.Sum());
    }

    /// <summary>The columnar engine over strings, which it has to gather into batches first.</summary>
    public static (long Kept, long WithOutcome) ColumnarFromStrings(ValueList<Coding> codings, Spells spells) =>
        Columnar(codings, Gather(codings, spells));

    /// <summary>The reference evaluator, row by row.</summary>
    public static (long Kept, long WithOutcome) Reference(Coding coding, IEnumerable<Row> rows)
    {
        var evaluator = new CodingEvaluator();
        var (kept, withOutcome) = (0L, 0L);
        foreach (var row in rows)
        {
            var result = evaluator.Evaluate(coding, row);
            kept += result.IsKept ? 1 : 0;
            withOutcome += result.Outcome is null ? 0 : 1;
        }

        return (kept, withOutcome);
    }

    private static IEnumerable<RowBatch> Gather(ValueList<Coding> codings, Spells spells)
    {
        const int Rows = 4096;
        var batch = new RowBatch(codings.SelectMany(coding => coding.Columns).Distinct().ToValueList());
        var columns = batch.Columns.Select(spells.Column).ToArray();
        for (var row = 0; row < spells.Count; row++)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] is string?[] texts)
                {
                    Add(batch, i, texts[row]);
                }
                else
                {
                    Add(batch, i, ((int?[])columns[i])[row]);
                }
            }

            batch.EndRow();
            if (batch.Count == Rows || row == spells.Count - 1)
            {
                yield return batch;
                batch.Clear();
            }
        }
    }

    private static void Add(RowBatch batch, int column, string? text)
    {
        if (text is null)
        {
            batch.AddNull(column);
        }
        else
        {
            batch.AddText(column, text);
        }
    }

    private static void Add(RowBatch batch, int column, int? number)
    {
        if (number is { } value)
        {
            batch.AddInteger(column, value);
        }
        else
        {
            batch.AddNull(column);
        }
    }
}
