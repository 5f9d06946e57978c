using System.Runtime.InteropServices;

namespace RuleGen.Languages;

/// <summary>
/// Explores a deterministic automaton whose states are values of any kind, and makes the minimal one of it.
/// </summary>
internal static class StateGraph<TState>
    where TState : notnull
{
    /// <summary>The minimal automaton for a start, a step and a set of accepting states.</summary>
    /// <exception cref="TooManyStatesException">There are more reachable states than are allowed.</exception>
    public static Automaton Explore(
        Alphabet alphabet,
        TState start,
        Func<TState, int, TState> step,
        Func<TState, bool> accepts,
        IEqualityComparer<TState>? comparer = null,
        int maximum = int.MaxValue
    )
    {
        var numbers = new Dictionary<TState, int>(comparer) { [start] = 0 };
        var states = new List<TState> { start };
        var next = new List<int>();
        for (var i = 0; i < states.Count; i++)
        {
            for (var letter = 0; letter < alphabet.ClassCount; letter++)
            {
                var target = step(states[i], letter);
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, target, out var known);
                if (!known)
                {
                    number = states.Count;
                    states.Add(target);
                    StateLimits.Check(states.Count, alphabet.ClassCount);
                    if (states.Count > maximum)
                    {
                        throw new TooManyStatesException();
                    }
                }

                next.Add(number);
            }
        }

        return Minimizer.Minimize(alphabet, [.. next], states.Select(accepts).ToArray());
    }
}
