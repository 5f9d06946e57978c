using RuleGen.Model;
using static RuleGen.Tests.Unit.Interpret.Interpreting;
using static RuleGen.TSql.Interpret.ThreeValued;
using ThreeValued = RuleGen.TSql.Interpret.ThreeValued;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>Sections 3 and 4 of the rules.</summary>
internal sealed class FunctionTests
{
    [TestCase("LEFT(v, 2) LIKE 'ab'", True)]
    [TestCase("RIGHT(v, 2) LIKE 'fg'", True)]
    [TestCase("SUBSTRING(v, 2, 3) LIKE 'bcd'", True)]
    [TestCase("UPPER(v) LIKE 'ABCDEFG' COLLATE Latin1_General_BIN2", True)]
    [TestCase("LOWER(UPPER(v)) LIKE 'abcdefg' COLLATE Latin1_General_BIN2", True)]
    public void Rule_3_1_functions_take_characters(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", "abcdefg"), Is.EqualTo(expected));

    [TestCase("LTRIM(v) LIKE 'a_'", " a ", True)]
    [TestCase("LTRIM(v) LIKE ' a%'", "  a", False)]
    [TestCase("RTRIM(v) LIKE 'a_'", "a ", False)]
    [TestCase("RTRIM(v) LIKE ' a'", " a  ", True)]
    public void Trims_take_blanks_on_one_side(string predicate, string value, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", value), Is.EqualTo(expected));

    [TestCase("LEFT(v, 3) LIKE 'a'", "v", True)]
    [TestCase("LEFT(n, 3) LIKE 'a'", "n", False)]
    [TestCase("SUBSTRING(n, 1, 3) LIKE 'a'", "n", False)]
    public void Rule_3_2_the_result_is_unicode_as_the_operand_is(
        string predicate,
        string column,
        ThreeValued expected
    ) => Assert.That(Truth(predicate, column, "a  x"), Is.EqualTo(expected));

    [TestCase("LEFT(v, -1) = 'a'", 9)]
    [TestCase("RIGHT(v, -1) = 'a'", 10)]
    [TestCase("SUBSTRING(v, 1, -1) = 'a'", 17)]
    [TestCase("SUBSTRING(v, 0, 1) = 'a'", 14)]
    public void Rule_3_3_a_count_that_fails_with_every_row_is_refused(string predicate, int column)
    {
        var problem = Problem(predicate);
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.OutOfRange));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(1, column)));
    }

    [TestCase("LEFT(v, 9) LIKE 'abc'", "abc", True)]
    [TestCase("RIGHT(v, 9) LIKE 'abc'", "abc", True)]
    [TestCase("SUBSTRING(v, 3, 9) LIKE 'c'", "abc", True)]
    [TestCase("SUBSTRING(v, 4, 9) LIKE ''", "abc", True)]
    [TestCase("SUBSTRING(v, 9, 9) LIKE ''", "abc", True)]
    [TestCase("LEFT(v, 0) LIKE ''", "abc", True)]
    [TestCase("LEFT(v, 0) LIKE '_'", "abc", False)]
    public void Rule_3_4_functions_give_what_there_is(string predicate, string value, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", value), Is.EqualTo(expected));

    [TestCase("LEFT(v, 1) = 'a'")]
    [TestCase("RIGHT(v, 1) = 'a'")]
    [TestCase("SUBSTRING(v, 1, 1) = 'a'")]
    [TestCase("UPPER(v) = 'A'")]
    [TestCase("LTRIM(RTRIM(v)) = 'A'")]
    public void Rule_3_4_functions_of_null_are_null(string predicate) =>
        Assert.That(Truth(predicate), Is.EqualTo(Unknown));

    [TestCase("LEFT(i, 2) = '12'")]
    [TestCase("UPPER(i) = '12'")]
    public void Rule_3_5_functions_of_numbers_are_refused(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.IllTyped));

    [Test]
    public void Rule_3_7_left_of_char_keeps_the_padding()
    {
        Assert.That(Truth("LEFT(c, 4) LIKE 'V38_'", "c", "V38"), Is.EqualTo(True));
        Assert.That(Truth("LEFT(c, 4) LIKE '%V38[23456]%'", "c", "V38"), Is.EqualTo(False));
        Assert.That(Truth("RIGHT(c, 2) LIKE '8'", "c", "V38"), Is.EqualTo(False));
    }

    [TestCase("V382", True)]
    [TestCase("V3829", True)]
    [TestCase("xV382", False)]
    public void Rule_3_8_only_the_first_four_characters_can_match(string value, ThreeValued expected) =>
        Assert.That(Truth("LEFT(v, 4) LIKE '%V38[23456]%'", "v", value), Is.EqualTo(expected));

    [TestCase("ISNULL(NULL, v) LIKE 'abc'", "abc", True)]
    [TestCase("ISNULL(NULL, NULL) = 1", null, Unknown)]
    [TestCase("ISNULL(w, v) LIKE 'ab'", "abc", True)]
    [TestCase("ISNULL(v, w) LIKE 'abc'", "abc", True)]
    [TestCase("ISNULL(v, NULL) LIKE 'abc'", "abc", True)]
    public void Rule_4_1_isnull_has_the_type_of_its_first_argument(
        string predicate,
        string? value,
        ThreeValued expected
    ) => Assert.That(Truth(predicate, "v", value), Is.EqualTo(expected));

    [TestCase("ISNULL(CAST(NULL AS varchar(2)), 'abcdef') = 'ab'", True)]
    [TestCase("ISNULL(CAST(NULL AS varchar), '1234567890123456789012345678901') LIKE '%0'", True)]
    [TestCase("ISNULL(CAST(NULL AS char(4)), 'ab') LIKE 'ab__'", True)]
    [TestCase("ISNULL(CAST(NULL AS varchar(max)), 'abcdef') = 'abcdef'", True)]
    [TestCase("ISNULL(LEFT(w, 1), 'abcdef') = 'a'", True)]
    public void Rule_4_2_isnull_cuts_to_its_type(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate), Is.EqualTo(expected));

    [TestCase("COALESCE(CAST(NULL AS varchar(2)), 'abcdef') = 'abcdef'", True)]
    [TestCase("COALESCE(NULL, w, N'ab ') LIKE 'ab'", False)]
    [TestCase("COALESCE(NULL, w, 'ab ') LIKE 'ab'", True)]
    [TestCase("COALESCE(c, CAST(NULL AS char(3)), w, 'ab') LIKE 'ab_'", False)]
    [TestCase("COALESCE(c, CAST('' AS char(3))) IS NULL", null)]
    [TestCase("COALESCE(nc, 'ab') LIKE 'ab____'", True)]
    [TestCase("COALESCE(nc, n, 'ab') LIKE 'ab____'", False)]
    [TestCase("COALESCE(i, j, 3) = 3", True)]
    [TestCase("COALESCE(i, NULL, j) = 3", Unknown)]
    public void Rule_4_3_coalesce_has_the_highest_type_and_the_greatest_length(string predicate, ThreeValued? expected)
    {
        if (expected is { } truth)
        {
            Assert.That(Truth(predicate), Is.EqualTo(truth));
        }
        else
        {
            Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.UnsupportedConstruct));
        }
    }

    [TestCase("ISNULL(i, 'x') = 1")]
    [TestCase("COALESCE('x', 1) = 1")]
    [TestCase("ISNULL(v, 5) = '5'")]
    [TestCase("CASE WHEN 1=1 THEN 1 ELSE 'x' END = 1")]
    [TestCase("ISNULL(t, 256) = 1")]
    [TestCase("ISNULL(t, i) = 1")]
    [TestCase("ISNULL(v, n) = 'x'")]
    [TestCase("COALESCE(NULL, NULL) = 'x'")]
    public void Rules_4_4_and_4_5_conversions_that_may_fail_are_refused(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.IllTyped));

    [TestCase("ISNULL(t, 255) = 255", True)]
    [TestCase("ISNULL(i, t) IS NULL", True)]
    [TestCase("ISNULL(5, i) = 5", True)]
    public void Numbers_that_fit_take_the_place_of_null(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate), Is.EqualTo(expected));

    [Test]
    public void Rule_4_8_between_over_two_nulls_is_unknown() =>
        Assert.That(Truth("ISNULL(i, j) between 19 AND 120"), Is.EqualTo(Unknown));

    [TestCase("COALESCE(v, other) = 'x'")]
    [TestCase("ISNULL(v, other) LIKE 'x'")]
    [TestCase("CASE WHEN 1=1 THEN v ELSE other END = 'x'")]
    public void Rule_4_9_arguments_of_different_collations_cannot_be_compared(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.CollationConflict));

    [Test]
    public void Rule_4_9_unless_collate_decides() =>
        Assert.That(Truth("COALESCE(v, other) = 'X' COLLATE Latin1_General_BIN2", "v", "x"), Is.EqualTo(False));

    [Test]
    public void Upper_and_lower_of_what_is_not_ascii_are_not_evaluated()
    {
        Assert.That(Unread(Binary, "UPPER(v) = 'É'", "v", "é")!.Character, Is.EqualTo('é'));
        Assert.That(In(Binary, "v = 'É'", "v", "é"), Is.EqualTo(False));
    }

    [TestCase("LEN(v) = 1")]
    [TestCase("dbo.f(v) = 'x'")]
    [TestCase("LEFT(v, i) = 'x'")]
    [TestCase("LEFT(NULL, 1) = 'x'")]
    [TestCase("CAST(v AS varchar(2)) = 'x'")]
    [TestCase("CAST(NULL AS time) IS NULL")]
    [TestCase("REPLACE(v, 'a', 'b') = 'x'")]
    public void Other_functions_and_forms_are_refused(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.UnsupportedConstruct));

    [TestCase("LEFT(v) = 'x'")]
    [TestCase("ISNULL(v) = 'x'")]
    [TestCase("UPPER(v, v) = 'x'")]
    [TestCase("SUBSTRING(v, 1) = 'x'")]
    public void The_number_of_arguments_is_checked(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.IllTyped));
}
