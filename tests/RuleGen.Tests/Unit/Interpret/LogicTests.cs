using RuleGen.Model;
using RuleGen.TSql.Interpret;
using static RuleGen.Tests.Unit.Interpret.Interpreting;
using static RuleGen.TSql.Interpret.ThreeValued;
using ThreeValued = RuleGen.TSql.Interpret.ThreeValued;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>Section 5 of the rules.</summary>
internal sealed class LogicTests
{
    private const string T = "1=1";
    private const string F = "1=0";
    private const string U = "v='x'";

    [TestCase(T, T, True, True)]
    [TestCase(T, F, False, True)]
    [TestCase(T, U, Unknown, True)]
    [TestCase(F, T, False, True)]
    [TestCase(F, F, False, False)]
    [TestCase(F, U, False, Unknown)]
    [TestCase(U, T, Unknown, True)]
    [TestCase(U, F, False, Unknown)]
    [TestCase(U, U, Unknown, Unknown)]
    public void Rule_5_1_and_and_or(string left, string right, ThreeValued and, ThreeValued or)
    {
        Assert.That(Truth($"{left} AND {right}"), Is.EqualTo(and));
        Assert.That(Truth($"{left} OR {right}"), Is.EqualTo(or));
    }

    [TestCase(T, False)]
    [TestCase(F, True)]
    [TestCase(U, Unknown)]
    public void Rule_5_1_not(string operand, ThreeValued expected) =>
        Assert.That(Truth($"NOT ({operand})"), Is.EqualTo(expected));

    [TestCase(T, true)]
    [TestCase(F, false)]
    [TestCase(U, false)]
    public void Rule_5_2_where_keeps_true_only(string where, bool isKept) =>
        Assert.That(Run(null, where).IsKept, Is.EqualTo(isKept));

    [TestCase(T, "'b'", "a")]
    [TestCase(F, "'b'", "b")]
    [TestCase(U, "'b'", "b")]
    [TestCase(U, null, null)]
    public void Rule_5_3_when_takes_true_only_and_no_else_is_null(string when, string? otherwise, string? expected)
    {
        var rest = otherwise is null ? "" : $" ELSE {otherwise}";
        Assert.That(Run($"WHEN {when} THEN 'a'{rest}", T), Is.EqualTo(new Result(true, expected)));
    }

    [Test]
    public void Rules_5_4_and_5_5_not_of_unknown_is_not_taken()
    {
        Assert.That(Truth("NOT (v LIKE 'a' OR v LIKE 'b')"), Is.EqualTo(Unknown));
        Assert.That(Truth("w LIKE 'a' AND NOT (v LIKE 'b')", "w", "a"), Is.EqualTo(Unknown));
    }

    [Test]
    public void Rule_5_6_null_is_admitted_by_is_null() =>
        Assert.That(Truth("(v NOT LIKE 'a' AND v NOT LIKE 'b' OR v IS NULL)"), Is.EqualTo(True));

