using System.Globalization;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>Reads the columns that somebody needs from a CSV file with a header, as values of their types.</summary>
public sealed class CsvRowReader : IDisposable
{
    /// <summary>After so many invalid values the rest of the file is not looked at.</summary>
    public const int MostProblems = 20;

    private readonly Stream _stream;
    private readonly Utf8Reader _text;
    private readonly CsvRecordReader _records;
    private readonly string _file;
    private readonly ValueList<Column> _columns;
    private readonly CsvValueParser[] _parsers;
    private readonly CsvValue[] _fields;
    private readonly SqlValue[] _values;
    private readonly List<Problem> _problems = [];
    private int[] _places = [];
    private int _headerCount;

    /// <summary>A reader that has read the header, and owns the stream.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">What messages call the file.</param>
    /// <param name="columns">The columns to read, found in the header by name, whatever the letter case.</param>
    /// <param name="nullToken">What an unquoted field holds to mean NULL; empty for the empty field.</param>
    /// <exception cref="RuleGenException">
    /// RG0302: the header lacks columns. RG0301: it is missing, malformed, or has a column twice. RG0304: not UTF-8.
    /// </exception>
    public CsvRowReader(Stream stream, string file, ValueList<Column> columns, string nullToken)
    {
        _stream = stream;
        _text = new Utf8Reader(stream);
        _records = new CsvRecordReader(_text);
        _file = file;
        _columns = columns;
        _parsers = columns.Select(column => new CsvValueParser(column, nullToken)).ToArray();
        _fields = new CsvValue[columns.Count];
        _values = new SqlValue[columns.Count];
        Guarded(ReadHeader);
    }

    /// <summary>The values of the row, one for each column, in their order.</summary>
    public ReadOnlySpan<SqlValue> Values => _values;

    /// <summary>The line on which the row starts.</summary>
    public int Line => _records.Line;

    /// <summary>How much of the file was read; 0 where the stream does not tell.</summary>
    public long BytesRead => _stream.CanSeek ? _stream.Position : 0;

    /// <summary>Reads the next row; false at the end.</summary>
    /// <exception cref="RuleGenException">
    /// RG0303: values do not fit their columns, of this row and of those after it. RG0301: the file is malformed.
    /// RG0304: it is not UTF-8. RG0501: it cannot be read on.
    /// </exception>
    public bool Read() =>
        Guarded(() =>
        {
            if (!ReadRow())
            {
                return false;
            }

            for (var i = 0; i < _values.Length; i++)
            {
                _values[i] = _fields[i].Kind switch
                {
                    CsvValueKind.Null => SqlValue.Null,
                    CsvValueKind.Number => SqlValue.Of(_fields[i].Number),
                    _ => SqlValue.Of(Stored(i).ToString()),
                };
            }

            return true;
        });

    /// <summary>Reads the next rows into an empty batch with the columns of this reader; false at the end.</summary>
    /// <param name="batch">Takes the rows.</param>
    /// <param name="lines">Takes the lines on which they start; there are no more rows than room for lines.</param>
    /// <exception cref="RuleGenException">As for <see cref="Read()"/>.</exception>
    public bool Read(RowBatch batch, int[] lines) =>
        Guarded(() =>
        {
            while (batch.Count < lines.Length && ReadRow())
            {
                lines[batch.Count] = _records.Line;
                for (var i = 0; i < _fields.Length; i++)
                {
                    switch (_fields[i].Kind)
                    {
                        case CsvValueKind.Null:
                            batch.AddNull(i);
                            break;
                        case CsvValueKind.Number:
                            batch.AddInteger(i, _fields[i].Number);
                            break;
                        default:
                            batch.AddText(i, Stored(i));
                            break;
                    }
                }

                batch.EndRow();
            }

            return batch.Count > 0;
        });

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private bool ReadHeader()
    {
        if (!_records.Read() || _records.IsEmptyLine)
        {
            throw MalformedCsv.At(
                new TextPosition(1, 1),
                "The header is missing",
                "Put the names of the columns in line 1"
            );
        }

        _headerCount = _records.Count;
        var names = Enumerable.Range(0, _headerCount).Select(field => _records[field].Trim().ToString()).ToList();
        _places = _columns.Select(column => Place(column.Name, names)).ToArray();
        return _problems.Count == 0 ? true : throw new RuleGenException(_problems.ToValueList());
    }

    private int Place(string name, List<string> header)
    {
        var place = header.FindIndex(found => SqlName.Comparer.Equals(found, name));
        var second = place < 0 ? -1 : header.FindIndex(place + 1, found => SqlName.Comparer.Equals(found, name));
        if (place < 0)
        {
            _problems.Add(
                new Problem(
                    ErrorCodes.CsvMissingColumn,
                    $"Column '{name}' is missing from the header",
                    MissingRemedy(name, header)
                )
                {
                    Position = new TextPosition(1, 1),
                }
            );
        }
        else if (second >= 0)
        {
            _problems.Add(
                new Problem(
                    ErrorCodes.MalformedCsv,
                    $"Column '{name}' is in the header twice",
                    "Remove or rename one; letter case does not tell names apart"
                )
                {
                    Position = _records.PositionOf(second),
                }
            );
        }

        return place;
    }

    private string MissingRemedy(string name, List<string> header)
    {
        if (header is [var only] && only.IndexOfAny([';', '\t', '|']) is >= 0 and var place)
        {
            var separator = only[place] == '\t' ? "a tab" : $"'{only[place]}'";
            return $"Separate the fields with commas; the header seems to use {separator}";
        }

        var nearest = NearestName.Find(
            name,
            header.Where(found => !_columns.Any(column => SqlName.Comparer.Equals(column.Name, found)))
        );
        return nearest is null ? "Add it to the file" : $"Did you mean '{nearest}'?";
    }

    private bool ReadRow()
    {
        while (_records.Read())
        {
            if (_records.Count != _headerCount)
            {
                throw WrongCount();
            }

            for (var i = 0; i < _places.Length; i++)
            {
                var field = _places[i];
                var problem = _parsers[i].Parse(_records[field], _records.IsQuoted(field), out _fields[i]);
                if (problem is not null)
                {
                    _problems.Add(problem with { Position = _records.PositionOf(field) });
                }
            }

            if (_problems.Count == 0)
            {
                return true;
            }

            if (_problems.Count >= MostProblems)
            {
                break;
            }
        }

        return _problems.Count == 0 ? false : throw new RuleGenException(_problems.ToValueList());
    }

    /// <summary>The text of a field as its column stores it: char and nchar carry blanks (rule 1.26).</summary>
    private ReadOnlySpan<char> Stored(int column)
    {
        var field = _records[_places[column]];
        return _columns[column].Type is CharacterType { IsFixedLength: true } type && field.Length < type.Length
            ? type.Store(field.ToString())
            : field;
    }

    private RuleGenException WrongCount() =>
        _records.IsEmptyLine
            ? MalformedCsv.At(_records.Position, "The line is empty", "Remove it")
            : MalformedCsv.At(
                _records.Position,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The record has {_records.Count} fields, and the header {_headerCount}"
                ),
                "Put a field that holds a comma in quotes, or add what is missing"
            );

    /// <summary>
    /// Adds the file's name to what is refused, and the invalid values found before a malformed line.
    /// </summary>
    private bool Guarded(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (RuleGenException exception)
        {
            var problems = _problems.Concat(exception.Problems.Where(problem => !_problems.Contains(problem)));
            throw new RuleGenException(problems.ToValueList()).In(_file);
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw InputFile.Unreadable(_file, exception);
        }
    }
}
