using System.Globalization;
using System.Text;
using RuleGen.Model;

namespace RuleGen.Data.Files;

/// <summary>
/// What a command writes: a file that appears whole or not at all, or the standard output. A file is written under a
/// temporary name in its folder and takes its own name on <see cref="Commit"/>; without it, the old one stays.
/// </summary>
public sealed class OutputFile : IDisposable
{
    /// <summary>Names the standard output, as it names the standard input.</summary>
    public const string Standard = "-";

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    // Held while a file takes its name, and for good once the process is being ended from outside.
    private static readonly Lock Gate = new();
    private static readonly HashSet<OutputFile> Unfinished = [];

    private readonly string? _path;
    private readonly string? _temporaryPath;

    private OutputFile(Stream stream, string name, string? path, string? temporaryPath)
    {
        _path = path;
        _temporaryPath = temporaryPath;
        Writer = new StreamWriter(new GuardedStream(stream, name), Encoding, bufferSize: 64 * 1024) { NewLine = "\n" };
    }

    /// <summary>Takes the text.</summary>
    /// <remarks>Throws what <see cref="GuardedStream"/> throws.</remarks>
    public TextWriter Writer { get; }

    /// <summary>Opens an output.</summary>
    /// <param name="path">The path of the file; null or <c>-</c> for the standard output.</param>
    /// <exception cref="RuleGenException">RG0502: the file cannot be written.</exception>
    public static OutputFile Open(string? path)
    {
        if (path is null or Standard)
        {
            return new OutputFile(StandardStreams.OpenOutput(), "the standard output", path: null, temporaryPath: null);
        }

        try
        {
            return OpenFile(path);
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw Unwritable(path, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>Writes a whole file, atomically; makes its folder where there is none.</summary>
    /// <exception cref="RuleGenException">RG0502: the file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw Unwritable(path, exception.Message.TrimEnd('.'));
        }

        using var file = Open(path);
        file.Writer.Write(text);
        file.Commit();
    }

    /// <summary>Says that the output is complete.</summary>
    /// <exception cref="RuleGenException">RG0502: the file cannot be written.</exception>
    public void Commit()
    {
        Writer.Flush();
        if (_temporaryPath is null)
        {
            return;
        }

        Writer.Dispose();
        try
        {
            lock (Gate)
            {
                File.Move(_temporaryPath, _path!, overwrite: true);
                Unfinished.Remove(this);
            }
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw Unwritable(_path!, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>Closes the output; removes a file that was not committed.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (Unfinished.Remove(this))
            {
                Close();
                RemoveTemporary();
            }
        }
    }

    /// <summary>
    /// Removes every unfinished file and holds up any that would still be finished; the process must end then.
    /// </summary>
    public static void AbandonAll()
    {
        Gate.Enter();
        foreach (var file in Unfinished)
        {
            file.RemoveTemporary();
        }
    }

    /// <summary>Says that a file cannot be written.</summary>
    public static RuleGenException Unwritable(string path, string why) =>
        new(
            new Problem(
                ErrorCodes.UnwritableFile,
                $"'{path}' cannot be written: {why}",
                "Check the path, your permissions and the space that is left"
            )
            {
                File = path,
            }
        );

    private static OutputFile OpenFile(string path)
    {
        var named = new FileInfo(path);
        var target = (named.LinkTarget is null ? named : named.ResolveLinkTarget(returnFinalTarget: true)!).FullName;
        if (Directory.Exists(target))
        {
            throw Unwritable(path, "It is a folder");
        }

        // A device takes what is written to it; a file must not take its name.
        if (target.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return new OutputFile(new FileStream(target, FileMode.Open, FileAccess.Write), path, null, null);
        }

        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            throw Unwritable(path, $"There is no folder '{folder}'");
        }

        var process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var temporaryPath = Path.Combine(folder, $".{Path.GetFileName(target)}.{process}.tmp");
        lock (Gate)
        {
            var stream = new FileStream(temporaryPath, FileMode.Create, FileAccess.Write, FileShare.Delete);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporaryPath, File.GetUnixFileMode(target));
            }

            var file = new OutputFile(stream, path, target, temporaryPath);
            Unfinished.Add(file);
            return file;
        }
    }

    private void Close()
    {
        try
        {
            Writer.Dispose();
        }
        catch (RuleGenException)
        {
            // The disk is full or gone, which is why the file is abandoned.
        }
    }

    private void RemoveTemporary()
    {
        try
        {
            File.Delete(_temporaryPath!);
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            // The folder is gone, which is why the file is abandoned.
        }
    }
}
