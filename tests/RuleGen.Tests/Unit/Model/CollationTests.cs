using RuleGen.Model;

namespace RuleGen.Tests.Unit.Model;

public sealed class CollationTests
{
    private static readonly CharacterSet Digits = new(IsNegated: false, [new SetMember('0', '9')]);

    [Test]
    public void The_digits_range_holds_sixteen_characters_under_Latin1_General_CI_AS() =>
        Assert.That(Matching(Collation.Latin1GeneralCiAs, isUnicode: false), Is.EquivalentTo("0123456789²³¹¼½¾"));

    [TestCase(false)]
    [TestCase(true)]
    public void The_digits_range_holds_ten_characters_under_BIN2(bool isUnicode) =>
        Assert.That(Matching(Collation.Latin1GeneralBin2, isUnicode), Is.EquivalentTo("0123456789"));

    [Test]
    public void The_digits_range_holds_ten_modelled_characters_under_the_legacy_order() =>
        Assert.That(Matching(Collation.SqlLatin1GeneralCp1CiAs, isUnicode: false), Is.EquivalentTo("0123456789"));

    [Test]
    public void The_SQL_collation_compares_nvarchar_by_Windows_rules() =>
        Assert.That(
            Matching(Collation.SqlLatin1GeneralCp1CiAs, isUnicode: true),
            Is.EquivalentTo(Matching(Collation.Latin1GeneralCiAs, isUnicode: true))
        );

    [TestCase('1', '¹', true)]
    [TestCase('2', '²', true)]
    [TestCase('3', '³', true)]
    [TestCase('a', 'A', true)]
    [TestCase('1', '½', false)]
    [TestCase('¼', '½', false)]
    [TestCase('_', ' ', false)]
    [TestCase('=', '<', false)]
    public void Windows_rules_say_which_characters_are_equal(char left, char right, bool areEqual) =>
        Assert.That(Collation.Latin1GeneralCiAs.Rules(isUnicode: false).AreEqual(left, right), Is.EqualTo(areEqual));

    [TestCase('a', 'A')]
    [TestCase('1', '¹')]
    public void Under_BIN2_a_character_equals_itself_alone(char left, char right) =>
        Assert.That(Collation.Latin1GeneralBin2.Rules(isUnicode: false).AreEqual(left, right), Is.False);

    [Test]
    public void Windows_rules_sort_digits_with_fractions_between_and_letters_after_them()
    {
        var rules = Collation.Latin1GeneralCiAs.Rules(isUnicode: false);

        Assert.That("=0¼½¾123456789AbCz".Select(rules.Rank), Is.Ordered.Ascending.And.Unique);
        Assert.That("~0".Select(rules.Rank), Is.Ordered.Ascending);
    }

    [Test]
    public void Every_letter_digit_and_sign_is_modelled_by_every_profile()
    {
        var rules = Collation.All.SelectMany(collation => new[] { collation.Rules(false), collation.Rules(true) });
        var usual = Enumerable.Range(' ', 95).Select(code => (char)code).ToList();

        Assert.That(
            rules.SelectMany(rule => usual.Where(character => !rule.Models(character, CharacterUse.Equality))),
            Is.Empty
        );
    }

    [TestCase("Latin1_General_CI_AS", false, "\0\tßÞéœ\u00AD\u0080ÿ漢", "'-²½ ~")]
    [TestCase("Latin1_General_CI_AS", true, "\0\tßÞéœ\u00AD\uD83D\u2009٣", "'-²½ ~")]
    [TestCase("SQL_Latin1_General_CP1_CI_AS", false, "\0²½ßé", "'- ~")]
    [TestCase("SQL_Latin1_General_CP1_CI_AS", true, "\0ßé", "'-²½ ~")]
    [TestCase("Latin1_General_100_CI_AS", false, "\0\tßé²½¹", "'- ~09azAZ")]
    [TestCase("Latin1_General_100_CI_AS", true, "\0\tßé²½¹\uD83D", "'- ~09azAZ")]
    [TestCase("latin1_general_100_ci_as_sc", true, "\0ßé²", "'- ~")]
    [TestCase("Latin1_General_100_CI_AS_KS_WS", false, "\0ßé²", "'- ~")]
    [TestCase("Latin1_General_100_CI_AS_KS_WS_SC", true, "\0ßé²", "'- ~")]
    [TestCase("Latin1_General_100_CI_AS_SC_UTF8", false, "\0ßé²", "'- ~09azAZ")]
    [TestCase("Latin1_General_CS_AS", false, "\0ßé²", "'- ~09azAZ")]
    [TestCase("Latin1_General_CS_AS", true, "\0ßé²", "'- ~09azAZ")]
    [TestCase("Latin1_General_100_BIN2", false, "\0\u00AD\u0080漢", "'-\tßé²ÿ")]
    [TestCase("Latin1_General_100_BIN2_UTF8", false, "\0\u00ADßé²ÿ漢", "'-\t~")]
    [TestCase("Latin1_General_100_BIN2_UTF8", true, "\0\u00AD", "'-\tßé²漢")]
    [TestCase("Latin1_General_BIN", false, "\0\u00AD\u0080漢", "'-\tßé²ÿ")]
    [TestCase("Latin1_General_BIN2", false, "\0\u00AD\u0080\u009F漢\uD83D", "'-\tßé²\u00A0ÿ")]
    [TestCase("Latin1_General_BIN2", true, "\0\u00AD\u200B\u202E\uFEFF\uD83D\uDE00", "'-\t漢ß")]
    public void A_profile_says_what_it_models(string collation, bool isUnicode, string not, string modelled)
    {
        var rules = Collation.Named(collation).Rules(isUnicode);

        Assert.That(not.Where(character => rules.Models(character, CharacterUse.Equality)), Is.Empty);
        Assert.That(modelled.Where(character => !rules.Models(character, CharacterUse.Equality)), Is.Empty);
    }

