using RuleGen.Model;

namespace RuleGen.Tests.Unit.Model;

public sealed class LikePatternTests
{
    [Test]
    public void A_pattern_is_taken_apart_in_order() =>
        Assert.That(
            LikePattern.Parse("%V3_[^2-6x]", null).Elements,
            Is.EqualTo<LikeElement>([
                new AnyRun(),
                new LiteralCharacter('V'),
                new LiteralCharacter('3'),
                new AnyCharacter(),
                new CharacterSet(true, [new SetMember('2', '6'), new SetMember('x')]),
            ])
        );

    [TestCase("[%]", null, '%')]
    [TestCase("[_]", null, '_')]
    [TestCase("[[]", null, '[')]
    [TestCase("[-]", null, '-')]
    [TestCase("[!]]", '!', ']')]
    [TestCase("[!^]", '!', '^')]
    [TestCase("[!-]", '!', '-')]
    [TestCase("[!!]", '!', '!')]
    [TestCase("[^]]", '^', ']')]
    public void A_set_may_hold_one_special_character(string text, char? escape, char member) =>
        Assert.That(
            LikePattern.Parse(text, escape).Elements,
            Is.EqualTo<LikeElement>([new CharacterSet(false, [new SetMember(member)])])
        );

    [TestCase("]", null, ']')]
    [TestCase("-", null, '-')]
    [TestCase("^", null, '^')]
    [TestCase("!%", '!', '%')]
    [TestCase("![", '!', '[')]
    [TestCase("!!", '!', '!')]
    [TestCase("!a", '!', 'a')]
    [TestCase("%%", '%', '%')]
    public void A_special_character_may_stand_for_itself(string text, char? escape, char literal) =>
        Assert.That(LikePattern.Parse(text, escape).Elements, Is.EqualTo<LikeElement>([new LiteralCharacter(literal)]));

    [Test]
    public void A_hyphen_that_is_first_is_a_member() =>
        Assert.That(
            LikePattern.Parse("[-a]", null).Elements,
            Is.EqualTo<LikeElement>([new CharacterSet(false, [new SetMember('-'), new SetMember('a')])])
        );

    [Test]
    public void A_hyphen_that_is_the_escape_makes_no_range() =>
        Assert.That(
            LikePattern.Parse("[a-c]", '-').Elements,
            Is.EqualTo<LikeElement>([new CharacterSet(false, [new SetMember('a'), new SetMember('c')])])
        );

    [Test]
    public void An_empty_set_is_a_set_without_members() =>
        Assert.That(LikePattern.Parse("[]", null).Elements, Is.EqualTo<LikeElement>([new CharacterSet(false, [])]));

    [TestCase("30!", '!')]
    [TestCase("!", '!')]
    [TestCase("[", null)]
    [TestCase("a[bc", null)]
    [TestCase("[%", null)]
    [TestCase("[a!]", '!')]
    [TestCase("[a!", '!')]
    public void A_malformed_pattern_matches_nothing(string text, char? escape) =>
        Assert.That(LikePattern.Parse(text, escape).MatchesNothing, Is.True);

    [TestCase("30!!", '!')]
    [TestCase("[]", null)]
    [TestCase("", null)]
    public void A_well_formed_pattern_is_not_malformed(string text, char? escape) =>
        Assert.That(LikePattern.Parse(text, escape).MatchesNothing, Is.False);

    [TestCase("[^]", null, "1.9")]
    [TestCase("[^a", null, "1.10")]
    [TestCase("[^", null, "1.10")]
    [TestCase("[acdf-]", null, "1.11")]
    [TestCase("[^-a]", null, "1.11")]
    [TestCase("[a-c-e]", null, "1.11")]
    [TestCase("[--a]", null, "1.11")]
    [TestCase("[+--]", null, "1.11")]
    [TestCase("[a^]", null, "1.12")]
    [TestCase("[A-^]", null, "1.12")]
    [TestCase("[!a-c]", '!', "1.8")]
    [TestCase("[a-!c]", '!', "1.8")]
    public void What_has_no_source_is_refused(string text, char? escape, string rule)
    {
        var problem = Refused.Problem(() => LikePattern.Parse(text, escape));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedPattern));
        Assert.That(problem.Message, Does.Contain($"'{text}'").And.Contain($"(rule {rule})"));
    }
}
