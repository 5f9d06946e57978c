using System.Text.RegularExpressions;
using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Tests.Unit.Sqlite;

internal sealed class SqliteLikeTests
{
    private static readonly CharacterType VarChar = CharacterType.VarChar(20, Collation.Latin1GeneralCiAs);
    private static readonly CharacterType NVarChar = CharacterType.NVarChar(20, Collation.Latin1GeneralCiAs);

    [Test]
    public void Every_short_pattern_matches_as_a_regular_expression_does_then_any_number_of_blanks()
    {
        using var table = OneColumn.OfText(VarChar, ShortTexts());
        CheckEveryShortPattern(table, blanksAtEnd: " *");
    }

    [Test]
    public void In_Unicode_mode_every_short_pattern_matches_the_whole_text()
    {
        using var table = OneColumn.OfText(NVarChar, ShortTexts());
        CheckEveryShortPattern(table, blanksAtEnd: "");
    }

    [TestCase("a %__")]
    [TestCase("%____")]
    [TestCase("%a___")]
    [TestCase("% _[a ] ")]
    [TestCase("%  %__")]
    [TestCase("a_%_  ")]
    public void A_long_tail_of_places_that_take_a_blank_takes_as_many_as_it_needs(string pattern)
    {
        string[] texts = ["", "a", "a ", "a  ", "a   ", "a    ", "a     ", "b  a  ", "     ", "ab  b ", "aa   b "];
        using var table = OneColumn.OfText(VarChar, texts);
        Assert.That(table.Truths(table.Text.Like(pattern)), Is.EqualTo(Expected(texts, pattern, " *")));
    }

    [TestCase("abc", "abc ", Truth.False, TestName = "Rule_1_23_blanks_of_the_pattern_count")]
    [TestCase("a  ", "a ", Truth.True, TestName = "Rule_1_24_a_value_may_have_more_blanks_than_the_pattern")]
    [TestCase("space ", "space  ", Truth.False, TestName = "Rule_1_24_a_value_may_not_have_fewer_blanks")]
    [TestCase("a\t", "a", null, TestName = "A_tab_is_not_evaluated")]
    [TestCase("xM545y", "%M54[5]%", Truth.True, TestName = "Rule_1_1_a_run_may_be_empty_or_not")]
    [TestCase("V38", "V38_", Truth.False, TestName = "Rule_1_2_an_underscore_is_one_character")]
    [TestCase("m545", "%M54[5]%", Truth.True, TestName = "Rule_1_31_case_does_not_count")]
    [TestCase("15% off", "15[%] %", Truth.True, TestName = "Rule_1_6_a_percent_sign_in_brackets_is_itself")]
    [TestCase("15x off", "15[%] %", Truth.False, TestName = "Rule_1_6_and_nothing_else")]
    [TestCase("]bc", "]bc", Truth.True, TestName = "Rule_1_7_a_closing_bracket_outside_a_set_is_itself")]
    [TestCase("]bc", "[]]bc", Truth.False, TestName = "Rule_1_8_an_empty_set_matches_nothing")]
    [TestCase("a", "[c-a]", Truth.False, TestName = "Rule_1_13_a_reversed_range_matches_nothing")]
    [TestCase("abc", "a[bc", Truth.False, TestName = "Rule_1_10_an_open_set_matches_nothing")]
    [TestCase("²", "2", Truth.True, TestName = "Rule_1_35_a_raised_two_is_a_two")]
    [TestCase("½", "[0-9]", Truth.True, TestName = "Rule_1_33_a_half_stands_among_the_digits")]
    [TestCase("½", "[0123456789]", Truth.False, TestName = "Rule_1_35_a_half_is_none_of_the_digits")]
    [TestCase("½", "[1-9]", Truth.False, TestName = "Rule_1_34_a_half_sorts_before_one")]
    [TestCase("=", "[0-a]", Truth.False, TestName = "Rule_1_40_symbols_sort_before_digits")]
    [TestCase("9", "[5-c]", Truth.True, TestName = "Rule_1_40_digits_sort_before_letters")]
    [TestCase("B", "[5-c]", Truth.True, TestName = "Rule_1_40_letters_follow_digits")]
    [TestCase("de", "de[^l]%", Truth.False, TestName = "Rule_1_4_a_negated_set_consumes_a_character")]
    [TestCase("x", "[^c-a]", Truth.True, TestName = "A_negated_set_without_members_takes_any_character")]
    public void Like_matches(string value, string pattern, Truth? expected)
    {
        using var table = OneColumn.OfText(VarChar, value);
        Assert.That(table.Truths(table.Text.Like(pattern)), Is.EqualTo(new[] { expected }));
    }

