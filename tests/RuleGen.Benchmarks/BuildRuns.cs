namespace RuleGen.Benchmarks;

/// <summary>(d) <c>rulegen build</c> of everything, from the start of the process.</summary>
internal static class BuildRuns
{
    public static void Run(ResultTable table)
    {
        var folder = Directory.CreateTempSubdirectory("rulegen-benchmark-");
        try
        {
            var (time, peak) = RuleGenProcess.Repeat(3, "build", "--out", folder.FullName);
            table.Start("build", "seconds", "peak memory, MB");
            table.Add("everything, cold", ResultTable.Ratio(time.TotalSeconds), ResultTable.Number(peak / 1e6));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
