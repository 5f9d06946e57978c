using static RuleGen.Tests.Unit.Interpret.Interpreting;
using static RuleGen.TSql.Interpret.ThreeValued;
using ThreeValued = RuleGen.TSql.Interpret.ThreeValued;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>Section 1a of the rules.</summary>
internal sealed class TrailingBlankTests
{
    [TestCase("v")]
    [TestCase("n")]
    public void Rule_1_23_blanks_of_the_pattern_count(string column) =>
        Assert.That(Truth($"{column} LIKE 'abc '", column, "abc"), Is.EqualTo(False));

    [TestCase("space", True)]
    [TestCase("space ", True)]
    [TestCase("space  ", False)]
    public void Rule_1_24_trailing_blanks_of_varchar_are_ignored_where_needed(string pattern, ThreeValued expected) =>
        Assert.That(Truth($"v LIKE '{pattern}'", "v", "space "), Is.EqualTo(expected));

    [TestCase("nspace", False)]
    [TestCase("nspace ", True)]
    [TestCase("nspace  ", False)]
    public void Rule_1_25_trailing_blanks_of_nvarchar_count(string pattern, ThreeValued expected) =>
        Assert.That(Truth($"n LIKE '{pattern}'", "n", "nspace "), Is.EqualTo(expected));

    [TestCase("c LIKE '%ing'", "c", True)]
    [TestCase("nc LIKE '%ing'", "nc", False)]
    [TestCase("RTRIM(nc) LIKE '%ing'", "nc", True)]
    public void Rule_1_26_char_and_nchar_carry_their_padding(string predicate, string column, ThreeValued expected) =>
        Assert.That(Truth(predicate, column, "King"), Is.EqualTo(expected));

    [TestCase("v LIKE 'V382'", True)]
    [TestCase("v LIKE N'V382'", False)]
    [TestCase("v LIKE 'V382' ESCAPE N'!'", False)]
    [TestCase("v NOT LIKE N'V382'", True)]
    [TestCase("ISNULL(n, v) LIKE 'V382'", False)]
    public void Rule_1_27_one_unicode_operand_makes_blanks_count(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", "V382 "), Is.EqualTo(expected));

    [TestCase("_", True)]
    [TestCase("__", True)]
    [TestCase("___", True)]
    [TestCase("____", False)]
    public void Rule_1_29_blanks_may_be_taken_or_left(string pattern, ThreeValued expected) =>
        Assert.That(Truth($"v LIKE '{pattern}'", "v", "a  "), Is.EqualTo(expected));

    [Test]
    public void Rule_1_29_other_blanks_are_not_evaluated()
    {
        Assert.That(Unread(Binary, "v LIKE 'a'", "v", "a\t")!.Character, Is.EqualTo('\t'));
        Assert.That(Unread(Binary, "v LIKE 'a'", "v", "a\u00A0")!.Character, Is.EqualTo('\u00A0'));
        // In whole values only U+0020 is padding, and the others have their code points.
        Assert.That(In(Binary, "v = 'a'", "v", "a\t"), Is.EqualTo(ThreeValued.False));
        Assert.That(In(Binary, "v < 'a'", "v", "a\t"), Is.EqualTo(ThreeValued.True));
    }
}
