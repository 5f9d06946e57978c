using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>
/// Records of RFC 4180 with LF, in memory. Quotes stand only where they are needed: around separators, quotes and line
/// breaks, around a text that would otherwise be read as NULL, and around the empty text, which many take for NULL.
/// </summary>
internal sealed class CsvText(string nullToken)
{
    private const int LongestNumber = 20;

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private char[] _text = new char[1024];
    private int _length;
    private bool _isInRecord;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<char> Written => _text.AsSpan(0, _length);

    /// <summary>Adds a field.</summary>
    public void Write(SqlValue value)
    {
        if (value.IsNull)
        {
            WriteNull();
        }
        else if (value.IsOf(IntegerType.BigInt))
        {
            Write(value.Integer);
        }
        else
        {
            Write(value.ToText().AsSpan());
        }
    }

    /// <summary>Adds a field; null is NULL.</summary>
    public void Write(string? text)
    {
        if (text is null)
        {
            WriteNull();
        }
        else
        {
            Write(text.AsSpan());
        }
    }

    /// <summary>Adds a field that is NULL.</summary>
    public void WriteNull()
    {
        StartField();
        Append(nullToken);
    }

    /// <summary>Adds a field with a number.</summary>
    public void Write(long number)
    {
        StartField();
        Reserve(LongestNumber);
        number.TryFormat(_text.AsSpan(_length), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Adds a field with a text.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        StartField();
        if (!text.IsEmpty && !text.ContainsAny(Special) && !text.SequenceEqual(nullToken))
        {
            Append(text);
            return;
        }

        Append('"');
        foreach (var character in text)
        {
            Append(character);
            if (character == '"')
            {
                Append(character);
            }
        }

        Append('"');
    }

    /// <summary>Adds fields that were written before.</summary>
    public void WriteFields(ReadOnlySpan<char> written)
    {
        StartField();
        Append(written);
    }

    /// <summary>Ends the record.</summary>
    public void EndRecord()
    {
        Append('\n');
        _isInRecord = false;
    }

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        _length = 0;
        _isInRecord = false;
    }

    private void StartField()
    {
        if (_isInRecord)
        {
            Append(',');
        }

        _isInRecord = true;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Append(char character) => Append(MemoryMarshal.CreateReadOnlySpan(ref character, 1));

    private void Reserve(int count)
    {
        if (_text.Length - _length < count)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + count));
        }
    }
}
