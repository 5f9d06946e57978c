using System.Numerics;
using System.Runtime.InteropServices;

namespace RuleGen.Engine.Columnar;

/// <summary>
/// The distinct texts of a column, each with a code; code 0 is NULL. A text that is there already costs no memory.
/// </summary>
internal sealed class TextDictionary
{
    /// <summary>The code of NULL.</summary>
    public const int Null = 0;

    /// <summary>With more texts than this, or more characters, all are forgotten between batches.</summary>
    public const int MostTexts = 8 * 1024;

    private const int MostCharacters = 512 * 1024;

    // Another one in every process, so that no file can be made of texts that share a hash.
    private static readonly ulong Seed = (ulong)"seed".GetHashCode(StringComparison.Ordinal) << 32;

    private char[] _characters = new char[1024];

    // The text with code c ends where the next one starts; that of NULL is empty.
    private int[] _ends = new int[64];
    private int[] _hashes = new int[64];

    // Open addressing; 0 is a free place, because NULL is never looked up.
    private int[] _places = new int[128];

    /// <summary>How many codes there are; NULL's is one of them.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Grows when all codes are forgotten.</summary>
    public int Generation { get; private set; }

    /// <summary>The text with a code; empty for NULL.</summary>
    public ReadOnlySpan<char> this[int code] => code == Null ? [] : _characters.AsSpan(_ends[code - 1].._ends[code]);

    /// <summary>The code of a text.</summary>
    public int CodeOf(ReadOnlySpan<char> text)
    {
        var hash = Hash(text);
        var mask = _places.Length - 1;
        var place = hash & mask;
        for (; _places[place] != 0; place = (place + 1) & mask)
        {
            var code = _places[place];
            if (_hashes[code] == hash && this[code].SequenceEqual(text))
            {
                return code;
            }
        }

        _places[place] = Count;
        return Append(text, hash);
    }

    /// <summary>Between batches: forgets everything where there is too much of it.</summary>
    public void Trim()
    {
        if (Count <= MostTexts && _ends[Count - 1] <= MostCharacters)
        {
            return;
        }

        Count = 1;
        Generation++;
        if (_characters.Length > 2 * MostCharacters)
        {
            _characters = new char[1024];
        }

        if (_ends.Length > 2 * MostTexts)
        {
            (_ends, _hashes, _places) = (new int[64], new int[64], new int[128]);
        }
        else
        {
            Array.Clear(_places);
        }
    }

    private int Append(ReadOnlySpan<char> text, int hash)
    {
        var code = Count++;
        if (code == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * code);
            Array.Resize(ref _hashes, 2 * code);
        }

        var start = _ends[code - 1];
        if (text.Length > _characters.Length - start)
        {
            Array.Resize(ref _characters, (int)BitOperations.RoundUpToPowerOf2((uint)(start + text.Length)));
        }

        text.CopyTo(_characters.AsSpan(start));
        _ends[code] = start + text.Length;
        _hashes[code] = hash;
        if (2 * Count > _places.Length)
        {
            Rehash();
        }

        return code;
    }

    private static int Hash(ReadOnlySpan<char> text)
    {
        var words = MemoryMarshal.Cast<char, ulong>(text);
        var hash = Seed ^ (uint)text.Length;
        foreach (var word in words)
        {
            hash = Mix(hash ^ word);
        }

        var rest = 0UL;
        foreach (var character in text[(4 * words.Length)..])
        {
            rest = (rest << 16) | character;
        }

        hash = Mix(hash ^ rest);
        return (int)(hash ^ (hash >> 32)) & int.MaxValue;
    }

    private static ulong Mix(ulong value)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var high = Math.BigMul(value ^ Seed, Multiplier, out var low);
        return high ^ low;
    }

    private void Rehash()
    {
        _places = new int[2 * _places.Length];
        var mask = _places.Length - 1;
        for (var code = 1; code < Count; code++)
        {
            var place = _hashes[code] & mask;
            while (_places[place] != 0)
            {
                place = (place + 1) & mask;
            }

            _places[place] = code;
        }
    }
}
