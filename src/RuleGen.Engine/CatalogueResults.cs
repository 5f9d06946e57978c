using RuleGen.Engine.Columnar;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>What codings make of the rows of a batch; reused from batch to batch.</summary>
/// <remarks>
/// Rows are many and their results few, so rows carry the number of a pattern, which stands for the results of all
/// codings.
/// </remarks>
public sealed class CatalogueResults
{
    private const int MostCombinations = 64 * 1024;

    private readonly Dictionary<(int Row, int Coding), RowResult> _single = [];
    private ValueList<Coding> _codings = [];
    private CodingGroup[] _groups = [];
    private CodingPlace[] _places = [];
    private int[][] _patterns = [];
    private int[] _combined = [];
    private int[] _generations = [];
    private BitVectorTable _combinations = new(1);

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Changes when patterns get other numbers.</summary>
    public int Generation { get; private set; }

    /// <summary>What a coding makes of a row.</summary>
    /// <param name="row">The row; the first is 0.</param>
    /// <param name="coding">The place of the coding among those of the evaluator.</param>
    public RowResult this[int row, int coding]
    {
        get
        {
            var place = _places[coding];
            return IsLeftOut(row, coding)
                ? _single[(row, coding)]
                : CodingOutcome.ToResult(
                    _codings[coding],
                    _groups[place.Group].Patterns.Outcome(_patterns[place.Group][row], place.Member)
                );
        }
    }

    /// <summary>
    /// The number of a row's pattern: rows with one number have the same results of every coding. Small numbers, stable
    /// while <see cref="Generation"/> is; negative for a row that stands alone.
    /// </summary>
    public int PatternOf(int row) => _combined[row];

    /// <summary>Makes room for the results of a batch.</summary>
    internal void Start(ValueList<Coding> codings, CodingGroup[] groups, CodingPlace[] places, int rows)
    {
        _single.Clear();
        Count = rows;
        if (!ReferenceEquals(_groups, groups))
        {
            (_codings, _groups, _places) = (codings, groups, places);
            _patterns = groups.Select(_ => Array.Empty<int>()).ToArray();
            _generations = new int[groups.Length];
            _combinations = new BitVectorTable(Bits.WordsFor(64 * groups.Length));
            Generation++;
        }

        for (var i = 0; i < groups.Length; i++)
        {
            if (_patterns[i].Length < rows)
            {
                _patterns[i] = new int[rows];
            }
        }
    }

    /// <summary>Takes the patterns of the rows for the codings of one group.</summary>
    internal Span<int> Patterns(int group) => _patterns[group].AsSpan(0, Count);

    /// <summary>Makes one pattern of those of all groups; gives the rows of which the reference evaluator must judge.</summary>
    internal List<int> Combine()
    {
        Renumber();
        var irregular = new List<int>();
        var needsReference = Array.Exists(_places, place => place == CodingPlace.None);
        if (_groups.Length == 1 && !needsReference)
        {
            _combined = _patterns[0];
            for (var row = 0; row < Count; row++)
            {
                if (_combined[row] == CodingGroup.Irregular)
                {
                    irregular.Add(row);
                }
            }

            return irregular;
        }

        if (_combined.Length < Count || (_groups.Length > 0 && ReferenceEquals(_combined, _patterns[0])))
        {
            _combined = new int[Count];
        }

        var vector = new ulong[Bits.WordsFor(64 * _groups.Length)];
        for (var row = 0; row < Count; row++)
        {
            var isRegular = !needsReference;
            for (var i = 0; i < _groups.Length; i++)
            {
                isRegular &= _patterns[i][row] != CodingGroup.Irregular;
                vector[i] = (ulong)_patterns[i][row];
            }

            _combined[row] = isRegular ? _combinations.NumberOf(vector) : CodingGroup.Irregular;
            if (!isRegular)
            {
                irregular.Add(row);
            }
        }

        return irregular;
    }

    /// <summary>Whether the reference evaluator must judge a row for a coding.</summary>
    internal bool IsLeftOut(int row, int coding) =>
        _places[coding] is var place
        && (place == CodingPlace.None || _patterns[place.Group][row] == CodingGroup.Irregular);

    /// <summary>Takes what the reference evaluator says.</summary>
    internal void Set(int row, int coding, RowResult result) => _single[(row, coding)] = result;

    /// <summary>Begins to number patterns anew where a group did, or there are too many.</summary>
    private void Renumber()
    {
        var isChanged = _combinations.Count > MostCombinations;
        for (var i = 0; i < _groups.Length; i++)
        {
            isChanged |= _generations[i] != _groups[i].Patterns.Generation;
            _generations[i] = _groups[i].Patterns.Generation;
        }

        if (isChanged)
        {
            _combinations.Clear();
            Generation++;
        }
    }
}
