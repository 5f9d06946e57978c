using System.ComponentModel;
using System.Diagnostics;

namespace RuleGen.Benchmarks;

/// <summary>Runs the built program as its users do, and looks at the clock and its memory.</summary>
internal static class RuleGenProcess
{
    /// <summary>Runs a command.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static ProcessCost Run(params string[] arguments)
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
        var cost = new ProcessCost(default, default, 0);
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            cost = AtLeast(cost, CostOf(process));
        }

        output.Wait();
        var time = watch.Elapsed;
        return process.ExitCode == 0
            ? cost with
            {
                Time = time,
            }
            : throw new InvalidOperationException($"rulegen {string.Join(' ', arguments)}: {error.Result}");
    }

    /// <summary>The run with the median time of several, and the most memory of any.</summary>
    public static ProcessCost Repeat(int times, params string[] arguments)
    {
        var runs = Enumerable.Range(0, times).Select(_ => Run(arguments)).OrderBy(run => run.Time).ToList();
        return runs[times / 2] with { PeakBytes = runs.Max(run => run.PeakBytes) };
    }

    /// <summary>The more of each: of a process that has just ended the system says nothing, or zero.</summary>
    private static ProcessCost AtLeast(ProcessCost before, ProcessCost? now) =>
        now is null
            ? before
            : new ProcessCost(
                default,
                now.ProcessorTime > before.ProcessorTime ? now.ProcessorTime : before.ProcessorTime,
                Math.Max(now.PeakBytes, before.PeakBytes)
            );

    /// <summary>What a process has taken so far; null where it has just ended.</summary>
    private static ProcessCost? CostOf(Process process)
    {
        try
        {
            process.Refresh();
            return new ProcessCost(default, process.TotalProcessorTime, process.PeakWorkingSet64);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>What a process takes.</summary>
/// <param name="Time">By the clock.</param>
/// <param name="ProcessorTime">Of all processors, nearly to its end.</param>
/// <param name="PeakBytes">The most memory that it held.</param>
internal sealed record ProcessCost(TimeSpan Time, TimeSpan ProcessorTime, long PeakBytes);
