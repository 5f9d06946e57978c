using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.Tests.Unit.Writing;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit;

/// <summary>A stored column under another name: texts may use either, scripts use the table's.</summary>
public sealed class RenamedColumnTests
{
    private const string Text = "CASE WHEN Main LIKE 'W82%' AND Age >= 18 THEN 'yes' END\nWHERE Main IS NOT NULL\n";

    private static Source Source => RenamedColumns.Source;

    [Test]
    public void A_column_is_found_by_either_name()
    {
        var column = Source.Find("Main");

        Assert.That(column!.StoredName, Is.EqualTo("Prim Proc"));
        Assert.That(Source.Find("PRIM PROC"), Is.SameAs(column));
        Assert.That(Source.Find("Age")!.StoredName, Is.EqualTo("Age"));
        Assert.That(Source.WithCollation(Collation.Latin1GeneralBin2).Find("prim proc")?.Name, Is.EqualTo("Main"));
    }

    [TestCase("\"SpellID\"", "\"AGE\"", "RG0204", "is 'AGE' in the table, and so is column 'Age'")]
    [TestCase("\"SpellID\"", "\"prim proc\"", "RG0204", "in the table, and so is column 'Spell'")]
    [TestCase("\"SpellID\"", "7", "RG0202", "is a number. Give a string")]
    [TestCase("\"SpellID\"", "\"\"", "RG0009", "cannot be the name of a column")]
    public void A_stored_name_is_checked(string part, string replacement, string code, string message)
    {
        var json = RenamedColumns.Json.Replace(part, replacement, StringComparison.Ordinal);

        var problem = Refused.Problem(() => SourceFile.Parse(json));

        Assert.That((problem.Code.Id, problem.Position is null), Is.EqualTo((code, false)));
        Assert.That(problem.ToString(), Does.Contain(message));
    }

    [TestCase("CASE WHEN [Prim Proc] LIKE 'W82%' AND Age >= 18 THEN 'yes' END WHERE [prim proc] IS NOT NULL")]
    [TestCase(
        "SELECT SpellID, [Prov]]Code], CASE WHEN s.[Prim Proc] LIKE 'W82%' AND s.Age >= 18 THEN 'yes' END AS x "
            + "FROM dbo.Spells AS s WHERE s.Main IS NOT NULL"
    )]
    public void A_text_may_use_either_name(string text) => Assert.That(Read(text), Is.EqualTo(Read(Text)));

    [Test]
    public void The_ddl_has_the_names_of_the_table() =>
        Assert.That(
            TableScript.Write(Source),
            Is.EqualTo(
                """
                CREATE TABLE [dbo].[Spells] (
                    [SpellID] bigint NOT NULL,
                    [Prov]]Code] varchar(5) COLLATE Latin1_General_CI_AS NULL,
                    [Prim Proc] varchar(4) COLLATE Latin1_General_CI_AS NULL,
                    [Age] int NULL,
                    PRIMARY KEY ([SpellID])
                );

                """
            )
        );

    [TestCase(Text)]
    [TestCase("CASE WHEN [Prim Proc] LIKE 'W82%' AND Age >= 18 THEN 'yes' END\nWHERE [Prim Proc] IS NOT NULL\n")]
    public void Scripts_read_the_stored_column_and_show_it_under_its_name(string text)
    {
        var files = ScriptGenerator
            .Generate(ScriptCases.Named("x", Read(text)), Source, Targets.SqlServer2016)
            .ToDictionary(file => file.Name, file => file.Text);

        Assert.That(
            files[FileNames.View],
            Does.Contain("    [s].[SpellID] AS [Spell],\n    [s].[Prov]]Code] AS [Provider],\n")
                .And.Contain("[s].[Prim Proc] LIKE 'W82%'")
                .And.Contain("FROM [dbo].[Spells] AS [s]")
                .And.Not.Contain("[Main]")
        );
        Assert.That(files[FileNames.Function], Does.Contain("@Main varchar(4)"));
        Assert.That(files[FileNames.Deploy], Does.Contain("N'Prim Proc', N'varchar(4)'").And.Not.Contain("N'Main'"));

        var view = ScriptInterpreter.Load(files[FileNames.View], Source).Views.Single();
        Assert.That(view.Columns, Is.EqualTo(Source.Key.Concat(Source.Carried)));
        Assert.That(view.Evaluate(Row("W821", 20)).Result, Is.EqualTo(Result.Kept("yes", LabelType.Text)));
        Assert.That(view.Evaluate(Row("W821", 17)).Result, Is.EqualTo(Result.Kept(null)));
        Assert.That(view.Evaluate(Row(null, 20)).Result, Is.EqualTo(Result.NotKept));
    }

    [Test]
    public void A_source_that_renames_nothing_has_the_scripts_that_it_had() =>
        Assert.That(
            ScriptGenerator
                .Generate(ScriptCases.Named("x", BackPainFusion.Coding.Coding), Apcs.Source, Targets.SqlServer2016)
                .Single(file => file.Name == FileNames.View)
                .Text,
            Does.Contain("    [APCS].[APCS_Ident],\n")
        );

    private static Coding Read(string text) => CodingReader.Read(text, Source).Coding;

    private static Row Row(string? code, int age) =>
        new(
            Source.Columns,
            [SqlValue.Of(1), SqlValue.Null, code is null ? SqlValue.Null : SqlValue.Of(code), SqlValue.Of(age)]
        );
}
