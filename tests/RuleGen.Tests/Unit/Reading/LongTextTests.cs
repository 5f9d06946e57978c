using RuleGen.Model;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>Reading takes time in proportion to a text, however it is divided into lines.</summary>
public sealed class LongTextTests
{
    /// <summary>Milliseconds: a hundred times what it takes, and a fraction of what a quadratic way takes.</summary>
    private const int Patience = 30_000;

    [Test]
    [MaxTime(Patience)]
    public void A_list_of_a_megabyte_on_one_line_is_read() =>
        Assert.That(
            In(Reading.Coding($"WHEN Admission_Method IN ({List(100_000, i => $"'A{i:D5}'")}) THEN 'x'")).Items,
            Has.Count.EqualTo(100_000)
        );

    [TestCase("‘{0:D5}’")]
    [TestCase("''{0:D5}''")]
    [TestCase("“{0:D5}”")]
    [TestCase("’{0:D5}'")]
    [MaxTime(Patience)]
    public void A_long_list_in_quotes_of_a_web_page_on_one_line_is_read(string literal) =>
        Assert.That(
            In(
                Reading.Coding(
                    $"WHEN Admission_Method IN ({List(20_000, i => string.Format(null, literal, i))}) THEN 'x'"
                )
            ).Items[^1],
            Is.EqualTo(StringLiteral.Of("19999"))
        );

    [Test]
    [MaxTime(Patience)]
    public void Thousands_of_statements_that_are_none_before_a_coding_are_refused()
    {
        var text =
            "USE Warehouse;\n"
            + string.Concat(Enumerable.Repeat("foo bar;\n", 3_000))
            + "WHERE Admission_Method = '11'";

        Assert.That(() => Reading.Read(text), Throws.InstanceOf<RuleGenException>());
    }

    [TestCase("OR")]
    [TestCase("AND")]
    [MaxTime(Patience)]
    public void Twenty_thousand_terms_on_one_line_are_read(string connective)
    {
        var condition = string.Join($" {connective} ", Terms(20_000));

        var read = Reading.Coding($"WHEN {condition} THEN 'x'").Arms[0].When;

        Assert.That(read.Children, Has.Count.EqualTo(20_000));
    }

    [TestCase("CASE\n{0}WHEN Admission_Method = '1' THEN 'x' END", CommentPlacement.Before)]
    [TestCase("WHEN Admission_Method = '1' AND\n{0} Admission_Method <> '2' THEN 'x'", CommentPlacement.Before)]
    [TestCase("WHEN Admission_Method = '1'\n{0} THEN 'x'", CommentPlacement.After)]
    [MaxTime(Patience)]
    public void Fifty_thousand_comment_lines_are_kept(string text, CommentPlacement placement)
    {
        var comments = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"-- comment {i}\n"));

        var coding = Reading.Coding(string.Format(null, text, comments));

        var kept = coding
            .Arms[0]
            .When.SelfAndDescendants()
            .Select(predicate => predicate.Documentation)
            .Append(coding.Arms[0].Documentation)
            .SelectMany(documentation => documentation.Comments)
            .ToList();
        Assert.That(kept, Has.Count.EqualTo(50_000));
        Assert.That(kept[^1], Is.EqualTo(new Comment("comment 49999", placement)));
    }

    [TestCase("'{0}", "RG0101")]
    [TestCase("‘{0}", "RG0103")]
    [TestCase("''{0}", "RG0101")]
    [TestCase("[{0}", "RG0103")]
    [TestCase("\"{0}", "RG0101")]
    [TestCase("'{0}' x", "RG0101")]
    [TestCase("'{0}' )", "RG0104")]
    [TestCase("– – – – '{0}'", "RG0101")]
    [MaxTime(Patience)]
    public void What_is_wrong_with_a_long_line_is_told(string literal, string code) =>
        Assert.That(
            Problems($"WHEN Admission_Method IN ({List(20_000, i => string.Format(null, literal, i))}) THEN 'x' END")
                .Select(problem => problem.Code.Id),
            Has.Member(code)
        );

    [Test]
    [MaxTime(Patience)]
    public void Of_a_condition_with_countless_problems_the_first_are_told()
    {
        var problems = Problems($"WHEN {string.Join(' ', Terms(20_000))} THEN 'x'");

        Assert.That(problems, Has.Count.InRange(100, 10_000));
        Assert.That(
            problems[^1].Message,
            Is.EqualTo("The rest of the condition is not looked at: too much is wrong before it")
        );
    }

    [TestCase("{0}", 1_000, 999)]
    [TestCase("{0} )", 1_000, 1_999)]
    [MaxTime(Patience)]
    public void Of_a_condition_with_many_problems_all_are_told(string term, int terms, int problems) =>
        Assert.That(
            Problems($"WHEN {string.Join(' ', Terms(terms).Select(each => string.Format(null, term, each)))} THEN 'x'"),
            Has.Count.EqualTo(problems)
        );

    [Test]
    public void A_literal_as_long_as_a_pattern_may_be_is_read_in_quotes_of_a_web_page()
    {
        var text = new string('A', 4_000);

        Assert.That(
            Reading.Coding($"WHEN Any_Spell_Diagnosis = ‘{text}’ THEN 'x'").Arms[0].When.Scalars,
            Has.Member(StringLiteral.Of(text))
        );
    }

    private static In In(Coding coding) => (In)coding.Arms[0].When;

    private static string List(int count, Func<int, string> item) =>
        string.Join(", ", Enumerable.Range(0, count).Select(item));

    private static IEnumerable<string> Terms(int count) =>
        Enumerable.Range(0, count).Select(i => $"Admission_Method = 'A{i:D5}'");

    private static ValueList<Problem> Problems(string text) => Reading.Problems(text);
}
