using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Tests.TestData;
using RuleGen.Tests.Unit.Writing;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Lists;

/// <summary>Joined items on a server without STRING_AGG (rule 3.14): written, read back, and run.</summary>
public sealed class XmlJoinTests
{
    private static readonly PublishedCoding Coding = ScriptCases.Named("spells", SpellLists.Coding);

    private static readonly string View = Text(FileNames.View);

    [Test]
    public void A_script_joins_by_xml_and_says_the_same() =>
        Assert.That(
            ScriptReader.Read(View, SpellLists.Source).Single().Coding,
            Is.EqualTo(CodingBinder.Bind(SpellLists.Coding, SpellLists.Source))
        );

    [Test]
    public void The_definition_is_the_same_whatever_the_server() =>
        Assert.That(
            Hash(View),
            Is.EqualTo(Hash(Text(FileNames.View, Targets.SqlServer2022))).And.Not.Null,
            "The hash says whether a coding changed, not where it is."
        );

    [TestCase]
    [TestCase("M45")]
    [TestCase("M45", "C41")]
    [TestCase("C41", "C500", "M45")]
    [TestCase("")]
    [TestCase("", "")]
    public void The_interpreter_makes_of_it_what_the_evaluator_does(params string[] codes)
    {
        var row = new Row(
            SpellLists.Source.RowColumns,
            [
                SqlValue.Of(1),
                SqlValue.Of(40),
                SqlValue.Of(SpellLists.Coded(codes)),
                SqlValue.Of(ListItems.Of(SpellLists.Source.FindList("Operations")!.Type, [])),
            ]
        );
        var expected = new CodingEvaluator().FindResult(CodingBinder.Bind(SpellLists.Coding, SpellLists.Source), row);
        var function = ScriptInterpreter.Load(Text(FileNames.Function), SpellLists.Source).Functions.Single();

        Assert.That(
            ScriptInterpreter.Load(View, SpellLists.Source).Views.Single().Evaluate(row).Result,
            Is.EqualTo(expected)
        );
        Assert.That(
            function.CrossApply(row, SpellLists.Source.StoredFor(SpellLists.Coding.NamedColumns)).Result,
            Is.EqualTo(expected)
        );
    }

    [TestCase("1, 1, N'')", "1, 2, N'')")]
    [TestCase("1, 1, N'')", "2, 1, N'')")]
    [TestCase("1, 1, N'')", "1, 1, N'x')")]
    [TestCase("PATH(N'')", "PATH(N'x')")]
    [TestCase("PATH(N''), TYPE", "PATH(N'')")]
    [TestCase("ORDER BY [Diagnoses].[Seq]\n", "\n")]
    [TestCase("ORDER BY [Diagnoses].[Seq]\n", "ORDER BY [Diagnoses].[Seq] DESC\n")]
    [TestCase("WHERE [Diagnoses].[Spell_Id] = [s].[Id]\n            ORDER", "ORDER")]
    [TestCase("COLLATE Latin1_General_CI_AS AS varchar(max)", "COLLATE Latin1_General_BIN2 AS varchar(max)")]
    [TestCase("COLLATE Latin1_General_CI_AS AS varchar(max)", "AS varchar(max)")]
    [TestCase("COLLATE Latin1_General_CI_AS AS varchar(max)", "COLLATE Latin1_General_CI_AS AS varchar(30)")]
    [TestCase("COLLATE Latin1_General_CI_AS AS varchar(max)", "COLLATE Latin1_General_CI_AS AS nvarchar(max)")]
    [TestCase("CAST([Diagnoses].[Icd] AS nvarchar(max))", "CAST([Diagnoses].[Icd] AS nvarchar(3))")]
    [TestCase("CAST([Diagnoses].[Icd] AS nvarchar(max))", "[Diagnoses].[Icd]")]
    [TestCase("N'nvarchar(max)')", "N'nvarchar(9)')")]
    [TestCase(".value(", ".query(")]
    [TestCase("AS nvarchar(max))\n", "AS nvarchar(max)) AS [x]\n")]
    [TestCase("SELECT N','", "SELECT DISTINCT N','")]
    [TestCase("SELECT N','", "SELECT TOP (1) N','")]
    public void Anything_near_it_is_refused_and_not_run(string old, string @new)
    {
        var edit = View.Replace(old, @new, StringComparison.Ordinal);
        Assert.That(edit, Is.Not.EqualTo(View));

        Assert.That(Refused.Problems(() => ScriptReader.Read(edit, SpellLists.Source)), Is.Not.Empty);
        Assert.That(Refused.Problems(() => ScriptInterpreter.Load(edit, SpellLists.Source)), Is.Not.Empty);
    }

    [Test]
    public void Another_order_is_no_list_in_the_order_of_its_positions() =>
        Assert.That(
            Refused.Problems(() =>
                ScriptReader.Read(
                    View.Replace(
                        "ORDER BY [Diagnoses].[Seq]\n",
                        "ORDER BY [Diagnoses].[Grade]\n",
                        StringComparison.Ordinal
                    ),
                    SpellLists.Source
                )
            ),
            Is.Not.Empty
        );

    [Test]
    public void Without_a_separator_an_empty_text_would_be_none_and_the_server_is_refused()
    {
        var source = SourceFile.Parse(
            SpellLists.Json.Replace("\"separator\": \",\"", "\"separator\": \"\"", StringComparison.Ordinal)
        );
        var coding = Coding with { Coding = CodingBinder.Bind(SpellLists.Coding, source) };

        var problem = Refused.Problem(() => ScriptGenerator.Generate(coding, source, Targets.SqlServer2016));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedByTarget));
        Assert.That(problem.Message, Does.Contain("does not join the items of 'Diagnoses' without a separator"));
        Assert.That(ScriptGenerator.Generate(coding, source, Targets.SqlServer2017), Is.Not.Empty);
    }

    private static string Text(string name, Target? target = null) =>
        ScriptGenerator
            .Generate(Coding, SpellLists.Source, target ?? Targets.SqlServer2016)
            .Single(file => file.Name == name)
            .Text;

    private static string? Hash(string script) =>
        script.Split('\n').FirstOrDefault(line => line.StartsWith("-- Definition hash", StringComparison.Ordinal));
}
