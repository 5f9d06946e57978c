using System.Numerics;

namespace RuleGen.Languages;

/// <summary>
/// Runs a nondeterministic automaton over texts, with a bit for each state. The automaton of a pattern goes from a state
/// to itself or to the next one only: then a letter takes one operation for each 64 states, else one for each state that
/// is reached.
/// </summary>
internal sealed class NfaRun
{
    private readonly Nfa _words;
    private readonly int _length;

    // For each letter, the states that go to themselves and those that go to the next one; null where others are gone to.
    private readonly ulong[]? _stays;
    private readonly ulong[]? _advances;

    public NfaRun(Nfa words)
    {
        _words = words;
        _length = (words.StateCount + 63) / 64;
        if (!IsChain(words))
        {
            return;
        }

        var letters = words.Alphabet.ClassCount;
        _stays = new ulong[letters * _length];
        _advances = new ulong[letters * _length];
        for (var state = 0; state < words.StateCount; state++)
        {
            for (var letter = 0; letter < letters; letter++)
            {
                foreach (var target in words.Next(state, letter))
                {
                    Add((target == state ? _stays : _advances).AsSpan(letter * _length, _length), state);
                }
            }
        }
    }

    /// <summary>Whether a text is accepted; never where it has a character outside the alphabet.</summary>
    public bool Accepts(string text)
    {
        var (states, next) = (new ulong[_length], new ulong[_length]);
        foreach (var start in _words.Starts)
        {
            Add(states, start);
        }

        foreach (var character in text)
        {
            var letter = _words.Alphabet.ClassOf(character);
            if (letter < 0)
            {
                return false;
            }

            if (_stays is null)
            {
                Step(states, next, letter);
            }
            else
            {
                Shift(states, next, letter);
            }

            (states, next) = (next, states);
        }

        for (var state = 0; state < _words.StateCount; state++)
        {
            if (_words.Accepts(state) && (states[state / 64] & (1UL << (state % 64))) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsChain(Nfa words)
    {
        for (var state = 0; state < words.StateCount; state++)
        {
            for (var letter = 0; letter < words.Alphabet.ClassCount; letter++)
            {
                foreach (var target in words.Next(state, letter))
                {
                    if (target != state && target != state + 1)
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private static void Add(Span<ulong> states, int state) => states[state / 64] |= 1UL << (state % 64);

    private void Shift(ulong[] states, ulong[] next, int letter)
    {
        var stays = _stays.AsSpan(letter * _length, _length);
        var advances = _advances.AsSpan(letter * _length, _length);
        var carry = 0UL;
        for (var i = 0; i < next.Length; i++)
        {
            var moved = states[i] & advances[i];
            next[i] = (states[i] & stays[i]) | (moved << 1) | carry;
            carry = moved >> 63;
        }
    }

    private void Step(ulong[] states, ulong[] next, int letter)
    {
        Array.Clear(next);
        for (var i = 0; i < states.Length; i++)
        {
            for (var left = states[i]; left != 0; left &= left - 1)
            {
                foreach (var target in _words.Next((64 * i) + BitOperations.TrailingZeroCount(left), letter))
                {
                    Add(next, target);
                }
            }
        }
    }
}
