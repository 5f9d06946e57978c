namespace RuleGen.Languages;

/// <summary>
/// How large automata may become. Up to a limit a set of texts is one automaton that reads forwards; beyond it the
/// automaton reads backwards, or is made as far as a search needs it, and sets are kept apart instead of joined.
/// </summary>
public sealed record StateLimits
{
    /// <summary>The most transitions of any automaton: states times letters.</summary>
    public const long Transitions = 4_000_000;

    /// <summary>
    /// The most states of nondeterministic automata that the states of a deterministic one are made of, one count for
    /// each time that a letter leads to one: some seconds and some hundred megabytes.
    /// </summary>
    public const long Members = 16_000_000;

    /// <summary>The steps of a proof's searches among alternatives; see <see cref="ChoiceSteps"/>.</summary>
    public const long MostChoiceSteps = 20_000_000;

    /// <summary>The limits of a proof.</summary>
    public static StateLimits Default { get; } = new();

    /// <summary>The most states of an automaton that reads forwards.</summary>
    public int Forward { get; init; } = int.MaxValue;

    /// <summary>The most states of an automaton that reads backwards.</summary>
    public int Backward { get; init; } = int.MaxValue;

    /// <summary>Whether sets are joined where the result is small; tests keep them apart.</summary>
    public bool JoinsSets { get; init; } = true;

    /// <summary>The most states of a set that is joined from two, besides as many as these have together.</summary>
    public int JoinAllowance { get; init; } = 400;

    /// <summary>The most states of what a pattern or RIGHT takes, besides four for each of its places.</summary>
    public int Allowance { get; init; } = 1000;

    /// <summary>The most steps of any search for a text that is in several sets.</summary>
    public long SearchSteps { get; init; } = 60_000_000;

    /// <summary>
    /// The most steps of all searches among the alternatives of conditions on several columns, in one space of rows: a
    /// step looks at one fact. Some seconds; such a search can take time that doubles with each column.
    /// </summary>
    public long ChoiceSteps { get; init; } = MostChoiceSteps;

    /// <summary>The most states of what a pattern or RIGHT of so many places takes.</summary>
    public int Grown(long places) => (int)Math.Min(Allowance + (4 * places), int.MaxValue);

    /// <summary>The most states of what is joined from two sets that have so many together.</summary>
    public int Joined(long states) => (int)Math.Min(JoinAllowance + states, int.MaxValue);

    /// <summary>Checks a number of states.</summary>
    /// <exception cref="TooManyStatesException">They have more transitions than are allowed.</exception>
    public static void Check(int states, int letters)
    {
        if ((long)states * letters > Transitions)
        {
            throw new TooManyStatesException();
        }
    }
}
