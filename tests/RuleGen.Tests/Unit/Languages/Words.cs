using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Languages;

/// <summary>Every word over some characters, and automata at random over the same characters.</summary>
internal static class Words
{
    /// <summary>Every word of at most so many characters, the shortest first.</summary>
    public static IEnumerable<string> UpTo(int length, string characters)
    {
        IEnumerable<string> words = [""];
        for (var i = 0; ; i++)
        {
            foreach (var word in words)
            {
                yield return word;
            }

            if (i == length)
            {
                yield break;
            }

            words = words.SelectMany(_ => characters, (word, character) => word + character).ToList();
        }
    }

    /// <summary>An alphabet in which each of the characters is a class of its own.</summary>
    public static Alphabet AlphabetOf(string characters) => Alphabet.OfSingleCharacters(characters);

    /// <summary>A set of words: that of a deterministic automaton with so many states, drawn at random.</summary>
    public static Automaton Draw(Random random, Alphabet alphabet, int states)
    {
        var next = Enumerable.Range(0, states * alphabet.ClassCount).Select(_ => random.Next(states)).ToArray();
        var accepts = Enumerable.Range(0, states).Select(_ => random.Next(2) == 0).ToArray();
        return StateGraph<int>.Explore(
            alphabet,
            0,
            (state, letter) => next[(state * alphabet.ClassCount) + letter],
            state => accepts[state]
        );
    }

    /// <summary>The set of a predicate's column for which it is TRUE.</summary>
    public static ValueSet True(Predicate predicate, out ColumnSets sets)
    {
        var space = new RowSpace([predicate]);
        sets = space.Sets(predicate.Columns.Single());
        return SetOf(space.Translate(predicate).IsTrue, sets);
    }

    public static ValueSet SetOf(Formula formula, ColumnSets sets) =>
        formula switch
        {
            Fact fact => fact.Set,
            ConstantFormula { Value: true } => sets.Universe,
            ConstantFormula => sets.Nothing,
            _ => throw new ArgumentException("Not about one column.", nameof(formula)),
        };
}
