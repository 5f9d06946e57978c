using BenchmarkDotNet.Attributes;
using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Benchmarks;

/// <summary>
/// (a) Intervention 2Y over sampled spells in memory, on one thread: from the coding to the numbers of rows kept and
/// rows with an outcome. Each contestant has the rows in its own form; what it learns in a pass is forgotten after it.
/// </summary>
public class InMemoryBenchmarks
{
    /// <summary>The reference evaluator gets no more, to spare time and memory.</summary>
    private const int MostReferenceRows = 500_000;

    private static readonly Coding Coding = BackPainFusion.Coding.Coding;

    private static Spells Prepared { get; set; } = null!;

    private static List<Row> PreparedRows { get; set; } = null!;

    private static SqliteSpells PreparedSqlite { get; set; } = null!;

    private Spells _spells = null!;
    private List<Row> _rows = null!;
    private SqliteSpells _sqlite = null!;

    [GlobalSetup]
    public void TakePrepared() => (_spells, _rows, _sqlite) = (Prepared, PreparedRows, PreparedSqlite);

    [Benchmark]
    public (long, long) Columnar() => Measurement.Pass(() => Contestants.Columnar([Coding], _spells.Batches));

    [Benchmark]
    public (long, long) ColumnarFromStrings() =>
        Measurement.Pass(() => Contestants.ColumnarFromStrings([Coding], _spells));

    [Benchmark]
    public (long, long) Reference() => Measurement.Pass(() => Contestants.Reference(Coding, _rows));

    [Benchmark]
    public (long, long) RegexForEachLike() => Measurement.Pass(() => RegexLoop.Run(_spells));

    [Benchmark]
    public (long, long) RegexWithAlternatives() => Measurement.Pass(() => RegexLoop.RunWithAlternatives(_spells));

    [Benchmark]
    public (long, long) Sqlite() => Measurement.Pass(() => _sqlite.Run());

    internal static void Run(int rows, ResultTable table)
    {
        Prepared = Spells.Sample([Coding], rows);
        PreparedRows = Prepared.Rows.Take(MostReferenceRows).ToList();
        using var sqlite = new SqliteSpells(Prepared, Coding);
        PreparedSqlite = sqlite;
        Check();
        var times = Measurement
            .Run<InMemoryBenchmarks>()
            .ToDictionary(each => each.Case.Descriptor.WorkloadMethod.Name, each => (each.Time, each.ProcessorTime));
        var columnar = rows / times[nameof(Columnar)].ProcessorTime.TotalSeconds;
        table.Start(
            $"2Y in memory, {ResultTable.Number(rows)} spells, one thread",
            "spells/s",
            "spells per second of the processor",
            "columnar is … times"
        );
        foreach (var (name, (time, processorTime)) in times)
        {
            var count = name == nameof(Reference) ? PreparedRows.Count : rows;
            table.Add(
                Describe(name),
                ResultTable.Speed(count, time),
                ResultTable.Speed(count, processorTime),
                ResultTable.Ratio(columnar * processorTime.TotalSeconds / count)
            );
        }
    }

    /// <summary>Contestants that do not say the same are not worth comparing; superscripts are beyond the Regex.</summary>
    private static void Check()
    {
        var expected = Contestants.Columnar([Coding], Prepared.Batches);
        if (
            expected != Contestants.ColumnarFromStrings([Coding], Prepared)
            || expected != PreparedSqlite.Run()
            || RegexLoop.Run(Prepared) != RegexLoop.RunWithAlternatives(Prepared)
        )
        {
            throw new InvalidOperationException("The contestants disagree.");
        }
    }

    private static string Describe(string name) =>
        name switch
        {
            nameof(Columnar) => "RuleGen, columnar, over batches",
            nameof(ColumnarFromStrings) => "RuleGen, columnar, over strings",
            nameof(Reference) => "RuleGen, reference evaluator",
            nameof(RegexForEachLike) => "C# loop, a compiled Regex for each LIKE",
            nameof(RegexWithAlternatives) => "C# loop, a compiled Regex for each OR",
            _ => "SQLite, one query",
        };
}
