using RuleGen.Data.Csv;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Data.Evaluation;

/// <summary>
/// Writes the results of rows: the key and what is carried beside it, then for each coding whether it keeps the row, the
/// outcome, and which clause decided where that is asked for.
/// </summary>
public sealed class ResultWriter
{
    private const int MostCharacters = 16 * 1024 * 1024;

    private readonly ValueList<NamedCoding> _codings;
    private readonly ValueList<Column> _shown;
    private readonly bool _namesCodings;
    private readonly Func<Predicate, string>? _describe;
    private readonly TextWriter _output;
    private readonly CsvText _text;
    private readonly CsvText _fields;

    // The fields of each pattern of results that was met: they are the same for many rows.
    private readonly List<char[]?> _known = [];
    private int _characters;
    private int _generation;

    /// <param name="codings">The codings, in the order of the results.</param>
    /// <param name="shown">The key and what is carried beside it, which are the first columns of the rows.</param>
    /// <param name="namesCodings">Whether columns are called after their codings.</param>
    /// <param name="describe">
    /// Writes a clause, where a column is to say which decided; null where there is to be no such column.
    /// </param>
    /// <param name="output">Takes the text.</param>
    /// <param name="nullToken">How NULL is written.</param>
    public ResultWriter(
        ValueList<NamedCoding> codings,
        ValueList<Column> shown,
        bool namesCodings,
        Func<Predicate, string>? describe,
        TextWriter output,
        string nullToken
    )
    {
        _codings = codings;
        _shown = shown;
        _namesCodings = namesCodings;
        _describe = describe;
        _output = output;
        _text = new CsvText(nullToken);
        _fields = new CsvText(nullToken);
    }

    /// <summary>Writes the names of the columns.</summary>
    public void WriteHeader()
    {
        foreach (var column in _shown)
        {
            _text.Write(column.Name);
        }

        foreach (var coding in _codings)
        {
            var prefix = _namesCodings ? $"{coding.Name}_" : "";
            _text.Write($"{prefix}Kept");
            _text.Write($"{prefix}Outcome");
            if (_describe is not null)
            {
                _text.Write($"{prefix}Clause");
            }
        }

        _text.EndRecord();
        Flush();
    }

    /// <summary>Writes a record for each row.</summary>
    public void Write(RowBatch rows, CatalogueResults results)
    {
        if (_generation != results.Generation || _characters > MostCharacters)
        {
            (_generation, _characters) = (results.Generation, 0);
            _known.Clear();
        }

        for (var row = 0; row < rows.Count; row++)
        {
            WriteShown(rows, row);
            WriteResults(rows, results, row);
            _text.EndRecord();
        }

        Flush();
    }

    private void WriteShown(RowBatch rows, int row)
    {
        for (var i = 0; i < _shown.Count; i++)
        {
            if (rows.IsNull(row, i))
            {
                _text.WriteNull();
            }
            else if (_shown[i].Type is IntegerType)
            {
                _text.Write(rows.Integer(row, i));
            }
            else if (_shown[i].Type is OrderedType)
            {
                _text.Write(rows[row, i]);
            }
            else
            {
                _text.Write(rows.Text(row, i));
            }
        }
    }

    private void WriteResults(RowBatch rows, CatalogueResults results, int row)
    {
        var pattern = _describe is not null ? -1 : results.PatternOf(row);
        if (pattern < 0)
        {
            _text.WriteFields(Fields(rows, results, row));
            return;
        }

        while (_known.Count <= pattern)
        {
            _known.Add(null);
        }

        if (_known[pattern] is not { } known)
        {
            _known[pattern] = known = Fields(rows, results, row).ToArray();
            _characters += known.Length;
        }

        _text.WriteFields(known);
    }

    private ReadOnlySpan<char> Fields(RowBatch rows, CatalogueResults results, int row)
    {
        _fields.Clear();
        var values = _describe is not null ? rows.GetRow(row) : null;
        for (var coding = 0; coding < _codings.Count; coding++)
        {
            var result = results[row, coding];
            _fields.Write(
                !result.IsEvaluated ? null
                : result.Result.IsKept ? "1"
                : "0"
            );
            _fields.Write(result.IsEvaluated ? result.Result.Outcome : null);
            if (values is not null && _describe is not null)
            {
                _fields.Write(Explainer.Explain(_codings[coding].Coding, values).ToLongText(_describe));
            }
        }

        return _fields.Written;
    }

    private void Flush()
    {
        _output.Write(_text.Written);
        _text.Clear();
    }
}
