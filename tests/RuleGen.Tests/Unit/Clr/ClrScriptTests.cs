using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Tests.Unit.Writing;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Clr;

public sealed class ClrScriptTests
{
    private static readonly ClrAssembly Assembly = ClrGenerator.Compile(BackPainFusion.Coding, Apcs.Source);

    private static IEnumerable<Target> WithClr => Targets.All.Where(target => target.HasClr);

    private static IEnumerable<Target> WithoutClr => Targets.All.Where(target => !target.HasClr);

    [TestCaseSource(nameof(WithClr))]
    public void A_server_that_runs_clr_code_gets_source_and_scripts(Target target) =>
        Assert.That(
            ClrGenerator.WriteFiles(Assembly, target).Select(file => file.Name),
            Is.EqualTo(["clr.cs", "clr.sql", "clr-rollback.sql", "clr-trust.sql", "clr-trust-rollback.sql"])
        );

    [TestCaseSource(nameof(WithoutClr))]
    public void A_server_that_runs_none_is_refused_with_what_to_use(Target target)
    {
        var problem = Refused.Problem(() => ClrGenerator.WriteFiles(Assembly, target));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedByTarget));
        Assert.That(problem.Message, Does.StartWith(target.Title));
        Assert.That(problem.Remedy, Does.StartWith("Use the view or the inline function"));
    }

    [Test]
    public void The_bytes_stand_in_lines_that_fit_a_screen() =>
        Assert.That(
            Deployment.Split('\n').Where(line => line.Contains("+ 0x", StringComparison.Ordinal)),
            Is.Not.Empty.And.All.Length.LessThan(120)
        );

    [Test]
    public void No_setting_of_server_or_database_is_touched()
    {
        var statements = Deployment
            .Split('\n')
            .Where(line => !line.StartsWith("--", StringComparison.Ordinal))
            .ToList();

        Assert.That(statements, Has.None.Contains("TRUSTWORTHY"));
        Assert.That(statements, Has.None.Contains("strict"));
        Assert.That(statements, Has.None.Contains("sp_configure"));
        Assert.That(statements, Has.None.Contains("UNSAFE"));
    }

    [Test]
    public void Names_that_need_their_brackets_keep_them()
    {
        var source = ScriptCases.OddSource();
        var assembly = ClrGenerator.Compile(
            ScriptCases.Odd(source),
            source,
            ObjectNaming.Default with
            {
                Schema = "sch'e]ma",
            }
        );
        var files = ClrGenerator.WriteFiles(assembly, Targets.SqlServer2019);

        Assert.That(
            files[1].Text,
            Does.Contain("EXECUTE (N'CREATE FUNCTION [sch''e]]ma].[it''s my [odd]]_Outcome_Clr]\n")
        );
        Assert.That(files[2].Text, Does.Contain("    DROP FUNCTION [sch'e]]ma].[it's my [odd]]_Outcome_Clr];\n"));
    }

    [Test]
    public void A_column_of_each_type_has_its_parameter()
    {
        var source = ScriptCases.OddSource();
        var definition = ClrSteps.FunctionDefinition(ClrGenerator.Compile(ScriptCases.Odd(source), source));

        Assert.That(
            definition,
            Does.Contain(
                """
                (
                    @O_Brien_s__col nvarchar(20),
                    @a_b_2 nvarchar(max),
                    @a_b nvarchar(5),
                    @A_B_3 tinyint,
                    @gr__e smallint,
                    @Select nvarchar(3)
                )
                RETURNS TABLE ([Outcome] nvarchar(9) NULL)
                """.ReplaceLineEndings("\n")
            )
        );
    }

    [TestCase(
        "SET @assembly = @assembly + 0x4D5A",
        "SET @assembly = @assembly + 0x4D5B",
        "its bytes are not the assembly's"
    )]
    [TestCase("SET @hash = @hash + 0x", "SET @hash = @hash + 0x00", "its hash is not the assembly's")]
    [TestCase("PERMISSION_SET = SAFE", "PERMISSION_SET = UNSAFE", "the assembly is not SAFE")]
    [TestCase("CREATE ASSEMBLY [RuleGen.", "CREATE ASSEMBLY [Other.", "it creates another assembly")]
    [TestCase("DROP ASSEMBLY IF EXISTS [RuleGen.", "DROP ASSEMBLY IF EXISTS [Other.", "it drops another assembly")]
    [TestCase("].[Outcome];", "].[Other];", "the function is not the assembly's")]
    [TestCase("    FROM @assembly\n", "    FROM @hash\n", "the assembly is not made of the bytes above")]
    [TestCase("@Admission_Method nvarchar(2),", "", "parameter '@Admission_Method' is missing")]
    [TestCase(
        "    BEGIN TRANSACTION;",
        "    BEGIN TRANSACTION; EXECUTE sys.sp_configure 'clr enabled', 1;",
        "sp_configure"
    )]
    [TestCase("    BEGIN TRANSACTION;", "    ALTER DATABASE [x] SET TRUSTWORTHY ON;", "does not belong there")]
    [TestCase("N'ASSEMBLY', N'RuleGen.", "N'ASSEMBLY', N'Other.", "it stamps something else")]
    [TestCase("EXECUTE (@statement)", "EXECUTE (@other)", "it runs a text that is put together")]
    [TestCase("CREATE SCHEMA [ebi]", "CREATE SCHEMA [dbo2]", "it creates another schema")]
    [TestCase("DROP FUNCTION IF EXISTS [ebi].", "DROP FUNCTION IF EXISTS [dbo].", "a name is not [ebi].")]
    [TestCase("CREATE ASSEMBLY [RuleGen.ebi.2Y_back_pain_fusion]\n", "CREATE ASSEMBLY\n", "would not parse it")]
    public void A_script_that_does_something_else_is_refused(string written, string changed, string reason)
    {
        Assert.That(Deployment, Does.Contain(written));
        var script = new GeneratedFile("clr.sql", Deployment.Replace(written, changed, StringComparison.Ordinal));

        var problems = Refused.Problems(() => ClrScriptCheck.Run([script], Assembly, Targets.SqlServer2016));

        Assert.That(problems.Select(problem => problem.Code), Is.All.EqualTo(ErrorCodes.InvalidScript));
        Assert.That(problems.Select(problem => problem.Message), Has.Some.Contains(reason));
    }

    [TestCase(
        "clr.sql",
        "BEGIN TRY\n",
        "EXECUTE sys.sp_add_trusted_assembly @hash; BEGIN TRY\n",
        "sp_add_trusted_assembly"
    )]
    [TestCase(
        "clr-rollback.sql",
        "BEGIN TRY\n",
        "EXECUTE sys.sp_drop_trusted_assembly 0x; BEGIN TRY\n",
        "sp_drop_trusted"
    )]
    [TestCase("clr-trust.sql", "@hash = @hash + 0x", "@hash = @hash + 0x00", "its hash is not the assembly's")]
    [TestCase("clr-trust.sql", "sys.sp_add_trusted_assembly\n", "sys.sp_drop_trusted_assembly\n", "it does not run")]
    [TestCase("clr-trust-rollback.sql", "@hash = @hash + 0x", "@hash = @hash + 0x00", "its hash is not the assembly's")]
    public void Trust_is_a_matter_of_the_scripts_about_it(string name, string written, string changed, string reason)
    {
        var script = ClrGenerator.WriteFiles(Assembly, Targets.SqlServer2019).Single(file => file.Name == name);
        Assert.That(script.Text, Does.Contain(written));
        var tampered = script with { Text = script.Text.Replace(written, changed, StringComparison.Ordinal) };

        var problems = Refused.Problems(() => ClrScriptCheck.Run([tampered], Assembly, Targets.SqlServer2019));

        Assert.That(problems.Select(problem => problem.Message), Has.Some.Contains(reason));
    }

    private static string Deployment => ClrGenerator.WriteFiles(Assembly, Targets.SqlServer2016)[1].Text;
}
