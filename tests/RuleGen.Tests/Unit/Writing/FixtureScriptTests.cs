using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

public sealed class FixtureScriptTests
{
    private static readonly ValueList<Column> Columns = Everything.Source.Columns;

    [TestCaseSource(typeof(Targets), nameof(Targets.All))]
    public void A_script_holds_for_every_target(Target target)
    {
        var columns = Apcs.Source.Key.Concat(BackPainFusion.Coding.Coding.Columns).ToValueList();
        var values = columns.Select(column => column.IsNullable ? SqlValue.Null : SqlValue.Of(1)).ToValueList();
        var fixture = new ScriptFixture(1, new Row(columns, values), Result.NotKept, ["NULL everywhere"]);

        var text = FixtureScript.Generate(BackPainFusion.Coding, Apcs.Source, target, [fixture]).Text;

        Assert.That(text, Does.Contain("IF EXISTS (SELECT 1 FROM [dbo].[APCS])"));
        Assert.That(text, Does.Contain("(1, NULL, NULL, NULL, NULL, NULL, NULL, NULL);\n"));
        Assert.That(text, Does.Contain("LEFT JOIN [ebi].[2Y_back_pain_fusion] AS v\n"));
    }

    [TestCase("it's", "'it''s'")]
    [TestCase("$(x)", "'$' + '(x)'")]
    [TestCase("{{x}}", "'{' + '{x}}'")]
    [TestCase("a\nb", "'a' + NCHAR(10) + 'b'")]
    [TestCase("\n", "NCHAR(10)")]
    [TestCase("", "''")]
    [TestCase("½", "N'½'")]
    public void A_text_is_written_so_that_no_tool_changes_it(string text, string literal) =>
        Assert.That(Generate(Targets.SqlServer2016, Row(text, 1)).Text, Does.Contain($"(1, {literal}, "));

    [Test]
    public void Numbers_below_zero_and_null_and_unicode_are_read_back()
    {
        var text = Generate(Targets.SqlServer2016, Row("x", -1)).Text;

        Assert.That(text, Does.Contain("(-1, 'x', NULL, N'w   ')"));
    }

    [Test]
    public void A_row_with_the_key_of_another_is_told_of_and_not_inserted()
    {
        var text = Generate(Targets.SqlServer2016, Row("x", 1), Row("y", 1)).Text;

        Assert.That(text, Does.Contain("(1, 'x', ").And.Not.Contain("(1, 'y', "));
        Assert.That(text, Does.Contain("-- 1 is not inserted: an earlier row has its key. "));
    }

    [Test]
    public void A_row_that_is_changed_by_hand_is_found()
    {
        ScriptFixture[] rows = [Row("x", 1)];
        var file = Generate(Targets.SqlServer2016, rows);

        foreach (
            var (old, made) in ((string, string)[])
                [("'x'", "'y'"), ("NULL, N'w", "'', N'w"), ("[dbo].[SPELLS]\n", "[dbo].[OTHER]\n")]
        )
        {
            var text = file.Text.Replace(old, made, StringComparison.Ordinal);
            Assert.That(text, Is.Not.EqualTo(file.Text));
            var problems = Refused.Problems(() => Validate(file with { Text = text }, rows));
            Assert.That(problems[0].Code, Is.EqualTo(ErrorCodes.InvalidScript));
        }
    }

    [Test]
    public void A_statement_that_does_not_belong_there_is_found()
    {
        ScriptFixture[] rows = [Row("x", 1)];
        var file = Generate(Targets.SqlServer2016, rows);

        var problem = Refused.Problems(() =>
            Validate(file with { Text = file.Text + "DROP TABLE [dbo].[SPELLS];\n" }, rows)
        )[0];

        Assert.That(problem.Message, Does.Contain("DropTableStatement"));
    }

    [Test]
    public void Rows_are_inserted_in_a_transaction_of_the_scripts_own_or_not_at_all()
    {
        var script = Generate(Targets.SqlServer2016, Row("x", 1)).Text;

        var alone = new ScriptPlayer(_ => false).Run(script);
        Assert.That(alone.Changes.Single(), Does.StartWith("INSERT INTO [dbo].[SPELLS]"));
        Assert.That(alone.Transactions, Is.Zero);

        var within = new ScriptPlayer(_ => false).WithOpenTransaction().Run(script);
        Assert.That(within.Errors.Single(), Does.Contain("a transaction is open in this session"));
        Assert.That(within.Transactions, Is.EqualTo(1));

        var holdsRows = new ScriptPlayer(condition =>
            condition.Contains("FROM [dbo].[SPELLS]", StringComparison.Ordinal)
        ).Run(script);
        Assert.That(holdsRows.Errors[0], Does.Contain("holds rows"));
        Assert.That(holdsRows.Changes, Is.Empty);
    }

    [Test]
    public void A_coding_without_fixtures_has_a_script_that_inserts_nothing() =>
        Assert.That(Generate(Targets.SqlServer2016).Text, Does.Not.Contain("INSERT").And.Not.Contain("LEFT JOIN"));

    private static GeneratedFile Generate(Target target, params ScriptFixture[] rows) =>
        FixtureScript.Generate(Published(), Everything.Source, target, rows);

    private static void Validate(GeneratedFile file, ScriptFixture[] rows) =>
        ScriptValidator.ValidateFixtures(file, rows, Published(), Everything.Source, Targets.SqlServer2016);

    private static PublishedCoding Published() =>
        BackPainFusion.Coding with
        {
            Id = "everything",
            Coding = Everything.Coding,
        };

    private static ScriptFixture Row(string provider, long key) =>
        new(
            1,
            new Row(
                [Columns[0], Columns[2], Columns[3], Everything.Source.Find("Ward")!],
                [SqlValue.Of(key), SqlValue.Of(provider), SqlValue.Null, SqlValue.Of("w   ")]
            ),
            new Result(IsKept: true, "1A_fusion"),
            ["arm 1: GO\nDROP TABLE x", "Catches: something"]
        );
}
