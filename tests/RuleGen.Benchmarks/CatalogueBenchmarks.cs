using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Benchmarks;

/// <summary>(b) Catalogues of made-up codings over spells that exercise them all, in memory, on one thread.</summary>
public class CatalogueBenchmarks
{
    private const int Largest = 200;

    private static Spells Prepared { get; set; } = null!;

    /// <summary>The number of codings.</summary>
    [Params(1, 10, 50, Largest)]
    public int Codings { get; set; }

    private ValueList<Coding> Catalogue =>
        SyntheticCatalogue.Create(Codings).Select(published => published.Coding).ToValueList();

    [Benchmark]
    public (long, long) Columnar() => Measurement.Pass(() => Contestants.Columnar(Catalogue, Prepared.Batches));

    internal static void Run(int rows, ResultTable table)
    {
        Prepared = Spells.Sample(SyntheticCatalogue.Create(Largest).Select(each => each.Coding).ToList(), rows);
        var times = Measurement.Run<CatalogueBenchmarks>();
        table.Start(
            $"Codings in memory, {ResultTable.Number(rows)} spells, one thread",
            "spells/s",
            "spells per second of the processor",
            "times the cost of one",
            "of it to compile, ms"
        );
        foreach (var (benchmark, time, processorTime) in times)
        {
            var codings = (int)benchmark.Parameters[nameof(Codings)];
            table.Add(
                ResultTable.Number(codings),
                ResultTable.Speed(rows, time),
                ResultTable.Speed(rows, processorTime),
                ResultTable.Ratio(processorTime / times[0].ProcessorTime),
                ResultTable.Number(CompileTime(codings).TotalMilliseconds)
            );
        }
    }

    private static TimeSpan CompileTime(int codings)
    {
        var catalogue = new CatalogueBenchmarks { Codings = codings }.Catalogue;
        var watch = Stopwatch.StartNew();
        BatchEvaluator.Compile(catalogue);
        return watch.Elapsed;
    }
}
