using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace RuleGen.Model;

/// <summary>
/// Reads text that must be UTF-8, in constant memory. A byte order mark is skipped; nothing is replaced or guessed.
/// </summary>
public sealed class Utf8Reader : TextReader
{
    private const int BlockSize = 16 * 1024;

    private readonly Stream _stream;
    private readonly byte[] _bytes = new byte[BlockSize];
    private readonly char[] _chars = new char[BlockSize];
    private int _byteCount;
    private int _charCount;
    private int _next;
    private long _offset;
    private int _line = 1;
    private int _lineLength;
    private bool _isStarted;
    private bool _isEnded;

    /// <summary>A reader that owns the stream.</summary>
    public Utf8Reader(Stream stream) => _stream = stream;

    /// <inheritdoc/>
    /// <exception cref="RuleGenException">RG0304: the bytes are not UTF-8.</exception>
    public override int Peek() => _next < _charCount || Fill() ? _chars[_next] : -1;

    /// <inheritdoc/>
    /// <exception cref="RuleGenException">RG0304: the bytes are not UTF-8.</exception>
    public override int Read() => _next < _charCount || Fill() ? _chars[_next++] : -1;

    /// <inheritdoc/>
    /// <exception cref="RuleGenException">RG0304: the bytes are not UTF-8.</exception>
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || (_next == _charCount && !Fill()))
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _charCount - _next);
        _chars.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    /// <inheritdoc/>
    /// <exception cref="RuleGenException">RG0304: the bytes are not UTF-8.</exception>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Decodes the next block; false at the end.</summary>
    private bool Fill()
    {
        _next = 0;
        _charCount = 0;
        while (_charCount == 0 && !_isEnded)
        {
            var read = _stream.Read(_bytes, _byteCount, BlockSize - _byteCount);
            _isEnded = read == 0;
            _byteCount += read;
            if (!_isStarted && !Start())
            {
                continue;
            }

            Decode();
        }

        return _charCount > 0;
    }

    /// <summary>Looks at the first bytes; false where more are needed.</summary>
    private bool Start()
    {
        if (_byteCount < 3 && !_isEnded)
        {
            return false;
        }

        var head = _bytes.AsSpan(0, _byteCount);
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..])
        {
            throw new RuleGenException(
                new Problem(ErrorCodes.WrongEncoding, "The text is UTF-16, not UTF-8", Remedy("UTF-16"))
                {
                    Position = new TextPosition(1, 1),
                }
            );
        }

        _isStarted = true;
        if (head is [0xEF, 0xBB, 0xBF, ..])
        {
            Drop(3);
        }

        return true;
    }

    private void Decode()
    {
        var status = Utf8.ToUtf16(
            _bytes.AsSpan(0, _byteCount),
            _chars,
            out var read,
            out _charCount,
            replaceInvalidSequences: false,
            isFinalBlock: _isEnded
        );
        var text = _chars.AsSpan(0, _charCount);
        if (status == OperationStatus.InvalidData)
        {
            throw InvalidByte(text, read);
        }

        var lineStart = text.LastIndexOf('\n') + 1;
        _line += text.Count('\n');
        _lineLength = text.Length - lineStart + (lineStart == 0 ? _lineLength : 0);
        Drop(read);
    }

    private RuleGenException InvalidByte(ReadOnlySpan<char> before, int index)
    {
        var lineStart = before.LastIndexOf('\n') + 1;
        var line = _line + before.Count('\n');
        var column = before.Length - lineStart + (lineStart == 0 ? _lineLength : 0) + 1;
        return new RuleGenException(
            new Problem(
                ErrorCodes.WrongEncoding,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Line {line} is not UTF-8: byte 0x{_bytes[index]:X2} at offset {_offset + index}"
                ),
                Remedy("WINDOWS-1252")
            )
            {
                Position = new TextPosition(line, column),
            }
        );
    }

    private static string Remedy(string encoding) =>
        $"Convert it to UTF-8, for instance with iconv -f {encoding} -t UTF-8, or save it from Excel as 'CSV UTF-8'";

    private void Drop(int count)
    {
        _bytes.AsSpan(count, _byteCount - count).CopyTo(_bytes);
        _byteCount -= count;
        _offset += count;
    }
}
