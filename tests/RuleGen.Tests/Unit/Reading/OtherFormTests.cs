using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>Forms of T-SQL that are read as another form of the same meaning, with a note (rules 3.9, 5.16, 5.17, 6.19).</summary>
public sealed class OtherFormTests
{
    [TestCase(
        "CASE LEFT(Admission_Method, 1) WHEN '1' THEN 'a' WHEN N'2' THEN 'b' ELSE 'c' END",
        "CASE WHEN LEFT(Admission_Method, 1) = '1' THEN 'a' WHEN LEFT(Admission_Method, 1) = N'2' THEN 'b' ELSE 'c' END"
    )]
    [TestCase(
        "CASE (Age_At_Start_of_Spell_SUS) WHEN 1 THEN 1 WHEN (2) THEN 0 END",
        "CASE WHEN (Age_At_Start_of_Spell_SUS) = 1 THEN 1 WHEN Age_At_Start_of_Spell_SUS = 2 THEN 0 END"
    )]
    [TestCase(
        "IIF(Admission_Method IN ('11', '12') AND (Age_At_Start_of_Spell_SUS > 18), 'a', NULL)",
        "CASE WHEN Admission_Method IN ('11', '12') AND Age_At_Start_of_Spell_SUS > 18 THEN 'a' ELSE NULL END"
    )]
    [TestCase(
        "IIF(Admission_Method = '11', 1, IIF(Admission_Method = '12', 2, iif(1=1, 3, 4))) AS x",
        "CASE WHEN Admission_Method = '11' THEN 1 WHEN Admission_Method = '12' THEN 2 WHEN 1=1 THEN 3 ELSE 4 END"
    )]
    [TestCase("x = IIF(Admission_Method = '11', 'a', 'b')", "CASE WHEN Admission_Method = '11' THEN 'a' ELSE 'b' END")]
    public void A_case_of_another_form(string text, string searched)
    {
        var expected = Plain(Reading.Coding(searched));

        foreach (
            var form in new[]
            {
                text,
                $"SELECT APCS_Ident, {text} FROM APCS",
                $"CREATE VIEW v AS SELECT {text} FROM APCS",
            }
        )
        {
            var read = Reading.Read(form);
            Assert.That(Plain(read.Coding), Is.EqualTo(expected), form);
            Assert.That(read.Notes.Select(note => note.Message), Has.Some.Contains(" is read as CASE WHEN "), form);
        }
    }

