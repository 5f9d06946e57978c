using RuleGen.Model;
using RuleGen.TSql.Interpret;
using static RuleGen.Tests.Unit.Interpret.Interpreting;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>What the interpreter does not run is refused, with its place.</summary>
internal sealed class RefusalTests
{
    [TestCase("v = (SELECT 1)", 5)]
    [TestCase("EXISTS (SELECT 1)", 9)]
    [TestCase("v IN (SELECT v FROM APCS)", 21)]
    [TestCase("v + n = 'y'", 1)]
    [TestCase("i + 1 = 2", 1)]
    [TestCase("- i = 2", 1)]
    [TestCase("+1 = i", 1)]
    [TestCase("v = 1.5e0", 5)]
    [TestCase("CASE v WHEN 'a' THEN 'b' END = 'b'", 1)]
    [TestCase("i = ALL (SELECT 1)", 1)]
    [TestCase("CONTAINS(v, 'x')", 1)]
    [TestCase("1=1 ORDER BY v", 5)]
    [TestCase("UPDATE(v)", 1)]
    public void A_construct_that_no_coding_holds_is_refused(string predicate, int column)
    {
        var problem = Problem(predicate);
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedConstruct));
        Assert.That(problem.Position!.Value.Line, Is.EqualTo(1));
        Assert.That(problem.Position!.Value.Column, Is.EqualTo(column));
    }

    [TestCase("zz = 1")]
    [TestCase("B.v = 'x'")]
    [TestCase("dbo.APCS.v = 'x'")]
    [TestCase("@v = 'x'")]
    public void A_name_that_stands_for_nothing_is_refused(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.UnknownColumn));

    [TestCase("[A].[V] = 'x'")]
    [TestCase("a.v = 'x'")]
    [TestCase("apcs.v = 'x'")]
    [TestCase("v = 'x' -- a comment")]
    [TestCase("/* a comment */ WHERE v = 'x'")]
    public void Names_stand_alone_or_after_alias_or_table_in_any_letter_case(string predicate) =>
        Assert.That(Truth(predicate, "v", "X"), Is.EqualTo(ThreeValued.True));

    [TestCase("i = 99999999999999999999")]
    [TestCase("1.5 = 999999999999999999.5")]
    public void A_number_that_is_no_bigint_is_refused(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.OutOfRange));

    [TestCase("SELECT id FROM APCS, other")]
    [TestCase("SELECT id FROM APCS JOIN other ON 1=1")]
    [TestCase("SELECT id FROM other")]
    [TestCase("SELECT id FROM x.APCS")]
    [TestCase("SELECT id FROM (SELECT id FROM APCS) AS s")]
    [TestCase("SELECT id FROM APCS WITH (NOLOCK)")]
    [TestCase("SELECT id FROM APCS TABLESAMPLE (5 PERCENT)")]
    [TestCase("SELECT 1 AS id")]
    [TestCase("SELECT * FROM APCS")]
    [TestCase("SELECT DISTINCT id FROM APCS")]
    [TestCase("SELECT TOP (1) id FROM APCS")]
    [TestCase("SELECT id FROM APCS GROUP BY id")]
    [TestCase("SELECT id FROM APCS UNION SELECT id FROM APCS")]
    [TestCase("SELECT id, CASE WHEN 1=1 THEN 'a' END AS a, CASE WHEN 1=1 THEN 'a' END AS b FROM APCS")]
    [TestCase("SELECT id, UPPER(v) AS o FROM APCS")]
    [TestCase("SELECT id, CASE WHEN 1=1 THEN v END AS o FROM APCS")]
    [TestCase("SELECT id, CASE WHEN 1=1 THEN id END AS o FROM APCS")]
    [TestCase("WITH s AS (SELECT 1 AS x) SELECT id FROM APCS")]
    public void A_view_of_another_form_is_refused(string select)
    {
        var problem = ProblemOf(() => ScriptInterpreter.Load($"CREATE VIEW x AS {select}", Over()));
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedConstruct));
        Assert.That(problem.Position, Is.Not.Null);
    }

    [TestCase("RETURNS int AS BEGIN RETURN 1 END")]
    [TestCase("RETURNS @t TABLE (a int) AS BEGIN RETURN END")]
    [TestCase("RETURNS TABLE AS RETURN SELECT v FROM APCS")]
    [TestCase("RETURNS TABLE AS RETURN SELECT 'x' AS a, 'y' AS b")]
    public void A_function_of_another_form_is_refused(string rest)
    {
        var problem = ProblemOf(() => ScriptInterpreter.Load($"CREATE FUNCTION f(@a int) {rest}", Over()));
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedConstruct));
    }

    [TestCase("time")]
    [TestCase("dbo.mine")]
    [TestCase("float")]
    public void A_parameter_of_another_type_is_refused(string type)
    {
        var script = $"CREATE FUNCTION f(@a {type}) RETURNS TABLE AS RETURN SELECT 'x' AS o";
        Assert.That(
            ProblemOf(() => ScriptInterpreter.Load(script, Over())).Code,
            Is.EqualTo(ErrorCodes.UnsupportedConstruct)
        );
    }

    [TestCase("SET ANSI_NULLS OFF")]
    [TestCase("SET QUOTED_IDENTIFIER OFF")]
    [TestCase("SET ANSI_PADDING, ANSI_NULLS OFF")]
    public void Rules_6_12_to_6_14_options_that_change_the_meaning_are_refused(string statement) =>
        Assert.That(
            ProblemOf(() => ScriptInterpreter.Load(statement, Over())).Code,
            Is.EqualTo(ErrorCodes.UnsupportedConstruct)
        );

    [TestCase("WHEN 1=1 THEN 'a' END FROM APCS --", null)]
    [TestCase("CASE WHEN 1=1 THEN 'a' END, 'b'", null)]
    [TestCase("CASE WHEN 1=1 THEN 'a' END WHERE 1=1", null)]
    [TestCase(null, "1=1; DELETE APCS")]
    public void A_fragment_is_no_more_than_a_fragment(string? caseText, string? whereText)
    {
        var problem = ProblemOf(() => FragmentInterpreter.Load(caseText, whereText, Over()));
        Assert.That(problem.Code, Is.AnyOf(ErrorCodes.UnsupportedConstruct, ErrorCodes.SyntaxError));
    }

    [Test]
    public void Positions_are_those_of_the_fragment()
    {
        var problem = ProblemOf(() => FragmentInterpreter.Load("WHEN 1=1\nTHEN LEN(v)", null, Over()));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(2, 6)));
        problem = ProblemOf(() => FragmentInterpreter.Load(null, "1=1\nAND zz = 1", Over()));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(2, 5)));
        problem = ProblemOf(() => FragmentInterpreter.Load(null, "1=1\nAND", Over()));
        Assert.That(problem.Position!.Value.Line, Is.EqualTo(2));
    }
}
