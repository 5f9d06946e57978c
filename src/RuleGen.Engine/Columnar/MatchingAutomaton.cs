using System.Buffers;
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

    /// <summary>Skipping pays where at least so many letters and digits are idle.</summary>
    private const int FewestIdle = 40;

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

    // The characters that lead from the first state to itself, which are skipped together; null where they are few.
    private readonly SearchValues<char>? _idle;

    // For each state and letter, the place of the next state's steps; negative where that is not known, or where facts
    // are settled.
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
        _idle = FindIdle(alphabet);
        AddStart();
    }

    /// <summary>The number of combinations that are known.</summary>
    public int StateCount => _states.Count;

    /// <summary>How often the numbers of combinations were given anew.</summary>
    public int Generation { get; private set; }

    /// <summary>Whether facts were settled within the last text, so that its last state does not say all of them.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>The state after a text; negative where the text has a character outside the alphabet.</summary>
    public int Run(ReadOnlySpan<char> text)
    {
        IsSettled = false;
        var (letterOf, steps) = (_letterOf, _steps);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (start == 0 && _idle is not null)
            {
                var idle = text[i..].IndexOfAnyExcept(_idle);
                if (idle < 0)
                {
                    return 0;
                }

                i += idle;
            }

            var character = text[i];
            var letter = character < letterOf.Length ? letterOf[character] : Unknown;
            if (letter < 0)
            {
                return Unknown;
            }

            var cell = start + letter;
            start = steps[cell];
            if (start < 0)
            {
                start = StepAside(cell);
                steps = _steps;
            }
        }

        return start / _letters;
    }

    /// <summary>
    /// The facts that the last text meets, which ended in a state. Facts without an automaton are left out.
    /// </summary>
    public void TakeFacts(int state, Span<ulong> facts)
    {
        var accepted = _accepted.AsSpan(state * _words, _words);
        accepted.CopyTo(facts);
        for (var i = 0; IsSettled && i < _words; i++)
        {
            facts[i] = _settledTrue[i] | (accepted[i] & ~_settledFalse[i]);
        }
    }

    /// <summary>A step that was not made before, or settles facts: gives the place of the next state's steps.</summary>
    private int StepAside(int cell)
    {
        if (_steps[cell] == Unknown)
        {
            // Where states are forgotten, the cell is no longer that of this step.
            cell = Explore(cell / _letters, cell % _letters);
        }

        var step = _steps[cell];
        if (step >= 0)
        {
            return step;
        }

        Settle(_settlements[_stepSettlements[cell]]);
        return SettlingStep(step);
    }

    /// <summary>Notes facts that are settled; what was settled before stays so.</summary>
    private void Settle(ReadOnlySpan<ulong> settlement)
    {
        if (!IsSettled)
        {
            IsSettled = true;
            Array.Clear(_settledTrue);
            Array.Clear(_settledFalse);
        }

        for (var i = 0; i < _words; i++)
        {
            _settledTrue[i] |= settlement[i] & ~_settledFalse[i];
            _settledFalse[i] |= settlement[_words + i] & ~_settledTrue[i];
        }
    }

    /// <summary>Finds where a letter leads from a combination; gives the cell in which that is kept.</summary>
    private int Explore(int state, int letter)
    {
        var sources = MemoryMarshal.Cast<ulong, int>(_states[state]);
        var targets = MemoryMarshal.Cast<ulong, int>(_target.AsSpan());
        Array.Clear(_settlement);
        var settles = false;
        for (var i = 0; i < _parts.Length; i++)
        {
            targets[i] = _parts[i].Step(sources[i], letter, out var settled);
            if (settled is { } value)
            {
                settles = true;
                _settlement.AsSpan().Slice(value ? 0 : _words, _words).Add(_parts[i].Fact);
            }
        }

        if (_states.Count >= _mostStates)
        {
            Forget(ref state);
        }

        var target = StateOf(_target) * _letters;
        var cell = (state * _letters) + letter;
        _steps[cell] = settles ? SettlingStep(target) : target;
        _stepSettlements[cell] = settles ? _settlements.NumberOf(_settlement) : 0;
        return cell;
    }

    /// <summary>How a step that settles facts is kept: below <see cref="Unknown"/>. Takes it back, too.</summary>
    private static int SettlingStep(int step) => Unknown - 1 - step;

    /// <summary>Forgets every combination but the first and the current one, which gets another number.</summary>
    private void Forget(ref int state)
    {
        var current = _states[state].ToArray();
        _states.Clear();
        _settlements.Clear();
        Generation++;
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

    private SearchValues<char>? FindIdle(Alphabet alphabet)
    {
        var idle = alphabet
            .Characters.Where(char.IsAscii)
            .Where(character => Array.TrueForAll(_parts, part => part.Step(0, alphabet.ClassOf(character), out _) == 0))
            .ToArray();
        return idle.Count(char.IsAsciiLetterOrDigit) < FewestIdle ? null : SearchValues.Create(idle);
    }

    private static int HighestCharacter(Alphabet alphabet) => alphabet.Characters.DefaultIfEmpty('\0').Max();
}