    [TestCase("CHARINDEX('M45', Any_Spell_Diagnosis) > 0", "Any_Spell_Diagnosis LIKE '%M45%'")]
    [TestCase("CHARINDEX('M45', Any_Spell_Diagnosis) >= 1", "Any_Spell_Diagnosis LIKE '%M45%'")]
    [TestCase("CHARINDEX(N'M45', Any_Spell_Diagnosis) <> 0", "Any_Spell_Diagnosis LIKE N'%M45%'")]
    [TestCase("0 < (charindex('M45', Any_Spell_Diagnosis))", "Any_Spell_Diagnosis LIKE '%M45%'")]
    [TestCase("CHARINDEX('M45', Any_Spell_Diagnosis) = 0", "Any_Spell_Diagnosis NOT LIKE '%M45%'")]
    [TestCase("1 > CHARINDEX('M45', Any_Spell_Diagnosis)", "Any_Spell_Diagnosis NOT LIKE '%M45%'")]
    [TestCase(
        "NOT CHARINDEX('M_[%]', LEFT(Any_Spell_Diagnosis, 9)) > 0",
        "NOT LEFT(Any_Spell_Diagnosis, 9) LIKE '%M[_][[][%]]%'"
    )]
    [TestCase("PATINDEX('%M4[56]%', Any_Spell_Diagnosis) > 0", "Any_Spell_Diagnosis LIKE '%M4[56]%'")]
    [TestCase("PATINDEX('M4_', Any_Spell_Diagnosis) != 0", "Any_Spell_Diagnosis LIKE 'M4_'")]
    [TestCase("0 = PATINDEX('M4%', Any_Spell_Diagnosis)", "Any_Spell_Diagnosis NOT LIKE 'M4%'")]
    [TestCase("CAST(Admission_Method AS varchar(2)) = '11'", "Admission_Method = '11'")]
    [TestCase("CAST(Admission_Method AS varchar) LIKE '1%'", "Admission_Method LIKE '1%'")]
    [TestCase("TRY_CONVERT(varchar(max), Admission_Method) IS NULL", "Admission_Method IS NULL")]
    [TestCase("CONVERT(bigint, Age_At_Start_of_Spell_SUS) < 19", "Age_At_Start_of_Spell_SUS < 19")]
    [TestCase("TRY_CAST(Age_At_Start_of_Spell_SUS AS int) < 19", "Age_At_Start_of_Spell_SUS < 19")]
    [TestCase("LEN(Admission_Method) = 2", "RTRIM(Admission_Method) LIKE '__'")]
    [TestCase("LEN(Admission_Method) <> 0", "RTRIM(Admission_Method) NOT LIKE ''")]
    [TestCase("LEN(Admission_Method) > 1", "RTRIM(Admission_Method) LIKE '__%'")]
    [TestCase("3 > len(Admission_Method)", "RTRIM(Admission_Method) NOT LIKE '___%'")]
    [TestCase("LEN(Admission_Method) <= 1", "RTRIM(Admission_Method) NOT LIKE '__%'")]
    [TestCase("LEN(Admission_Method) = -1", "RTRIM(Admission_Method) NOT LIKE '%'")]
    [TestCase("LEN(Admission_Method) >= 100000", "RTRIM(Admission_Method) LIKE '___%'")]
    [TestCase(
        "LEN(Admission_Method) BETWEEN 1 AND 2 OR 1=0",
        "(RTRIM(Admission_Method) LIKE '_%' AND RTRIM(Admission_Method) NOT LIKE '___%') OR 1=0"
    )]
    [TestCase("LEN(Admission_Method) IN (1)", "RTRIM(Admission_Method) LIKE '_'")]
    [TestCase(
        "LEN(Admission_Method) NOT IN (1, 2)",
        "RTRIM(Admission_Method) NOT LIKE '_' AND RTRIM(Admission_Method) NOT LIKE '__'"
    )]
    [TestCase("NULLIF(Admission_Method, '') IS NULL", "Admission_Method IS NULL OR Admission_Method = ''")]
    [TestCase("NULLIF(Admission_Method, '') IS NOT NULL", "Admission_Method IS NOT NULL AND Admission_Method <> ''")]
    [TestCase("NULLIF(Admission_Method, '81') LIKE '8%'", "Admission_Method <> '81' AND Admission_Method LIKE '8%'")]
    [TestCase("'11' = NULLIF(Admission_Method, '81')", "Admission_Method <> '81' AND '11' = Admission_Method")]
    [TestCase(
        "NOT (NULLIF(Admission_Method, '81') IN ('11', '12'))",
        "NOT ((Admission_Method = '81' OR Admission_Method IN ('11', '12')))"
    )]
    [TestCase(
        "NOT (NOT NULLIF(Age_At_Start_of_Spell_SUS, 999) BETWEEN 1 AND 9)",
        "NOT (NOT (Age_At_Start_of_Spell_SUS <> 999 AND Age_At_Start_of_Spell_SUS BETWEEN 1 AND 9))"
    )]
    [TestCase("CONCAT(Admission_Method, '|') LIKE '1%'", "COALESCE(Admission_Method, '') + '|' LIKE '1%'")]
    [TestCase(
        "CONCAT('|', Admission_Method, '|', 'x') = 'a'",
        "'|' + COALESCE(Admission_Method, '') + '|' + 'x' = 'a'"
    )]
    public void A_condition_of_another_form(string condition, string plain)
    {
        var read = Reading.Read($"WHERE {condition}");

        Assert.That(read.Coding.Exclusions, Is.EqualTo(Reading.Where(plain)));
        Assert.That(read.Notes, Has.Count.EqualTo(1));
    }

