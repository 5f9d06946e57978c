using RuleGen.Model;
using static RuleGen.Tests.Unit.Interpret.Interpreting;
using static RuleGen.TSql.Interpret.ThreeValued;
using ThreeValued = RuleGen.TSql.Interpret.ThreeValued;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>Section 1 of the rules: patterns.</summary>
internal sealed class LikeTests
{
    [TestCase("xM545y", "%M54[5]%", True)]
    [TestCase("", "%", True)]
    [TestCase("abc", "a%c", True)]
    [TestCase("ac", "a%c", True)]
    [TestCase("abcabd", "%ab%d", True)]
    [TestCase("abcabd", "%ab%e", False)]
    [TestCase("abab", "%ab", True)]
    [TestCase("a", "%%%", True)]
    public void Rule_1_1_percent_is_any_run_even_an_empty_one(string value, string pattern, ThreeValued expected) =>
        Assert.That(Truth($"v LIKE '{pattern}'", "v", value), Is.EqualTo(expected));

    [TestCase("V38", False)]
    [TestCase("V382", True)]
    [TestCase("V3822", False)]
    public void Rule_1_2_underscore_is_exactly_one_character(string value, ThreeValued expected) =>
        Assert.That(Truth("v LIKE 'V38_'", "v", value), Is.EqualTo(expected));

    [TestCase("B", "[A-CEG]", True)]
    [TestCase("E", "[A-CEG]", True)]
    [TestCase("D", "[A-CEG]", False)]
    [TestCase("F", "[A-BE-G]", True)]
    [TestCase("C", "[A-BE-G]", False)]
    [TestCase("a", "[aa]", True)]
    [TestCase("b", "[ba-c]", True)]
    [TestCase("b", "[a-cb]", True)]
    [TestCase("b", "[a-cb-d]", True)]
    [TestCase("^", "[^a]", True)]
    [TestCase("a", "[", False)]
    public void Rule_1_3_a_set_mixes_characters_and_ranges(string value, string pattern, ThreeValued expected) =>
        Assert.That(Truth($"v LIKE '{pattern}'", "v", value), Is.EqualTo(expected));

    [TestCase("de", False)]
    [TestCase("dex", True)]
    [TestCase("del", False)]
    public void Rule_1_4_a_negated_set_takes_a_character(string value, ThreeValued expected) =>
        Assert.That(Truth("v LIKE 'de[^l]%'", "v", value), Is.EqualTo(expected));

    [Test]
    public void Rule_1_5_negated_sets_are_tested_one_by_one()
    {
        Assert.That(Truth("v LIKE '[^d][^m]%'", "v", "dx"), Is.EqualTo(False));
        Assert.That(Truth("v NOT LIKE 'dm%'", "v", "dx"), Is.EqualTo(True));
    }

    [TestCase("15% off", "15[%] %", True)]
    [TestCase("15x off", "15[%] %", False)]
    [TestCase("a_b", "a[_]b", True)]
    [TestCase("axb", "a[_]b", False)]
    [TestCase("a[b", "a[[]b", True)]
    public void Rule_1_6_wildcards_in_a_set_are_themselves(string value, string pattern, ThreeValued expected) =>
        Assert.That(Truth($"v LIKE '{pattern}'", "v", value), Is.EqualTo(expected));

    [TestCase("]bc", "]bc", True)]
    [TestCase("a]b", "%]%", True)]
    public void Rule_1_7_a_closing_bracket_outside_a_set_is_itself(
        string value,
        string pattern,
        ThreeValued expected
    ) => Assert.That(Truth($"v LIKE '{pattern}'", "v", value), Is.EqualTo(expected));

