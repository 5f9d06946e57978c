using System.Buffers;
using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>
/// Reads records of RFC 4180 strictly, and tells quoted fields from others: a quoted field is never NULL. Lines end
/// with LF or CRLF. Holds one record at a time, and what was read ahead.
/// </summary>
internal sealed class CsvRecordReader(TextReader reader)
{
    /// <summary>Where a record that long is met, a quote is missing; the memory stays bounded.</summary>
    public const int LongestRecord = 4 * 1024 * 1024;

    private const int End = -1;

    private static readonly SearchValues<char> PlainEnds = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> QuotedEnds = SearchValues.Create("\"\n");

    private char[] _buffer = new char[64 * 1024];

    // Places in the buffer: of the record, of the next character, of the end; and where the line starts, which may lie
    // before the buffer.
    private int _record;
    private int _next;
    private int _end;
    private int _lineStart;
    private int _line = 1;
    private FieldPlace[] _fields = new FieldPlace[16];

    /// <summary>The number of fields of the record.</summary>
    public int Count { get; private set; }

    /// <summary>The line on which the record starts.</summary>
    public int Line => _fields[0].Line;

    /// <summary>Where the record starts.</summary>
    public TextPosition Position => PositionOf(0);

    /// <summary>Whether the record is an empty line.</summary>
    public bool IsEmptyLine => Count == 1 && _fields[0] is { Length: 0, IsQuoted: false };

    /// <summary>The value of a field, without its quotes.</summary>
    public ReadOnlySpan<char> this[int field] => _buffer.AsSpan(_record + _fields[field].Start, _fields[field].Length);

    /// <summary>Whether a field is in quotes.</summary>
    public bool IsQuoted(int field) => _fields[field].IsQuoted;

    /// <summary>Where a field starts.</summary>
    public TextPosition PositionOf(int field) => new(_fields[field].Line, _fields[field].Column);

    /// <summary>Reads the next record; false at the end.</summary>
    /// <exception cref="RuleGenException">RG0301: it is not well formed. RG0304: it is not UTF-8.</exception>
    public bool Read()
    {
        Count = 0;
        _record = _next;
        if (Peek() == End)
        {
            return false;
        }

        while (ReadField()) { }

        return true;
    }

    /// <summary>Reads a field and what ends it; false where that ends the record, too.</summary>
    private bool ReadField()
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, 2 * Count);
        }

        ref var field = ref _fields[Count++];
        field = new FieldPlace
        {
            Start = _next - _record,
            Line = _line,
            Column = Column,
            IsQuoted = Peek() == '"',
        };
        var end = field.IsQuoted ? ReadQuoted(ref field) : ReadPlain(ref field);
        _next++;
        switch (end)
        {
            case ',':
                return true;
            case '\r':
                if (Peek() != '\n')
                {
                    throw Malformed("A carriage return stands alone", "End lines with LF or CRLF");
                }

                _next++;
                StartLine();
                return false;
            case '\n':
                StartLine();
                return false;
            default:
                _next--;
                return false;
        }
    }

    /// <summary>Reads to the end of a field without quotes, and gives the character that ends it.</summary>
    private int ReadPlain(ref FieldPlace field)
    {
        int length;
        while ((length = _buffer.AsSpan(_next.._end).IndexOfAny(PlainEnds)) < 0)
        {
            _next = _end;
            if (!Fill())
            {
                field.Length = _next - _record - field.Start;
                return End;
            }
        }

        _next += length;
        field.Length = _next - _record - field.Start;
        return _buffer[_next] != '"'
            ? _buffer[_next]
            : throw Malformed(
                "A quote stands inside a field that does not start with one",
                "Put the whole field in quotes, and double the quotes within it"
            );
    }

    /// <summary>
    /// Reads to the closing quote, and gives the character after it. The value moves together where a doubled quote
    /// becomes one.
    /// </summary>
    private int ReadQuoted(ref FieldPlace field)
    {
        _next++;
        field.Start++;
        while (true)
        {
            var rest = _buffer.AsSpan(_next.._end);
            var length = rest.IndexOfAny(QuotedEnds);
            Keep(ref field, length < 0 ? rest.Length : length);
            if (field.Start + field.Length > LongestRecord)
            {
                throw Unclosed(field, "A record is longer than RuleGen takes; a quote may not be closed");
            }

            if (length < 0)
            {
                if (!Fill())
                {
                    throw Unclosed(field, "A quote is not closed");
                }
            }
            else if (_buffer[_next] == '\n')
            {
                Keep(ref field, 1);
                StartLine();
            }
            else
            {
                _next++;
                var next = Peek();
                if (next != '"')
                {
                    return next is ',' or '\n' or '\r' or End
                        ? next
                        : throw Malformed(
                            "Text stands after a closing quote",
                            "Double the quotes within a quoted field, or put a comma after it"
                        );
                }

                Keep(ref field, 1);
            }
        }
    }

    /// <summary>Adds the next characters to the value of a field.</summary>
    private void Keep(ref FieldPlace field, int count)
    {
        var end = _record + field.Start + field.Length;
        if (end != _next)
        {
            _buffer.AsSpan(_next, count).CopyTo(_buffer.AsSpan(end));
        }

        field.Length += count;
        _next += count;
    }

    private int Column => _next - _lineStart + 1;

    private int Peek() => _next < _end || Fill() ? _buffer[_next] : End;

    private void StartLine()
    {
        _line++;
        _lineStart = _next;
    }

    /// <summary>Reads on, and keeps the record; false at the end.</summary>
    private bool Fill()
    {
        if (_record > 0)
        {
            _buffer.AsSpan(_record.._end).CopyTo(_buffer);
            _next -= _record;
            _end -= _record;
            _lineStart -= _record;
            _record = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _end);
        }

        var count = reader.Read(_buffer.AsSpan(_end));
        _end += count;
        return count > 0;
    }

    private RuleGenException Malformed(string message, string remedy) =>
        MalformedCsv.At(new TextPosition(_line, Column), message, remedy);

    private static RuleGenException Unclosed(FieldPlace field, string message) =>
        MalformedCsv.At(
            new TextPosition(field.Line, field.Column),
            message,
            "Close it, or double the quotes within the field"
        );

    private struct FieldPlace
    {
        /// <summary>Where the value starts in the record.</summary>
        public int Start;

        public int Length;
        public int Line;
        public int Column;
        public bool IsQuoted;
    }
}
