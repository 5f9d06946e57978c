using System.Runtime.InteropServices;

namespace RuleGen.Languages;

/// <summary>
/// A set of words over an alphabet, as the minimal deterministic automaton that accepts them. Two automata over one
/// alphabet are equal exactly when they accept the same words.
/// </summary>
public sealed class Automaton : IEquatable<Automaton>
{
    private readonly int[] _next;
    private readonly bool[] _accepts;
    private readonly int _letters;
    private readonly int _hash;
    private int? _shortest;
    private int? _deadState;
    private int? _fullState;
    private int[]? _distances;
    private Nfa? _reversed;

    /// <summary>
    /// A minimal automaton whose states are numbered in breadth-first order; see <see cref="Minimizer"/>.
    /// </summary>
    internal Automaton(Alphabet alphabet, int[] next, bool[] accepts)
    {
        Alphabet = alphabet;
        _next = next;
        _accepts = accepts;
        _letters = alphabet.ClassCount;
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(next.AsSpan()));
        hash.AddBytes(MemoryMarshal.AsBytes(accepts.AsSpan()));
        _hash = hash.ToHashCode();
    }

    /// <summary>The letters of the words.</summary>
    public Alphabet Alphabet { get; }

    /// <summary>The number of states; the first is 0.</summary>
    public int StateCount => _accepts.Length;

    /// <summary>The length of a shortest word; <see cref="int.MaxValue"/> where there is no word.</summary>
    public int ShortestLength => _shortest ??= FindShortestLength();

    /// <summary>The state after which no word is accepted; -1 where there is none.</summary>
    internal int DeadState => _deadState ??= FindSink(accepts: false);

    /// <summary>The state after which every word is accepted; -1 where there is none.</summary>
    internal int FullState => _fullState ??= FindSink(accepts: true);

    /// <summary>The state after one more letter.</summary>
    public int Next(int state, int characterClass) => _next[(state * _letters) + characterClass];

    /// <summary>Whether the words that lead to a state are accepted.</summary>
    public bool Accepts(int state) => _accepts[state];

    /// <summary>For each state, the length of a shortest word from it to acceptance.</summary>
    internal int[] Distances => _distances ??= FindDistances();

    /// <summary>The words, each written backwards.</summary>
    internal Nfa Reversed => _reversed ??= Nfa.Of(this).Reversed();

    /// <summary>Whether it accepts a text; never where the text has a character outside the alphabet.</summary>
    public bool Accepts(ReadOnlySpan<char> text)
    {
        var state = 0;
        foreach (var character in text)
        {
            var letter = Alphabet.ClassOf(character);
            if (letter < 0)
            {
                return false;
            }

            state = Next(state, letter);
        }

        return _accepts[state];
    }

    /// <summary>Whether it accepts a text that is read from the last character to the first.</summary>
    internal bool AcceptsBackwards(ReadOnlySpan<char> text)
    {
        var state = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var letter = Alphabet.ClassOf(text[i]);
            if (letter < 0)
            {
                return false;
            }

            state = Next(state, letter);
        }

        return _accepts[state];
    }

    /// <summary>
    /// The first of the shortest words, in the order of the alphabet's classes; null where there is none.
    /// </summary>
    public string? ShortestWord()
    {
        if (ShortestLength == int.MaxValue)
        {
            return null;
        }

        var distances = Distances;
        var word = new char[ShortestLength];
        var state = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var letter = 0;
            while (distances[Next(state, letter)] != distances[state] - 1)
            {
                letter++;
            }

            word[i] = Alphabet.Representative(letter);
            state = Next(state, letter);
        }

        return new string(word);
    }

    /// <inheritdoc/>
    public bool Equals(Automaton? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && _hash == other._hash
            && ReferenceEquals(Alphabet, other.Alphabet)
            && _accepts.AsSpan().SequenceEqual(other._accepts)
            && _next.AsSpan().SequenceEqual(other._next)
        );

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Automaton);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>The states after each letter from a state.</summary>
    internal ReadOnlySpan<int> Targets(int state) => _next.AsSpan(state * _letters, _letters);

    /// <summary>The words that it does not accept: minimal, with the same states.</summary>
    internal Automaton Complement() => new(Alphabet, _next, Array.ConvertAll(_accepts, accepting => !accepting));

    private int FindSink(bool accepts)
    {
        for (var state = 0; state < _accepts.Length; state++)
        {
            if (_accepts[state] == accepts && !Targets(state).ContainsAnyExcept(state))
            {
                return state;
            }
        }

        return -1;
    }

    private int FindShortestLength()
    {
        var seen = new bool[StateCount];
        var frontier = new List<int> { 0 };
        seen[0] = true;
        for (var length = 0; frontier.Count > 0; length++)
        {
            var following = new List<int>();
            foreach (var state in frontier)
            {
                if (_accepts[state])
                {
                    return length;
                }

                foreach (var target in Targets(state))
                {
                    if (!seen[target])
                    {
                        seen[target] = true;
                        following.Add(target);
                    }
                }
            }

            frontier = following;
        }

        return int.MaxValue;
    }

    private int[] FindDistances()
    {
        var sources = new List<int>?[StateCount];
        for (var state = 0; state < StateCount; state++)
        {
            foreach (var target in Targets(state))
            {
                (sources[target] ??= []).Add(state);
            }
        }

        var distances = new int[StateCount];
        Array.Fill(distances, int.MaxValue);
        var queue = new Queue<int>();
        for (var state = 0; state < StateCount; state++)
        {
            if (_accepts[state])
            {
                distances[state] = 0;
                queue.Enqueue(state);
            }
        }

        while (queue.TryDequeue(out var target))
        {
            foreach (var source in sources[target] ?? [])
            {
                if (distances[source] == int.MaxValue)
                {
                    distances[source] = distances[target] + 1;
                    queue.Enqueue(source);
                }
            }
        }

        return distances;
    }
}
