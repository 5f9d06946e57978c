using System.Numerics;
using System.Runtime.InteropServices;

namespace RuleGen.Languages;

/// <summary>
/// A nondeterministic automaton: small for every predicate, whatever a deterministic one would take. Two that are built
/// alike are equal; two that accept the same words may not be.
/// </summary>
internal sealed class Nfa : IEquatable<Nfa>
{
    private static readonly int[] Nowhere = [];
    private readonly int[][] _next;
    private readonly bool[] _accepts;
    private readonly int _letters;
    private int[]? _distances;
    private NfaRun? _run;
    private int? _hash;
    private bool[]? _isFull;

    private Nfa(Alphabet alphabet, int[] starts, int[][] next, bool[] accepts)
    {
        Alphabet = alphabet;
        Starts = starts;
        _next = next;
        _accepts = accepts;
        _letters = alphabet.ClassCount;
    }

    /// <summary>The letters of the words.</summary>
    public Alphabet Alphabet { get; }

    /// <summary>The states in which words start, in ascending order.</summary>
    public int[] Starts { get; }

    /// <summary>The number of states.</summary>
    public int StateCount => _accepts.Length;

    /// <summary>For each state, the length of a shortest word from it to acceptance.</summary>
    public int[] Distances => _distances ??= FindDistances();

    /// <summary>The same words as a deterministic automaton's.</summary>
    public static Nfa Of(Automaton words) =>
        Explore<int>(words.Alphabet, [0], (state, letter) => [words.Next(state, letter)], words.Accepts);

    /// <summary>An automaton whose states are values of any kind.</summary>
    /// <exception cref="TooManyStatesException">There are more reachable states than are allowed.</exception>
    public static Nfa Explore<TState>(
        Alphabet alphabet,
        IEnumerable<TState> starts,
        Func<TState, int, IEnumerable<TState>> step,
        Func<TState, bool> accepts
    )
        where TState : notnull
    {
        var numbers = new Dictionary<TState, int>();
        var states = new List<TState>();
        int NumberOf(TState state)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, state, out var known);
            if (!known)
            {
                number = states.Count;
                states.Add(state);
                StateLimits.Check(states.Count, alphabet.ClassCount);
            }

            return number;
        }

        int[] startNumbers = [.. starts.Select(NumberOf).Order()];
        var next = new List<int[]>();
        for (var i = 0; i < states.Count; i++)
        {
            for (var letter = 0; letter < alphabet.ClassCount; letter++)
            {
                int[] targets = [.. step(states[i], letter).Select(NumberOf).Distinct().Order()];
                next.Add(targets.Length == 0 ? Nowhere : targets);
            }
        }

        return new Nfa(alphabet, startNumbers, [.. next], [.. states.Select(accepts)]);
    }

    /// <summary>The states after one more letter, in ascending order.</summary>
    public int[] Next(int state, int letter) => _next[(state * _letters) + letter];

    /// <summary>The states after one more letter from any of several, in ascending order.</summary>
    public int[] Next(int[] states, int letter) =>
        states switch
        {
            [] => Nowhere,
            [var single] => Next(single, letter),
            _ => Union(states, letter),
        };

    /// <summary>Whether a word that can lead to a state is accepted.</summary>
    public bool Accepts(int state) => _accepts[state];

    /// <summary>Whether it accepts a text; never where the text has a character outside the alphabet.</summary>
    public bool Accepts(string text) => (_run ??= new NfaRun(this)).Accepts(text);

    /// <summary>Whether every word from a state on is accepted, as far as the state itself shows.</summary>
    public bool IsFull(int state)
    {
        _isFull ??= [.. Enumerable.Range(0, StateCount).Select(FindWhetherIsFull)];
        return _isFull[state];
    }

    private bool FindWhetherIsFull(int state)
    {
        for (var letter = 0; letter < _letters; letter++)
        {
            if (!Next(state, letter).AsSpan().Contains(state))
            {
                return false;
            }
        }

        return _accepts[state];
    }

    /// <summary>The words, each written backwards.</summary>
    public Nfa Reversed()
    {
        var sources = new List<int>?[_next.Length];
        for (var state = 0; state < StateCount; state++)
        {
            for (var letter = 0; letter < _letters; letter++)
            {
                foreach (var target in Next(state, letter))
                {
                    (sources[(target * _letters) + letter] ??= []).Add(state);
                }
            }
        }

        var accepts = new bool[StateCount];
        foreach (var start in Starts)
        {
            accepts[start] = true;
        }

        return new Nfa(
            Alphabet,
            [.. Enumerable.Range(0, StateCount).Where(Accepts)],
            Array.ConvertAll(sources, states => states is null ? Nowhere : [.. states]),
            accepts
        );
    }

    /// <summary>
    /// The minimal deterministic automaton; null where it takes more states than a number on the way, or more work than
    /// is allowed.
    /// </summary>
    public Automaton? Determinize(int maximum)
    {
        var members = 0L;
        try
        {
            return StateGraph<NumberList>.Explore(
                Alphabet,
                new NumberList(Starts),
                (states, letter) =>
                {
                    var next = Next(states.Numbers, letter);
                    members += next.Length;
                    return members <= StateLimits.Members ? new NumberList(next) : throw new TooManyStatesException();
                },
                states => states.Numbers.Any(Accepts),
                maximum: maximum
            );
        }
        catch (TooManyStatesException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Nfa? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && ReferenceEquals(Alphabet, other.Alphabet)
            && Starts.AsSpan().SequenceEqual(other.Starts)
            && _accepts.AsSpan().SequenceEqual(other._accepts)
            && _next.Zip(other._next).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second))
        );

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Nfa);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash ??= FindHashCode();

    private int FindHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(_accepts.AsSpan()));
        foreach (var targets in _next)
        {
            hash.Add(targets.Length);
        }

        return hash.ToHashCode();
    }

    private int[] Union(int[] states, int letter)
    {
        var reached = new ulong[(StateCount + 63) / 64];
        var count = 0;
        foreach (var state in states)
        {
            foreach (var target in Next(state, letter))
            {
                ref var word = ref reached[target / 64];
                var bit = 1UL << (target % 64);
                count += (word & bit) == 0 ? 1 : 0;
                word |= bit;
            }
        }

        var union = new int[count];
        for (int i = 0, place = 0; place < count; i++)
        {
            for (var left = reached[i]; left != 0; left &= left - 1)
            {
                union[place++] = (64 * i) + BitOperations.TrailingZeroCount(left);
            }
        }

        return union;
    }

    private int[] FindDistances()
    {
        var backwards = Reversed();
        var distances = new int[StateCount];
        Array.Fill(distances, int.MaxValue);
        var queue = new Queue<int>();
        foreach (var state in backwards.Starts)
        {
            distances[state] = 0;
            queue.Enqueue(state);
        }

        while (queue.TryDequeue(out var target))
        {
            for (var letter = 0; letter < _letters; letter++)
            {
                foreach (var source in backwards.Next(target, letter))
                {
                    if (distances[source] == int.MaxValue)
                    {
                        distances[source] = distances[target] + 1;
                        queue.Enqueue(source);
                    }
                }
            }
        }

        return distances;
    }
}
