namespace RuleGen.Languages;

/// <summary>How large an automaton may become before the question is given up.</summary>
internal static class StateLimit
{
    /// <summary>The most transitions: states times letters.</summary>
    public const long Transitions = 4_000_000;

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
