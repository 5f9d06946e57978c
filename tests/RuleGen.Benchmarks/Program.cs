using System.Globalization;
using RuleGen.Benchmarks;

// dotnet run -c Release --project tests/RuleGen.Benchmarks [-- [PART…] [--rows N]]; the parts are listed below.
const int Rows = 5_000_000;
var place = Array.IndexOf(args, "--rows");
var rows = place < 0 ? Rows : int.Parse(args[place + 1], NumberStyles.None, CultureInfo.InvariantCulture);
var parts = new Dictionary<string, Action<int, ResultTable>>
{
    ["memory"] = InMemoryBenchmarks.Run,
    ["catalogue"] = CatalogueBenchmarks.Run,
    ["evaluate"] = EvaluateRuns.Run,
    ["build"] = (_, results) => BuildRuns.Run(results),
    ["start"] = (_, results) => StartRuns.Run(results),
};
var asked = (place < 0 ? args : args[..place]).DefaultIfEmpty("all").ToArray();
if (asked.Except(parts.Keys).Except(["all"]).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no part '{unknown}': {string.Join(", ", parts.Keys)}, or all.");
    return 2;
}

var table = new ResultTable();
foreach (var (name, run) in parts)
{
    if (asked.Contains(name) || asked.Contains("all"))
    {
        Console.Error.WriteLine($"== {name}");
        run(rows, table);
    }
}

Console.Write(table.ToString());
return 0;
