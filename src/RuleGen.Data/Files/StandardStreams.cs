#pragma warning disable RS0030 // The one place that opens the standard streams.
using System.Text;
using Microsoft.Win32.SafeHandles;
using RuleGen.Model;

namespace RuleGen.Data.Files;

/// <summary>
/// The standard streams, as UTF-8 without a byte order mark and with LF, whatever the terminal's settings.
/// </summary>
public static class StandardStreams
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The standard output.</summary>
    public static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        // The console's stream swallows the news that nobody reads a pipe any more. A file, on the other hand, has a
        // position that other processes share, and only the console's stream moves it.
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    /// <summary>A writer to the standard error; every line appears at once.</summary>
    public static TextWriter OpenError() =>
        new StreamWriter(Console.OpenStandardError(), Encoding) { NewLine = "\n", AutoFlush = true };

    /// <summary>Opens a file for reading, or the standard input for <c>-</c>.</summary>
    /// <exception cref="RuleGenException">RG0501: the file cannot be read.</exception>
    public static Stream OpenInput(string path) =>
        path == OutputFile.Standard ? Console.OpenStandardInput() : InputFile.Open(path);

    /// <summary>What messages call an input.</summary>
    public static string NameOf(string path) => path == OutputFile.Standard ? "(standard input)" : path;
}