    [TestCase("%]%")]
    [TestCase("%[]")]
    [TestCase("%[^a]%")]
    [TestCase("[[]")]
    [TestCase("a[b")]
    [TestCase("_")]
    [TestCase("% _")]
    [TestCase("a")]
    public void Like_of_NULL_is_unknown(string pattern)
    {
        using var table = OneColumn.OfText(VarChar, [null]);
        Assert.That(table.Truths(table.Text.Like(pattern)), Is.EqualTo(new Truth?[] { Truth.Unknown }));
        Assert.That(table.Truths(table.Text.NotLike(pattern)), Is.EqualTo(new Truth?[] { Truth.Unknown }));
    }

    [Test]
    public void Digits_as_a_range_are_sixteen_characters_under_Windows_rules_and_ten_under_the_others()
    {
        Assert.That(Matched(Collation.Latin1GeneralCiAs, "[0-9]"), Is.EquivalentTo("0123456789²³¹¼½¾"));
        Assert.That(Matched(Collation.SqlLatin1GeneralCp1CiAs, "[0-9]"), Is.EquivalentTo("0123456789"));
        Assert.That(Matched(Collation.Latin1GeneralBin2, "[0-9]"), Is.EquivalentTo("0123456789"));
    }

    [Test]
    public void Every_printable_character_matches_itself_and_its_equals_alone_and_in_a_set()
    {
        foreach (var collation in Collation.All)
        {
            using var table = PrintableCharacters(collation);
            var rules = collation.Rules(isUnicode: false);
            var modelled = Printable
                .Where(each => rules.Models(each, CharacterUse.Pattern) && !rules.IsUncertainInLike(each))
                .ToList();
            foreach (var character in modelled)
            {
                var equals = modelled.Where(each => rules.AreEqual(each, character)).ToList();
                Assert.That(Matched(table, $"!{character}"), Is.EqualTo(equals), $"{character}");
                Assert.That(Matched(table, $"[!{character}]"), Is.EqualTo(equals), $"[{character}]");
                Assert.That(Matched(table, $"[^!{character}]"), Is.EqualTo(modelled.Except(equals)), $"[^{character}]");
                Assert.That(Matched(table, $"%!{character}%"), Is.EqualTo(equals), $"%{character}%");
            }
        }
    }

    [TestCase("]^-", TestName = "All_three_specials_of_GLOB")]
    [TestCase("^-", TestName = "Caret_and_hyphen")]
    [TestCase("]^", TestName = "Bracket_and_caret")]
    [TestCase("]-", TestName = "Bracket_and_hyphen")]
    [TestCase("^a", TestName = "Caret_and_a_letter")]
    [TestCase("a-", TestName = "Hyphen_and_a_letter")]
    [TestCase("*?[", TestName = "Wildcards_of_GLOB")]
    [TestCase("[]^_", TestName = "Neighbours")]
    [TestCase(",-.", TestName = "Neighbours_of_the_hyphen")]
    public void A_set_of_special_characters_holds_those(string members)
    {
        var escaped = string.Concat(members.Select(member => $"!{member}"));
        var all = Printable.Where(each => each < '\u007F').ToList();
        Assert.That(Matched(Collation.Latin1GeneralBin2, $"[{escaped}]"), Is.EquivalentTo(members));
        Assert.That(
            Matched(Collation.Latin1GeneralBin2, $"[^{escaped}]").Where(each => each < '\u007F'),
            Is.EquivalentTo(all.Except(members))
        );
    }

    [TestCase("[#-~]", '#', '~')]
    [TestCase("[Z-a]", 'Z', 'a')]
    [TestCase("[+-.]", '+', '.')]
    public void A_range_under_BIN2_is_a_range_of_code_points(string pattern, char first, char last)
    {
        var table = Printable.Where(each => first <= each && each <= last);
        Assert.That(Matched(Collation.Latin1GeneralBin2, pattern), Is.EquivalentTo(table));
    }

