namespace RuleGen.TSql.Interpret.Running;

/// <summary>
/// Remembers pairs of places that were tried. What was tried once and did not lead to a match never will, so that no
/// pattern takes more steps than the length of the value times the length of the pattern.
/// </summary>
internal readonly ref struct TriedPlaces
{
    /// <summary>How many words of memory the caller lends for the usual small values.</summary>
    public const int SmallSize = 32;

    private readonly Span<ulong> _words;
    private readonly int _columns;

    public TriedPlaces(Span<ulong> small, int rows, int columns)
    {
        var size = (((long)rows * columns) + 63) / 64;
        _words = size <= small.Length ? small[..(int)size] : new ulong[size];
        _words.Clear();
        _columns = columns;
    }

    /// <summary>Whether a pair comes for the first time.</summary>
    public bool IsNew(int row, int column)
    {
        var bit = ((long)row * _columns) + column;
        ref var word = ref _words[(int)(bit / 64)];
        var mask = 1UL << (int)(bit % 64);
        var isNew = (word & mask) == 0;
        word |= mask;
        return isNew;
    }
}
