using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

public sealed class ScriptReaderTests
{
    private const string Coding =
        "CASE WHEN [APCS].[Admission_Method] = '1' THEN 'x' ELSE 'y' END WHERE Administrative_Category <> '02'";

    private const string View =
        "CREATE OR ALTER VIEW [ebi].[v] AS SELECT APCS_Ident, CASE WHEN [APCS].[Admission_Method] = '1' THEN 'x' "
        + "ELSE 'y' END AS [Outcome] FROM dbo.APCS AS APCS WHERE Administrative_Category <> '02'";

    private const string Function = """
        CREATE FUNCTION dbo.f (@Admission_Method varchar(2), @Administrative_Category varchar(2))
        RETURNS TABLE WITH SCHEMABINDING AS RETURN (
            SELECT CASE WHEN @Admission_Method COLLATE Latin1_General_CI_AS = '1' THEN 'x' ELSE 'y' END AS Outcome
            WHERE @Administrative_Category COLLATE latin1_general_ci_as <> '02')
        """;

    [TestCase("CREATE VIEW")]
    [TestCase("CREATE OR ALTER VIEW")]
    [TestCase("ALTER VIEW")]
    public void A_view_is_read(string verb)
    {
        var found = Read(View.Replace("CREATE OR ALTER VIEW", verb, StringComparison.Ordinal)).Single();

        Assert.That((found.Kind, found.Schema, found.Name), Is.EqualTo((ScriptObjectKind.View, "ebi", "v")));
        Assert.That(found.Coding, Is.EqualTo(Reading.Coding(Coding)));
    }

    [Test]
    public void A_function_is_read_over_its_parameters()
    {
        var found = Read(Function).Single();

        Assert.That((found.Kind, found.Schema, found.Name), Is.EqualTo((ScriptObjectKind.Function, "dbo", "f")));
        Assert.That(found.Coding, Is.EqualTo(Reading.Coding(Coding)));
    }

    [Test]
    public void A_query_is_read()
    {
        var found = Read("SELECT (CASE WHEN 1=1 THEN 'x' END) AS o, Id FROM APCS WHERE 1=0 ORDER BY Id").Single();

        Assert.That(
            (found.Kind, found.Schema, found.Name),
            Is.EqualTo((ScriptObjectKind.Query, (string?)null, (string?)null))
        );
        Assert.That(found.Coding, Is.EqualTo(Reading.Coding("WHEN 1=1 THEN 'x' WHERE 1=0")));
    }

    [Test]
    public void A_deployment_script_is_read_and_its_other_statements_are_passed_over()
    {
        var script = $"""
            /* header */
            :on error exit
            :setvar Database "It's"
            SET ANSI_NULLS, QUOTED_IDENTIFIER ON;
            SET XACT_ABORT ON;
            GO
            BEGIN TRANSACTION;
            PRINT 'it''s on';
            DECLARE @hash varbinary(64) = 0x12;
            SELECT @hash = HASHBYTES('SHA2_512', N'x') WHERE 1 = 1;
            IF EXISTS (SELECT APCS_Ident FROM sys.objects WHERE name = 'v') SELECT name FROM sys.objects WHERE name = 'v';
            GO
            {View}
            GO
            IF @@TRANCOUNT > 0
            BEGIN
                BEGIN TRY
                    EXEC (N'{Function.Replace("'", "''", StringComparison.Ordinal)}');
                    EXEC sys.sp_addextendedproperty @name = N'x', @value = N'SELECT';
                END TRY
                BEGIN CATCH
                    THROW;
                END CATCH;
            END;
            ELSE
                EXEC sys.sp_executesql N'ALTER VIEW dbo.w AS SELECT ''x'' AS x FROM dbo.APCS WHERE 1=1';
            GO
            COMMIT TRANSACTION;
            GO
            """;

        Assert.That(
            Read(script).Select(found => found.ToString()),
            Is.EqualTo(["view ebi.v", "function dbo.f", "view dbo.w"])
        );
    }

