using System.Numerics;
using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>
/// The classes of one column's values: values of one class meet the same facts, and so have the same bits. Class 0 is
/// that of values that only the reference evaluator can judge, and has no bit at all.
/// </summary>
internal sealed class ClassTable
{
    /// <summary>The class of values left to the reference evaluator.</summary>
    public const int Irregular = 0;

    /// <summary>The facts and bits of all classes may take so many words, 32 MB.</summary>
    private const int MostWords = 4 * 1024 * 1024;

    private readonly int _factWords;
    private readonly int _cubeWords;

    // The cubes that need no fact about the column; for each fact, one after the other, those that need it alone.
    private readonly ulong[] _needingNone;
    private readonly ulong[] _needingFact;

    // The few cubes that need several facts about the column.
    private readonly (int Cube, int[] Facts)[] _needingSeveral;
    private readonly BitVectorTable _classes;
    private ulong[] _bits;

    /// <param name="facts">How many facts there are about the column.</param>
    /// <param name="column">The place of the column.</param>
    /// <param name="cubes">The cubes.</param>
    /// <param name="cubeWords">How many words take a bit for each cube.</param>
    public ClassTable(int facts, int column, IReadOnlyList<ValueList<FactPlace>> cubes, int cubeWords)
    {
        _factWords = Engine.Columnar.Bits.WordsFor(facts);
        _cubeWords = cubeWords;
        _needingNone = new ulong[cubeWords];
        _needingFact = new ulong[facts * cubeWords];
        var needingSeveral = new List<(int, int[])>();
        for (var cube = 0; cube < cubes.Count; cube++)
        {
            int[] needed = [.. cubes[cube].Where(fact => fact.Column == column).Select(fact => fact.Number)];
            if (needed.Length > 1)
            {
                needingSeveral.Add((cube, needed));
                continue;
            }

            (needed is [var fact] ? _needingFact.AsSpan(fact * cubeWords, cubeWords) : _needingNone).Add(cube);
        }

        _needingSeveral = [.. needingSeveral];
        _classes = new BitVectorTable(_factWords);
        _bits = new ulong[16 * _cubeWords];
    }

    /// <summary>Grows when all classes are forgotten.</summary>
    public int Generation { get; private set; }

    /// <summary>The words of the facts' bits.</summary>
    public int FactWords => _factWords;

    /// <summary>The bits of each class, one after the other.</summary>
    public ReadOnlySpan<ulong> Bits => _bits;

    /// <summary>The class of values that meet just these facts.</summary>
    public int ClassOf(ReadOnlySpan<ulong> facts)
    {
        var known = _classes.Count;
        var number = _classes.NumberOf(facts) + 1;
        if (number > known)
        {
            FillBits(number, facts);
        }

        return number;
    }

    /// <summary>Between batches: forgets the classes where there are too many.</summary>
    public void Trim()
    {
        if (_classes.Count * (_factWords + _cubeWords) > MostWords)
        {
            _classes.Clear();
            _bits = new ulong[16 * _cubeWords];
            Generation++;
        }
    }

    private void FillBits(int number, ReadOnlySpan<ulong> facts)
    {
        if ((number + 1) * _cubeWords > _bits.Length)
        {
            Array.Resize(ref _bits, 2 * _bits.Length);
        }

        // Classes mostly differ in few facts, and so only what differs from the class before is looked at.
        var bits = _bits.AsSpan(number * _cubeWords, _cubeWords);
        var isFirst = number == Irregular + 1;
        (isFirst ? _needingNone : _bits.AsSpan((number - 1) * _cubeWords, _cubeWords)).CopyTo(bits);
        for (var word = 0; word < _factWords; word++)
        {
            var different = facts[word] ^ (isFirst ? 0 : _classes[number - 2][word]);
            for (; different != 0; different &= different - 1)
            {
                var fact = (64 * word) + BitOperations.TrailingZeroCount(different);
                var needing = _needingFact.AsSpan(fact * _cubeWords, _cubeWords);
                for (var i = 0; i < needing.Length; i++)
                {
                    bits[i] ^= needing[i];
                }
            }
        }

        foreach (var (cube, needed) in _needingSeveral)
        {
            bits.Remove(cube);
            if (HasAll(facts, needed))
            {
                bits.Add(cube);
            }
        }
    }

    private static bool HasAll(ReadOnlySpan<ulong> facts, int[] needed)
    {
        foreach (var fact in needed)
        {
            if (!facts.Has(fact))
            {
                return false;
            }
        }

        return true;
    }
}
