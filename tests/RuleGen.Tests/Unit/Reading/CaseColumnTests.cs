using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>One CASE of several, and labels beside a WHERE.</summary>
public sealed class CaseColumnTests
{
    private const string Items = """
        CASE WHEN Admission_Method = '11' THEN 'a' END AS First,
        [Second one] = CASE WHEN Admission_Method = '12' THEN 2 ELSE 0 END,
        CASE WHEN Admission_Method = '13' THEN CASE_LABEL END
        """;

    private static readonly string[] Forms =
    [
        $"{Fragment}\nWHERE Administrative_Category = '01'",
        $"SELECT APCS_Ident, {Fragment} FROM APCS WHERE Administrative_Category = '01'",
        $"CREATE VIEW v AS SELECT APCS_Ident, {Fragment} FROM APCS WHERE Administrative_Category = '01'",
    ];

    private static string Fragment => Items.Replace("CASE_LABEL", "'c'", StringComparison.Ordinal);

    [TestCaseSource(nameof(Forms))]
    public void Without_a_choice_they_are_listed(string text)
    {
        var problem = Reading.Problems(text).Single();

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.SeveralCases));
        Assert.That(
            problem.Message,
            Is.EqualTo("The text has 3 CASE columns: 1 First, 2 Second one, 3 (without a name)")
        );
        Assert.That(problem.Remedy, Does.Contain("--case First"));
    }

    [TestCaseSource(nameof(Forms))]
    public void A_name_or_number_chooses(string text)
    {
        foreach (
            var (wanted, arm) in new[] { ("first", "11"), ("1", "11"), ("Second One", "12"), ("2", "12"), ("3", "13") }
        )
        {
            var read = Choose(text, wanted);

            Assert.That(
                read.Coding.Arms.Single().When,
                Is.EqualTo(Reading.Where($"Admission_Method = '{arm}'")),
                wanted
            );
            Assert.That(read.Coding.Exclusions, Is.EqualTo(Reading.Where("Administrative_Category = '01'")));
            Assert.That(
                read.Notes.Count(note => note.Message.StartsWith("The CASE ", StringComparison.Ordinal)),
                Is.EqualTo(2)
            );
        }
    }

    [TestCaseSource(nameof(Forms))]
    public void A_name_that_is_not_there_is_refused(string text) =>
        Assert.That(
            Refused.Problems(() => Choose(text, "fourth")).Single().Message,
            Does.Contain("column is called 'fourth'")
        );

    [Test]
    public void An_only_case_must_have_the_name()
    {
        const string Text = "CASE WHEN 1=1 THEN 'a' END AS Here";

        Assert.That(Choose(Text, "HERE").Coding.Arms, Has.Count.EqualTo(1));
        Assert.That(
            Refused.Problems(() => Choose(Text, "There")).Single().Message,
            Is.EqualTo("No CASE column is called 'There'; the text has: 1 Here")
        );
    }

    [Test]
    public void A_case_within_a_condition_is_none_of_them() =>
        Assert.That(
            Reading.Problems("CASE WHEN (CASE WHEN 1=1 THEN 1 END) = 1 THEN 'a' END").Select(problem => problem.Code),
            Has.None.EqualTo(ErrorCodes.SeveralCases)
        );

    [TestCase("'a' AS strategy WHERE 1=1", "'a'")]
    [TestCase(", 'a' AS [strategy]\nWHERE 1=1", "'a'")]
    [TestCase("'a' strategy, WHERE 1=1", "'a'")]
    [TestCase("strategy = N'a' WHERE 1=1", "N'a'")]
    [TestCase("SELECT APCS_Ident, 'a' AS strategy FROM APCS WHERE 1=1", "'a'")]
    [TestCase("SELECT APCS_Ident, 1 AS flag FROM APCS WHERE 1=1", "1")]
    public void A_label_beside_a_where_is_an_arm_that_is_always_taken(string text, string label)
    {
        var coding = Reading.Coding(text);

        Assert.That(coding, Is.EqualTo(Reading.Coding($"CASE WHEN 1=1 THEN {label} END WHERE 1=1")));
    }

    [TestCase("SELECT *, 'a' [strategy], 1 [fraction] FROM APCS WHERE 1=1", "strategy", "'a'")]
    [TestCase("SELECT *, 'a' [strategy], 1 [fraction] FROM APCS WHERE 1=1", "2", "1")]
    public void Of_several_constants_one_is_chosen(string text, string wanted, string label)
    {
        Assert.That(
            Reading.Problems(text).Single().Message,
            Is.EqualTo("The text has 2 constant columns: 1 strategy, 2 fraction")
        );
        Assert.That(
            Choose(text, wanted).Coding,
            Is.EqualTo(Reading.Coding($"CASE WHEN 1=1 THEN {label} END WHERE 1=1"))
        );
    }

    [TestCase("SELECT 'a' AS s, Age_At_Start_of_Spell_SUS * 2 AS n, UPPER(Admission_Method) AS m FROM APCS WHERE 1=1")]
    [TestCase("SELECT CASE WHEN 1=1 THEN 'a' END AS s, CAST(Admission_Method AS int) AS n FROM APCS WHERE 1=1")]
    public void What_is_computed_beside_a_label_is_passed_over(string text)
    {
        var read = Reading.Read(text);

        Assert.That(read.Coding.Arms.Single().Then, Is.EqualTo(Label.Of("a")));
        Assert.That(
            read.Notes.Select(note => note.Message),
            Has.All.Contains("is passed over: it is shown beside the ")
        );
    }

    [TestCase("SELECT 1 AS n, UPPER(Admission_Method) AS s FROM APCS WHERE 1=1", "function 'UPPER'")]
    [TestCase("SELECT 'a' AS s, MAX(Admission_Method) AS n FROM APCS WHERE 1=1", "'MAX' makes one row of several")]
    [TestCase("SELECT 'a' AS s, 1 + MAX(Admission_Method) AS n FROM APCS WHERE 1=1", "arithmetic")]
    [TestCase("SELECT 'a' AS s, ROW_NUMBER() OVER (ORDER BY Admission_Method) AS n FROM APCS WHERE 1=1", "OVER")]
    [TestCase("SELECT 'a' AS s, dbo.f(Admission_Method) AS n FROM APCS WHERE 1=1", "function 'F'")]
    [TestCase("SELECT 'a' AS s, 1 + (SELECT MAX(x) FROM y) AS n FROM APCS WHERE 1=1", "arithmetic")]
    public void What_may_be_the_label_or_change_rows_is_refused(string text, string message) =>
        Assert.That(Reading.Problems(text).Select(problem => problem.Message), Has.Some.Contains(message));

    [TestCase("'a' WHERE 1=1")]
    [TestCase("Admission_Method = 'a' WHERE 1=1")]
    [TestCase("'a' AS strategy, 'b' AS other WHERE 1=1")]
    [TestCase("strategy = 'a' AND 1=1")]
    public void What_is_no_label_is_refused(string text) => Assert.That(Reading.Problems(text), Is.Not.Empty);

    private static ReadResult Choose(string text, string wanted) =>
        CodingReader.Read(text, Apcs.Source, new ReadOptions { Case = wanted });
}
