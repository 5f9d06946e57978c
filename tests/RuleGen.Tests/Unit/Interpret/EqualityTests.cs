using RuleGen.Model;
using static RuleGen.Tests.Unit.Interpret.Interpreting;
using static RuleGen.TSql.Interpret.ThreeValued;
using ThreeValued = RuleGen.TSql.Interpret.ThreeValued;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>Section 2 of the rules.</summary>
internal sealed class EqualityTests
{
    [TestCase("v = '02'", True)]
    [TestCase("v <> '02'", False)]
    [TestCase("v != '02'", False)]
    [TestCase("v = '02    '", True)]
    public void Rule_2_1_values_are_padded_to_equal_length(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", "02 "), Is.EqualTo(expected));

    [TestCase(Windows)]
    [TestCase(Legacy)]
    [TestCase(Binary)]
    public void Rule_2_3_padding_holds_for_unicode_and_every_collation(string collation)
    {
        Assert.That(In(collation, "n = N'nspace   '", "n", "nspace"), Is.EqualTo(True));
        Assert.That(In(collation, "v = 'a '", "v", "a"), Is.EqualTo(True));
    }

    [TestCase("v = ' '", "", True)]
    [TestCase("v = ''", "  ", True)]
    [TestCase("v = 'a'", " a", False)]
    public void Rule_2_4_the_empty_text_is_a_blank_and_leading_blanks_count(
        string predicate,
        string value,
        ThreeValued expected
    ) => Assert.That(Truth(predicate, "v", value), Is.EqualTo(expected));

    [TestCase(Windows, True)]
    [TestCase(Legacy, True)]
    [TestCase(Binary, False)]
    public void Rule_2_5_the_collation_decides_equality(string collation, ThreeValued expected) =>
        Assert.That(In(collation, "v = 'ABC'", "v", "abc"), Is.EqualTo(expected));

    [TestCase("v = 'a'")]
    [TestCase("v <> 'a'")]
    [TestCase("i <> 2")]
    [TestCase("v = NULL")]
    [TestCase("i <> NULL")]
    [TestCase("NULL = NULL")]
    [TestCase("v < 'a'")]
    public void Rule_2_6_a_comparison_with_null_is_unknown(string predicate) =>
        Assert.That(Truth(predicate), Is.EqualTo(Unknown));

    [Test]
    public void Rule_2_7_texts_are_not_compared_as_numbers() =>
        Assert.That(Truth("v = '2'", "v", "02"), Is.EqualTo(False));

    [TestCase("v = 2")]
    [TestCase("2 = v")]
    [TestCase("i = '2'")]
    [TestCase("v IN ('1', 2)")]
    [TestCase("i BETWEEN '1' AND 2")]
    [TestCase("v = ISNULL(i, 1)")]
    public void Rules_2_8_and_2_10_text_that_meets_a_number_is_refused(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.IllTyped));

    [TestCase("i = 5", True)]
    [TestCase("i <> 5", False)]
    [TestCase("i != 5", False)]
    [TestCase("i < 5", False)]
    [TestCase("i <= 5", True)]
    [TestCase("i > 4", True)]
    [TestCase("i >= 6", False)]
    [TestCase("i !< 5", True)]
    [TestCase("i !> 4", False)]
    [TestCase("5 = i", True)]
    [TestCase("4 < i", True)]
    [TestCase("i > -1", True)]
    [TestCase("i > -(1)", True)]
    [TestCase("i < 3000000000", True)]
    [TestCase("i = j", Unknown)]
    public void Numbers_compare_as_numbers(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate, "i", 5), Is.EqualTo(expected));

    [TestCase("v = 'ab'", True)]
    [TestCase("v < 'b'", True)]
    [TestCase("v > 'aB'", False)]
    [TestCase("v >= 'A'", True)]
    [TestCase("v > '9'", True)]
    [TestCase("v < 'abc'", True)]
    [TestCase("v = w", Unknown)]
    [TestCase("v = v", True)]
    public void Texts_compare_by_the_collation(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", "ab"), Is.EqualTo(expected));
}
