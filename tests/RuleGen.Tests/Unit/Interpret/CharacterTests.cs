using RuleGen.Model;
using RuleGen.TSql.Interpret;
using static RuleGen.Tests.Unit.Interpret.Interpreting;
using static RuleGen.TSql.Interpret.ThreeValued;
using ThreeValued = RuleGen.TSql.Interpret.ThreeValued;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>Sections 1b and 1c of the rules: which characters are equal, and what lies in a range.</summary>
internal sealed class CharacterTests
{
    [TestCase(Windows, True)]
    [TestCase(Legacy, True)]
    [TestCase(Binary, False)]
    public void Rule_1_31_letter_case_counts_under_binary_collations_only(string collation, ThreeValued expected)
    {
        Assert.That(In(collation, "v LIKE '%M54[5]%'", "v", "m545"), Is.EqualTo(expected));
        Assert.That(In(collation, "n LIKE '%M54[5]%'", "n", "m545"), Is.EqualTo(expected));
        Assert.That(In(collation, "v LIKE '[A-Z]'", "v", "m"), Is.EqualTo(expected));
        Assert.That(In(collation, "v = 'M'", "v", "m"), Is.EqualTo(expected));
        Assert.That(In(collation, "v LIKE '[^M]'", "v", "m"), Is.Not.EqualTo(expected));
    }

    [Test]
    public void Rule_1_31_accents_count_under_binary_and_are_not_evaluated_elsewhere()
    {
        Assert.That(In(Binary, "n LIKE N'é'", "n", "e"), Is.EqualTo(False));
        Assert.That(In(Binary, "n LIKE N'é'", "n", "é"), Is.EqualTo(True));
        Assert.That(Unread(Windows, "n LIKE N'e'", "n", "é"), Is.EqualTo(new UnreadCharacter("n", 'é')));
    }

    [Test]
    public void Rule_1_32_a_range_of_letters_holds_letters_only()
    {
        foreach (var collation in (string[])[Windows, Legacy])
        {
            for (var character = ' '; character <= '~'; character++)
            {
                if (character is not ('\'' or '-'))
                {
                    var expected = char.IsAsciiLetter(character) ? True : False;
                    var truth = In(collation, "v LIKE '[a-z]'", "v", $"{character}");
                    Assert.That(truth, Is.EqualTo(expected), $"{character} {collation}");
                }
            }
        }
    }

    [TestCase(Windows, "0123456789²³¹¼½¾")]
    [TestCase(Binary, "0123456789")]
    public void Rules_1_33_and_1_37_the_range_of_digits_over_code_page_1252(string collation, string expected)
    {
        var found = string.Concat(
            Enumerable
                .Range(0x20, 0xE0)
                .Select(code => (char)code)
                .Where(character => Unread(collation, "v LIKE '[0-9]'", "v", $"{character}") is null)
                .Where(character => In(collation, "v LIKE '[0-9]'", "v", $"{character}") == True)
        );
        Assert.That(found, Is.EquivalentTo(expected));
    }

    [TestCase("0-¼", "0¼")]
    [TestCase("¼-1", "¼½¾1¹")]
    [TestCase("¾-2", "¾1¹2²")]
    [TestCase("³-4", "3³4")]
    public void Rule_1_34_fractions_and_superscripts_stand_among_digits(string range, string expected)
    {
        var found = "0¼½¾1¹2²3³456789".Where(character => Truth($"v LIKE '[{range}]'", "v", $"{character}") == True);
        Assert.That(string.Concat(found), Is.EqualTo(expected));
    }

    [TestCase("v = '2'", "²", True)]
    [TestCase("v LIKE '[2]'", "²", True)]
    [TestCase("v LIKE '2'", "²", True)]
    [TestCase("v LIKE '[0-9]'", "½", True)]
    [TestCase("v LIKE '[0123456789]'", "½", False)]
    [TestCase("v LIKE '[^0-9]'", "½", False)]
    [TestCase("v = '¹'", "1", True)]
    public void Rule_1_35_a_superscript_is_its_digit_and_a_fraction_is_none(
        string predicate,
        string value,
        ThreeValued expected
    ) => Assert.That(Truth(predicate, "v", value), Is.EqualTo(expected));

    [Test]
    public void Rule_1_35_holds_for_unicode_too() => Assert.That(Truth("n LIKE N'2'", "n", "²"), Is.EqualTo(True));

    [Test]
    public void Rule_1_36_superscripts_in_varchar_are_not_evaluated_under_the_legacy_collation()
    {
        Assert.That(Unread(Legacy, "v LIKE '[0-9]'", "v", "¹"), Is.EqualTo(new UnreadCharacter("v", '¹')));
        Assert.That(In(Legacy, "n LIKE '[0-9]'", "n", "¹"), Is.EqualTo(True));
    }

    [TestCase("[0-A]")]
    [TestCase("[!-9]")]
    [TestCase("[ -9]")]
    public void Rule_1_36_a_range_beyond_digits_or_letters_is_refused_under_the_legacy_collation(string pattern) =>
        Assert.That(Problem($"v LIKE '{pattern}'", Legacy).Code, Is.EqualTo(ErrorCodes.UnmodelledOrder));

