using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace RuleGen.Benchmarks;

/// <summary>Collects results, and writes them as tables for the README.</summary>
internal sealed class ResultTable
{
    private readonly StringBuilder _text = new();

    /// <summary>A table whose heading says on what machine, and when by the clock's date, it was measured.</summary>
    public ResultTable() =>
        _text.Append(
            CultureInfo.InvariantCulture,
            $"\n{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores ({Processor}), "
                + $"{RuntimeInformation.FrameworkDescription}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}\n"
        );

    /// <summary>Begins a table.</summary>
    public void Start(params string[] columns)
    {
        _text.Append('\n');
        Add(columns);
        Add([.. columns.Select((_, i) => i == 0 ? "---" : "---:")]);
    }

    /// <summary>Adds a line; says it on the standard error, too.</summary>
    public void Add(params string[] cells)
    {
        var line = $"| {string.Join(" | ", cells)} |";
        Console.Error.WriteLine(line);
        _text.Append(line).Append('\n');
    }

    /// <summary>A number of rows in a second.</summary>
    public static string Speed(long rows, TimeSpan time) => Number(rows / time.TotalSeconds);

    /// <summary>A number with thousands separated.</summary>
    public static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A ratio.</summary>
    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();

    private static string Processor =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
                .FirstOrDefault("unknown")
            : RuntimeInformation.ProcessArchitecture.ToString();
}
