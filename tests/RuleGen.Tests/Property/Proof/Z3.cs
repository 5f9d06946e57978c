using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace RuleGen.Tests.Property.Proof;

/// <summary>The SMT solver z3 from Debian's package, as a process that answers many questions.</summary>
internal sealed class Z3 : IDisposable
{
    private readonly int _milliseconds;
    private Process _process;

    private Z3(Process process, int milliseconds)
    {
        _process = process;
        _milliseconds = milliseconds;
    }

    /// <summary>Starts it; null where it is not on PATH.</summary>
    public static Z3? Start(int milliseconds)
    {
        try
        {
            return new Z3(Start(), milliseconds);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>
    /// "sat" or "unsat"; "unknown" where the time was too short, "crashed" where z3 ended, as version 4.8.12 does on
    /// some questions about strings.
    /// </summary>
    public string Check(string script)
    {
        try
        {
            _process.StandardInput.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"(reset)\n(set-option :timeout {_milliseconds})\n{script}(check-sat)\n"
                )
            );
            _process.StandardInput.Flush();
            if (_process.StandardOutput.ReadLine() is { } answer)
            {
                return answer;
            }
        }
        catch (IOException)
        {
            // The pipe broke: it ended while it was reading.
        }

        Dispose();
        _process = Start();
        return "crashed";
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static Process Start() =>
        Process.Start(
            new ProcessStartInfo("z3", "-in") { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
}
