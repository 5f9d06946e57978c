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

    [TestCase("WHERE Age_At_Start_of_Spell_SUS &lt; 18", "1:33: '&lt;' is '<'", "WHERE Age_At_Start_of_Spell_SUS < 18")]
    [TestCase(
        "WHERE Admission_Method = &#39;11&#39;\nAND Age_At_Start_of_Spell_SUS&gt;18",
        "1:26: '&#39;' is a single quote, '&gt;' is '>'",
        "WHERE Admission_Method = '11'\n    AND Age_At_Start_of_Spell_SUS > 18"
    )]
    [TestCase(
        "WHERE Admission_Method = &#x27;11&#X27;",
        "1:26: '&#x27;' is a single quote, '&#X27;' is a single quote",
        "WHERE Admission_Method = '11'"
    )]
    [TestCase("WHERE&nbsp;1=1", "1:6: '&nbsp;' is a blank", "WHERE 1=1")]
    [TestCase(
        "SELECT * FROM dbo.APCS WHERE Age_At_Start_of_Spell_SUS &lt;&gt; 1",
        "1:56: '&lt;' is '<', '&gt;' is '>'",
        "WHERE Age_At_Start_of_Spell_SUS <> 1"
    )]
    [TestCase("WHERE 1=1<br>AND 1=2", "1:10: '<br>' is a new line", "WHERE 1=1\n    AND 1=2")]
    [TestCase(
        "<p class=\"code\">WHERE <b>1=1</b></p>",
        "1:1: '<p class=\"code\">' is a new line, '<b>' is nothing, '</b>' is nothing, '</p>' is a new line",
        "WHERE 1=1"
    )]
    [TestCase("WHERE 1=1<BR />", "1:10: '<BR />' is a new line", "WHERE 1=1")]
    [TestCase(
        "WHERE Admission_Method &lt;&gt; 'a&amp;b'",
        "1:24: '&lt;' is '<', '&gt;' is '>'",
        "WHERE Admission_Method <> 'a&b'"
    )]
    public void The_source_of_a_page_is_read_as_the_browser_shows_it(string text, string note, string read)
    {
        var result = RuleGenProcess.RunWithInput(text, "read", "-");

        var (place, marks) = (
            note[..note.IndexOf(' ', StringComparison.Ordinal)],
            note[(note.IndexOf(' ', StringComparison.Ordinal) + 1)..]
        );
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(
            result.ErrorLines[0],
            Is.EqualTo(
                $"(standard input):{place} The text is the source of a web page, and is read as the browser shows it: {marks}"
            )
        );
        Assert.That(result.Output.Trim(), Is.EqualTo(read));
    }

    [Test]
    public void What_is_wrong_in_the_source_of_a_page_is_shown_where_it_stands_there()
    {
        var result = RuleGenProcess.RunWithInput(
            "WHERE Age_At_Start_of_Spell_SUS &lt; 18<br>AND Nobody = 1",
            "read",
            "-"
        );

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.ErrorLines[0], Does.StartWith("(standard input):1:48: RG0105: "));
    }

    [TestCase("WHERE Age_At_Start_of_Spell_SUS &amp;lt; 18", "1:33: RG0114: '&lt;' is HTML")]
    [TestCase("WHERE 1=1 &amp;lt;br&gt;", "1:11: RG0114: '&lt;' is HTML")]
    public void The_source_of_a_source_is_refused(string text, string message)
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
