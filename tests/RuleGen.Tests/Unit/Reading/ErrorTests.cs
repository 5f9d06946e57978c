using System.Globalization;

namespace RuleGen.Tests.Unit.Reading;

public sealed class ErrorTests
{
    private static readonly string Nots = string.Concat(Enumerable.Repeat("NOT ", 90));

    [TestCase("WHERE Admission_Method", "1:7 RG0101")]
    [TestCase("WHERE Admission_Method =", "1:24 RG0101")]
    [TestCase("WHERE", "1:1 RG0101")]
    [TestCase("WHERE 1=1 AND", "1:11 RG0101")]
    [TestCase("WHERE AND 1=1", "1:7 RG0101")]
    [TestCase("WHERE 1=1 AND ()", "1:15 RG0101")]
    [TestCase("WHERE Age_At_Start_of_Spell_SUS BETWEEN 1 2", "1:41 RG0101")]
    [TestCase("WHERE 1=1 – not so", "1:11 RG0101")]
    [TestCase("WHERE 1=1 /* not so", "1:11 RG0101")]
    [TestCase("WHERE 1=1 WHERE 1=2", "1:11 RG0101")]
    [TestCase("WHERE ISNULL(Admission_Method) = '1'", "1:7 RG0101")]
    [TestCase("WHEN 1=1", "1:1 RG0101")]
    [TestCase("WHEN 1=1 'x'", "1:1 RG0101")]
    [TestCase("WHEN 1=1 THEN", "1:10 RG0101")]
    [TestCase("WHEN 1=1 THEN ('x'", "1:15 RG0101")]
    [TestCase("THEN 'x'", "1:1 RG0101")]
    [TestCase("WHEN 1=1 THEN 'x' END", "1:19 RG0101")]
    [TestCase("CASE WHEN 1=1 THEN 'x'", "1:1 RG0101")]
    [TestCase("CASE WHEN 1=1 THEN 'x' 1=2 END", "1:24 RG0101")]
    [TestCase("CASE WHEN 1=1 THEN 'x' END WHEN 1=1 THEN 'y'", "1:28 RG0101")]
    [TestCase("ELSE 'x'", "1:1 RG0101")]
    [TestCase("WHEN 1=1 THEN 'x'\nAND 1=1", "2:1 RG0101")]
    [TestCase("WHERE 1=1 1=2", "1:11 RG0102")]
    [TestCase("WHERE Admission_Method = '1'\nAny_Spell_Diagnosis IS NULL", "2:1 RG0102")]
    [TestCase("WHERE (1=1 OR (1=2 NOT 1=3))", "1:20 RG0102")]
    [TestCase("WHERE (1=1)\n(1=2 OR 1=3)", "2:1 RG0102")]
    [TestCase("WHERE Admission_Method = '1", "1:26 RG0103")]
    [TestCase("WHERE Admission_Method LIKE ('1%)", "1:30 RG0103")]
    [TestCase("WHERE Admission_Method LIKE ‘1% AND 1=1", "1:29 RG0103")]
    [TestCase("WHERE Admission_Method = '1 AND Administrative_Category = '2'", "1:26 RG0103")]
    [TestCase("WHERE Admission_Method IN ('1', '2, '3')", "1:33 RG0103")]
    [TestCase("WHERE [Admission_Method = '1'", "1:7 RG0103")]
    [TestCase("WHERE \"Admission_Method = '1'", "1:7 RG0103")]
    [TestCase("WHERE (1=1", "1:7 RG0104")]
    [TestCase("WHERE 1=1)", "1:10 RG0104")]
    [TestCase("WHERE LEFT(Admission_Method, 1 = '2'", "1:11 RG0104")]
    [TestCase("WHEN ((1=1) THEN 'x'\nExclusions\nWHERE 1=1", "1:6 RG0104")]
    [TestCase("WHERE Foo = 1", "1:7 RG0105")]
    [TestCase("WHERE 1=1 AND APCS.Foo = 1", "1:15 RG0105")]
    [TestCase("WHERE Admission_Method = \"1\"", "1:26 RG0105")]
    [TestCase("", "1:1 RG0107")]
    [TestCase(" \n-- only a comment\n", "1:1 RG0107")]
    [TestCase("Exclusions\nnone", "1:1 RG0107")]
    public void An_error_is_placed_and_alone(string text, string place) =>
        Assert.That(Reading.Places(text), Is.EqualTo([place]));

