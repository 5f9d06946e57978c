using System.Diagnostics;
using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Cli.Files;

/// <summary>Says on a terminal how many of some steps are done, in one line that is written over; elsewhere nothing.</summary>
/// <param name="error">The standard error.</param>
/// <param name="isTerminal">Whether it is a terminal.</param>
internal sealed class StepProgress(TextWriter error, bool isTerminal)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next;
    private int _width;

    /// <summary>Says what is done.</summary>
    /// <param name="done">How many are done.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="last">Which was the last, or what they are.</param>
    public void Report(int done, int all, string last)
    {
        if (isTerminal && (_watch.Elapsed >= _next || done == all))
        {
            _next = _watch.Elapsed + Interval;
            var line = string.Create(CultureInfo.InvariantCulture, $"{done} of {all}: {MessageText.OneLine(last)}");
            VisibleWriter.RawOf(error).Write($"\r{line.PadRight(_width)}");
            _width = line.Length;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_width > 0)
        {
            VisibleWriter.RawOf(error).Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }
}
