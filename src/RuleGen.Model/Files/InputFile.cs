using System.Security;

namespace RuleGen.Model;

/// <summary>Opens and reads the files that users name.</summary>
public static class InputFile
{
    /// <summary>A file, opened for reading.</summary>
    /// <exception cref="RuleGenException">RG0501: it is not there, or cannot be read.</exception>
    public static Stream Open(string path)
    {
        if (path.Length == 0)
        {
            throw Unreadable(path, "The path is empty");
        }

        if (Directory.Exists(path))
        {
            throw Unreadable(path, "It is a folder");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable(path, "It does not exist");
        }
        catch (Exception exception) when (IsFileFailure(exception))
        {
            throw Unreadable(path, exception);
        }
    }

    /// <summary>The text of a file that must be UTF-8.</summary>
    /// <exception cref="RuleGenException">RG0501: it cannot be read. RG0304: it is not UTF-8.</exception>
    public static string ReadText(string path) => ReadText(Open(path), path);

    /// <summary>The text of a stream that must be UTF-8; closes the stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="RuleGenException">RG0501: it cannot be read. RG0304: it is not UTF-8.</exception>
    public static string ReadText(Stream stream, string name)
    {
        using var reader = new Utf8Reader(stream);
        try
        {
            return reader.ReadToEnd();
        }
        catch (RuleGenException exception)
        {
            throw exception.In(name);
        }
        catch (Exception exception) when (IsFileFailure(exception))
        {
            throw Unreadable(name, exception);
        }
    }

    /// <summary>Whether an exception is the file system's answer, and no defect.</summary>
    public static bool IsFileFailure(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException
        || exception is ArgumentException { ParamName: "path" };

    /// <summary>Says that reading a file failed.</summary>
    public static RuleGenException Unreadable(string path, Exception failure) =>
        Unreadable(path, failure.Message.TrimEnd('.'));

    /// <summary>Says that a file cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="why">A sentence without a full stop.</param>
    public static RuleGenException Unreadable(string path, string why) =>
        new(
            new Problem(
                ErrorCodes.UnreadableFile,
                $"'{path}' cannot be read: {why}",
                "Check the path and your permissions"
            )
            {
                File = path,
            }
        );
}
