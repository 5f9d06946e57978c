using System.Globalization;
using System.Text.RegularExpressions;
using RuleGen.Data.Csv;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Data.Checks;

/// <summary>Looks for doubtful values of one column.</summary>
internal sealed partial class ColumnCheck
{
    /// <summary>So many different values are remembered; those after them are looked at each time.</summary>
    private const int MostRemembered = 65_536;

    private readonly Column _column;
    private readonly Coding? _hasShape;
    private readonly bool _hasNoStops;
    private readonly bool _looksForNull;
    private readonly long? _minimum;
    private readonly long? _maximum;

    // Codes of up to seven ASCII characters by those, which is fast; others as text.
    private readonly Dictionary<ulong, bool> _knownCodes = [];
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>A check.</summary>
    /// <param name="column">The column.</param>
    /// <param name="options">How it is read.</param>
    public ColumnCheck(Column column, CsvReadOptions options)
    {
        _column = column;
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        var isText = column.Type is CharacterType;
        _looksForNull = isText && !options.NullTokens.Any(token => IsNullWord(token));
        if (!options.ChecksShapes)
        {
            return;
        }

        _hasShape = column.Shape?.HasPattern(column) is { } shape ? new Coding([], null, shape) : null;
        _hasNoStops =
            column.List is { } list
            && !list
                .Items.Concat(list.Separators)
                .Append(list.Before)
                .Append(list.After)
                .Any(text => text.Contains('.', StringComparison.Ordinal));
        _maximum = column.Shape?.Maximum;
        _minimum = column.Shape?.Minimum ?? (!isText && IsAge(column.Name) ? 0 : null);
    }

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsNeeded =>
        _looksForNull || _hasShape is not null || _hasNoStops || _minimum is not null || _maximum is not null;

    /// <summary>What is doubtful about a value; null where nothing is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="text">The text as it is stored.</param>
    /// <param name="isQuoted">Whether the field is in quotes.</param>
    public DoubtKind? Find(CsvValue value, ReadOnlySpan<char> text, bool isQuoted) =>
        value.Kind switch
        {
            CsvValueKind.Null => null,
            CsvValueKind.Number => value.Number < _minimum || value.Number > _maximum ? DoubtKind.OtherShape : null,
            _ when _looksForNull && !isQuoted && IsNullWord(text) => DoubtKind.WrittenNull,
            _ when _hasNoStops && text.Contains('.') => DoubtKind.DottedCode,
            _ when _hasShape is not null && !HasShape(text) => DoubtKind.OtherShape,
            _ => null,
        };

    /// <summary>What a value looks like in a message.</summary>
    public static string Describe(CsvValue value, ReadOnlySpan<char> text) =>
        value.Kind == CsvValueKind.Number ? value.Number.ToString(CultureInfo.InvariantCulture) : text.ToString();

    private bool HasShape(ReadOnlySpan<char> text)
    {
        var isCode = TryPack(text, out var code);
        if (isCode ? _knownCodes.TryGetValue(code, out var known) : _lookup.TryGetValue(text, out known))
        {
            return known;
        }

        var value = text.ToString();
        var found = Explainer.Explain(_hasShape!, new Row([_column], [SqlValue.Of(value)]));

        // Of a row that cannot be evaluated that is said instead.
        var hasShape = found.NotEvaluated is not null || found.Result.IsKept;
        if (_known.Count + _knownCodes.Count < MostRemembered)
        {
            if (isCode)
            {
                _knownCodes[code] = hasShape;
            }
            else
            {
                _known[value] = hasShape;
            }
        }

        return hasShape;
    }

    /// <summary>Up to seven ASCII characters as one number, another for each text; false for other texts.</summary>
    private static bool TryPack(ReadOnlySpan<char> text, out ulong code)
    {
        code = (ulong)text.Length;
        if (text.Length > 7)
        {
            return false;
        }

        foreach (var character in text)
        {
            if (character > '\u007F')
            {
                return false;
            }

            code = (code << 8) | character;
        }

        return true;
    }

    private static bool IsNullWord(ReadOnlySpan<char> text) => text.Equals("NULL", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name has the word age in it: <c>Age_At_Start</c>, <c>PatientAge</c>, not <c>Stage</c>.</summary>
    private static bool IsAge(string name) => AgeWord().IsMatch(name);

    [GeneratedRegex(
        @"(?:^|[\W_\d])(?:age|AGE)(?:$|[\W_\d])|(?:^|[\W_\d]|(?<=\p{Ll}))Age(?!\p{Ll})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AgeWord();
}
