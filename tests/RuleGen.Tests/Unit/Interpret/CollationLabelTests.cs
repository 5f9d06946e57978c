using RuleGen.Model;
using RuleGen.TSql.Interpret;
using static RuleGen.Tests.Unit.Interpret.Interpreting;
using static RuleGen.TSql.Interpret.ThreeValued;
using ThreeValued = RuleGen.TSql.Interpret.ThreeValued;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>Section 6 of the rules: types and collations of expressions.</summary>
internal sealed class CollationLabelTests
{
    [TestCase("v = N'ab'", True)]
    [TestCase("v LIKE N'ab'", False)]
    [TestCase("v LIKE 'ab'", True)]
    public void Rule_6_2_varchar_meets_unicode_as_unicode(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", "ab "), Is.EqualTo(expected));

    [Test]
    public void Rule_6_2_varchar_under_the_legacy_collation_meets_unicode_by_windows_rules()
    {
        Assert.That(In(Legacy, "v = N'2'", "v", "²"), Is.EqualTo(True));
        Assert.That(Unread(Legacy, "v = '2'", "v", "²"), Is.EqualTo(new UnreadCharacter("v", '²')));
        // In a list, each item meets the column alone (rule 5.10).
        Assert.That(Unread(Legacy, "v IN (N'2', '3')", "v", "²"), Is.EqualTo(new UnreadCharacter("v", '²')));
    }

    [TestCase(Windows, True)]
    [TestCase(Legacy, True)]
    [TestCase(Binary, False)]
    public void Rule_6_6_a_literal_takes_the_collation_of_the_column(string collation, ThreeValued expected)
    {
        foreach (var database in (string[])[Windows, Legacy, Binary])
        {
            foreach (
                var predicate in (string[])
                    ["v LIKE 'AB'", "v = 'AB'", "'AB' = v", "LEFT(v, 2) IN ('AB')", "ISNULL(NULL, v) LIKE 'AB'"]
            )
            {
                var source = Over(collation);
                var result = PredicateInterpreter.Load(predicate, source, database).Evaluate(Row(source, ("v", "ab")));
                Assert.That(result.Value, Is.EqualTo(expected), $"{predicate} {database}");
            }
        }
    }

    [TestCase(Windows, True)]
    [TestCase(Binary, False)]
    public void Rule_6_6_literals_among_themselves_take_the_database_collation(string database, ThreeValued expected)
    {
        var source = Over();
        var interpreter = PredicateInterpreter.Load("'a' = 'A'", source, database.ToUpperInvariant());
        Assert.That(interpreter.Evaluate(Row(source)).Value, Is.EqualTo(expected));
    }

    [Test]
    public void Rule_6_7_a_column_keeps_its_collation_under_unicode() =>
        Assert.That(In(Binary, "v LIKE N'AB'", "v", "ab"), Is.EqualTo(False));

    [TestCase("v = other")]
    [TestCase("other LIKE 'x' AND v < other")]
    [TestCase("v IN ('x', other)")]
    public void Rule_6_8_columns_of_different_collations_cannot_be_compared(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.CollationConflict));

    [TestCase("v LIKE 'AB' COLLATE Latin1_General_BIN2", False)]
    [TestCase("v COLLATE Latin1_General_BIN2 LIKE 'AB'", False)]
    [TestCase("LEFT(v COLLATE Latin1_General_BIN2, 2) = 'AB'", False)]
    [TestCase("(v) COLLATE latin1_general_bin2 = 'AB'", False)]
    [TestCase("v = other COLLATE Latin1_General_BIN2", Unknown)]
    [TestCase("v COLLATE Latin1_General_CI_AS = 'AB'", True)]
    [TestCase("v LIKE '[0-9]' COLLATE Latin1_General_BIN2", False)]
    public void Rule_6_9_collate_decides_the_whole_predicate(string predicate, ThreeValued expected) =>
        Assert.That(Truth(predicate, "v", "ab"), Is.EqualTo(expected));

    [Test]
    public void Rule_6_9_two_collates_that_disagree_are_refused()
    {
        const string predicate = "v COLLATE Latin1_General_BIN2 = 'x' COLLATE Latin1_General_CI_AS";
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.CollationConflict));
        Assert.That(
            Truth("v COLLATE Latin1_General_BIN2 = 'x' COLLATE Latin1_General_BIN2", "v", "x"),
            Is.EqualTo(True)
        );
    }

    [Test]
    public void A_collation_without_a_table_is_refused()
    {
        var problem = Problem("v LIKE 'x' COLLATE Turkish_CI_AS");
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnknownCollation));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(1, 20)));
        problem = ProblemOf(() => PredicateInterpreter.Load("1=1", Over(), "Turkish_CI_AS"));
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnknownCollation));
    }

    [TestCase("i COLLATE Latin1_General_BIN2 = 5")]
    [TestCase("d = '1 May 2020'")]
    [TestCase("d COLLATE Latin1_General_BIN2 = '2020-01-01'")]
    public void Collate_on_a_number_or_a_date_and_what_is_no_date_are_refused(string predicate) =>
        Assert.That(Problem(predicate).Code, Is.EqualTo(ErrorCodes.IllTyped));

    [Test]
    public void Rule_6_11_a_literal_without_n_that_the_code_page_cannot_hold_is_refused()
    {
        Assert.That(Problem("v = 'Ж'", Binary).Code, Is.EqualTo(ErrorCodes.UnmodelledCharacter));
        Assert.That(In(Binary, "n = N'Ж'", "n", "Ж"), Is.EqualTo(True));
    }

    [Test]
    public void Rule_6_14_quotation_marks_are_around_names()
    {
        Assert.That(Truth("\"v\" = 'x'", "v", "x"), Is.EqualTo(True));
        Assert.That(Problem("v = \"x\"").Code, Is.EqualTo(ErrorCodes.UnknownColumn));
    }
}
