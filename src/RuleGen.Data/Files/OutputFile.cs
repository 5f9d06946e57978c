using System.Text;
using RuleGen.Model;

namespace RuleGen.Data.Files;

/// <summary>
/// What a command writes: a file that appears whole or not at all, the standard output, or a pipe or device. A file is
/// written under a temporary name in its folder and takes its own name on <see cref="Commit"/>; without it, the old one
/// stays. A symbolic link stays one, and the file that it leads to is written.
/// </summary>
public sealed class OutputFile : IDisposable
{
    /// <summary>Names the standard output, as it names the standard input.</summary>
    public const string Standard = "-";

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    // Held while a file takes its name, and for good once the process is being ended from outside.
    private static readonly Lock Gate = new();
    private static readonly HashSet<OutputFile> Unfinished = [];

    // What an ordinary file can be allowed: to be read and written.
    private const UnixFileMode PlainBits =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite;

    private readonly string? _path;
    private readonly string? _temporaryPath;
    private readonly bool _isSpecial;

    private OutputFile(Stream stream, string name, string? path, string? temporaryPath, bool isSpecial = false)
    {
        _isSpecial = isSpecial;
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

        _ = FullPath(path);
        try
        {
            return OpenFile(path);
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw Unwritable(path, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>
    /// Writes a whole file, atomically, in place of what has its name: a link is replaced, and not followed. Nobody may
    /// run it as a program; otherwise its rights stay as they are.
    /// </summary>
    /// <exception cref="RuleGenException">RG0502: the file cannot be written.</exception>
    public static void Replace(string path, string text)
    {
        try
        {
            var mode = FileStatus.Of(path) is { Kind: EntryKind.File } status ? status.Mode & PlainBits : null;
            using var file = OpenTemporary(path, Path.GetFullPath(path), mode);
            file.Writer.Write(text);
            file.Commit();
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw Unwritable(path, exception.Message.TrimEnd('.'));
        }
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

    /// <summary>Closes the output, but not the standard one; removes a file that was not committed.</summary>
    public void Dispose()
    {
        if (_isSpecial)
        {
            Close();
            return;
        }

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

    /// <summary>The full path of an output.</summary>
    /// <exception cref="RuleGenException">RG0502: it is empty, or no path.</exception>
    public static string FullPath(string path)
    {
        if (path.Length == 0)
        {
            throw Unwritable(path, "The path is empty");
        }

        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw Unwritable(path, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>Says that an output is a file that is read.</summary>
    /// <param name="output">The output.</param>
    /// <param name="input">The input.</param>
    public static RuleGenException IsInput(string output, string input) =>
        new(
            ErrorCodes.OutputIsInput,
            $"The output '{output}' is the file '{input}', which the command reads",
            "Name another output"
        );

    private static OutputFile OpenFile(string path)
    {
        var status = FileStatus.OfTarget(path);
        if (status is { Kind: EntryKind.Folder })
        {
            throw Unwritable(path, "It is a folder");
        }

        // What the standard output is already, such as /dev/stdout or /dev/fd/1, takes what others write to it, too.
        if (status is not null && status.Identity == FileStatus.OfStandardOutput()?.Identity)
        {
            return new OutputFile(StandardStreams.OpenOutput(), path, path: null, temporaryPath: null);
        }

        // A pipe or a device takes what is written to it; a file must not take its name.
        if (status is { Kind: EntryKind.Special })
        {
            var special = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            return new OutputFile(special, path, path: null, temporaryPath: null, isSpecial: true);
        }

        var named = new FileInfo(path);
        var target = named.LinkTarget is null ? named : named.ResolveLinkTarget(returnFinalTarget: true)!;
        return OpenTemporary(path, target.FullName, status?.Mode);
    }

    /// <summary>Opens a file under a temporary name; it takes the target's name, and nobody follows a link there.</summary>
    private static OutputFile OpenTemporary(string name, string target, UnixFileMode? mode)
    {
        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            throw Unwritable(name, $"There is no folder '{folder}'");
        }

        // Nobody can guess the name and have a file or link of their own wait there; if somebody did, it is refused.
        var temporaryPath = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Delete,
        };
        lock (Gate)
        {
            if (OperatingSystem.IsWindows() || mode is null)
            {
                var stream = new FileStream(temporaryPath, options);
                return Register(new OutputFile(stream, name, target, temporaryPath));
            }

            options.UnixCreateMode = mode.Value;
            var file = Register(new OutputFile(new FileStream(temporaryPath, options), name, target, temporaryPath));
            try
            {
                // What the process creates, its mask may have taken rights from.
                File.SetUnixFileMode(temporaryPath, mode.Value);
                return file;
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
    }

    private static OutputFile Register(OutputFile file)
    {
        Unfinished.Add(file);
        return file;
    }

    private void Close()
    {
        try
        {
            Writer.Dispose();
        }
        catch (Exception exception) when (exception is RuleGenException or BrokenPipeException)
        {
            // The disk is full or gone, or nobody reads the pipe, which is why the output is abandoned.
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
