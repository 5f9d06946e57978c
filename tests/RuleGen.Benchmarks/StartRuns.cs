namespace RuleGen.Benchmarks;

/// <summary>(e) The start of the program.</summary>
internal static class StartRuns
{
    public static void Run(ResultTable table)
    {
        var (time, _) = RuleGenProcess.Repeat(15, "--help");
        table.Start("start", "ms");
        table.Add("rulegen --help", ResultTable.Number(time.TotalMilliseconds));
    }
}
