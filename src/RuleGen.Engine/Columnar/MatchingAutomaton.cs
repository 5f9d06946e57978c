using System.Runtime.InteropServices;
using RuleGen.Languages;

namespace RuleGen.Engine.Columnar;

/// <summary>
/// Runs the automata of all facts about a column over a text at once: one look-up for each character. Its states are
/// combinations of the automata's states, made when a text first needs them, and forgotten when there are too many.
/// </summary>
/// <remarks>
/// Combinations would double with every <c>LIKE '%…%'</c>, because each remembers that it was met. So once such a fact
/// is settled, that is noted on the side, and its automaton starts again: its state then depends on the last few
/// characters only, and the combinations stay about as many as the patterns have characters.
/// </remarks>
internal sealed class MatchingAutomaton
{
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>So few facts may remember by themselves that they are settled.</summary>
    private const int FewFacts = 3;

    private const int Unknown = -1;

    private readonly int _letters;
    private readonly int[] _letterOf;
    private readonly MatchingPart[] _parts;
    private readonly int _words;
    private readonly int _mostStates;

    private readonly BitVectorTable _states;
    private readonly BitVectorTable _settlements;
    private readonly ulong[] _target;
    private readonly ulong[] _settlement;
    private readonly ulong[] _settledTrue;
    private readonly ulong[] _settledFalse;

    // For each state and letter: twice the place of the next state's steps, plus one where facts are settled.
    private int[] _steps = [];
    private int[] _stepSettlements = [];
    private ulong[] _accepted = [];

    /// <param name="alphabet">The letters of all automata.</param>
    /// <param name="automata">The automata, each with the number of its fact.</param>
    /// <param name="words">The words that hold a bit for each fact.</param>
    /// <param name="mostBytes">About so much memory it may take.</param>
    public MatchingAutomaton(
        Alphabet alphabet,
        IReadOnlyList<(int Fact, Automaton Automaton)> automata,
        int words,
        int? mostBytes = null
    )
    {
        _letters = Math.Max(1, alphabet.ClassCount);
        _letterOf = Enumerable
            .Range(0, HighestCharacter(alphabet) + 1)
            .Select(i => alphabet.ClassOf((char)i))
            .ToArray();
        var canRestart = automata.Count > FewFacts;
        _parts = [.. automata.Select(each => new MatchingPart(each.Fact, each.Automaton, canRestart))];
        _words = words;
        var stateWords = Math.Max(1, (_parts.Length + 1) / 2);
        _mostStates = Math.Max(64, (mostBytes ?? MostBytes) / ((8 * _letters) + (8 * stateWords) + (8 * words)));
        _states = new BitVectorTable(stateWords);
        _settlements = new BitVectorTable(2 * words);
        _target = new ulong[stateWords];
        _settlement = new ulong[2 * words];
        _settledTrue = new ulong[words];
        _settledFalse = new ulong[words];
        AddStart();
    }

    /// <summary>The number of combinations that are known.</summary>
    public int StateCount => _states.Count;

    /// <summary>
    /// Finds the facts that a text meets; false where it has a character outside the alphabet. Facts without an
    /// automaton are left out.
    /// </summary>
    public bool Match(ReadOnlySpan<char> text, Span<ulong> facts)
    {
        var isSettled = false;
        var letterOf = _letterOf;
        var start = 0;
        foreach (var character in text)
        {
            var letter = character < letterOf.Length ? letterOf[character] : Unknown;
            if (letter < 0)
            {
                return false;
            }

            var cell = start + letter;
            var step = _steps[cell];
            if (step == Unknown)
            {
                // Where states are forgotten, the cell is no longer that of this step.
                step = Explore(start / _letters, letter, out cell);
            }

            if ((step & 1) != 0)
            {
                Settle(_settlements[_stepSettlements[cell]], isSettled);
                isSettled = true;
            }

            start = step >> 1;
        }

        var accepted = _accepted.AsSpan(start / _letters * _words, _words);
        accepted.CopyTo(facts);
        for (var i = 0; isSettled && i < _words; i++)
        {
            facts[i] = _settledTrue[i] | (accepted[i] & ~_settledFalse[i]);
        }

        return true;
    }

    /// <summary>Notes facts that are settled; what was settled before stays so.</summary>
    private void Settle(ReadOnlySpan<ulong> settlement, bool isSettled)
    {
        if (!isSettled)
        {
            Array.Clear(_settledTrue);
            Array.Clear(_settledFalse);
        }

        for (var i = 0; i < _words; i++)
        {
            _settledTrue[i] |= settlement[i] & ~_settledFalse[i];
            _settledFalse[i] |= settlement[_words + i] & ~_settledTrue[i];
        }
    }

    /// <summary>Finds where a letter leads from a combination, and the cell in which that is kept.</summary>
    private int Explore(int state, int letter, out int cell)
    {
        var sources = MemoryMarshal.Cast<ulong, int>(_states[state]);
        var targets = MemoryMarshal.Cast<ulong, int>(_target.AsSpan());
        Array.Clear(_settlement);
        var settles = 0;
        for (var i = 0; i < _parts.Length; i++)
        {
            targets[i] = _parts[i].Step(sources[i], letter, out var settled);
            if (settled is { } value)
            {
                settles = 1;
                _settlement.AsSpan().Slice(value ? 0 : _words, _words).Add(_parts[i].Fact);
            }
        }

        if (_states.Count >= _mostStates)
        {
            Forget(ref state);
        }

        var target = StateOf(_target) * _letters;
        cell = (state * _letters) + letter;
        _steps[cell] = (target << 1) | settles;
        _stepSettlements[cell] = settles == 0 ? 0 : _settlements.NumberOf(_settlement);
        return _steps[cell];
    }

    /// <summary>Forgets every combination but the first and the current one, which gets another number.</summary>
    private void Forget(ref int state)
    {
        var current = _states[state].ToArray();
        _states.Clear();
        _settlements.Clear();
        AddStart();
        state = StateOf(current);
    }

    private void AddStart() => StateOf(new ulong[_target.Length]);

    private int StateOf(ReadOnlySpan<ulong> parts)
    {
        var known = _states.Count;
        var state = _states.NumberOf(parts);
        if (state < known)
        {
            return state;
        }

        if ((state + 1) * _letters > _steps.Length)
        {
            var capacity = Math.Min(Math.Max(16, 2 * state), _mostStates + 2);
            Array.Resize(ref _steps, capacity * _letters);
            Array.Resize(ref _stepSettlements, capacity * _letters);
            Array.Resize(ref _accepted, capacity * _words);
        }

        _steps.AsSpan(state * _letters, _letters).Fill(Unknown);
        var accepted = _accepted.AsSpan(state * _words, _words);
        accepted.Clear();
        var states = MemoryMarshal.Cast<ulong, int>(parts);
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i].Accepts(states[i]))
            {
                accepted.Add(_parts[i].Fact);
            }
        }

        return state;
    }

    private static int HighestCharacter(Alphabet alphabet) => alphabet.Characters.DefaultIfEmpty('\0').Max();
}
