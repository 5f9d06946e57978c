using System.Security;
using System.Text;

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

    /// <summary>The text of a file that must be UTF-8, or UTF-16 with a byte order mark.</summary>
    /// <exception cref="RuleGenException">RG0501: it cannot be read. RG0304: it is neither.</exception>
    public static string ReadText(string path) => ReadText(Open(path), path);

    /// <summary>
    /// The text of a stream that must be UTF-8, or UTF-16 with a byte order mark, as SQL Server Management Studio saves
    /// it; closes the stream.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="RuleGenException">RG0501: it cannot be read. RG0304: it is neither.</exception>
    public static string ReadText(Stream stream, string name)
    {
        try
        {
            using var bytes = new MemoryStream();
            using (stream)
            {
                stream.CopyTo(bytes);
            }

            bytes.Position = 0;
            if (FindUtf16(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is { } encoding)
            {
                return DecodeUtf16(bytes, encoding);
            }

            using var reader = new Utf8Reader(bytes);
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

    private static UnicodeEncoding? FindUtf16(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, ..] => new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => null,
        };

    private static string DecodeUtf16(MemoryStream bytes, UnicodeEncoding encoding)
    {
        var mark = encoding.Preamble.Length;
        try
        {
            return encoding.GetString(bytes.GetBuffer(), mark, (int)bytes.Length - mark);
        }
        catch (DecoderFallbackException)
        {
            throw new RuleGenException(
                ErrorCodes.WrongEncoding,
                "The text begins as UTF-16, and is not UTF-16 all through",
                "Save it again, as UTF-8"
            );
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
