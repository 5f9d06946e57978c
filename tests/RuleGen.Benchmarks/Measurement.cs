using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace RuleGen.Benchmarks;

/// <summary>Runs benchmarks of whole passes over millions of rows, in this process: the rows are made once.</summary>
internal static class Measurement
{
    private const int Iterations = 5;

    /// <summary>The median time of each case.</summary>
    public static IReadOnlyList<(BenchmarkCase Case, TimeSpan Time)> Run<TBenchmarks>()
    {
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
        return summary.Reports.Select(report => (report.BenchmarkCase, Median(report))).ToList();
    }

    private static TimeSpan Median(BenchmarkReport report) =>
        report.ResultStatistics is { } statistics
            ? TimeSpan.FromMicroseconds(statistics.Median / 1000)
            : throw new InvalidOperationException($"{report.BenchmarkCase.Descriptor.DisplayInfo} failed.");
}