    [Test]
    public void Comments_are_read_with_the_coding()
    {
        const string Script = """
            SELECT Id, -- the key
            -- the outcome
            CASE WHEN 1=1 -- always
            THEN 'x' END -- done
            FROM APCS -- the source
            -- kept
            WHERE 1=1 -- all
            """;
        var coding = Read(Script).Single().Coding;

        Assert.That(
            coding.Arms[0].Documentation.Comments.Select(comment => comment.Text),
            Is.EqualTo(["the outcome", "done"])
        );
        Assert.That(coding.Arms[0].When.Documentation.Comments.Single().Text, Is.EqualTo("always"));
        Assert.That(coding.ExclusionsDocumentation.Comments.Single().Text, Is.EqualTo("kept"));
        Assert.That(coding.Exclusions!.Documentation.Comments.Single().Text, Is.EqualTo("all"));
    }

    [TestCase("Latin1_General_BIN2", "RG0106")]
    [TestCase("", "RG0106")]
    public void A_parameter_under_another_collation_is_refused(string collation, string code)
    {
        var written = collation.Length == 0 ? "" : $" COLLATE {collation}";
        var script = Function.Replace(" COLLATE Latin1_General_CI_AS", written, StringComparison.Ordinal);

        var problem = Refused.Problem(() => Read(script));

        Assert.That((problem.Code.Id, problem.Position), Is.EqualTo((code, new TextPosition(3, 22))));
    }

    [Test]
    public void COLLATE_stands_after_the_parameter_and_names_its_own_columns_collation()
    {
        var mixed = new Source(
            Apcs.Source.Table,
            "APCS",
            ["Id"],
            [],
            [
                new Column("Id", IntegerType.Int, isNullable: false),
                new Column("a", CharacterType.VarChar(2, Collation.Latin1GeneralCiAs), isNullable: true),
                new Column("b", CharacterType.VarChar(2, Collation.Latin1GeneralBin2), isNullable: true),
            ]
        );
        const string Script =
            "CREATE FUNCTION f (@a varchar(2), @b varchar(2)) RETURNS TABLE AS RETURN SELECT 'x' AS x WHERE "
            + "LEFT(@b COLLATE Latin1_General_BIN2, 1) = '1' AND (@a) COLLATE Latin1_General_CI_AS = '1'\n"
            + "AND @a COLLATE Latin1_General_BIN2 = '1'\nAND @a = '1' COLLATE Latin1_General_CI_AS";

        Assert.That(
            Reading.Places(Refused.Problems(() => ScriptReader.Read(Script, mixed))),
            Is.EqualTo(["2:5 RG0106", "3:10 RG0106"])
        );
    }

    [Test]
    public void A_parameter_without_collation_may_be_tested_for_NULL() =>
        Assert.That(
            Read(
                    "CREATE FUNCTION f (@Admission_Method varchar(2), @Age_At_Start_of_Spell_SUS int) RETURNS TABLE AS "
                        + "RETURN SELECT 'x' AS x WHERE @Admission_Method IS NULL AND @Age_At_Start_of_Spell_SUS > 1;"
                )
                .Single()
                .Coding.Exclusions,
            Is.EqualTo(Reading.Where("Admission_Method IS NULL AND Age_At_Start_of_Spell_SUS > 1"))
        );

    [Test]
    public void A_variable_that_is_no_parameter_is_refused() =>
        Assert.That(
            Places(
                "CREATE FUNCTION f (@a int) RETURNS TABLE AS RETURN SELECT 'x' AS x WHERE @Admission_Method IS NULL"
            ),
            Is.EqualTo(["1:74 RG0105"])
        );

