namespace RuleGen.Tests.Unit.Reading;

/// <summary>Variables that a script gives a literal (rule 6.5 for their lengths).</summary>
public sealed class ConstantTests
{
    [TestCase("DECLARE @x varchar(9) = '11'", "'11'")]
    [TestCase("DECLARE @x varchar(max) = ('11')", "'11'")]
    [TestCase("DECLARE @y int = 1, @X varchar(9) = '11'", "'11'")]
    [TestCase("DECLARE @x varchar(9); SET @x = '11'", "'11'")]
    [TestCase("DECLARE @x varchar(9) = '21'; SET @x = '11'; PRINT @x", "'11'")]
    [TestCase("DECLARE @x nvarchar(2) = '11'", "N'11'")]
    [TestCase("DECLARE @x char(2) = '11'", "'11'")]
    [TestCase("DECLARE @x varchar(9) = N'11'", "'11'")]
    [TestCase("DECLARE @x varchar(9) = '11'\nGO\n", null)]
    [TestCase("DECLARE @x varchar(9)", null)]
    [TestCase("DECLARE @x varchar(9) = NULL", null)]
    [TestCase("DECLARE @x varchar(9) = 'a' + 'b'", null)]
    [TestCase("DECLARE @x varchar = '11'", null)]
    [TestCase("DECLARE @x varchar(1) = '11'", null)]
    [TestCase("DECLARE @x char(3) = '11'", null)]
    [TestCase("DECLARE @x int = '11'", null)]
    [TestCase("DECLARE @x varchar(9) = 11", null)]
    [TestCase("DECLARE @x varchar(9) = '11'; IF 1 = 2 SET @x = '21'", null)]
    [TestCase("DECLARE @x varchar(9) = '11'; SET @x += '1'", null)]
    [TestCase("DECLARE @x varchar(9) = '11'; SELECT @x = name FROM sys.tables", null)]
    [TestCase("DECLARE @x varchar(9) = N'ж'", null)]
    public void A_text(string before, string? literal) => Check(before, "Admission_Method = ", literal);

    [TestCase("DECLARE @x int = 18", "18")]
    [TestCase("DECLARE @x tinyint = (18)", "18")]
    [TestCase("DECLARE @x bigint = -1", "-1")]
    [TestCase("DECLARE @x tinyint = 256", null)]
    [TestCase("DECLARE @x tinyint = -1", null)]
    [TestCase("DECLARE @x decimal(5, 2) = 18", null)]
    public void A_number(string before, string? literal) => Check(before, "Age_At_Start_of_Spell_SUS < ", literal);

    [Test]
    public void It_may_be_a_pattern_and_a_member_of_a_list()
    {
        var coding = Reading.Coding(
            """
            DECLARE @dx varchar(10) = 'M54%', @a varchar(2) = '11', @b varchar(2) = '12';
            SELECT CASE WHEN Primary_Spell_Diagnosis LIKE @dx AND Admission_Method IN (@a, @b, '13') THEN 'x' END FROM APCS
            """
        );

        Assert.That(
            coding,
            Is.EqualTo(
                Reading.Coding(
                    "CASE WHEN Primary_Spell_Diagnosis LIKE 'M54%' AND Admission_Method IN ('11', '12', '13') THEN 'x' END"
                )
            )
        );
    }

    [Test]
    public void A_script_within_a_literal_has_variables_of_its_own()
    {
        var text = "DECLARE @x varchar(9) = '11'; EXEC (N'SELECT * FROM APCS WHERE Admission_Method = @x')";

        Assert.That(Reading.Problems(text).Single().Message, Does.Contain("variable '@x'"));
    }

    private static void Check(string before, string condition, string? literal)
    {
        var text = $"{before}\nSELECT * FROM APCS WHERE {condition}@x";
        if (literal is null)
        {
            Assert.That(Reading.Problems(text).Select(problem => problem.Message), Has.Some.Contains("variable '@x'"));
            return;
        }

        var read = Reading.Read(text);
        Assert.That(read.Coding.Exclusions, Is.EqualTo(Reading.Where($"{condition}{literal}")));
        Assert.That(
            read.Notes.Select(note => note.Message),
            Has.Some.EqualTo($"@x is read as {literal.TrimStart('N')}, which the script gives it")
        );
    }
}
