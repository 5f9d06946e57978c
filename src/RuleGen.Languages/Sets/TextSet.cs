using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>A set of texts over an alphabet, in one of the forms that differ in what stays small.</summary>
internal abstract record TextSet
{
    /// <summary>The texts that are not in it.</summary>
    public abstract TextSet Complement();

    /// <summary>Whether a text is in it; never where the text has a character outside the alphabet.</summary>
    public abstract bool Accepts(string text);

    /// <summary>The texts as an automaton that reads forwards.</summary>
    /// <exception cref="TooManyStatesException">It would be too large.</exception>
    public Automaton ToAutomaton(Column? column = null)
    {
        return this switch
        {
            ForwardTexts forward => forward.Words,
            BackwardTexts backward => Determinize(backward.Reversed.Reversed),
            LazyTexts { IsComplement: false } lazy => Determinize(lazy.Words),
            LazyTexts lazy => Determinize(lazy.Words).Complement(),
            _ => throw new InvalidOperationException($"There is no automaton of {GetType().Name}."),
        };

        Automaton Determinize(Nfa words) => words.Determinize(int.MaxValue) ?? throw new TooManyStatesException(column);
    }

    /// <summary>Reads texts letter by letter, from the first to the last.</summary>
    public abstract Walker CreateWalker();
}

/// <summary>An automaton that reads texts from the first letter to the last: the usual form.</summary>
internal sealed record ForwardTexts(Automaton Words) : TextSet
{
    public override TextSet Complement() => new ForwardTexts(Words.Complement());

    public override bool Accepts(string text) => Words.Accepts(text);

    public override Walker CreateWalker() => new ForwardWalker(Words);
}

/// <summary>
/// An automaton that reads texts from the last letter to the first: <c>RIGHT(c, 200) LIKE 'A%'</c> takes 2^200 states
/// forwards, and 400 backwards.
/// </summary>
/// <param name="Reversed">The texts, each written backwards.</param>
internal sealed record BackwardTexts(Automaton Reversed) : TextSet
{
    public override TextSet Complement() => new BackwardTexts(Reversed.Complement());

    public override bool Accepts(string text) => Reversed.AcceptsBackwards(text);

    public override Walker CreateWalker() => new NfaWalker(Reversed.Reversed);
}

/// <summary>
/// A nondeterministic automaton, or what it does not accept: made deterministic as far as a search goes.
/// <c>'%A</c>, fifty times <c>_</c>, <c>B%'</c> takes 2^50 states in either direction.
/// </summary>
/// <param name="Words">The automaton.</param>
/// <param name="IsComplement">Whether the set is what the automaton does not accept.</param>
internal sealed record LazyTexts(Nfa Words, bool IsComplement) : TextSet
{
    public override TextSet Complement() => this with { IsComplement = !IsComplement };

    public override bool Accepts(string text) =>
        text.All(character => Words.Alphabet.ClassOf(character) >= 0) && Words.Accepts(text) != IsComplement;

    public override Walker CreateWalker() => IsComplement ? new ComplementWalker(Words) : new NfaWalker(Words);
}
