namespace RuleGen.Languages;

/// <summary>Boolean operations on sets of words, and the words that a string function takes into a set.</summary>
internal static class AutomatonOperations
{
    /// <summary>Every word, or none.</summary>
    public static Automaton Constant(Alphabet alphabet, bool accepts) =>
        new(alphabet, new int[alphabet.ClassCount], [accepts]);

    /// <summary>The words that are in any of several sets, one or more.</summary>
    public static Automaton Union(IReadOnlyList<Automaton> sets) =>
        Balanced.Reduce(sets, (left, right) => Product.Combine(left, right, both: false));

    /// <summary>
    /// The words whose letters from a place on, so many or as many as there are, are in a set: SUBSTRING, LEFT.
    /// </summary>
    public static Automaton Window(Automaton words, int skipped, int length) =>
        StateGraph<StatePair>.Explore(
            words.Alphabet,
            new StatePair(0, 0),
            (at, letter) =>
                at.Second < skipped ? at with { Second = at.Second + 1 }
                : at.Second < (long)skipped + length ? new(words.Next(at.First, letter), at.Second + 1)
                : at,
            at => words.Accepts(at.First)
        );

    /// <summary>The words whose letters from a place on are in a set.</summary>
    public static Automaton From(Automaton words, int skipped) =>
        StateGraph<StatePair>.Explore(
            words.Alphabet,
            new StatePair(0, 0),
            (at, letter) =>
                at.Second < skipped
                    ? at with
                    {
                        Second = at.Second + 1,
                    }
                    : at with
                    {
                        First = words.Next(at.First, letter),
                    },
            at => words.Accepts(at.First)
        );

    /// <summary>The words whose last letters, so many or as many as there are, are in a set: RIGHT.</summary>
    /// <remarks>
    /// Each state holds where the set's automaton stands after every possible start of the last letters, oldest first.
    /// </remarks>
    public static Automaton Tail(Automaton words, int length, StateLimits? limits = null)
    {
        if (length == 0)
        {
            return Constant(words.Alphabet, words.Accepts(0));
        }

        if (words.StateCount > char.MaxValue)
        {
            throw new TooManyStatesException();
        }

        var members = 0L;
        return StateGraph<string>.Explore(
            words.Alphabet,
            "",
            (starts, letter) =>
            {
                var skipped = starts.Length == length ? 1 : 0;
                members += starts.Length;
                if (limits is not null && members > StateLimits.Members)
                {
                    throw new TooManyStatesException();
                }

                return string.Create(
                    starts.Length - skipped + 1,
                    (starts, skipped, letter, words),
                    (next, from) =>
                    {
                        for (var i = 0; i < next.Length - 1; i++)
                        {
                            next[i] = (char)from.words.Next(from.starts[i + from.skipped], from.letter);
                        }

                        next[^1] = (char)from.words.Next(0, from.letter);
                    }
                );
            },
            starts => words.Accepts(starts.Length == 0 ? 0 : starts[0]),
            StringComparer.Ordinal,
            limits?.Grown(words.StateCount + length) ?? int.MaxValue
        );
    }

    /// <summary>The words that are in a set once the blanks before them are gone: LTRIM.</summary>
    public static Automaton WithoutLeading(Automaton words, int blank)
    {
        const int Leading = -1;
        return StateGraph<int>.Explore(
            words.Alphabet,
            Leading,
            (state, letter) =>
                state == Leading && letter == blank ? Leading : words.Next(state == Leading ? 0 : state, letter),
            state => words.Accepts(state == Leading ? 0 : state)
        );
    }

    /// <summary>The words that are in a set once the blanks after them are gone: RTRIM.</summary>
    public static Automaton WithoutTrailing(Automaton words, int blank) =>
        StateGraph<StatePair>.Explore(
            words.Alphabet,
            new StatePair(0, 0),
            (state, letter) =>
            {
                var whole = words.Next(state.Second, letter);
                return new(letter == blank ? state.First : whole, whole);
            },
            state => words.Accepts(state.First)
        );

    /// <summary>The words that are in a set once each letter is replaced: UPPER, LOWER.</summary>
    public static Automaton Mapped(Automaton words, Func<int, int> map) =>
        StateGraph<int>.Explore(words.Alphabet, 0, (state, letter) => words.Next(state, map(letter)), words.Accepts);

    /// <summary>The words that are in a set once a text stands for each of one letter: REPLACE.</summary>
    /// <param name="words">The set.</param>
    /// <param name="sought">The letter; -1 where the alphabet does not hold it.</param>
    /// <param name="replacement">The text.</param>
    public static Automaton Replaced(Automaton words, int sought, string replacement)
    {
        var letters = sought < 0 ? [] : words.Alphabet.Letters(replacement);
        return StateGraph<int>.Explore(
            words.Alphabet,
            0,
            (state, letter) => letter == sought ? Walk(words, state, letters) : words.Next(state, letter),
            words.Accepts
        );
    }

    /// <summary>The words that are in a set once a text stands before them.</summary>
    public static Automaton After(Automaton words, string text) =>
        StateGraph<int>.Explore(
            words.Alphabet,
            Walk(words, 0, words.Alphabet.Letters(text)),
            words.Next,
            words.Accepts
        );

    /// <summary>The words that are in a set once a text stands after them.</summary>
    public static Automaton Before(Automaton words, string text)
    {
        var letters = words.Alphabet.Letters(text);
        return StateGraph<int>.Explore(
            words.Alphabet,
            0,
            words.Next,
            state => words.Accepts(Walk(words, state, letters))
        );
    }

    private static int Walk(Automaton words, int state, int[] letters) => letters.Aggregate(state, words.Next);

    /// <summary>The words that are in a set once blanks are added up to a length: what char(n) stores.</summary>
    public static Automaton Padded(Automaton words, int blank, int length) =>
        StateGraph<StatePair>.Explore(
            words.Alphabet,
            new StatePair(0, 0),
            (at, letter) => new(words.Next(at.First, letter), Math.Min(at.Second + 1, length)),
            at =>
            {
                var state = at.First;
                for (var read = at.Second; read < length; read++)
                {
                    state = words.Next(state, blank);
                }

                return words.Accepts(state);
            }
        );

    /// <summary>The words of exactly so many letters.</summary>
    public static Automaton OfLength(Alphabet alphabet, int length) =>
        StateGraph<int>.Explore(alphabet, 0, (read, _) => Math.Min(read + 1, length + 1), read => read == length);
}
