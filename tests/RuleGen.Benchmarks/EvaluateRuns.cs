using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql;

namespace RuleGen.Benchmarks;

/// <summary>(c) <c>rulegen evaluate</c> from CSV to CSV, for one coding and for fifty, and files of several sizes.</summary>
internal static class EvaluateRuns
{
    private const int Codings = 50;
    private const int Repetitions = 3;

    public static void Run(int rows, ResultTable table)
    {
        var folder = Directory.CreateTempSubdirectory("rulegen-benchmark-");
        try
        {
            var catalogue = SyntheticCatalogue.Create(Codings);
            var files = catalogue.Select(coding => Write(coding, folder.FullName)).ToArray();
            table.Start(
                "evaluate, CSV to CSV, two threads",
                "spells/s",
                "seconds",
                "seconds of the processors",
                "peak memory, MB"
            );
            foreach (var count in new[] { 100_000, 1_000_000, 5_000_000 }.Where(count => count <= rows))
            {
                var input = Path.Combine(folder.FullName, "spells.csv");
                WriteSpells(input, catalogue.Append(BackPainFusion.Coding).Select(each => each.Coding).ToList(), count);
                Measure(table, "1 coding", [BackPainFusion.Coding.Id], input, count);
                Measure(table, $"{Codings} codings", files, input, count);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(ResultTable table, string what, string[] codings, string input, int rows)
    {
        var output = Path.ChangeExtension(input, ".out");
        var cost = RuleGenProcess.Repeat(
            Repetitions,
            ["evaluate", .. codings, "--input", input, "--null", @"\N", "--output", output]
        );
        table.Add(
            $"{what}, {ResultTable.Number(rows)} spells",
            ResultTable.Speed(rows, cost.Time),
            ResultTable.Ratio(cost.Time.TotalSeconds),
            ResultTable.Ratio(cost.ProcessorTime.TotalSeconds),
            ResultTable.Number(cost.PeakBytes / 1e6)
        );
    }

    private static string Write(PublishedCoding coding, string folder)
    {
        var path = Path.Combine(folder, $"{coding.Id}.sql");
        File.WriteAllText(
            path,
            $"{FragmentWriter.WriteCase(coding.Coding)}\n{FragmentWriter.WriteWhere(coding.Coding)}\n"
        );
        return path;
    }

    private static void WriteSpells(string path, List<Coding> codings, int rows)
    {
        using var writer = new StreamWriter(path);
        writer.Write($"{string.Join(',', Apcs.Source.Columns.Select(column => column.Name))}\n");
        foreach (var row in Engine.Sampler.Sample(Apcs.Source, codings, rows, seed: 1))
        {
            writer.Write($"{string.Join(',', Apcs.Source.Columns.Select(column => Field(row[column])))}\n");
        }
    }

    private static string Field(SqlValue value) =>
        value.IsNull ? @"\N"
        : value.Text is { } text && text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\""
        : value.Text ?? value.ToString();
}