    [TestCase("REPLACE(Any_Spell_Diagnosis, '.', '') LIKE '%M45%'")]
    [TestCase("',' + Any_Spell_Diagnosis + ',' LIKE '%,M45,%'")]
    [TestCase("REPLACE(',' + (Any_Spell_Diagnosis + ','), ' ', '') NOT LIKE '%,M45,%'")]
    [TestCase("Age_At_Start_of_Spell_SUS <= Der_Age_at_CDS_Activity_Date")]
    [TestCase("Admission_Method = Administrative_Category")]
    [TestCase("LEFT(REPLACE(LTRIM(Any_Spell_Diagnosis), '|', ', '), 3) IN ('M45', 'I10')")]
    public void A_condition_is_read_as_it_stands(string condition)
    {
        var read = Reading.Read($"WHERE {condition}");

        Assert.That(TSql.FragmentWriter.WriteWhere(read.Coding).Trim(), Is.EqualTo($"WHERE {condition}"));
        Assert.That(read.Notes, Is.Empty);
    }

    [TestCase("CAST(Age AS int) >= 18", "Age >= '18'")]
    [TestCase("CONVERT(int, Age) BETWEEN 5 AND 018", "Age BETWEEN '05' AND '18'")]
    [TestCase("TRY_CAST(Age AS bigint) NOT IN (0, 99)", "Age NOT IN ('00', '99')")]
    public void A_number_in_text_is_its_digits_where_the_source_says_how_many(string condition, string plain)
    {
        var source = Numbered(["[0-9][0-9]"]);

        var read = CodingReader.Read($"WHERE {condition}", source);

        Assert.That(read.Coding, Is.EqualTo(CodingReader.Read($"WHERE {plain}", source).Coding));
        Assert.That(read.AssumedShapes, Is.EqualTo(new[] { source.Find("Age") }));
        Assert.That(read.Notes[0].Message, Does.Contain("every value of Age is [0-9][0-9]"));
    }

    [TestCase("[0-9]", "[0-9][0-9]", "18")]
    [TestCase("[0-9A]_", "[0-9][0-9]", "18")]
    [TestCase("[0-9][0-9]", "[0-9][0-9]", "100")]
    [TestCase("[0-9][0-9]", "[0-9][0-9]", "-1")]
    public void A_number_in_text_of_any_width_is_refused(string one, string other, string number) =>
        Assert.That(
            Refused
                .Problem(() => _ = CodingReader.Read($"WHERE CAST(Age AS int) >= {number}", Numbered([one, other])))
                .Message,
            Does.Contain("a conversion of varchar(2) to int")
        );