    [TestCase("]bc", "[]]bc", False)]
    [TestCase("x]y", @"%[a\]]%' ESCAPE '\", True)]
    [TestCase("x^y", @"%[a\^]%' ESCAPE '\", True)]
    [TestCase("xy", @"%[a\]]%' ESCAPE '\", False)]
    public void Rule_1_8_a_closing_bracket_is_in_a_set_only_by_escape(
        string value,
        string rest,
        ThreeValued expected
    ) => Assert.That(Truth($"v LIKE '{rest}'", "v", value), Is.EqualTo(expected));

    [Test]
    public void Rule_1_8_a_hyphen_is_in_a_set_by_escape()
    {
        Assert.That(In(Binary, @"v LIKE 'a[x\-z]c' ESCAPE '\'", "v", "a-c"), Is.EqualTo(True));
        Assert.That(In(Binary, @"v LIKE 'a[x\-z]c' ESCAPE '\'", "v", "ayc"), Is.EqualTo(False));
    }

    [TestCase("a")]
    [TestCase("]")]
    [TestCase("")]
    public void Rule_1_9_an_empty_set_takes_nothing(string value)
    {
        Assert.That(Truth("v LIKE '[]'", "v", value), Is.EqualTo(False));
        Assert.That(Truth("v NOT LIKE '[]'", "v", value), Is.EqualTo(True));
    }

    [TestCase("[x", "[%", False)]
    [TestCase("abc", "a[bc", False)]
    [TestCase("ab", "a[b_", False)]
    [TestCase("a", "a[b-^", False)]
    [TestCase("a^", "a[b-^", False)]
    [TestCase("a]", @"a[b\]' ESCAPE '\", False)]
    [TestCase("ab", @"a[b\' ESCAPE '\", False)]
    public void Rule_1_10_a_set_that_is_not_closed_takes_nothing(string value, string pattern, ThreeValued expected) =>
        Assert.That(Truth($"v LIKE '{pattern}'", "v", value), Is.EqualTo(expected));

    [TestCase("-", True)]
    [TestCase("c", True)]
    [TestCase("b", False)]
    public void Rule_1_11_a_hyphen_first_in_a_set_is_itself(string value, ThreeValued expected) =>
        Assert.That(In(Binary, "v LIKE '[-acdf]'", "v", value), Is.EqualTo(expected));

    [Test]
    public void Rule_1_11_a_hyphen_alone_in_a_set_is_first()
    {
        Assert.That(In(Binary, "v LIKE 'a[-]b'", "v", "a-b"), Is.EqualTo(True));
        Assert.That(In(Binary, "v LIKE 'a[-]b'", "v", "axb"), Is.EqualTo(False));
    }

    [TestCase("[^]")]
    [TestCase("x[^ab")]
    [TestCase("[acdf-]")]
    [TestCase("[^-a]")]
    [TestCase("[a-c-e]")]
    [TestCase("[--a]")]
    [TestCase("[a^]")]
    [TestCase("[^^]")]
    [TestCase(@"[a-\c]' ESCAPE '\")]
    [TestCase(@"[\a-c]' ESCAPE '\")]
    public void Rules_1_9_to_1_12_forms_without_published_meaning_are_refused(string rest)
    {
        var problem = Problem($"v LIKE '{rest}'", Binary);
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedPattern));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(1, 8)));
    }

    [TestCase("b")]
    [TestCase("a")]
    public void Rule_1_13_a_range_in_reverse_takes_nothing(string value) =>
        Assert.That(Truth("v LIKE '[c-a]'", "v", value), Is.EqualTo(False));

    [Test]
    public void Rule_1_14_an_escaped_wildcard_is_itself()
    {
        Assert.That(In(Binary, "v LIKE '%10-15!% off%' ESCAPE '!'", "v", "now 10-15% off"), Is.EqualTo(True));
        Assert.That(In(Binary, "v LIKE '%10-15!% off%' ESCAPE '!'", "v", "now 10-15 x off"), Is.EqualTo(False));
    }

    [Test]
    public void Rule_1_15_an_escape_before_an_ordinary_character_is_dropped() =>
        Assert.That(Truth("v LIKE 'a!b' ESCAPE '!'", "v", "ab"), Is.EqualTo(True));

    [Test]
    public void Rule_1_16_an_escape_at_the_end_makes_the_predicate_false()
    {
        Assert.That(Truth("v LIKE '30!' ESCAPE '!'", "v", "30%"), Is.EqualTo(False));
        Assert.That(Truth("v LIKE '30!' ESCAPE '!'", "v", "30!"), Is.EqualTo(False));
        Assert.That(Truth("v NOT LIKE '30!' ESCAPE '!'", "v", "30%"), Is.EqualTo(True));
    }

    [Test]
    public void Rule_1_17_a_doubled_escape_is_itself() =>
        Assert.That(Truth("v LIKE '15 [%] //off' ESCAPE '/'", "v", "15 % /off"), Is.EqualTo(True));

    [Test]
    public void Rule_1_18_the_escape_has_a_letter_case()
    {
        Assert.That(Truth("v LIKE 'ABZ[C]D' ESCAPE 'z'", "v", "abzcd"), Is.EqualTo(True));
        Assert.That(Truth("v LIKE 'ABZ[C]D' ESCAPE 'Z'", "v", "ab[c]d"), Is.EqualTo(True));
    }

    [Test]
    public void Rule_1_19_escape_null_is_no_escape()
    {
        Assert.That(Truth("v LIKE 'a%' ESCAPE NULL", "v", "abc"), Is.EqualTo(True));
        Assert.That(Truth("v LIKE 'a%' ESCAPE (NULL)", "v", "b"), Is.EqualTo(False));
    }

    [TestCase("''")]
    [TestCase("'!!'")]
    [TestCase("v")]
    [TestCase("1")]
    public void Rule_1_19_escape_takes_one_character(string escape) =>
        Assert.That(Problem($"v LIKE 'a' ESCAPE {escape}").Code, Is.EqualTo(ErrorCodes.IllTyped));

    [Test]
    public void Rule_1_20_a_pattern_of_more_than_8000_bytes_is_refused()
    {
        Assert.That(Truth($"v LIKE '{new string('%', 8000)}'", "v", "x"), Is.EqualTo(True));
        var code = Problem($"v LIKE '{new string('%', 8001)}'").Code;
        Assert.That(code, Is.EqualTo(ErrorCodes.UnsupportedPattern));
        Assert.That(Truth($"v LIKE N'{new string('%', 4000)}'", "v", "x"), Is.EqualTo(True));
        code = Problem($"v LIKE N'{new string('%', 4001)}'").Code;
        Assert.That(code, Is.EqualTo(ErrorCodes.UnsupportedPattern));
    }

    [TestCase("v LIKE 'a'")]
    [TestCase("v NOT LIKE 'a'")]
    [TestCase("v LIKE NULL")]
    [TestCase("v NOT LIKE NULL")]
    [TestCase("NULL LIKE 'a'")]
    [TestCase("'a' LIKE NULL")]
    [TestCase("'a' LIKE CAST(NULL AS varchar(5))")]
    public void Rule_1_21_like_with_null_is_unknown(string predicate) =>
        Assert.That(Truth(predicate), Is.EqualTo(Unknown));

    [Test]
    public void Rule_1_22_a_number_that_meets_a_pattern_is_refused() =>
        Assert.That(Problem("i LIKE '2%'").Code, Is.EqualTo(ErrorCodes.IllTyped));

    [Test]
    public void Rule_1_28_a_pattern_that_is_no_literal_is_refused() =>
        Assert.That(Problem("v LIKE n").Code, Is.EqualTo(ErrorCodes.UnsupportedConstruct));

    [Test]
    public void A_pattern_with_many_percents_takes_no_exponential_time()
    {
        var pattern = string.Concat(Enumerable.Repeat("%a", 1000));
        Assert.That(Truth($"v LIKE '{pattern}%b'", "v", new string('a', 4000)), Is.EqualTo(False));
    }

    [Test]
    public void A_pattern_is_tried_in_every_way()
    {
        string[] parts = ["a", "b", "_", "%", "[ab]", "[^a]"];
        string[] values = ["", "a", "b", "ab", "ba", "aab", "aba", "bab"];
        foreach (
            var (first, second, third) in parts.SelectMany(a => parts.SelectMany(b => parts.Select(c => (a, b, c))))
        )
        {
            foreach (var value in values)
            {
                var expected = Matches(value, [first, second, third]) ? True : False;
                var predicate = $"v LIKE '{first}{second}{third}'";
                Assert.That(Truth(predicate, "v", value), Is.EqualTo(expected), $"'{value}' {predicate}");
            }
        }
    }

    /// <summary>The definition of a match, by recursion over the parts.</summary>
    private static bool Matches(string value, string[] parts) =>
        parts switch
        {
            [] => value.Length == 0,
            ["%", .. var rest] => Enumerable.Range(0, value.Length + 1).Any(taken => Matches(value[taken..], rest)),
            [var part, .. var rest] => value.Length > 0
                && part switch
                {
                    "_" or "[ab]" => true,
                    "[^a]" => value[0] != 'a',
                    _ => value[0] == part[0],
                }
                && Matches(value[1..], rest),
        };
}
