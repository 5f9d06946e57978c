using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RuleGen.Engine.Columnar;

/// <summary>The bits of some rows: for each row so many words.</summary>
internal readonly ref struct RowBits(Span<ulong> words, int wordsOfRow)
{
    private readonly Span<ulong> _words = words;

    /// <summary>The number of rows.</summary>
    public int Count => _words.Length / wordsOfRow;

    /// <summary>The words of a row.</summary>
    public ReadOnlySpan<ulong> this[int row] => _words.Slice(row * wordsOfRow, wordsOfRow);

    /// <summary>
    /// So many words for so many bits: one, or whole vectors of the processor, so that rows are narrowed by vectors.
    /// </summary>
    public static int WordsFor(int bits) =>
        bits <= 64 ? 1 : (Bits.WordsFor(bits) + Vector<ulong>.Count - 1) / Vector<ulong>.Count * Vector<ulong>.Count;

    /// <summary>Gives every row every bit.</summary>
    public void Fill() => _words.Fill(ulong.MaxValue);

    /// <summary>Leaves a row the bits that it has in common with a class.</summary>
    /// <param name="row">The row.</param>
    /// <param name="bitsOfClasses">The bits of all classes.</param>
    /// <param name="number">The class.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Narrow(int row, ReadOnlySpan<ulong> bitsOfClasses, int number)
    {
        if (wordsOfRow == 1)
        {
            _words[row] &= bitsOfClasses[number];
            return;
        }

        var these = MemoryMarshal.Cast<ulong, Vector<ulong>>(_words.Slice(row * wordsOfRow, wordsOfRow));
        var those = MemoryMarshal.Cast<ulong, Vector<ulong>>(bitsOfClasses.Slice(number * wordsOfRow, wordsOfRow));
        for (var i = 0; i < these.Length; i++)
        {
            these[i] &= those[i];
        }
    }
}
