using System.Globalization;
using RuleGen.Data.Checks;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>Reads the columns that somebody needs from a CSV file with a header, as values of their types.</summary>
public sealed class CsvRowReader : IDisposable
{
    /// <summary>After so many invalid values the rest of the file is not looked at.</summary>
    public const int MostProblems = 20;

    /// <summary>So many names of the header are shown where one is missing, each so long.</summary>
    private const int MostNames = 12;
    private const int LongestName = 40;

    private readonly Stream _stream;
    private readonly Utf8Reader _text;
    private readonly CsvRecordReader _records;
    private readonly string _file;
    private readonly ValueList<Column> _asked;
    private readonly ValueList<Column> _listColumns;
    private readonly CsvReadOptions _options;
    private readonly List<Problem> _problems = [];
    private readonly Func<int[], Row> _keyOf;
    private ValueList<Column> _columns = [];

    /// <summary>For each column that was asked for and is there: its place among those of the file, or what makes its list.</summary>
    private readonly (int Place, ListFields? List, int[] Needed)[] _given;
    private readonly ListItems?[] _lists;
    private readonly CsvValueParser[] _parsers = [];
    private readonly CsvValue[] _fields = [];
    private readonly SqlValue[] _values = [];
    private readonly RowChecks _checks;
    private int[] _places = [];
    private int _headerCount;

    /// <summary>A reader that has read the header, and owns the stream.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">What messages call the file.</param>
    /// <param name="columns">The columns to read, found in the header by name, whatever the letter case.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <exception cref="RuleGenException">
    /// RG0302: the header lacks columns. RG0301: it is missing, malformed, or has a column twice. RG0304: not UTF-8.
    /// </exception>
    public CsvRowReader(Stream stream, string file, ValueList<Column> columns, CsvReadOptions? options = null)
    {
        _stream = stream;
        _text = new Utf8Reader(stream);
        _records = new CsvRecordReader(_text);
        _file = file;
        _listColumns = columns.Where(column => column.Type is ListType).ToValueList();
        _asked = columns
            .Where(column => column.Type is not ListType)
            .Concat(_listColumns.SelectMany(list => (options ?? new()).Lists[list].Needed))
            .Distinct()
            .ToValueList();
        _options = options ?? new CsvReadOptions();
        _keyOf = KeyOf;
        Guarded(ReadHeader);
        _parsers = _columns.Select(column => new CsvValueParser(column, _options.NullTokens)).ToArray();
        _fields = new CsvValue[_columns.Count];
        Columns = columns.Where(column => column.Type is ListType || _columns.Contains(column)).ToValueList();
        _given =
        [
            .. Columns.Select(column =>
                column.Type is ListType
                    ? (-1, _options.Lists[column], [.. _options.Lists[column].Needed.Select(PlaceOf)])
                    : (PlaceOf(column), (ListFields?)null, Array.Empty<int>())
            ),
        ];
        _values = new SqlValue[Columns.Count];
        _lists = new ListItems?[Columns.Count];
        _checks = new RowChecks(_columns, _options);
    }

    /// <summary>The columns that are read: those that were asked for and the file has.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The values of the row, one for each column, in their order.</summary>
    public ReadOnlySpan<SqlValue> Values => _values;

    /// <summary>The names in the header, in its order, without blanks around them.</summary>
    public ValueList<string> Header { get; private set; } = [];

    /// <summary>How the files of lists and the rows went together; empty until the last row is read.</summary>
    public ValueList<ListCount> ListCounts { get; private set; } = [];

    /// <summary>What was doubtful of the rows that were read so far.</summary>
    public ValueList<DataDoubt> Doubts => _checks.Found;

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
                _values[i] = _lists[i] is { } list ? SqlValue.Of(list) : ValueOf(_given[i].Place);
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
                for (var i = 0; i < _given.Length; i++)
                {
                    var place = _given[i].Place;
                    if (_lists[i] is { } list)
                    {
                        batch.AddText(i, SqlValue.Of(list).Text);
                        continue;
                    }

                    switch (_fields[place].Kind)
                    {
                        case CsvValueKind.Null:
                            batch.AddNull(i);
                            break;
                        case CsvValueKind.Number:
                            batch.AddInteger(i, _fields[place].Number);
                            break;
                        default:
                            batch.AddText(i, Stored(place));
                            break;
                    }
                }

