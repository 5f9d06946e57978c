using RuleGen.Engine.Columnar;
using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Engine;

public sealed class MatchingAutomatonTests
{
    private const string Letters = "abcd,";

    [Test]
    public void Every_fact_is_found_that_its_own_automaton_finds()
    {
        var (automata, matching) = Create(40);
        var random = new Random(17);
        var facts = new ulong[1];
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(5)]));
            matching.TakeFacts(matching.Run(text), facts);
            Assert.That(
                Enumerable.Range(0, automata.Count).Where(fact => new ReadOnlySpan<ulong>(facts).Has(fact)),
                Is.EqualTo(Enumerable.Range(0, automata.Count).Where(fact => automata[fact].Automaton.Accepts(text))),
                text
            );
        }
    }

    [Test]
    public void Combinations_do_not_double_with_every_pattern()
    {
        var (_, matching) = Create(60);
        var random = new Random(18);
        for (var i = 0; i < 20_000; i++)
        {
            matching.Run(string.Concat(Enumerable.Range(0, 20).Select(_ => Letters[random.Next(5)])));
        }

        Assert.That(matching.StateCount, Is.LessThan(5000));
    }

    [Test]
    public void A_text_with_a_character_outside_the_alphabet_is_not_matched() =>
        Assert.That(Create(3).Matching.Run("ab\u00DF"), Is.Negative);

    [Test]
    public void Forgotten_combinations_are_found_again()
    {
        var (automata, matching) = Create(60, anchored: 8, mostBytes: 1);
        var random = new Random(19);
        var facts = new ulong[1];
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => Letters[random.Next(5)]));
            matching.TakeFacts(matching.Run(text), facts);
            Assert.That(
                Enumerable.Range(0, automata.Count).Where(fact => new ReadOnlySpan<ulong>(facts).Has(fact)),
                Is.EqualTo(Enumerable.Range(0, automata.Count).Where(fact => automata[fact].Automaton.Accepts(text))),
                text
            );
            Assert.That(matching.StateCount, Is.LessThanOrEqualTo(66));
        }
    }

    private static (List<(int Fact, Automaton Automaton)> Automata, MatchingAutomaton Matching) Create(
        int patterns,
        int anchored = 4,
        int? mostBytes = null
    )
    {
        var random = new Random(patterns);
        var column = Apcs.AnySpellDiagnosis;
        var predicates = Enumerable
            .Range(0, patterns)
            .Select(number =>
            {
                var word = string.Concat(Enumerable.Range(0, 3).Select(_ => Letters[random.Next(5)]));
                var pattern =
                    number % anchored == 0 ? $"{word}%"
                    : number % anchored == 1 ? $"%{word[..2]}"
                    : $"%{word}%";
                Predicate like = number % 3 == 0 ? column.NotLike(pattern) : column.Like(pattern);
                return like;
            })
            .ToList();
        var space = new RowSpace(predicates);
        var automata = predicates
            .Select((predicate, fact) => (fact, ((Fact)space.Translate(predicate).IsTrue).Set.Texts!))
            .ToList();
        var alphabet = space.Sets(space.Columns[0]).Alphabet!;
        return (automata, new MatchingAutomaton(alphabet, automata, words: 1, mostBytes));
    }
}