    [Test]
    public void The_longest_pattern_is_within_the_limit_of_SQLite()
    {
        var type = CharacterType.VarChar(8000, Collation.Latin1GeneralCiAs);
        using var table = OneColumn.OfText(type, new string('¹', 8000), new string('1', 7999));
        Assert.That(
            table.Truths(table.Text.Like(new string('1', 8000))),
            Is.EqualTo(new Truth?[] { Truth.True, Truth.False })
        );
        Assert.That(
            table.Truths(table.Text.Like(string.Concat(Enumerable.Repeat("[0-9]", 1600)))),
            Is.EqualTo(new Truth?[] { Truth.False, Truth.False })
        );
    }

    [Test]
    public void A_Unicode_literal_or_escape_makes_blanks_of_a_varchar_count()
    {
        using var table = OneColumn.OfText(VarChar, "V382 ");
        Assert.That(table.Truths(table.Text.Like("V382")), Is.EqualTo(new Truth?[] { Truth.True }));
        Assert.That(
            table.Truths(table.Text.Like(CharacterLiteral.Unicode("V382"))),
            Is.EqualTo(new Truth?[] { Truth.False })
        );
        Assert.That(
            table.Truths(table.Text.Like("V382", CharacterLiteral.Unicode("!"))),
            Is.EqualTo(new Truth?[] { Truth.False })
        );
    }

    private static void CheckEveryShortPattern(OneColumn table, string blanksAtEnd)
    {
        var texts = ShortTexts();
        var patterns = Sequences(["a", " ", "%", "_", "[a ]"], 4).Concat(Sequences(["a", " ", "%", "_", "[^b]"], 3));
        foreach (var pattern in patterns.Select(parts => string.Concat(parts)).Distinct())
        {
            var truths = table.Truths(table.Text.Like(pattern));
            Assert.That(truths, Is.EqualTo(Expected(texts, pattern, blanksAtEnd)), pattern);
        }
    }

    private static readonly char[] Printable =
    [
        .. Enumerable.Range(0x20, 0x5F).Concat(Enumerable.Range(0xA0, 0x60)).Select(code => (char)code),
    ];

    /// <summary>What a regular expression makes of patterns of the characters of <see cref="ShortTexts"/>.</summary>
    private static IEnumerable<Truth?> Expected(string[] texts, string pattern, string blanksAtEnd)
    {
        var expression = pattern.Replace("%", ".*", StringComparison.Ordinal).Replace('_', '.');
        var regex = new Regex(
            $@"\A(?:{expression}){blanksAtEnd}\z",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
        return texts.Select(text => (Truth?)regex.IsMatch(text).ToTruth());
    }

    private static string[] ShortTexts() =>
        [
            .. Sequences(["a", " "], 5)
                .Concat(Sequences(["a", "B", " "], 3))
                .Select(parts => string.Concat(parts))
                .Distinct(),
        ];

    private static IEnumerable<List<T>> Sequences<T>(T[] items, int longest)
    {
        List<List<T>> sequences =
        [
            [],
        ];
        for (var length = 0; length <= longest; length++)
        {
            foreach (var sequence in sequences)
            {
                yield return sequence;
            }

            sequences = [.. sequences.SelectMany(sequence => items.Select(item => (List<T>)[.. sequence, item]))];
        }
    }

    private static OneColumn PrintableCharacters(Collation collation) =>
        OneColumn.OfText(CharacterType.VarChar(1, collation), [.. Printable.Select(character => character.ToString())]);

    /// <summary>The printable characters that a pattern with the escape character ! matches.</summary>
    private static IEnumerable<char> Matched(OneColumn table, string pattern) =>
        Printable
            .Zip(table.Truths(table.Text.Like(pattern, "!")))
            .Where(pair => pair.Second == Truth.True)
            .Select(pair => pair.First);

    private static IEnumerable<char> Matched(Collation collation, string pattern)
    {
        using var table = PrintableCharacters(collation);
        return Matched(table, pattern);
    }
}
