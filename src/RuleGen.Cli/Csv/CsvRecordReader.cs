using RuleGen.Model;

namespace RuleGen.Cli.Csv;

/// <summary>
/// Reads records of RFC 4180 strictly, and tells quoted fields from others: a quoted field is never NULL. Lines end
/// with LF or CRLF. Holds one record at a time.
/// </summary>
internal sealed class CsvRecordReader(Utf8Reader reader)
{
    /// <summary>Where a record that long is met, a quote is missing; the memory stays bounded.</summary>
    public const int LongestRecord = 4 * 1024 * 1024;

    private const int End = -1;

    private readonly List<FieldPlace> _fields = [];
    private char[] _text = new char[1024];
    private int _length;
    private int _line = 1;
    private int _column;

    /// <summary>The number of fields of the record.</summary>
    public int Count => _fields.Count;

    /// <summary>Where the record starts.</summary>
    public TextPosition Position => _fields[0].Position;

    /// <summary>Whether the record is an empty line.</summary>
    public bool IsEmptyLine => _fields is [{ Length: 0, IsQuoted: false }];

    /// <summary>The value of a field, without its quotes.</summary>
    public ReadOnlySpan<char> this[int field] => _text.AsSpan(_fields[field].Start, _fields[field].Length);

    /// <summary>Whether a field is in quotes.</summary>
    public bool IsQuoted(int field) => _fields[field].IsQuoted;

    /// <summary>Where a field starts.</summary>
    public TextPosition PositionOf(int field) => _fields[field].Position;

    /// <summary>Reads the next record; false at the end.</summary>
    /// <exception cref="RuleGenException">RG0301: it is not well formed. RG0304: it is not UTF-8.</exception>
    public bool Read()
    {
        _fields.Clear();
        _length = 0;
        var next = Next();
        if (next == End)
        {
            return false;
        }

        while (ReadField(next) == ',')
        {
            next = Next();
        }

        return true;
    }

    /// <summary>Reads a field whose first character is given; gives what ends it: a comma, LF or the end.</summary>
    private int ReadField(int first)
    {
        var position = new TextPosition(_line, Math.Max(_column, 1));
        var start = _length;
        var isQuoted = first == '"';
        var end = isQuoted ? ReadQuoted(position) : ReadPlain(first);
        _fields.Add(new FieldPlace(start, _length - start, isQuoted, position));
        switch (end)
        {
            case '\r':
                if (Next() != '\n')
                {
                    throw Malformed("A carriage return stands alone", "End lines with LF or CRLF");
                }

                return StartLine();
            case '\n':
                return StartLine();
            default:
                return end;
        }
    }

    private int ReadPlain(int character)
    {
        while (character is not (',' or '\n' or '\r' or End))
        {
            if (character == '"')
            {
                throw Malformed(
                    "A quote stands inside a field that does not start with one",
                    "Put the whole field in quotes, and double the quotes within it"
                );
            }

            Append((char)character);
            character = Next();
        }

        return character;
    }

    /// <summary>Reads to the closing quote, and gives the character after it.</summary>
    private int ReadQuoted(TextPosition opening)
    {
        while (true)
        {
            var character = Next();
            if (character == '"')
            {
                character = Next();
                if (character != '"')
                {
                    return character is ',' or '\n' or '\r' or End
                        ? character
                        : throw Malformed(
                            "Text stands after a closing quote",
                            "Double the quotes within a quoted field, or put a comma after it"
                        );
                }
            }

            if (character == End)
            {
                throw Unclosed(opening, "A quote is not closed");
            }

            Append((char)character);
            if (character == '\n')
            {
                StartLine();
            }

            if (_length > LongestRecord)
            {
                throw Unclosed(opening, "A record is longer than RuleGen takes; a quote may not be closed");
            }
        }
    }

    private int Next()
    {
        _column++;
        return reader.Read();
    }

    private int StartLine()
    {
        _line++;
        _column = 0;
        return '\n';
    }

    private void Append(char character)
    {
        if (_length == _text.Length)
        {
            Array.Resize(ref _text, _length * 2);
        }

        _text[_length++] = character;
    }

    private RuleGenException Malformed(string message, string remedy) =>
        MalformedCsv.At(new TextPosition(_line, _column), message, remedy);

    private static RuleGenException Unclosed(TextPosition opening, string message) =>
        MalformedCsv.At(opening, message, "Close it, or double the quotes within the field");

    private readonly record struct FieldPlace(int Start, int Length, bool IsQuoted, TextPosition Position);
}
