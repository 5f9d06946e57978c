using System.Numerics;
using System.Runtime.InteropServices;

namespace RuleGen.Engine.Columnar;

/// <summary>
/// The distinct texts of a column, each with a code; code 0 is NULL. A text that is there already costs no memory, and
/// one as short as most codes are is found with one look into memory.
/// </summary>
internal sealed class TextDictionary
{
    /// <summary>The code of NULL.</summary>
    public const int Null = 0;

    /// <summary>With more texts than this, or more characters, all are forgotten between batches.</summary>
    public const int MostTexts = 32 * 1024;

    private const int MostCharacters = 256 * 1024;
    private const int FirstSize = 64;

    /// <summary>Texts of so many characters are their own keys.</summary>
    private const int ShortLength = 4;

    // Another one in every process, so that no file can be made of texts that share a place.
    private static readonly ulong Seed = (ulong)"seed".GetHashCode(StringComparison.Ordinal) << 32;

    private char[] _characters = new char[16 * FirstSize];

    // The text with code c ends where the next one starts; that of NULL is empty.
    private int[] _ends = new int[FirstSize];

    // Open addressing.
    private Place[] _places = new Place[2 * FirstSize];

    /// <summary>How many codes there are; NULL's is one of them.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Grows when all codes are forgotten.</summary>
    public int Generation { get; private set; }

    /// <summary>The text with a code; empty for NULL.</summary>
    public ReadOnlySpan<char> this[int code] => code == Null ? [] : _characters.AsSpan(_ends[code - 1].._ends[code]);

    /// <summary>The code of a text.</summary>
    public int CodeOf(ReadOnlySpan<char> text)
    {
        var places = _places;
        var key = text.Length <= ShortLength ? Pack(text) : Hash(text);
        var place = FirstPlace(key, text.Length, places.Length);
        while (true)
        {
            ref var at = ref places[place];
            if (at.Code == Null)
            {
                at = new Place(key, text.Length, Count);
                return Append(text);
            }

            if (
                at.Key == key
                && at.Length == text.Length
                && (text.Length <= ShortLength || this[at.Code].SequenceEqual(text))
            )
            {
                return at.Code;
            }

            place = (place + 1) & (places.Length - 1);
        }
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
        if (_ends.Length > 2 * MostTexts || _characters.Length > 2 * MostCharacters)
        {
            _characters = new char[16 * FirstSize];
            _ends = new int[FirstSize];
            _places = new Place[2 * FirstSize];
        }
        else
        {
            Array.Clear(_places);
        }
    }

    private int Append(ReadOnlySpan<char> text)
    {
        var code = Count++;
        if (code == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * code);
        }

        var start = _ends[code - 1];
        if (text.Length > _characters.Length - start)
        {
            Array.Resize(ref _characters, (int)BitOperations.RoundUpToPowerOf2((uint)(start + text.Length)));
        }

        text.CopyTo(_characters.AsSpan(start));
        _ends[code] = start + text.Length;
        if (2 * Count > _places.Length)
        {
            Grow();
        }

        return code;
    }

    private void Grow()
    {
        var places = new Place[2 * _places.Length];
        foreach (var place in _places)
        {
            if (place.Code != Null)
            {
                var free = FirstPlace(place.Key, place.Length, places.Length);
                while (places[free].Code != Null)
                {
                    free = (free + 1) & (places.Length - 1);
                }

                places[free] = place;
            }
        }

        _places = places;
    }

    private static int FirstPlace(ulong key, int length, int places) => (int)Mix(key + (ulong)length) & (places - 1);

    private static ulong Pack(ReadOnlySpan<char> text)
    {
        if (text.Length == ShortLength)
        {
            return MemoryMarshal.Cast<char, ulong>(text)[0];
        }

        var key = 0UL;
        foreach (var character in text)
        {
            key = (key << 16) | character;
        }

        return key;
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var word in MemoryMarshal.Cast<char, ulong>(text))
        {
            hash = Mix(hash ^ word);
        }

        return Mix(hash ^ MemoryMarshal.Cast<char, ulong>(text[^ShortLength..])[0]);
    }

    private static ulong Mix(ulong value)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var high = Math.BigMul(value ^ Seed, Multiplier, out var low);
        return high ^ low;
    }

    /// <summary>A text in the table.</summary>
    /// <param name="Key">The characters of a short text; a hash of a longer one.</param>
    /// <param name="Length">The number of characters.</param>
    /// <param name="Code">The code; 0 in a free place.</param>
    private readonly record struct Place(ulong Key, int Length, int Code);
}