    [TestCase("Admission_Method = NULL", "IS NULL")]
    [TestCase("Admission_Method <> NULL", "IS NOT NULL")]
    [TestCase("PATINDEX('%x%', Admission_Method) > 1", "PATINDEX")]
    [TestCase("LEN(Admission_Method) = Age_At_Start_of_Spell_SUS", "LEN")]
    [TestCase("LOWER(NULLIF(Admission_Method, '')) IS NULL", "NULLIF")]
    [TestCase("COUNT(*) > 1", "COUNT")]
    [TestCase("CAST(Age_At_Start_of_Spell_SUS AS tinyint) = 1", "a conversion of int to tinyint")]
    [TestCase("CONVERT(int, Admission_Method) = 1", "a conversion of varchar(2) to int")]
    [TestCase("Age_At_Start_of_Spell_SUS + 1 = 2", "arithmetic")]
    [TestCase("Age_At_Start_of_Spell_SUS > +2", "arithmetic")]
    [TestCase("Age_At_Start_of_Spell_SUS !> 2", "<=")]
    [TestCase("Age_At_Start_of_Spell_SUS !< 2", ">=")]
    [TestCase("Age_At_Start_of_Spell_SUS BETWEEN 1 AND Der_Age_at_CDS_Activity_Date", "BETWEEN")]
    [TestCase("Age_At_Start_of_Spell_SUS IN (1, Der_Age_at_CDS_Activity_Date)", "IN")]
    [TestCase("Admission_Method LIKE Administrative_Category", "not a literal")]
    [TestCase("Admission_Method LIKE '2' + '%'", "arithmetic")]
    [TestCase("Admission_Method LIKE 'a' {ESCAPE '!'}", "braces")]
    [TestCase("Admission_Method = @method", "@method")]
    [TestCase("Admission_Method IN (SELECT 1)", "subquery")]
    [TestCase("EXISTS (SELECT 1 FROM x WHERE y = 1)", "subquery")]
    [TestCase("Age_At_Start_of_Spell_SUS = (SELECT MAX(x) FROM y)", "subquery")]
    [TestCase("CASE WHEN 1=1 THEN 'x' END = 'x'", "CASE")]
    [TestCase("Admission_Method COLLATE Latin1_General_BIN2 = '1'", "COLLATE")]
    [TestCase("Admission_Method = '1' COLLATE Latin1_General_CI_AS", "COLLATE")]
    [TestCase("dbo.APCS.Admission_Method = '1'", "dbo.APCS.Admission_Method")]
    [TestCase("LEFT(Admission_Method, Age_At_Start_of_Spell_SUS) = '1'", "LEFT")]
    [TestCase("CONTAINS(Admission_Method, 'x')", "full-text")]
    [TestCase("ISNULL(Admission_Method, NULL) = '1'", "NULL")]
    [TestCase("1=1 GROUP BY Admission_Method", "GROUP BY")]
    [TestCase("1=1 ORDER BY Admission_Method", "ORDER BY")]
    public void A_construct_outside_of_codings_is_named(string condition, string named)
    {
        var problem = Reading.Problems($"WHERE {condition}").Single();

        Assert.That(problem.Code.Id, Is.EqualTo("RG0106"));
        Assert.That(problem.Message + problem.Remedy, Does.Contain(named));
        Assert.That(problem.Excerpt, Is.Not.Null);
    }

    [TestCase("WHEN 1=1 THEN 1.5", "1:15 RG0106")]
    [TestCase("WHEN 1=1 THEN Admission_Method", "1:15 RG0106")]
    [TestCase("WHEN 1=1 THEN 'a' + 'b'", "1:15 RG0106")]
    [TestCase("CASE Admission_Method THEN 'x' END", "1:1 RG0101")]
    [TestCase("CASE ELSE 'x' END", "1:1 RG0101")]
    [TestCase("CASE GROUP BY x END", "1:1 RG0101")]
    [TestCase("CASE WHEN 1=1 THEN 'x' END, CASE WHEN 1=1 THEN 'x' END", "1:1 RG0115")]
    [TestCase("CASE WHEN 1=1 THEN 'x' END FROM dbo.APCS", "1:28 RG0106")]
    public void A_part_outside_of_codings_is_refused(string text, string place) =>
        Assert.That(Reading.Places(text), Does.Contain(place));

