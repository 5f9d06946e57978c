namespace RuleGen.Engine.Columnar;

/// <summary>
/// The distinct combinations of bits that rows have shown, each with what every coding makes of it: decided once.
/// </summary>
internal sealed class PatternTable(CompiledCoding[] codings, int words)
{
    private const int MostOutcomes = 1 << 20;

    private readonly BitVectorTable _patterns = new(words);
    private int[] _outcomes = new int[16 * codings.Length];
    private bool[] _isUncertain = new bool[16];

    /// <summary>Grows when all patterns are forgotten.</summary>
    public int Generation { get; private set; }

    /// <summary>The number of patterns.</summary>
    public int Count => _patterns.Count;

    /// <summary>What a coding makes of rows of a pattern.</summary>
    public int Outcome(int pattern, int coding) => _outcomes[(pattern * codings.Length) + coding];

    /// <summary>Whether the readings of some coding part on rows of a pattern.</summary>
    public bool IsUncertain(int pattern) => _isUncertain[pattern];

    /// <summary>The number of a pattern.</summary>
    public int NumberOf(ReadOnlySpan<ulong> bits)
    {
        var known = _patterns.Count;
        var number = _patterns.NumberOf(bits);
        if (number == known)
        {
            if ((number + 1) * codings.Length > _outcomes.Length)
            {
                Array.Resize(ref _outcomes, 2 * _outcomes.Length);
            }

            if (number == _isUncertain.Length)
            {
                Array.Resize(ref _isUncertain, 2 * number);
            }

            _isUncertain[number] = false;
            for (var i = 0; i < codings.Length; i++)
            {
                var outcome = codings[i].Decide(bits);
                _outcomes[(number * codings.Length) + i] = outcome;
                _isUncertain[number] |= outcome == CodingOutcome.Uncertain;
            }
        }

        return number;
    }

    /// <summary>Between batches: forgets the patterns where there are too many.</summary>
    public void Trim()
    {
        if (_patterns.Count * codings.Length > MostOutcomes)
        {
            _patterns.Clear();
            _outcomes = new int[16 * codings.Length];
            Generation++;
        }
    }
}
