using System.Numerics;

namespace RuleGen.Engine.Columnar;

/// <summary>Distinct vectors of bits of one width, numbered from 0 in the order of first use.</summary>
internal sealed class BitVectorTable(int words)
{
    private ulong[] _vectors = new ulong[16 * words];
    private int[] _places = new int[32];

    /// <summary>The number of vectors.</summary>
    public int Count { get; private set; }

    /// <summary>A vector.</summary>
    public ReadOnlySpan<ulong> this[int number] => _vectors.AsSpan(number * words, words);

    /// <summary>The number of a vector; that of a new one is the count before.</summary>
    public int NumberOf(ReadOnlySpan<ulong> vector)
    {
        var mask = _places.Length - 1;
        var place = Hash(vector) & mask;
        for (; _places[place] != 0; place = (place + 1) & mask)
        {
            var number = _places[place] - 1;
            if (this[number].SequenceEqual(vector))
            {
                return number;
            }
        }

        return Append(vector, place);
    }

    /// <summary>Forgets all vectors.</summary>
    public void Clear()
    {
        Count = 0;
        Array.Clear(_places);
    }

    private int Append(ReadOnlySpan<ulong> vector, int place)
    {
        if ((Count + 1) * words > _vectors.Length)
        {
            Array.Resize(ref _vectors, 2 * _vectors.Length);
        }

        vector.CopyTo(_vectors.AsSpan(Count * words));
        _places[place] = ++Count;
        if (2 * Count > _places.Length)
        {
            _places = new int[2 * _places.Length];
            var mask = _places.Length - 1;
            for (var number = 0; number < Count; number++)
            {
                place = Hash(this[number]) & mask;
                while (_places[place] != 0)
                {
                    place = (place + 1) & mask;
                }

                _places[place] = number + 1;
            }
        }

        return Count - 1;
    }

    private static int Hash(ReadOnlySpan<ulong> vector)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var hash = 0UL;
        foreach (var word in vector)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ word) * Multiplier;
        }

        return (int)(hash >> 33);
    }
}
