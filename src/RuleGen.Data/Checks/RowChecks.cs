using System.IO.Hashing;
using System.Runtime.InteropServices;
using RuleGen.Data.Csv;
using RuleGen.Model;

namespace RuleGen.Data.Checks;

/// <summary>Looks at each row of a file for what a run cannot be sure of.</summary>
internal sealed class RowChecks
{
    /// <summary>So many rows are shown of each doubt.</summary>
    private const int MostShown = 3;

    private const ulong Odd = 0x9E3779B97F4A7C15;

    private readonly ValueList<Column> _columns;
    private readonly int[] _key;
    private readonly bool[] _isKey;
    private readonly ColumnCheck?[] _checks;
    private readonly Dictionary<(DoubtKind Kind, int Column), Doubt> _doubts = [];
    private readonly List<(DoubtKind Kind, int Column, string? Value)> _ofRow = [];
    private readonly KeyCheck _keys = new();
    private ulong _hash;

    /// <summary>Checks of rows.</summary>
    /// <param name="columns">The columns that are read.</param>
    /// <param name="options">How they are read.</param>
    public RowChecks(ValueList<Column> columns, CsvReadOptions options)
    {
        _columns = columns;
        _key = options.Key.Select(each => columns.ToList().IndexOf(each)).Where(place => place >= 0).ToArray();
        _isKey = columns.Select(options.Key.Contains).ToArray();
        _checks =
        [
            .. columns
                .Select(column => new ColumnCheck(column, options))
                .Select(check => check.IsNeeded ? check : null),
        ];
    }

    /// <summary>What was doubtful so far, in the order of the columns, keys last.</summary>
    public ValueList<DataDoubt> Found =>
        _doubts
            .OrderBy(entry => entry.Key.Column < 0)
            .ThenBy(entry => entry.Key.Column)
            .ThenBy(entry => entry.Key.Kind)
            .Select(entry => new DataDoubt(
                entry.Key.Kind,
                entry.Key.Column < 0 ? null : _columns[entry.Key.Column],
                entry.Value.Count,
                entry.Value.First.ToValueList()
            ))
            .ToValueList();

    /// <summary>Looks at a field of the row.</summary>
    public void Check(int column, CsvValue value, ReadOnlySpan<char> text, bool isQuoted)
    {
        if (_checks[column]?.Find(value, text, isQuoted) is { } kind)
        {
            var isShown = !_doubts.TryGetValue((kind, column), out var known) || known.First.Count < MostShown;
            _ofRow.Add((kind, column, isShown ? ColumnCheck.Describe(value, text) : null));
        }

        if (_isKey[column])
        {
            AddToKey(value, text);
        }
    }

    /// <summary>Ends the row.</summary>
    /// <param name="line">The line on which it starts.</param>
    /// <param name="keyOf">Gives its key.</param>
    public void EndRow(int line, Func<int[], Row> keyOf)
    {
        if (_key.Length > 0)
        {
            if (_keys.IsRepeated(_hash))
            {
                _ofRow.Add((DoubtKind.RepeatedKey, -1, null));
            }
            else if (_keys.IsFull)
            {
                _ofRow.Add((DoubtKind.KeysNotCompared, -1, null));
            }

            _hash = 0;
        }

        if (_ofRow.Count == 0)
        {
            return;
        }

        foreach (var (kind, column, value) in _ofRow)
        {
            ref var doubt = ref CollectionsMarshal.GetValueRefOrAddDefault(_doubts, (kind, column), out _);
            doubt ??= new Doubt();
            doubt.Count++;
            if (doubt.First.Count < MostShown)
            {
                doubt.First.Add(new DoubtfulRow(line, keyOf(_key), value));
            }
        }

        _ofRow.Clear();
    }

    /// <summary>Where each field of the key ends counts: 'a' and 'bc' are another key than 'ab' and 'c'.</summary>
    private void AddToKey(CsvValue value, ReadOnlySpan<char> text)
    {
        var seed = (_hash * Odd) + (ulong)value.Kind;
        _hash =
            value.Kind == CsvValueKind.Text
                ? XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text), (long)seed)
                : Mix(seed ^ (ulong)value.Number);
    }

    /// <summary>Spreads the bits of a number, of which no two have one result.</summary>
    private static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    private sealed class Doubt
    {
        public long Count { get; set; }

        public List<DoubtfulRow> First { get; } = [];
    }
}
