using RuleGen.Model;
using RuleGen.Tests.TestData;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>Scripts that somebody tampered with, or that a defect of RuleGen would write, do not pass.</summary>
public class ScriptValidatorTests
{
    private static readonly PublishedCoding Published = ScriptCases.Named("everything", Everything.Coding);

    [TestCase("view.sql", "LIKE '%V38[23456]%'", "LIKE '%V38[2345]%'", "read back")]
    [TestCase("view.sql", "OR [SPELLS].[All_Diagnoses] IS NULL", "AND [SPELLS].[All_Diagnoses] IS NULL", "read back")]
    [TestCase("view.sql", "THEN '1A_fusion'", "THEN '1A'", "read back")]
    [TestCase("view.sql", "ELSE ''", "ELSE ' '", "read back")]
    [TestCase("view.sql", "[SPELLS].[Site_Code] =", "[Other].[Site_Code] =", "'Other.Site_Code' is no column")]
    [TestCase("view.sql", "[SPELLS].[Site_Code] =", "[Site_Code] =", "'Site_Code' is no column")]
    [TestCase("view.sql", "[SPELLS].[Site_Code] =", "@x =", "it reads a variable")]
    [TestCase("view.sql", "FROM [dbo].[SPELLS]", "FROM [dbo].[OTHER]", "a name is not [dbo].[SPELLS]")]
    [TestCase("view.sql", "AS [SPELLS]", "AS [S]", "its table is not 'SPELLS'")]
    [TestCase("view.sql", "FROM [dbo]", "FROM [x].[y] AS y, [dbo]", "it does not read one table")]
    [TestCase("view.sql", "[ebi].[everything]", "[dbo].[everything]", "a name is not [ebi].[everything]")]
    [TestCase("view.sql", "AS [Outcome]", "AS [Result]", "it does not show the key")]
    [TestCase("view.sql", "    [SPELLS].[Discharge_Date],\n", "", "it does not show the key")]
    [TestCase("view.sql", "CREATE OR ALTER", "CREATE", "its verb is not the target's")]
    [TestCase("view.sql", "CASE\n", "CASE WHEN\n", "would not parse it")]
    [TestCase("view.sql", ";\n", ";\nGO\nDROP TABLE x;\n", "it is not the one statement that creates a view")]
    [TestCase("function.sql", "int,", "bigint,", "parameter '@Age_At_Start int' is missing")]
    [TestCase("function.sql", "char(5)", "char(6)", "parameter '@Site_Code char(6)' is too many")]
    [TestCase("function.sql", "(max)", "(8000)", "parameter '@All_Diagnoses varchar(max)' is missing")]
    [TestCase("function.sql", "COLLATE Latin1_General_CI_AS", "", "not under its column's collation")]
    [TestCase("function.sql", "_CI_AS", "_BIN2", "not under its column's collation")]
    [TestCase("function.sql", "WITH SCHEMABINDING\n", "", "it is not bound to the schema")]
    [TestCase("function.sql", "[ebi].", "[x].", "a name is not [ebi].[everything_Outcome]")]
    [TestCase("function.sql", "    WHERE", "    FROM [dbo].[SPELLS] WHERE", "it reads a table")]
    [TestCase("function.sql", "1!=1", "1=1", "read back")]
    [TestCase("function.sql", "RETURNS TABLE", "RETURNS int", "would not parse it")]
    [TestCase("case.sql", "(1, 2, 9)", "(1, 2)", "read back")]
    [TestCase("case.sql", "LEFT(Primary_Procedure", "LEFT(Other", "column 'Other' is too many")]
    [TestCase("case.sql", "END\n", "END; DROP TABLE x\n", "it is more than a part of one statement")]
    [TestCase("where.sql", "1>0", "1<0", "read back")]
    [TestCase("where.sql", "WHERE", "HAVING", "read back")]
    [TestCase("project/view.sql", "CREATE VIEW", "CREATE OR ALTER VIEW", "its verb is not the target's")]
    [TestCase("project/view.sql", "THEN '1A_fusion'", "THEN '1A'", "read back")]
    [TestCase("project/function.sql", "CREATE FUNCTION", "CREATE OR ALTER FUNCTION", "its verb is not the target's")]
    [TestCase("project/function.sql", "_CI_AS", "_BIN2", "not under its column's collation")]
    [TestCase("dbt/everything.sql", "THEN '1A_fusion'", "THEN '1A'", "read back")]
    [TestCase("dbt/everything.sql", "FROM [dbo].[SPELLS]", "FROM [dbo].[OTHER]", "a name is not [dbo].[SPELLS]")]
    [TestCase("dbt/everything.sql", "SELECT\n", "DROP TABLE x; SELECT\n", "it is not one query")]
    [TestCase("dbt/everything.sql", "SELECT\n", "WITH x AS (SELECT 1 AS y) SELECT\n", "it reads more than its query")]
    [TestCase("dbt/everything.sql", "CASE\n", "CASE WHEN\n", "Fabric Warehouse would not parse it")]
    [TestCase("deploy.sql", "COMMIT TRANSACTION;", "DROP TABLE x;", "a statement does not belong there")]
    [TestCase("deploy.sql", "OBJECT_ID(N'[ebi]", "OBJECT_ID(N'[dbo]", "it asks for another object")]
    [TestCase("deploy.sql", "SCHEMA_ID(N'ebi')", "SCHEMA_ID(N'dbo')", "it asks for another schema")]
    [TestCase("deploy.sql", "SCHEMA [ebi]", "SCHEMA [x]", "it creates another schema")]
    [TestCase("deploy.sql", "sys.sp_addextendedproperty", "dbo.x", "it runs 'dbo.x'")]
    [TestCase("deploy.sql", "N'VIEW', N'everything'", "N'VIEW', N'x'", "it stamps something else")]
    [TestCase("deploy.sql", "EXECUTE (N'CREATE SCHEMA", "EXECUTE (@x + N'CREATE SCHEMA", "a text that is put together")]
    [TestCase("deploy.sql", "THEN '1A_fusion'", "THEN '1A'", "word for word")]
    [TestCase("deploy.sql", "-- One transaction", "/* One\nGO\n*/ --", "a line that sqlcmd takes for a command")]
    [TestCase("deploy.sql", "-- One transaction", "-- $(One) {{two}}", "it holds '$('")]
    [TestCase(
        "rollback.sql",
        "DROP VIEW [ebi].[everything]",
        "DROP VIEW [dbo].[x]",
        "a name is not [ebi].[everything]"
    )]
    [TestCase("rollback.sql", "DROP SCHEMA [ebi]", "DROP SCHEMA [dbo]", "it drops another schema")]
    [TestCase("rollback.sql", "DROP FUNCTION", "DROP TABLE", "a statement does not belong there")]
    [TestCase("rollback.sql", "\n", "\r\n", "its lines do not end with LF")]
    public void A_script_that_is_not_the_coding_does_not_hold(string name, string old, string changed, string message)
    {
        var files = Generate(Targets.SqlServer2016);
        var file = files.Single(file => file.Name == name);
        Assert.That(file.Text, Does.Contain(old));

        var problems = Refused.Problems(() =>
            Validate(Replace(files, file, file.Text.Replace(old, changed, StringComparison.Ordinal)))
        );

        Assert.That(problems, Has.All.Property("Code").EqualTo(ErrorCodes.InvalidScript));
        Assert.That(problems.Select(problem => problem.File), Has.Some.EqualTo(name).Or.Some.EqualTo("case.sql"));
        Assert.That(problems.Select(problem => problem.Message), Has.Some.Contains(message));
    }

    [Test]
    public void Scripts_as_they_are_generated_hold()
    {
        Assert.That(() => Validate(Generate(Targets.SqlServer2016)), Throws.Nothing);
    }

    private static void Validate(ValueList<GeneratedFile> files) =>
        ScriptValidator.Validate(files, Published, Everything.Source, Targets.SqlServer2016);

    private static ValueList<GeneratedFile> Generate(Target target) =>
        ScriptGenerator.Generate(Published, Everything.Source, target);

    private static ValueList<GeneratedFile> Replace(ValueList<GeneratedFile> files, GeneratedFile old, string text) =>
        files.Select(file => file == old ? file with { Text = text } : file).ToValueList();
}
