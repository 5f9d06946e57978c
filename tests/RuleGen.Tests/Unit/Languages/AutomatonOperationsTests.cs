using RuleGen.Languages;

namespace RuleGen.Tests.Unit.Languages;

/// <summary>Operations on automata drawn at random, against what they mean for every short word.</summary>
[TestFixture]
public sealed class AutomatonOperationsTests
{
    private const int Rounds = 150;
    private const string Characters = "aA ";
    private static readonly Alphabet Alphabet = Words.AlphabetOf(Characters);
    private static readonly string[] Short = [.. Words.UpTo(6, Characters)];

    [Test]
    public void Complement_holds_the_other_words() =>
        ForRandomSets(words => (words.Complement(), text => !words.Accepts(text)));

    [Test]
    public void Combining_both_holds_what_is_in_each() =>
        ForRandomPairs(
            (left, right) => (Product.Combine(left, right, true), text => left.Accepts(text) && right.Accepts(text))
        );

    [Test]
    public void Combining_either_holds_what_is_in_one() =>
        ForRandomPairs(
            (left, right) => (Product.Combine(left, right, false), text => left.Accepts(text) || right.Accepts(text))
        );

    [Test]
    public void Union_holds_what_is_in_any() =>
        ForRandomPairs(
            (left, right) =>
                (
                    AutomatonOperations.Union([left, right, left.Complement()]),
                    text => left.Accepts(text) || right.Accepts(text) || !left.Accepts(text)
                )
        );

    [Test]
    public void Window_looks_at_letters_from_a_place_on(
        [Values(0, 1, 3)] int skipped,
        [Values(0, 1, 2, 9)] int length
    ) =>
        ForRandomSets(words =>
            (
                AutomatonOperations.Window(words, skipped, length),
                text => words.Accepts(string.Concat(text.Skip(skipped).Take(length)))
            )
        );

    [Test]
    public void From_looks_at_all_letters_from_a_place_on([Values(0, 1, 3)] int skipped) =>
        ForRandomSets(words =>
            (AutomatonOperations.From(words, skipped), text => words.Accepts(string.Concat(text.Skip(skipped))))
        );

    [Test]
    public void Tail_looks_at_the_last_letters([Values(0, 1, 2, 4)] int length) =>
        ForRandomSets(words =>
            (AutomatonOperations.Tail(words, length), text => words.Accepts(string.Concat(text.TakeLast(length))))
        );

    [Test]
    public void Trimming_looks_at_what_is_left() =>
        Assert.Multiple(() =>
        {
            var blank = Alphabet.ClassOf(' ');
            ForRandomSets(words =>
                (AutomatonOperations.WithoutLeading(words, blank), text => words.Accepts(text.TrimStart(' ')))
            );
            ForRandomSets(words =>
                (AutomatonOperations.WithoutTrailing(words, blank), text => words.Accepts(text.TrimEnd(' ')))
            );
        });

    [Test]
    public void Mapping_looks_at_what_each_letter_becomes() =>
        ForRandomSets(words =>
            (
                AutomatonOperations.Mapped(
                    words,
                    letter => Alphabet.ClassOf(char.ToUpperInvariant(Alphabet.Representative(letter)))
                ),
                text => words.Accepts(text.ToUpperInvariant())
            )
        );

    [Test]
    public void Padding_looks_at_the_padded_text([Values(0, 1, 3)] int length) =>
        ForRandomSets(words =>
            (
                AutomatonOperations.Padded(words, Alphabet.ClassOf(' '), length),
                text => words.Accepts(text.PadRight(length))
            )
        );

    [Test]
    public void A_length_holds_the_words_of_that_length([Values(0, 1, 4)] int length) =>
        ForRandomSets(_ => (AutomatonOperations.OfLength(Alphabet, length), text => text.Length == length));

    [Test]
    public void Two_sets_meet_where_they_share_a_word_that_is_short_enough([Values(0, 1, 2, 3)] int length) =>
        ForRandom(random =>
        {
            var (left, right) = (Draw(random), Draw(random));
            var shared = Short.Any(text => text.Length <= length && left.Accepts(text) && right.Accepts(text));
            Assert.That(Product.Meet(left, right, length), Is.EqualTo(shared));
        });

    [Test]
    public void The_shortest_word_is_accepted_and_no_shorter_one_is() =>
        ForRandom(random =>
        {
            var words = Draw(random);
            var expected = Short.FirstOrDefault(text => words.Accepts(text));
            Assert.That(words.ShortestWord()?.Length, Is.EqualTo(expected?.Length));
            Assert.That(words.ShortestLength, Is.EqualTo(expected?.Length ?? int.MaxValue));
            Assert.That(words.ShortestWord() is not { } word || words.Accepts(word), Is.True);
        });

    [Test]
    public void Automata_are_minimal() =>
        ForRandom(random =>
        {
            var words = Draw(random);
            var residuals = Short
                .Where(text => text.Length <= 4)
                .Select(start =>
                    string.Concat(
                        Short.Where(end => end.Length <= 4).Select(end => words.Accepts(start + end) ? '1' : '0')
                    )
                )
                .Distinct()
                .Count();
            Assert.That(words.StateCount, Is.EqualTo(residuals));
        });

    [Test]
    public void Equal_sets_are_equal_automata_however_they_came_about() =>
        ForRandom(random =>
        {
            var (one, two, three) = (Draw(random), Draw(random), Draw(random));
            var left = Product.Combine(one, Product.Combine(two, three, false), true);
            var right = Product.Combine(Product.Combine(three, one, true), Product.Combine(two, one, true), false);
            var negated = Product
                .Combine(one.Complement(), Product.Combine(two, three, false).Complement(), false)
                .Complement();
            Assert.That(right, Is.EqualTo(left));
            Assert.That(negated, Is.EqualTo(left));
            Assert.That(right.GetHashCode(), Is.EqualTo(left.GetHashCode()));
            Assert.That(left.Complement(), Is.Not.EqualTo(left));
        });

    [Test]
    public void Too_many_states_are_refused()
    {
        var word = new string('a', 24);
        var ends = StateGraph<int>.Explore(
            Alphabet,
            0,
            (state, letter) => state == 0 ? (letter == Alphabet.ClassOf('a') ? 1 : 2) : state,
            state => state == 1
        );
        Assert.That(ends.Accepts(word), Is.True);
        Assert.That(() => AutomatonOperations.Tail(ends, 24), Throws.TypeOf<TooManyStatesException>());
    }

    private static Automaton Draw(Random random) => Words.Draw(random, Alphabet, states: 4);

    private static void ForRandom(Action<Random> check)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            check(new Random(seed));
        }
    }

    private static void ForRandomSets(Func<Automaton, (Automaton Actual, Func<string, bool> Expected)> check) =>
        ForRandom(random => Compare(check(Draw(random))));

    private static void ForRandomPairs(
        Func<Automaton, Automaton, (Automaton Actual, Func<string, bool> Expected)> check
    ) => ForRandom(random => Compare(check(Draw(random), Draw(random))));

    private static void Compare((Automaton Actual, Func<string, bool> Expected) sides)
    {
        foreach (var text in Short)
        {
            if (sides.Actual.Accepts(text) != sides.Expected(text))
            {
                Assert.Fail($"'{text}' is {(sides.Expected(text) ? "" : "not ")}in the set.");
            }
        }
    }
}
