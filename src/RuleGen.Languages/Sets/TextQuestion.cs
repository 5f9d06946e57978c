namespace RuleGen.Languages;

/// <summary>Texts asked for over any alphabet, whatever form their set will take.</summary>
internal sealed class TextQuestion
{
    private readonly Func<Alphabet, StateLimits, Automaton> _deterministic;
    private readonly Func<Alphabet, StateLimits, Nfa> _general;
    private readonly Func<Alphabet, StateLimits, Automaton?> _backward;

    /// <param name="deterministic">
    /// The automaton that reads forwards; may throw <see cref="TooManyStatesException"/>.
    /// </param>
    /// <param name="general">The nondeterministic one.</param>
    /// <param name="backward">
    /// The one that reads backwards, null where it would be large; where it is left out, it is made of the nondeterministic
    /// one.
    /// </param>
    public TextQuestion(
        Func<Alphabet, StateLimits, Automaton> deterministic,
        Func<Alphabet, StateLimits, Nfa> general,
        Func<Alphabet, StateLimits, Automaton?>? backward = null
    )
    {
        _deterministic = deterministic;
        _general = general;
        _backward = backward ?? ((alphabet, limits) => Reverse(general(alphabet, limits), limits));
    }

    /// <summary>A question whose deterministic automaton is small.</summary>
    public static TextQuestion Of(Func<Alphabet, Automaton> words) =>
        new((alphabet, _) => words(alphabet), (alphabet, _) => Nfa.Of(words(alphabet)));

    /// <summary>The texts that a function takes into those asked for.</summary>
    /// <param name="deterministicBefore">The same for the automaton that reads forwards.</param>
    /// <param name="before">The same for the nondeterministic one.</param>
    /// <param name="backwardBefore">
    /// The same for the one that reads backwards; null where that one is made of the nondeterministic one.
    /// </param>
    public TextQuestion Through(
        Func<Automaton, StateLimits, Automaton> deterministicBefore,
        Func<Nfa, Nfa> before,
        Func<Automaton, Automaton>? backwardBefore = null
    ) =>
        new(
            (alphabet, limits) => deterministicBefore(_deterministic(alphabet, limits), limits),
            (alphabet, limits) => before(_general(alphabet, limits)),
            backwardBefore is null
                ? null
                : (alphabet, limits) => _backward(alphabet, limits) is { } words ? backwardBefore(words) : null
        );

    /// <summary>The texts over an alphabet.</summary>
    /// <exception cref="TooManyStatesException">Even the nondeterministic automaton is too large.</exception>
    public TextSet Over(Alphabet alphabet, StateLimits limits)
    {
        try
        {
            var forward = _deterministic(alphabet, limits);
            if (forward.StateCount <= limits.Forward)
            {
                return new ForwardTexts(forward);
            }
        }
        catch (TooManyStatesException)
        {
            // Another form is small.
        }

        return Backward(alphabet, limits) is { } backward && backward.StateCount <= limits.Backward
            ? new BackwardTexts(backward)
            : new LazyTexts(_general(alphabet, limits), IsComplement: false);
    }

    private static Automaton? Reverse(Nfa words, StateLimits limits) =>
        words.Reversed().Determinize(limits.Grown(words.StateCount));

    private Automaton? Backward(Alphabet alphabet, StateLimits limits)
    {
        try
        {
            return _backward(alphabet, limits);
        }
        catch (TooManyStatesException)
        {
            return null;
        }
    }
}