    [TestCase("Age_At_Start_of_Spell_SUS = '5'", "1:7 RG0001")]
    [TestCase("1=1 AND LEFT(Age_At_Start_of_Spell_SUS, 1) = '5'", "1:15 RG0001")]
    [TestCase("1=1 AND Admission_Method = 2", "1:15 RG0001")]
    [TestCase("'a' = 'a'", "1:7 RG0001")]
    [TestCase("Admission_Method LIKE '[^]'", "1:7 RG0002")]
    [TestCase("Admission_Method = 'ß'", "1:7 RG0003")]
    [TestCase("Admission_Method LIKE '[a-!]'", "1:7 RG0004")]
    [TestCase("LEFT(Admission_Method, -1) = 'x'", "1:7 RG0005")]
    [TestCase("APCS_Ident = 99999999999999999999", "1:20 RG0005")]
    public void What_a_factory_refuses_is_placed(string condition, string place) =>
        Assert.That(Reading.Places($"WHERE {condition}"), Is.EqualTo([place]));

    [Test]
    public void The_nearest_column_is_suggested()
    {
        var problem = Reading.Problems("WHERE Admision_Method = '1'").Single();

        Assert.That(
            problem.ToString(),
            Is.EqualTo(
                "1:7: RG0105: The source [dbo].[APCS] has no column 'Admision_Method'. Did you mean 'Admission_Method'? "
                    + "Else add the column to the schema file. Near: Admision_Method"
            )
        );
    }

    [Test]
    public void Independent_errors_are_reported_together()
    {
        const string Text = """
            WHEN (Admision_Method = '1' OR 1=1)
            AND Any_Spell_Diagnosis LIKE '%M54%'
            Primary_Spell_Diagnosis LIKE '%M55%'
            THEN 'x'
            Exclusions
            WHERE 1=1
            AND Administrative_Category <> '02
            AND Admission_Method IS NOT NULL
            """;

        Assert.That(Reading.Places(Text), Is.EqualTo(["1:7 RG0105", "3:1 RG0102", "7:32 RG0103"]));
    }

    [Test]
    public void One_error_of_every_kind_is_reported_at_its_place()
    {
        const string Text = """
            WHEN Foo = 1 AND (Age_At_Start_of_Spell_SUS = '1' OR Admission_Method = NULL) AND NOT (1=1 1=2) THEN 3.5
            WHEN ((1=1) AND Admission_Method LIKE THEN 'x'
            WHERE Admission_Method = ‘1 OR ABS(Admission_Method) = 1
            AND Bar IS NULL AND Admission_Method LIKE '[^]'
            """;

        Assert.That(
            Reading.Places(Text),
            Is.EqualTo([
                "1:6 RG0105",
                "1:19 RG0001",
                "1:54 RG0106",
                "1:92 RG0102",
                "1:102 RG0106",
                "2:6 RG0104",
                "2:34 RG0101",
                "3:26 RG0103",
                "3:32 RG0106",
                "4:5 RG0105",
                "4:21 RG0002",
            ])
        );
    }

    [Test]
    public void Positions_are_those_of_the_text_as_given()
    {
        var text = "\uFEFFSQL code\r\n\r\nWHERE Admission\u200B _ Method = ‘1’ \rAND Foo\u00A0= 1";

        Assert.That(Reading.Places(text), Is.EqualTo(["4:5 RG0105"]));
    }

    [Test]
    public void The_excerpt_is_the_text_as_given_on_one_line() =>
        Assert.That(
            Reading.Problems("WHERE SOUNDEX(\n  Admission_Method\t)\n = 1").Single().Excerpt,
            Is.EqualTo("SOUNDEX( Admission_Method )")
        );

    [Test]
    public void Nesting_beyond_all_reason_is_refused()
    {
        foreach (
            var (open, close) in new[]
            {
                ("(", ")"),
                ("NOT ", ""),
                ("NOT (", ")"),
                ("ISNULL(", ", 1)"),
                (Nots + "(", ")"),
            }
        )
        {
            var text =
                "WHERE "
                + string.Concat(Enumerable.Repeat(open, 2000))
                + "1=1"
                + string.Concat(Enumerable.Repeat(close, 2000));

            Assert.That(Reading.Problems(text).Select(problem => problem.Code.Id), Is.EqualTo(["RG0106"]), open);
        }
    }

    [TestCase("tr-TR")]
    [TestCase("de-DE")]
    public void Messages_are_the_same_under_every_culture(string culture)
    {
        const string Text = "WHERE Admission_Methods = '1' AND 1=1 1=2 AND len(Admission_Method) = 1";
        var invariant = Reading.Problems(Text).Select(problem => problem.ToString()).ToList();
        var before = CultureInfo.DefaultThreadCurrentCulture;
        List<string> other = [];
        var thread = new Thread(() => other = Reading.Problems(Text).Select(problem => problem.ToString()).ToList());
        CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(culture);
        thread.Start();
        thread.Join();
        CultureInfo.DefaultThreadCurrentCulture = before;

        Assert.That(other, Is.EqualTo(invariant));
    }
}