    [TestCase("i BETWEEN 5 AND 7", True)]
    [TestCase("i BETWEEN 1 AND 5", True)]
    [TestCase("i BETWEEN 6 AND 7", False)]
    [TestCase("i BETWEEN 7 AND 5", False)]
    [TestCase("i NOT BETWEEN 6 AND 7", True)]
    [TestCase("i NOT BETWEEN 5 AND 7", False)]
    [TestCase("i BETWEEN -5 AND (7)", True)]
    [TestCase("j BETWEEN 1 AND 5", Unknown)]
    [TestCase("j NOT BETWEEN 1 AND 5", Unknown)]
    [TestCase("j BETWEEN 7 AND 5", Unknown)]
    public void Rule_5_7_between_includes_both_ends(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate, "i", 5), Is.EqualTo(expected));

    [TestCase("i BETWEEN 1 AND NULL")]
    [TestCase("i BETWEEN j AND 5")]
    [TestCase("5 BETWEEN 10 AND CAST(NULL AS int)")]
    public void Rule_5_8_an_end_that_may_be_null_is_refused(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.UnsupportedConstruct));

    [TestCase("v BETWEEN '02' AND '05'", "02 ", True)]
    [TestCase("v BETWEEN '02 ' AND '05'", "02", True)]
    [TestCase("v BETWEEN 'a' AND 'b'", "AZ", True)]
    [TestCase("v BETWEEN 'a' AND 'b'", "BA", False)]
    [TestCase("v BETWEEN 'A' AND 'b'", "1", False)]
    [TestCase("v BETWEEN '1' AND '2'", "²", True)]
    public void Rule_5_9_between_on_texts_uses_order_and_padding(
        string predicate,
        string value,
        ThreeValued expected
    ) => Assert.That(Truth(predicate, "v", value), Is.EqualTo(expected));

    [TestCase("v BETWEEN 'a' AND 'b'", "BA", False)]
    [TestCase("v BETWEEN 'a' AND 'b'", "aZ", True)]
    [TestCase("v BETWEEN '!' AND '~'", "-", True)]
    [TestCase("v < '~'", "é", False)]
    public void Rule_5_9_binary_order_is_that_of_code_points(string predicate, string value, ThreeValued expected) =>
        Assert.That(In(Binary, predicate, "v", value), Is.EqualTo(expected));

    [Test]
    public void Rule_5_9_order_that_is_not_published_is_refused_or_not_evaluated()
    {
        Assert.That(Problem("v BETWEEN 'a' AND 'b'", Legacy).Code, Is.EqualTo(ErrorCodes.UnmodelledOrder));
        Assert.That(Problem("v < 'b'", Legacy).Code, Is.EqualTo(ErrorCodes.UnmodelledOrder));
        Assert.That(Problem("v < '!'").Code, Is.EqualTo(ErrorCodes.UnmodelledCharacter));
        Assert.That(Unread(Windows, "v < 'b'", "v", "a!")!.Character, Is.EqualTo('!'));
        Assert.That(Unread(Windows, "v < 'b'", "v", "½")!.Character, Is.EqualTo('½'));
        Assert.That(Truth("v <> 'b'", "v", "a!½"), Is.EqualTo(True));
    }

    [TestCase("v IN ('02')", "02 ", True)]
    [TestCase("v IN ('a', 'B')", "b", True)]
    [TestCase("v NOT IN ('a', 'B')", "b", False)]
    [TestCase("v IN ('a', 'c')", "b", False)]
    [TestCase("v IN ('a', NULL)", "a", True)]
    [TestCase("v IN ('a', NULL)", "b", Unknown)]
    [TestCase("w IN ('a', 'b')", "b", Unknown)]
    public void Rule_5_10_in_is_an_or_of_equalities(string predicate, string value, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", value), Is.EqualTo(expected));

    [TestCase("a", False)]
    [TestCase("b", Unknown)]
    public void Rule_5_11_not_in_with_null_is_never_true(string value, ThreeValued expected) =>
        Assert.That(Truth("v NOT IN ('a', NULL)", "v", value), Is.EqualTo(expected));

    [Test]
    public void Rule_5_12_long_lists_and_chains_run()
    {
        var items = string.Join(", ", Enumerable.Range(0, 5000));
        Assert.That(Truth($"i IN ({items})", "i", 4999), Is.EqualTo(True));
        var chain = string.Join(" OR ", Enumerable.Range(0, 3000).Select(number => $"i = {number}"));
        Assert.That(Truth(chain, "i", 2999), Is.EqualTo(True));
        Assert.That(Truth(chain, "i", 3000), Is.EqualTo(False));
    }

    [TestCase("1=1 OR 1=1 AND 1=0", True)]
    [TestCase("(1=1 OR 1=1) AND 1=0", False)]
    [TestCase("NOT 1=0 AND 1=0", False)]
    [TestCase("NOT 1=1 OR 1=1", True)]
    [TestCase("1=1 OR v LIKE 'x'", True)]
    [TestCase("1 BETWEEN 0 AND 2 AND 1=0", False)]
    public void Rule_5_13_not_binds_before_and_and_before_or(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate), Is.EqualTo(expected));

    [TestCase("NOT v LIKE 'x'", "y", True)]
    [TestCase("NOT (v LIKE 'x')", "y", True)]
    [TestCase("v NOT LIKE 'x'", "y", True)]
    [TestCase("NOT v LIKE 'x'", null, Unknown)]
    [TestCase("v IS NULL", null, True)]
    [TestCase("v IS NOT NULL", null, False)]
    [TestCase("NOT v IS NULL", "y", True)]
    [TestCase("LEFT(v, 1) IS NULL", null, True)]
    public void Rule_5_14_not_before_like_and_is_null(string predicate, string? value, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", value), Is.EqualTo(expected));

    [Test]
    public void Rule_7_6_overlapping_arms_are_taken_in_order()
    {
        const string arms = "CASE WHEN v LIKE 'M%' THEN 'first' WHEN v LIKE 'M5%' THEN N'second' ELSE NULL END";
        Assert.That(Run(arms, null, "M54").Outcome, Is.EqualTo("first"));
        Assert.That(Run(arms, null, "x"), Is.EqualTo(new Result(true, null)));
    }

    private static Result Run(string? caseText, string? whereText, string? value = null)
    {
        var source = Over();
        var result = FragmentInterpreter.Load(caseText, whereText, source).Evaluate(Row(source, ("v", value)));
        Assert.That(result.NotEvaluated, Is.Null);
        return result.Result;
    }
}
