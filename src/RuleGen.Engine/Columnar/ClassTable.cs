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

    private const int MostClasses = 16 * 1024;

    private readonly int _factWords;
    private readonly int _cubeWords;
    private readonly int _cubeCount;
    private readonly (int Cube, int Fact)[] _needs;
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
        _cubeCount = cubes.Count;
        _needs =
        [
            .. cubes.SelectMany(
                (cube, number) =>
                    cube.Where(fact => fact.Column == column).Select(fact => (Cube: number, Fact: fact.Number))
            ),
        ];
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
        if (_classes.Count > MostClasses)
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

        var bits = _bits.AsSpan(number * _cubeWords, _cubeWords);
        for (var cube = 0; cube < _cubeCount; cube++)
        {
            bits.Add(cube);
        }

        foreach (var (cube, fact) in _needs)
        {
            if (!facts.Has(fact))
            {
                bits.Remove(cube);
            }
        }
    }
}
