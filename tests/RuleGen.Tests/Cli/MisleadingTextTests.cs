namespace RuleGen.Tests.Cli;

/// <summary>
/// Texts as people paste them, with something before, around or in them that is no part of a coding: the message says what
/// it is, where it stands and what to do.
/// </summary>
public sealed class MisleadingTextTests
{
    private const string Condition = "(Admission_Method = '11' OR Admission_Method = '12')";

    [TestCase("Exclusions\n" + Condition)]
    [TestCase("WHERE 1=1 AND\nCancer exclusion\n" + Condition)]
    [TestCase("WHERE 1=1 AND NOT\nCancer exclusion\nAll ages:\n" + Condition)]
    [TestCase("WHERE\nCancer exclusion\n" + Condition)]
    [TestCase("WHEN Admission_Method = '11' AND\nDiagnosis\n" + Condition + "\nTHEN 'x'")]
    [TestCase("WHEN\nInclusion\n( Admission_Method\n= '11' )\nTHEN 'x'")]
    public void A_heading_before_a_parenthesis_is_passed_over(string text)
    {
        var heading = Array.Find(
            text.Split('\n'),
            line => !line.Contains('(', StringComparison.Ordinal) && !line.StartsWith("WHE", StringComparison.Ordinal)
        );

        var result = RuleGenProcess.RunWithInput(text, "read", "-");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain($"'{heading}' is no T-SQL, and is passed over as a heading"));
        Assert.That(result.Output, Does.Not.Contain("xclusion").And.Contain("Admission_Method = '11'"));
    }

    [TestCase("WHERE 1=1\nCancer exclusion\n" + Condition, "3:1: RG0102: '(' starts a condition")]
    [TestCase(
        "Exclusions (cancer)\n" + Condition,
        "1:1: RG0101: 'Exclusions (cancer)' is no T-SQL. If it is a heading, write '--' before it or take the line out."
    )]
    [TestCase(
        "WHERE 1=1\nAND\nCancer (any)\n" + Condition,
        "3:1: RG0101: 'Cancer (any)' is no T-SQL. If it is a heading, write '--' before it or take the line out."
    )]
    [TestCase(
        ", MAX(CASE WHEN 1=1 THEN 'x' END) AS grp",
        "1:3: RG0110: 'MAX' around the CASE makes one row of several"
    )]
    [TestCase("max( case when 1=1 then 'x' end )", "1:1: RG0110: 'MAX' around the CASE makes one row of several")]
    [TestCase("SUM(CASE WHEN 1=1 THEN 1 ELSE 0 END) [n]\nWHERE 1=1", "1:1: RG0110: 'SUM' around the CASE")]
    [TestCase("ISNULL(CASE WHEN 1=1 THEN 'x' END, 'none') AS grp", "1:1: RG0110: 'ISNULL' around the CASE")]
    [TestCase("COALESCE((CASE WHEN 1=1 THEN 'x' END), 'none')", "1:1: RG0110: 'COALESCE' around the CASE")]
    [TestCase("'low-' + CASE WHEN 1=1 THEN 'x' END AS grp", "1:1: RG0110: '+' puts something to the labels")]
    [TestCase("CASE WHEN 1=1 THEN 'x' END + '-low' AS grp", "1:1: RG0110: '+' puts something to the labels")]
    [TestCase(
        "CASE WHEN 1=1 THEN 'x' END COLLATE Latin1_General_BIN AS g",
        "1:1: RG0110: 'COLLATE Latin1_General_BIN'"
    )]
    [TestCase("(CASE WHEN 1=1 THEN 'x' END) AS grp", "1:1: RG0110: The CASE stands in parentheses")]
    [TestCase("IIF(Admission_Method = '11', 'x', 'y') AS grp", "1:1: RG0110: 'IIF' is no CASE. Write CASE WHEN")]
    [TestCase("MAX(Admission_Method) OVER (ORDER BY 1) AS x", "1:1: RG0110: 'MAX … OVER' looks at several rows")]
    [TestCase("WHERE 1=1; DELETE FROM dbo.APCS", "1:12: RG0111: 'DELETE' starts a statement beside the coding")]
    [TestCase("WHEN 1=1 THEN 'x'\nupdate dbo.APCS SET a = 1", "2:1: RG0111: 'UPDATE' starts a statement")]
    public void What_cannot_be_read_is_named_with_its_place_and_remedy(string text, string message)
    {
        var result = RuleGenProcess.RunWithInput(text, "read", "-");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.ErrorLines, Has.One.Contains(": RG").And.One.StartsWith($"(standard input):{message}"));
    }

    [TestCase(",CASE WHEN Admission_Method = '11' THEN 'x' END AS grp", "1:1: ',' is passed over")]
    [TestCase(",\nCASE WHEN Admission_Method = '11' THEN 'x' END,", "1:1: ',' is passed over")]
    [TestCase("  , WHEN Admission_Method = '11' THEN 'x'", "1:3: ',' is passed over")]
    [TestCase(
        ", grp = CASE WHEN Admission_Method = '11' THEN 'x' END",
        "1:3: The alias grp before CASE is passed over"
    )]
    [TestCase("[g] = CASE WHEN Admission_Method = '11' THEN 'x' END", "1:1: The alias [g] before CASE is passed over")]
    public void What_changes_nothing_is_noted_and_passed_over(string text, string note)
    {
        var result = RuleGenProcess.RunWithInput(text, "read", "-");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain($"(standard input):{note}\n"));
        Assert.That(result.Output, Does.Contain("Admission_Method = '11'").And.Contain("THEN 'x'"));
    }

    [TestCase(
        "WHERE Age_At_Start_of_Spell_SUS &lt; 18",
        "1:33: RG0114: '&lt;' is HTML, not T-SQL: the text is the source of a web page. Copy it from the page as the browser "
            + "shows it; or write '<' for '&lt;'."
    )]
    [TestCase(
        "WHERE Admission_Method = &#39;11&#39;\nAND Age_At_Start_of_Spell_SUS&gt;18",
        "1:26: RG0114: '&#39;' is HTML, not T-SQL: the text is the source of a web page, with 2 more such marks. Copy it from "
            + "the page as the browser shows it; or write a single quote for '&#39;', write '>' for '&gt;'."
    )]
    [TestCase("WHERE Admission_Method = &#x27;11&#X27;", "1:26: RG0114: '&#x27;' is HTML")]
    [TestCase("WHERE Admission_Method = &lsquo;11&rsquo;", "1:26: RG0114: '&lsquo;' is HTML")]
    [TestCase("WHERE&nbsp;1=1", "1:6: RG0114: '&nbsp;' is HTML")]
    [TestCase("SELECT * FROM dbo.APCS WHERE Age_At_Start_of_Spell_SUS &lt;&gt; 1", "1:56: RG0114: '&lt;' is HTML")]
    [TestCase("WHERE 1=1<br>\nAND 1=2", "1:10: RG0114: '<br>' is HTML")]
    [TestCase("<p class=\"code\">WHERE 1=1</p>", "1:1: RG0114: '<p class=\"code\">' is HTML")]
    [TestCase("WHERE 1=1<BR />", "1:10: RG0114: '<BR />' is HTML")]
    public void The_source_of_a_page_is_told_from_its_text(string text, string message)
    {
        var result = RuleGenProcess.RunWithInput(text, "read", "-");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.ErrorLines, Has.Length.EqualTo(1).And.One.StartsWith($"(standard input):{message}"));
    }

    [TestCase("WHERE Admission_Method = 'a&lt;b' -- &lt; <br>\n/* &#39; */")]
    [TestCase("WHERE 1<2")]
    public void Marks_within_literals_and_comments_are_text(string text) =>
        Assert.That(RuleGenProcess.RunWithInput(text, "read", "-").ExitCode, Is.Zero);
}