    [TestCase("SELECT TOP (1) CASE WHEN 1=1 THEN 'x' END FROM APCS")]
    [TestCase("SELECT APCS_Ident FROM APCS WHERE 1=1 GROUP BY APCS_Ident")]
    [TestCase("SELECT APCS_Ident FROM APCS WHERE 1=1 HAVING COUNT(*) > 1")]
    [TestCase("SELECT APCS_Ident FROM APCS WHERE 1=1 UNION SELECT 2")]
    [TestCase("WITH c AS (SELECT 'x' AS x) SELECT x FROM c WHERE 1=1")]
    [TestCase("SELECT APCS_Ident FROM APCS WHERE 1=1 ORDER BY APCS_Ident OFFSET 1 ROWS")]
    public void A_query_that_does_more_is_refused(string script) =>
        Assert.That(Refused.Problems(() => Read(script)).Select(problem => problem.Code.Id), Is.EqualTo(["RG0106"]));

    [Test]
    public void Errors_within_a_string_are_placed_in_the_script() =>
        Assert.That(
            Places("PRINT 'x';\nEXEC (N'CREATE VIEW dbo.v AS\nSELECT ''x'' AS x WHERE ''a'' = ''a'' AND Foo = 1');"),
            Is.EqualTo(["3:25 RG0001", "3:43 RG0105"])
        );

    [Test]
    public void A_script_that_is_no_T_SQL_is_refused_at_its_place()
    {
        Assert.That(Places("SET NOCOUNT ON;\nGO\nSELECT (1;"), Is.EqualTo(["3:10 RG0101"]));
        Assert.That(Places("SELECT 'x"), Is.EqualTo(["1:8 RG0103"]));
        Assert.That(Places("SELECT 1 +"), Is.EqualTo(["1:10 RG0101"]));
    }

    [Test]
    public void A_script_without_a_coding_holds_none() =>
        Assert.That(Read("SET NOCOUNT ON;\nGO\nSELECT 'x' AS x;"), Is.Empty);

    [TestCase(View)]
    [TestCase(Function)]
    [TestCase("SET NOCOUNT ON\nGO\n" + View + "\nGO\n" + Function)]
    [TestCase(":on error exit\n" + View)]
    public void A_coding_is_read_from_a_script_of_one_coding(string script) =>
        Assert.That(Reading.Coding(script), Is.EqualTo(Reading.Coding(Coding)));

    [Test]
    public void Several_codings_are_named()
    {
        var problem = Refused.Problem(() => Reading.Read(View + "\nGO\nSELECT 'x' AS x FROM APCS WHERE 1=1"));

        Assert.That(
            problem.ToString(),
            Is.EqualTo("1:1: RG0106: The script holds view ebi.v, query, and their codings differ. Give one of them.")
        );
    }

    [Test]
    public void A_script_of_no_coding_is_no_coding() =>
        Assert.That(Reading.Places("SET NOCOUNT ON"), Is.EqualTo(["1:1 RG0107"]));

    [Test]
    public void A_script_from_a_web_page_is_repaired()
    {
        var read = Reading.Read(
            "SELECT CASE WHEN Admission _ Method = ‘1’ THEN 'x' ELSE 'y' END AS o\nFROM APCS\nWHERE\u00A0Administrative_Category <> '02'"
        );

        Assert.That(read.Coding, Is.EqualTo(Reading.Coding(Coding)));
        Assert.That(
            read.Notes.Select(note => note.ToString()),
            Is.EqualTo([
                "1:18: 'Admission _ Method' is read as 'Admission_Method'",
                "1:39: ‘1’ is read as '1'",
                "3:6: U+00A0 is read as an ordinary blank",
            ])
        );
    }

    [Test]
    public void A_heading_that_starts_like_a_script_is_a_heading() =>
        Assert.That(Reading.Coding("Set of codes\nWHERE 1=1"), Is.EqualTo(Reading.Coding("WHERE 1=1")));

    private static ValueList<ScriptObject> Read(string script) => ScriptReader.Read(script, Apcs.Source);

    private static IEnumerable<string> Places(string script) => Reading.Places(Refused.Problems(() => Read(script)));
}