    /// <remarks>Rule 1.29: whether LIKE ignores them at the end of a value is not published.</remarks>
    [Test]
    public void White_space_other_than_the_blank_is_not_modelled_in_patterns([Values] bool isUnicode)
    {
        var rules = Collation.Latin1GeneralBin2.Rules(isUnicode);

        Assert.That("\t\n\u00A0".Where(character => rules.Models(character, CharacterUse.Pattern)), Is.Empty);
        Assert.That("\t\n\u00A0".Where(character => !rules.Models(character, CharacterUse.Equality)), Is.Empty);
        Assert.That(rules.Models(' ', CharacterUse.Pattern), Is.True);
    }

    [Test]
    public void Order_is_modelled_for_less_than_equality_is()
    {
        var windows = Collation.Latin1GeneralCiAs.Rules(isUnicode: false);

        Assert.That("aZ09² ".Where(character => !windows.Models(character, CharacterUse.Order)), Is.Empty);
        Assert.That("_,½=".Where(character => windows.Models(character, CharacterUse.Order)), Is.Empty);
        Assert.That(windows.OrdersValues, Is.True);
        Assert.That(Collation.SqlLatin1GeneralCp1CiAs.Rules(isUnicode: false).OrdersValues, Is.False);
        Assert.That(Collation.Latin1GeneralBin2.Rules(isUnicode: false).OrdersValues, Is.True);
    }

    [Test]
    public void Letter_case_under_BIN2_is_modelled_for_ASCII_alone()
    {
        var rules = Collation.Latin1GeneralBin2.Rules(isUnicode: true);

        Assert.That(rules.Models('a', CharacterUse.Case), Is.True);
        Assert.That(rules.Models('é', CharacterUse.Case), Is.False);
    }

    /// <summary>What UPPER makes of others is not published, and differs between versions (rule 1.52).</summary>
    [Test]
    public void Letter_case_is_modelled_for_ASCII_alone_under_Windows_rules_too()
    {
        var rules = Collation.Latin1GeneralCiAs.Rules(isUnicode: false);

        Assert.That(rules.Models('2', CharacterUse.Case), Is.True);
        Assert.That(rules.Models('²', CharacterUse.Equality), Is.True);
        Assert.That(rules.Models('²', CharacterUse.Case), Is.False);
    }

    [Test]
    public void A_collation_is_found_whatever_the_letter_case()
    {
        Assert.That(Collation.Named("latin1_general_ci_as"), Is.EqualTo(Collation.Latin1GeneralCiAs));
        Assert.That(Collation.Latin1GeneralCiAs.ToString(), Is.EqualTo("Latin1_General_CI_AS"));
        Assert.That(
            Collation.All.Where(collation => collation.IsBinary),
            Is.EqualTo([
                Collation.Latin1GeneralBin2,
                Collation.Latin1GeneralBin,
                Collation.Latin1General100Bin2,
                Collation.Latin1General100Bin2Utf8,
            ])
        );
        Assert.That(Collation.Latin1GeneralBin.Rules(isUnicode: false).OrdersValues, Is.False);
    }

    /// <remarks>Rule 1.32: every letter but Z is in [a-z].</remarks>
    [Test]
    public void Letter_cases_are_told_apart_the_small_one_first()
    {
        var rules = Collation.Latin1GeneralCsAs.Rules(isUnicode: false);

        Assert.That("9aAbBzZ".Select(rules.Rank), Is.Ordered.Ascending.And.Unique);
        Assert.That(rules.AreEqual('a', 'A'), Is.False);
        Assert.That(rules.OrdersValues, Is.False);
    }

    private static IEnumerable<char> Matching(Collation collation, bool isUnicode)
    {
        var rules = collation.Rules(isUnicode);
        return Enumerable
            .Range(0, 0x10000)
            .Select(code => (char)code)
            .Where(character => rules.Models(character, CharacterUse.Equality) && Digits.Matches(character, rules));
    }
}
