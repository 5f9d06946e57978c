namespace RuleGen.Languages;

/// <summary>
/// The words that a string function takes into a set, without making anything deterministic: as
/// <see cref="AutomatonOperations"/> for sets whose deterministic automaton would be too large.
/// </summary>
internal static class NfaOperations
{
    /// <summary>Where LTRIM, and RIGHT of a longer word, have not yet come to what they look at.</summary>
    private static readonly StatePair Waiting = new(-1, 0);

    /// <summary>SUBSTRING, LEFT.</summary>
    public static Nfa Window(Nfa words, int skipped, int length) =>
        Nfa.Explore(
            words.Alphabet,
            Starts(words),
            (at, letter) =>
                at.Second < skipped ? [at with { Second = at.Second + 1 }]
                : at.Second < (long)skipped + length ? After(words, at.First, letter, at.Second + 1)
                : [at],
            at => words.Accepts(at.First)
        );

    /// <summary>SUBSTRING to the end.</summary>
    public static Nfa From(Nfa words, int skipped) =>
        Nfa.Explore(
            words.Alphabet,
            Starts(words),
            (at, letter) =>
                at.Second < skipped ? [at with { Second = at.Second + 1 }] : After(words, at.First, letter, at.Second),
            at => words.Accepts(at.First)
        );

    /// <summary>RIGHT. A word that is longer waits, then has exactly so many letters to go.</summary>
    public static Nfa Tail(Nfa words, int length)
    {
        // The second number is how many letters are read of a whole word, or how many are left of a longer one, below 0.
        return Nfa.Explore(
            words.Alphabet,
            Starts(words).Append(Waiting),
            (at, letter) =>
                at == Waiting ? words.Starts.Select(start => new StatePair(start, -1 - length)).Append(Waiting)
                : at.Second >= 0 && at.Second < length ? After(words, at.First, letter, at.Second + 1)
                : at.Second < -1 ? After(words, at.First, letter, at.Second + 1)
                : [],
            at => at.First >= 0 && at.Second >= -1 && words.Accepts(at.First)
        );
    }

    /// <summary>LTRIM.</summary>
    public static Nfa WithoutLeading(Nfa words, int blank) =>
        Nfa.Explore(
            words.Alphabet,
            [Waiting],
            (at, letter) =>
                at != Waiting ? After(words, at.First, letter, 0)
                : letter == blank ? [Waiting]
                : words.Starts.SelectMany(start => After(words, start, letter, 0)),
            at => at == Waiting ? words.Starts.Any(words.Accepts) : words.Accepts(at.First)
        );

    /// <summary>RTRIM. A blank is one of the last ones, or is yet to be followed by something else.</summary>
    public static Nfa WithoutTrailing(Nfa words, int blank)
    {
        const int Open = 0;
        const int Owing = 1;
        const int Trailing = 2;
        return Nfa.Explore(
            words.Alphabet,
            Starts(words),
            (at, letter) =>
                letter != blank
                    ? at.Second == Trailing
                        ? []
                        : After(words, at.First, letter, Open)
                    : at.Second == Trailing
                        ? [at]
                        : at.Second == Owing
                            ? After(words, at.First, letter, Owing)
                            : After(words, at.First, letter, Owing).Append(at with { Second = Trailing }),
            at => at.Second != Owing && words.Accepts(at.First)
        );
    }

    /// <summary>UPPER, LOWER.</summary>
    public static Nfa Mapped(Nfa words, Func<int, int> map) =>
        Nfa.Explore(words.Alphabet, words.Starts, (state, letter) => words.Next(state, map(letter)), words.Accepts);

    /// <summary>REPLACE of one letter, which is -1 where the alphabet does not hold it.</summary>
    public static Nfa Replaced(Nfa words, int sought, string replacement)
    {
        var letters = sought < 0 ? [] : words.Alphabet.Letters(replacement);
        return Nfa.Explore(
            words.Alphabet,
            words.Starts,
            (state, letter) => letter == sought ? Walk(words, [state], letters) : words.Next(state, letter),
            words.Accepts
        );
    }

    /// <summary>A text before.</summary>
    public static Nfa After(Nfa words, string text) =>
        Nfa.Explore(words.Alphabet, Walk(words, words.Starts, words.Alphabet.Letters(text)), words.Next, words.Accepts);

    /// <summary>A text after.</summary>
    public static Nfa Before(Nfa words, string text)
    {
        var letters = words.Alphabet.Letters(text);
        return Nfa.Explore(
            words.Alphabet,
            words.Starts,
            words.Next,
            state => Walk(words, [state], letters).Any(words.Accepts)
        );
    }

    private static int[] Walk(Nfa words, int[] states, int[] letters) =>
        letters.Aggregate(states, (at, letter) => words.Next(at, letter));

    /// <summary>What char(n) stores.</summary>
    public static Nfa Padded(Nfa words, int blank, int length) =>
        Nfa.Explore(
            words.Alphabet,
            Starts(words),
            (at, letter) => After(words, at.First, letter, Math.Min(at.Second + 1, length)),
            at =>
            {
                int[] states = [at.First];
                for (var read = at.Second; read < length; read++)
                {
                    states = words.Next(states, blank);
                }

                return states.Any(words.Accepts);
            }
        );

    private static IEnumerable<StatePair> Starts(Nfa words) => words.Starts.Select(start => new StatePair(start, 0));

    private static IEnumerable<StatePair> After(Nfa words, int state, int letter, int second) =>
        words.Next(state, letter).Select(next => new StatePair(next, second));
}