    [Test]
    public void Rule_1_38_a_digit_of_full_width_is_evaluated_under_BIN2_alone()
    {
        Assert.That(Unread(Windows, "n = N'5'", "n", "５"), Is.EqualTo(new UnreadCharacter("n", '５')));
        Assert.That(In(Binary, "n = N'5'", "n", "５"), Is.EqualTo(False));
        // varchar cannot hold it.
        Assert.That(Unread(Windows, "v = N'5'", "v", "５"), Is.EqualTo(new UnreadCharacter("v", '５')));
        Assert.That(Problem("v = '５'").Code, Is.EqualTo(ErrorCodes.UnmodelledCharacter));
    }

    [Test]
    public void Rule_1_39_digits_of_other_scripts_are_not_evaluated() =>
        Assert.That(Unread(Windows, "n LIKE '[0-9]'", "n", "٣"), Is.EqualTo(new UnreadCharacter("n", '٣')));

    [TestCase(Windows, "=", "[0-a]", False)]
    [TestCase(Windows, "5", "[0-a]", True)]
    [TestCase(Windows, "A", "[0-a]", True)]
    [TestCase(Windows, "b", "[0-a]", False)]
    [TestCase(Binary, "=", "[0-a]", True)]
    [TestCase(Binary, "=", "[<->]", True)]
    public void Rule_1_40_punctuation_sorts_before_digits_and_digits_before_letters(
        string collation,
        string value,
        string pattern,
        ThreeValued expected
    ) => Assert.That(In(collation, $"v LIKE '{pattern}'", "v", value), Is.EqualTo(expected));

    [Test]
    public void Rule_1_40_a_range_of_punctuation_is_refused() =>
        Assert.That(Problem("v LIKE '[!-/]'").Code, Is.EqualTo(ErrorCodes.UnmodelledOrder));

    [TestCase(Windows, "-")]
    [TestCase(Windows, "'")]
    [TestCase(Legacy, "-")]
    public void Rule_1_41_hyphen_and_apostrophe_are_not_evaluated_but_under_binary(string collation, string character)
    {
        var value = $"M54{character}5";
        Assert.That(Unread(collation, "v LIKE '%M545%'", "v", value)!.Character, Is.EqualTo(character[0]));
        Assert.That(In(Binary, "v LIKE '%M545%'", "v", value), Is.EqualTo(False));
    }

    [TestCase(Windows, "v", "ß")]
    [TestCase(Legacy, "n", "ß")]
    [TestCase(Windows, "v", "œ")]
    [TestCase(Windows, "v", "Þ")]
    [TestCase(Windows, "v", "æ")]
    public void Rules_1_42_to_1_45_expansions_are_not_evaluated(string collation, string column, string value)
    {
        var expected = new UnreadCharacter(column, value[0]);
        Assert.That(Unread(collation, $"{column} LIKE '%S%'", column, value), Is.EqualTo(expected));
        Assert.That(Unread(collation, $"{column} = 'S'", column, value), Is.EqualTo(expected));
    }

    [Test]
    public void Rule_1_43_an_expansion_in_a_literal_is_refused()
    {
        var problem = Problem("v LIKE '%ß%'");
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnmodelledCharacter));
        Assert.That(problem.Message, Does.Contain("U+00DF"));
        Assert.That(Problem("v = 'ß'").Code, Is.EqualTo(ErrorCodes.UnmodelledCharacter));
        Assert.That(Problem("LEFT('ß', 1) = v").Code, Is.EqualTo(ErrorCodes.UnmodelledCharacter));
    }

    [TestCase("\u04D2")]
    [TestCase("\uFFFD")]
    [TestCase("\u0000")]
    [TestCase("\u001F")]
    [TestCase("\u00AD")]
    [TestCase("\u200B")]
    [TestCase("\uFEFF")]
    [TestCase("\uD83D\uDE00")]
    public void Rules_1_46_to_1_51_what_may_have_no_weight_is_not_evaluated(string value) =>
        Assert.That(Unread(Windows, "n LIKE 'a%'", "n", value)!.Character, Is.EqualTo(value[0]));

    [TestCase("\u0000")]
    [TestCase("\u00AD")]
    [TestCase("\u200B")]
    [TestCase("\uFEFF")]
    [TestCase("\uD83D\uDE00")]
    public void Rules_1_49_to_1_51_hold_for_binary_collations_too(string value) =>
        Assert.That(Unread(Binary, "n LIKE 'a%'", "n", value)!.Character, Is.EqualTo(value[0]));

    [Test]
    public void A_character_in_a_column_that_no_comparison_reads_does_no_harm()
    {
        Assert.That(Truth("v IS NOT NULL", "v", "ß"), Is.EqualTo(True));
        Assert.That(Truth("1=1", "v", "ß"), Is.EqualTo(True));
    }

    [Test]
    public void A_character_in_the_way_is_found_whatever_the_rest_of_the_condition_says() =>
        Assert.That(Unread(Windows, "1=0 AND v = 'x'", "v", "ß"), Is.EqualTo(new UnreadCharacter("v", 'ß')));
}
