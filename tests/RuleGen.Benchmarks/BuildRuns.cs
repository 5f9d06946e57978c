namespace RuleGen.Benchmarks;

/// <summary>(d) <c>rulegen build</c> of everything, from the start of the process.</summary>
internal static class BuildRuns
{
    public static void Run(ResultTable table)
    {
        var folder = Directory.CreateTempSubdirectory("rulegen-benchmark-");
        try
        {
            var cost = RuleGenProcess.Repeat(3, "build", "--out", folder.FullName);
            table.Start("build", "seconds", "seconds of the processors", "peak memory, MB");
            table.Add(
                "everything, cold",
                ResultTable.Ratio(cost.Time.TotalSeconds),
                ResultTable.Ratio(cost.ProcessorTime.TotalSeconds),
                ResultTable.Number(cost.PeakBytes / 1e6)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