    [TestCase("WHERE CHARINDEX('M45', Any_Spell_Diagnosis) = 1", "RG0106", "a place that CHARINDEX finds")]
    [TestCase("WHERE CHARINDEX('M45', Any_Spell_Diagnosis) > 1", "RG0106", "a place that CHARINDEX finds")]
    [TestCase("WHERE CHARINDEX('M45', Any_Spell_Diagnosis, 2) > 0", "RG0106", "function 'CHARINDEX'")]
    [TestCase("WHERE CHARINDEX(Admission_Method, Any_Spell_Diagnosis) > 0", "RG0106", "anything but a literal")]
    [TestCase("WHERE CHARINDEX('', Any_Spell_Diagnosis) > 0", "RG0106", "CHARINDEX of no text")]
    [TestCase("WHERE CAST(Admission_Method AS varchar(1)) = '1'", "RG0106", "a conversion of varchar(2) to varchar(1)")]
    [TestCase("WHERE CAST(Admission_Method AS char(2)) = '1'", "RG0106", "a conversion of varchar(2) to char(2)")]
    [TestCase(
        "WHERE CAST(Admission_Method AS nvarchar(2)) = '1'",
        "RG0106",
        "a conversion of varchar(2) to nvarchar(2)"
    )]
    [TestCase("WHERE LEN(Admission_Method) = Age_At_Start_of_Spell_SUS", "RG0106", "LEN beside anything but a number")]
    [TestCase("WHERE LEN(Any_Spell_Diagnosis) > 5000", "RG0106", "LEN beside anything but a number")]
    [TestCase("WHERE LEFT(NULLIF(Admission_Method, ''), 1) = '1'", "RG0106", "function 'NULLIF'")]
    [TestCase(
        "WHERE NULLIF(Admission_Method, Any_Spell_Diagnosis) = '1'",
        "RG0106",
        "NULLIF with anything but literals"
    )]
    [TestCase("WHERE REPLACE(Admission_Method, 'ab', '') = '1'", "RG0003", "REPLACE seeks 'ab'")]
    [TestCase("WHERE REPLACE(Admission_Method, 'a', '') = '1'", "RG0003", "REPLACE seeks 'a'")]
    [TestCase("WHERE REPLACE(Admission_Method, '.', '-') = '1'", "RG0003", "whether LIKE looks past")]
    [TestCase("WHERE REPLACE(Admission_Method, '.', Any_Spell_Diagnosis) = '1'", "RG0106", "anything but a literal")]
    [TestCase(
        "WHERE Admission_Method + Any_Spell_Diagnosis = '1'",
        "RG0001",
        "a coding joins one column with literals"
    )]
    [TestCase("WHERE Admission_Method + '-' = '1'", "RG0003", "whether LIKE looks past")]
    [TestCase("WHERE Admission_Method + N'x' = '1'", "RG0001", "turns the text into Unicode")]
    [TestCase("WHERE Age_At_Start_of_Spell_SUS + 1 = 2", "RG0106", "arithmetic")]
    [TestCase("WHERE 'a' + 'b' = Admission_Method", "RG0106", "arithmetic")]
    [TestCase("WHERE CONCAT(Admission_Method, Any_Spell_Diagnosis) = '1'", "RG0106", "CONCAT of anything but one text")]
    [TestCase("WHERE CONCAT(Age_At_Start_of_Spell_SUS, 'x') = '1x'", "RG0106", "CONCAT of anything but one text")]
    [TestCase("WHERE Admission_Method < Administrative_Category", "RG0001", "puts the texts of")]
    [TestCase("WHERE Admission_Method = Age_At_Start_of_Spell_SUS", "RG0001", "mixes types")]
    [TestCase("WHERE LEFT(Admission_Method, 1) = Administrative_Category", "RG0001", "a column with a column")]
    [TestCase("WHERE CAST(Admission_Method AS int) = 1", "RG0106", "a conversion of varchar(2) to int")]
    [TestCase("WHERE CAST(Age_At_Start_of_Spell_SUS AS smallint) = 1", "RG0106", "a conversion of int to smallint")]
    [TestCase("WHERE CONVERT(varchar(9), Admission_Method, 112) = '1'", "RG0106", "function 'CONVERT'")]
    [TestCase("CASE Admission_Method WHEN NULL THEN 'x' END", "RG0106", "a comparison with NULL")]
    [TestCase("CASE Age_At_Start_of_Spell_SUS WHEN '1' THEN 'x' END", "RG0001", "with the text '1'")]
    [TestCase("IIF(1=1, 'x', 'y'))", "RG0104", "closes nothing")]
    [TestCase("IIF(1=1, 'x', IIF(1=0, 'y', 'z'))) AS s WHERE 1=1", "RG0104", "closes nothing")]
    [TestCase("IIF(Admission_Method = '1', 'x')", "RG0101", "IIF takes a condition and two labels")]
    [TestCase("IIF(Admission_Method = '1', 'x', Admission_Method)", "RG0106", "The label 'Admission_Method'")]
    [TestCase("IIF(1=1, 'x', 'y') WHEN 1=1 THEN 'z'", "RG0101", "'WHEN' stands after the last arm")]
    public void What_says_more_is_refused_by_name(string text, string code, string message)
    {
        var problem = Reading.Problems(text)[0];

        Assert.That((problem.Code.Id, problem.Message), Is.EqualTo((code, problem.Message)));
        Assert.That(problem.Message, Does.Contain(message));
    }

    private static Source Numbered(ValueList<string> patterns) =>
        new(
            new TableName("dbo", "T"),
            alias: "T",
            key: ["Id"],
            carried: [],
            columns:
            [
                new Column("Id", IntegerType.Int, isNullable: false),
                new Column(
                    "Age",
                    CharacterType.VarChar(2, Collation.Latin1GeneralCiAs),
                    isNullable: true,
                    shape: new ValueShape(patterns)
                ),
            ]
        );

    private static Coding Plain(Coding coding) => new(coding.Arms, coding.Else, coding.Exclusions);
}
