using System.Diagnostics;

namespace RuleGen.Benchmarks;

/// <summary>Runs the built program as its users do, and looks at the clock and its memory.</summary>
internal static class RuleGenProcess
{
    /// <summary>The wall time of a command, and the most memory that it held.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static (TimeSpan Time, long PeakBytes) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "rulegen.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            process.Refresh();
            peak = Math.Max(peak, PeakOf(process));
        }

        output.Wait();
        var time = watch.Elapsed;
        return process.ExitCode == 0
            ? (time, peak)
            : throw new InvalidOperationException($"rulegen {string.Join(' ', arguments)}: {error.Result}");
    }

    /// <summary>The median time of several runs, and the most memory of any.</summary>
    public static (TimeSpan Time, long PeakBytes) Repeat(int times, params string[] arguments)
    {
        var runs = Enumerable.Range(0, times).Select(_ => Run(arguments)).OrderBy(run => run.Time).ToList();
        return (runs[times / 2].Time, runs.Max(run => run.PeakBytes));
    }

    private static long PeakOf(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }
}