                batch.EndRow();
            }

            return batch.Count > 0;
        });

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var list in _options.Lists.Values)
        {
            list.Dispose();
        }

        _text.Dispose();
    }

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
        Header = names.ToValueList();
        CheckSeparator(names);
        _columns = _asked
            .Where(column => !_options.MayLack.Contains(column) || names.Exists(name => IsNamed(column, name)))
            .ToValueList();
        _places = _columns.Select(column => Place(column, names)).ToArray();
        return _problems.Count == 0 ? true : throw new RuleGenException(_problems.ToValueList());
    }

    /// <summary>One cause, one message: a header in one piece has another separator, and none of the columns.</summary>
    private void CheckSeparator(List<string> header)
    {
        if (
            header is not [var only]
            || only.IndexOfAny([';', '\t', '|']) is not (>= 0 and var place)
            || _asked.Any(column => IsNamed(column, only))
        )
        {
            return;
        }

        var separator = only[place] == '\t' ? "tabs" : $"'{only[place]}'";
        throw MalformedCsv.At(
            new TextPosition(1, place + 1),
            $"The fields are separated by {separator}, and a CSV file's by commas",
            "Write the file with commas, and a field that holds a comma in quotes"
        );
    }

    /// <summary>A file has a column under the name that the table has for it, or under the source's own.</summary>
    private static bool IsNamed(Column column, string name) =>
        SqlName.Comparer.Equals(column.StoredName, name) || SqlName.Comparer.Equals(column.Name, name);

    private int Place(Column column, List<string> header)
    {
        var name = column.StoredName;
        var place = header.FindIndex(found => IsNamed(column, found));
        var second = place < 0 ? -1 : header.FindIndex(place + 1, found => IsNamed(column, found));
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
                    SqlName.Comparer.Equals(name, column.Name)
                        ? "Remove or rename one; letter case does not tell names apart"
                        : $"Remove one: '{name}' is '{column.Name}' in the schema file"
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
        var others = header.Where(found => !_columns.Any(column => IsNamed(column, found))).ToList();
        if (NearestName.Find(name, others) is { } nearest)
        {
            return $"Did you mean '{nearest}'? Call it '{name}' in the header";
        }

        if (others.Count == 0)
        {
            return "Add it to the file";
        }

        var shown = others.Take(MostNames).Select(found => $"'{Shorten(found)}'");
        var rest = others.Count > MostNames ? " …" : "";
        return $"Add it to the file, or call its column so: the header also has {string.Join(", ", shown)}{rest}";
    }

    private bool ReadRow()
    {
        while (_records.Read())
        {
            if (_records.IsEmptyLine && IsEndOfRows())
            {
                break;
            }

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
                Check();
                ReadLists();
                return true;
            }

            if (_problems.Count >= MostProblems)
            {
                break;
            }
        }

        if (_problems.Count > 0)
        {
            throw new RuleGenException(_problems.ToValueList());
        }

        if (ListCounts.Count == 0)
        {
            ListCounts = _given.Select(each => each.List?.Finish()).OfType<ListCount>().ToValueList();
        }

        return false;
    }

    private void ReadLists()
    {
        for (var i = 0; i < _given.Length; i++)
        {
            if (_given[i] is (_, { } list, var needed))
            {
                _lists[i] = list.Read([.. needed.Select(ValueOf)], _records.Line);
            }
        }
    }

    private int PlaceOf(Column column) => _columns.ToList().IndexOf(column);

    /// <summary>
    /// Whether only empty lines follow: those at the end of a file are no rows. Where a line does, the empty one is shown.
    /// </summary>
    private bool IsEndOfRows()
    {
        var place = _records.Position;
        while (_records.Read())
        {
            if (!_records.IsEmptyLine)
            {
                throw MalformedCsv.At(
                    place,
                    "The line is empty",
                    "Remove it; only at the end of a file are empty lines"
                );
            }
        }

        return true;
    }

    private void Check()
    {
        for (var i = 0; i < _places.Length; i++)
        {
            var isText = _fields[i].Kind == CsvValueKind.Text;
            _checks.Check(i, _fields[i], isText ? Stored(i) : default, _records.IsQuoted(_places[i]));
        }

        _checks.EndRow(_records.Line, _keyOf);
    }

    private Row KeyOf(int[] places) =>
        new(places.Select(i => _columns[i]).ToValueList(), places.Select(ValueOf).ToValueList());

    private SqlValue ValueOf(int column) =>
        _fields[column].Kind switch
        {
            CsvValueKind.Null => SqlValue.Null,
            CsvValueKind.Number => ((OrderedType)_columns[column].Type).Value(_fields[column].Number),
            _ => SqlValue.Of(Stored(column).ToString()),
        };

    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";

    /// <summary>The text of a field as its column stores it: char and nchar carry blanks (rule 1.26).</summary>
    private ReadOnlySpan<char> Stored(int column)
    {
        var field = _records[_places[column]];
        return _columns[column].Type is CharacterType { IsFixedLength: true } type && field.Length < type.Length
            ? type.Store(field.ToString())
            : field;
    }

    private RuleGenException WrongCount() =>
        MalformedCsv.At(
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
