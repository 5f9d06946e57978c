using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>The texts that a LIKE pattern matches, as an automaton.</summary>
internal static class LikeAutomaton
{
    /// <summary>The texts that match (NOT LIKE is the complement).</summary>
    /// <exception cref="TooManyStatesException">There are more states than are allowed.</exception>
    public static Automaton Create(Alphabet alphabet, Like like, StateLimits? limits = null)
    {
        if (like.Pattern.MatchesNothing)
        {
            return AutomatonOperations.Constant(alphabet, accepts: false);
        }

        // State n: the first n places of the pattern that stand for one character have matched.
        var places = Places(like);
        var last = places.Length;
        var runs = Runs(like.Pattern.Elements, last);

        // Rule 1.29: when the pattern is exhausted, the rest of a non-Unicode text may be blanks.
        var blank = like.IsUnicode ? -1 : alphabet.ClassOf(' ');
        var ignored = Ignored(alphabet, like);
        var stays = ForEachLetter(
            alphabet,
            letter =>
                StateSet.Where(last + 1, state => runs[state] || ignored[letter] || (state == last && letter == blank))
        );
        var advances = ForEachLetter(
            alphabet,
            letter =>
                StateSet.Where(
                    last + 1,
                    state =>
                        state < last
                        && !ignored[letter]
                        && CharacterTest.Fits(places[state], like.Rules).Holds(alphabet.Representative(letter))
                )
        );

        // A set that holds a last state at which any run may stand accepts whatever follows: nothing else matters.
        var accepted = StateSet.Where(last + 1, state => state == last);
        return StateGraph<StateSet>.Explore(
            alphabet,
            StateSet.Where(last + 1, state => state == 0),
            (reached, letter) =>
            {
                var next = reached.Step(stays[letter], advances[letter]);
                return runs[last] && next.Contains(last) ? accepted : next;
            },
            reached => reached.Contains(last),
            maximum: limits?.Grown(last) ?? int.MaxValue
        );
    }

    /// <summary>The same texts: an automaton with one state more than the pattern has places.</summary>
    public static Nfa CreateGeneral(Alphabet alphabet, Like like)
    {
        if (like.Pattern.MatchesNothing)
        {
            return Nfa.Of(AutomatonOperations.Constant(alphabet, accepts: false));
        }

        var places = Places(like);
        var last = places.Length;
        var runs = Runs(like.Pattern.Elements, last);
        var blank = like.IsUnicode ? -1 : alphabet.ClassOf(' ');
        var ignored = Ignored(alphabet, like);
        return Nfa.Explore<int>(
            alphabet,
            [0],
            (state, letter) =>
                [
                    .. runs[state] || ignored[letter] || (state == last && letter == blank) ? [state] : (int[])[],
                    .. state < last
                    && !ignored[letter]
                    && CharacterTest.Fits(places[state], like.Rules).Holds(alphabet.Representative(letter))
                        ? [state + 1]
                        : (int[])[],
                ],
            state => state == last
        );
    }

    /// <summary>What a pattern's places ask of a character, for the alphabet.</summary>
    public static IEnumerable<CharacterTest> Tests(Like like) =>
        like
            .Pattern.Elements.Where(element => element is LiteralCharacter or CharacterSet)
            .Select(element => CharacterTest.Fits(element, like.Rules))
            .Concat(
                like.Reading == LikeReading.Absent
                    ? like.Rules.UncertainInLike.Select(character => CharacterTest.Equal(character, like.Rules))
                    : []
            );

    /// <summary>For each letter, whether the pattern looks past it: it takes no place, and leaves every state as it is.</summary>
    private static bool[] Ignored(Alphabet alphabet, Like like) =>
        [
            .. Enumerable
                .Range(0, alphabet.ClassCount)
                .Select(letter => like.IgnoresCharacter(alphabet.Representative(letter))),
        ];

    private static LikeElement[] Places(Like like) =>
        [.. like.Pattern.Elements.Where(element => element is not AnyRun)];

    private static StateSet[] ForEachLetter(Alphabet alphabet, Func<int, StateSet> make) =>
        [.. Enumerable.Range(0, alphabet.ClassCount).Select(make)];

    /// <summary>Whether any run of characters may stand before each place, and after the last.</summary>
    private static bool[] Runs(ValueList<LikeElement> elements, int places)
    {
        var runs = new bool[places + 1];
        var place = 0;
        foreach (var element in elements)
        {
            if (element is AnyRun)
            {
                runs[place] = true;
            }
            else
            {
                place++;
            }
        }

        return runs;
    }
}
