namespace RuleGen.Benchmarks;

/// <summary>(e) The start of the program.</summary>
internal static class StartRuns
{
    public static void Run(ResultTable table)
    {
        var cost = RuleGenProcess.Repeat(15, "--help");
        table.Start("start", "ms", "ms of the processors");
        table.Add(
            "rulegen --help",
            ResultTable.Number(cost.Time.TotalMilliseconds),
            ResultTable.Number(cost.ProcessorTime.TotalMilliseconds)
        );
    }
}
