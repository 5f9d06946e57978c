namespace RuleGen.Engine.Columnar;

/// <summary>Sets of small numbers as the bits of words.</summary>
internal static class Bits
{
    /// <summary>How many words hold so many bits; at least one.</summary>
    public static int WordsFor(int bits) => Math.Max(1, (bits + 63) / 64);

    /// <summary>Whether a number is in a set.</summary>
    public static bool Has(this ReadOnlySpan<ulong> words, int bit) => (words[bit / 64] & (1UL << (bit % 64))) != 0;

    /// <summary>Adds a number to a set.</summary>
    public static void Add(this Span<ulong> words, int bit) => words[bit / 64] |= 1UL << (bit % 64);

    /// <summary>Takes a number out of a set.</summary>
    public static void Remove(this Span<ulong> words, int bit) => words[bit / 64] &= ~(1UL << (bit % 64));
}
