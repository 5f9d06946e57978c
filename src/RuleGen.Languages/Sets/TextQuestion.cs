namespace RuleGen.Languages;

/// <summary>Texts asked for over any alphabet, whatever form their set will take.</summary>
/// <param name="deterministic">The automaton that reads forwards; may throw <see cref="TooManyStatesException"/>.</param>
/// <param name="general">The nondeterministic one.</param>
internal sealed class TextQuestion(
    Func<Alphabet, StateLimits, Automaton> deterministic,
    Func<Alphabet, StateLimits, Nfa> general
)
{
    /// <summary>A question whose deterministic automaton is small.</summary>
    public static TextQuestion Of(Func<Alphabet, Automaton> words) =>
        new((alphabet, _) => words(alphabet), (alphabet, _) => Nfa.Of(words(alphabet)));

    /// <summary>The texts that a function takes into those asked for.</summary>
    public TextQuestion Through(Func<Automaton, StateLimits, Automaton> deterministicBefore, Func<Nfa, Nfa> before) =>
        new(
            (alphabet, limits) => deterministicBefore(deterministic(alphabet, limits), limits),
            (alphabet, limits) => before(general(alphabet, limits))
        );

    /// <summary>The texts over an alphabet.</summary>
    /// <exception cref="TooManyStatesException">Even the nondeterministic automaton is too large.</exception>
    public TextSet Over(Alphabet alphabet, StateLimits limits)
    {
        try
        {
            var forward = deterministic(alphabet, limits);
            if (forward.StateCount <= limits.Forward)
            {
                return new ForwardTexts(forward);
            }
        }
        catch (TooManyStatesException)
        {
            // Another form is small.
        }

        var words = general(alphabet, limits);
        var backward = words.Reversed().Determinize(limits.Grown(words.StateCount));
        return backward is not null && backward.StateCount <= limits.Backward
            ? new BackwardTexts(backward)
            : new LazyTexts(words, IsComplement: false);
    }
}
