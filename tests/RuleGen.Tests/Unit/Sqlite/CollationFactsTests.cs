using RuleGen.Model;
using RuleGen.Sqlite.Collations;

namespace RuleGen.Tests.Unit.Sqlite;

/// <summary>Two tables of the same facts, written without looking at each other, must agree.</summary>
internal sealed class CollationFactsTests
{
    private static IEnumerable<TestCaseData> Profiles() =>
        Collation.All.SelectMany(collation =>
            ((bool[])[false, true]).Select(isUnicode => new TestCaseData(collation, isUnicode))
        );

    [TestCaseSource(nameof(Profiles))]
    public void The_same_characters_are_known_for_each_use(Collation collation, bool isUnicode)
    {
        var facts = CollationFacts.Find(collation.Name, isUnicode)!;
        var rules = collation.Rules(isUnicode);
        Assert.That(facts.OrdersValues, Is.EqualTo(rules.OrdersValues));
        foreach (
            var use in (CharacterUse[])[0, CharacterUse.Case, .. Ordered(rules), .. Ordered(rules, CharacterUse.Case)]
        )
        {
            var known = facts.Known(use);
            foreach (var character in Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code))
            {
                if (known.Contains(character) != rules.Models(character, use))
                {
                    Assert.Fail($"U+{(int)character:X4} for {use}");
                }
            }
        }
    }

    [TestCaseSource(nameof(Profiles))]
    public void The_same_characters_are_equal(Collation collation, bool isUnicode)
    {
        var facts = CollationFacts.Find(collation.Name, isUnicode)!;
        var rules = collation.Rules(isUnicode);
        var characters = Modelled(rules);
        foreach (var character in characters)
        {
            var equals = facts.EqualTo(character);
            Assert.That(
                characters.Where(equals.Contains),
                Is.EqualTo(characters.Where(other => rules.AreEqual(character, other))),
                $"{character}"
            );
            Assert.That(
                characters.Where(other => facts.Fold($"{other} ") == facts.Fold($"{character} ")),
                Is.EqualTo(characters.Where(equals.Contains)),
                $"{character}"
            );
        }
    }

    [TestCaseSource(nameof(Profiles))]
    public void The_same_ranges_are_known_and_hold_the_same(Collation collation, bool isUnicode)
    {
        var facts = CollationFacts.Find(collation.Name, isUnicode)!;
        var rules = collation.Rules(isUnicode);
        var characters = Modelled(rules);
        foreach (var (first, last) in characters.SelectMany(first => characters.Select(last => (first, last))))
        {
            var isKnown = rules.CanBoundRange(first) && rules.CanBoundRange(last) && rules.KnowsRange(first, last);
            var range = facts.Range(first, last);
            if ((range is not null) != isKnown)
            {
                Assert.Fail($"[{first}-{last}] is known to one and not to the other");
            }

            if (range is not null)
            {
                var member = new SetMember(first, last);
                Assert.That(
                    characters.Where(range.Contains),
                    Is.EqualTo(characters.Where(each => member.Holds(each, rules)))
                );
            }
        }
    }

    [Test]
    public void An_unknown_collation_has_no_facts() =>
        Assert.That(CollationFacts.Find("Latin1_General_CI_AI", isUnicode: false), Is.Null);

    private static CharacterUse[] Ordered(CharacterRules rules, CharacterUse more = default) =>
        rules.OrdersValues ? [CharacterUse.Order | more] : [];

    private static List<char> Modelled(CharacterRules rules) =>
        [
            .. Enumerable
                .Range(0, 0x100)
                .Select(code => (char)code)
                .Where(character => rules.Models(character, CharacterUse.Equality)),
        ];
}
