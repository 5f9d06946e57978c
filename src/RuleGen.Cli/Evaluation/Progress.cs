using System.Diagnostics;
using System.Globalization;
using RuleGen.Cli.Files;
using RuleGen.Data.Evaluation;
using RuleGen.Model;

namespace RuleGen.Cli.Evaluation;

/// <summary>
/// Says now and then how far a run is: on a terminal in one line that is written over, elsewhere in lines of their own.
/// </summary>
/// <param name="error">The standard error.</param>
/// <param name="isTerminal">Whether it is a terminal.</param>
/// <param name="size">How much there is to do, in bytes or rows; null where nobody knows.</param>
/// <param name="interval">How often it says so; null is as often as suits.</param>
internal sealed class Progress(TextWriter error, bool isTerminal, long? size, TimeSpan? interval = null) : IRunProgress
{
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly TimeSpan _interval = interval ?? (isTerminal ? TerminalInterval : LogInterval);
    private TimeSpan _next = interval ?? (isTerminal ? TerminalInterval : LogInterval);
    private int _width;

    /// <summary>What the run is about; empty where there is only one thing that it can be.</summary>
    public string Subject { get; init; } = "";

    /// <inheritdoc/>
    public void Report(long rows, long done)
    {
        if (_watch.Elapsed < _next)
        {
            return;
        }

        var line =
            (Subject.Length == 0 ? "" : $"{MessageText.OneLine(Subject)}: ")
            + Describe(rows, done, size, _watch.Elapsed);
        if (isTerminal)
        {
            VisibleWriter.RawOf(error).Write($"\r{line.PadRight(_width)}");
            _width = line.Length;
        }
        else
        {
            error.WriteLine(line);
        }

        _next = _watch.Elapsed + _interval;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        if (_width > 0)
        {
            VisibleWriter.RawOf(error).Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }

    /// <summary>Such as <c>3,500,000 rows, 1,200,000 rows/s, 4 s left</c>.</summary>
    public static string Describe(long rows, long done, long? size, TimeSpan elapsed)
    {
        var speed = rows / Math.Max(elapsed.TotalSeconds, 0.001);
        var rest =
            size is { } all && done > 0
                ? Invariant($", {Math.Max(all - done, 0) * elapsed.TotalSeconds / done:N0} s left")
                : "";
        return Invariant($"{rows:N0} rows, {speed:N0} rows/s{rest}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
