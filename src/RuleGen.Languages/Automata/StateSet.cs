namespace RuleGen.Languages;

/// <summary>A set of small numbers with value equality: the states that a nondeterministic automaton is in.</summary>
internal sealed class StateSet : IEquatable<StateSet>
{
    private readonly ulong[] _bits;

    private StateSet(ulong[] bits) => _bits = bits;

    /// <summary>The set of the numbers below a bound for which something holds.</summary>
    public static StateSet Where(int bound, Func<int, bool> holds)
    {
        var bits = new ulong[(bound + 63) / 64];
        for (var number = 0; number < bound; number++)
        {
            if (holds(number))
            {
                bits[number / 64] |= 1UL << (number % 64);
            }
        }

        return new StateSet(bits);
    }

    public bool Contains(int number) => (_bits[number / 64] & (1UL << (number % 64))) != 0;

    /// <summary>Those that are in one set, and the successors of those that are in another.</summary>
    public StateSet Step(StateSet staying, StateSet advancing)
    {
        var result = new ulong[_bits.Length];
        var carry = 0UL;
        for (var i = 0; i < result.Length; i++)
        {
            var moved = _bits[i] & advancing._bits[i];
            result[i] = (_bits[i] & staying._bits[i]) | (moved << 1) | carry;
            carry = moved >> 63;
        }

        return new StateSet(result);
    }

    public bool Equals(StateSet? other) => other is not null && _bits.AsSpan().SequenceEqual(other._bits);

    public override bool Equals(object? obj) => Equals(obj as StateSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in _bits)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
