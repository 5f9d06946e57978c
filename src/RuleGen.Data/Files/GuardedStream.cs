using RuleGen.Model;

namespace RuleGen.Data.Files;

/// <summary>Passes writes on, and says which output failed where one does.</summary>
internal sealed class GuardedStream(Stream inner, string name) : Stream
{
    // errno EPIPE on Linux and macOS; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.
    private static readonly int[] BrokenPipeResults = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="BrokenPipeException">Nobody reads any more.</exception>
    /// <exception cref="RuleGenException">RG0502: the output failed.</exception>
    public override void Write(byte[] buffer, int offset, int count) =>
        Guarded(() => inner.Write(buffer, offset, count));

    public override void Flush() => Guarded(inner.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (IOException exception) when (BrokenPipeResults.Contains(exception.HResult))
        {
            throw new BrokenPipeException();
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw OutputFile.Unwritable(name, exception.Message.TrimEnd('.'));
        }
    }
}
