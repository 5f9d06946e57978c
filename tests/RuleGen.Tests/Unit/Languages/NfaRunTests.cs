using RuleGen.Languages;

namespace RuleGen.Tests.Unit.Languages;

/// <summary>Runs over nondeterministic automata, against the deterministic ones of the same words.</summary>
[TestFixture]
public sealed class NfaRunTests
{
    private const string Characters = "aA ";
    private static readonly Alphabet Alphabet = Words.AlphabetOf(Characters);
    private static readonly string[] Short = [.. Words.UpTo(6, Characters)];

    [Test]
    public void A_run_accepts_what_the_automaton_accepts()
    {
        var random = new Random(3);
        for (var round = 0; round < 150; round++)
        {
            var words = Words.Draw(random, Alphabet, 1 + random.Next(8));

            Same(Nfa.Of(words), text => words.Accepts(text));
            Same(Nfa.Of(words).Reversed(), text => words.AcceptsBackwards(text));
            Same(
                NfaOperations.Tail(Nfa.Of(words), 2),
                text => words.Accepts(text.AsSpan()[^Math.Min(2, text.Length)..])
            );
        }
    }

    [TestCase(3)]
    [TestCase(63)]
    [TestCase(64)]
    [TestCase(65)]
    [TestCase(200)]
    public void A_pattern_of_so_many_places_is_run_over_words_of_states(int gap)
    {
        // From a state to itself or the next one.
        var words = Nfa.Explore<int>(
            Alphabet,
            [0],
            (state, letter) =>
                [
                    .. state == 0 || state == gap + 2 ? [state] : (int[])[],
                    .. state < gap + 2 && (letter == 0 || (state > 0 && state <= gap)) ? [state + 1] : (int[])[],
                ],
            state => state == gap + 2
        );
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var text = new string(random.GetItems(Characters.AsSpan(), random.Next(2 * gap + 10)));
            var expected = Enumerable
                .Range(0, text.Length)
                .Any(i => HasLetter(text, i, 0) && i + gap + 1 < text.Length && HasLetter(text, i + gap + 1, 0));

            Assert.That(words.Accepts(text), Is.EqualTo(expected), text);
        }
    }

    [Test]
    public void A_text_with_another_character_is_never_accepted() =>
        Assert.That(Nfa.Of(AutomatonOperations.Constant(Alphabet, accepts: true)).Accepts("a?"), Is.False);

    [Test]
    public void What_takes_too_much_work_to_make_deterministic_is_not()
    {
        // A letter so many places before the end takes two to the power of so many states.
        var words = Nfa.Explore<int>(
            Alphabet,
            [0],
            (state, letter) =>
                state == 0
                    ? letter == 0
                        ? [0, 1]
                        : [0]
                    : state < 4000
                        ? [state + 1]
                        : [],
            state => state == 4000
        );

        Assert.That(words.Determinize(int.MaxValue), Is.Null);
        Assert.That(words.Reversed().Determinize(int.MaxValue)?.StateCount, Is.EqualTo(4002));
    }

    private static bool HasLetter(string text, int place, int letter) => Alphabet.ClassOf(text[place]) == letter;

    private static void Same(Nfa words, Func<string, bool> expected)
    {
        foreach (var text in Short)
        {
            Assert.That(words.Accepts(text), Is.EqualTo(expected(text)), $"'{text}'");
        }
    }
}
