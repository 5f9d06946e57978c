using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace RuleGen.Benchmarks;

/// <summary>
/// Runs benchmarks of whole passes over millions of rows, in this process: the rows are made once. Beside the clock, the
/// time of the processor counts, which other work on the machine disturbs less.
/// </summary>
internal static class Measurement
{
    private const int Iterations = 5;

    private static List<TimeSpan> ProcessorTimes { get; } = [];

    /// <summary>Runs a pass, and notes the time of the processor.</summary>
    public static TResult Pass<TResult>(Func<TResult> run)
    {
        var start = Environment.CpuUsage.TotalTime;
        var result = run();
        ProcessorTimes.Add(Environment.CpuUsage.TotalTime - start);
        return result;
    }

    /// <summary>The median times of each case, by the clock and of the processor.</summary>
    public static IReadOnlyList<(BenchmarkCase Case, TimeSpan Time, TimeSpan ProcessorTime)> Run<TBenchmarks>()
    {
        ProcessorTimes.Clear();
        var config = ManualConfig
            .CreateEmpty()
            .AddJob(
                Job.Default.WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromHours(2), logOutput: false))
                    .WithStrategy(RunStrategy.Monitoring)
                    .WithGcMode(new GcMode { Force = true })
                    .WithInvocationCount(1)
                    .WithUnrollFactor(1)
                    .WithWarmupCount(1)
                    .WithIterationCount(Iterations)
            )
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(new TextLogger(Console.Error))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "rulegen-benchmarks"))
            .WithOptions(ConfigOptions.DisableOptimizationsValidator);
        var summary = BenchmarkRunner.Run<TBenchmarks>(config);

        // The first pass of each case warms up.
        return summary
            .Reports.Zip(ProcessorTimes.Chunk(1 + Iterations))
            .Select(each => (each.First.BenchmarkCase, Median(each.First), Median(each.Second[1..])))
            .ToList();
    }

    private static TimeSpan Median(TimeSpan[] times) => times.Order().ElementAt(times.Length / 2);

    private static TimeSpan Median(BenchmarkReport report) =>
        report.ResultStatistics is { } statistics
            ? TimeSpan.FromMicroseconds(statistics.Median / 1000)
            : throw new InvalidOperationException($"{report.BenchmarkCase.Descriptor.DisplayInfo} failed.");
}
