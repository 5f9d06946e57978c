using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Rules;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>case.sql, from.sql and where.sql are a whole query over the source's table under its alias.</summary>
internal sealed class SourceFragmentTests
{
    private static readonly string[] Schemas = ["apcs", "alias", "renamed", "apcs-child-tables", "hes-apc"];

    private static IEnumerable<TestCaseData> Cases =>
        from schema in Schemas
        from target in (Target[])[Targets.SqlServer2016, Targets.SqlServer2017, Targets.Babelfish]
        select new TestCaseData(SourceOf(schema), target).SetArgDisplayNames(schema, target.Name);

    [TestCaseSource(nameof(Cases))]
    public void The_parts_are_a_query_that_says_what_the_coding_says(Source source, Target target)
    {
        var published = BackPainFusion.Coding with { Coding = CodingBinder.Bind(BackPainFusion.Coding.Coding, source) };
        var query = Assemble(published, source, target);

        using var reader = new StringReader(query);
        _ = new TSql130Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        // STRING_AGG has a grammar of its own from SQL Server 2017 on.
        Assert.That(errors, target.HasStringAgg ? Is.Not.Null : Is.Empty);
        var view = $"CREATE VIEW [dbo].[Pasted]\nAS\n{query}";
        var found = ScriptReader.Read(view, source).Single().Coding;
        Assert.That(
            new EquivalenceProver(new CodingEvaluator()).Decide(published.Coding, found),
            Is.InstanceOf<Equivalent>()
        );
        var interpreter = ScriptInterpreter.Load(view, source).Views.Single();
        var evaluator = new CodingEvaluator();
        foreach (var row in Sampler.Sample(source, [published.Coding], 300, seed: 3))
        {
            Assert.That(
                interpreter.Evaluate(row).Result,
                Is.EqualTo(evaluator.FindResult(published.Coding, row)),
                row.ToString()
            );
        }
    }

    [Test]
    public void The_names_of_the_default_source_are_those_of_the_published_text()
    {
        var coding = CodingBinder.Bind(BackPainFusion.Coding.Coding, Apcs.Source);
        var files = Files(BackPainFusion.Coding, Apcs.Source, Targets.SqlServer2016);

        Assert.That(files[FileNames.Case], Is.EqualTo(FragmentWriter.WriteCase(coding)));
        Assert.That(files[FileNames.Where], Is.EqualTo(FragmentWriter.WriteWhere(coding)));
        Assert.That(files.Keys, Has.None.EqualTo(FileNames.From));
    }

    [TestCase("Age > 1", ExpectedResult = "Age > 1")]
    [TestCase("[AGE] > 1", ExpectedResult = "[AGE] > 1")]
    [TestCase("S.Age > 1", ExpectedResult = "S.Age > 1")]
    [TestCase("[s].Age > 1", ExpectedResult = "[s].Age > 1")]
    [TestCase("Spells.Age > 1", ExpectedResult = "s.Age > 1")]
    [TestCase("Spell_Procedure = 'x'", ExpectedResult = "s.[Main Procedure] = 'x'")]
    [TestCase("s.Spell_Procedure = 'x'", ExpectedResult = "s.[Main Procedure] = 'x'")]
    [TestCase("[Main Procedure] = 'x'", ExpectedResult = "[Main Procedure] = 'x'")]
    public string A_name_is_written_as_published_where_it_leads_to_the_column(string condition)
    {
        var source = SourceFile.Parse(
            """
            {
              "from": { "schema": "dbo", "table": "Spells", "alias": "s" },
              "collation": "Latin1_General_CI_AS",
              "key": ["Id"],
              "columns": [
                { "name": "Id", "type": "int", "nullable": false },
                { "name": "Age", "type": "int", "nullable": true },
                { "name": "Spell_Procedure", "column": "Main Procedure", "type": "varchar(4)", "nullable": true }
              ]
            }
            """
        );
        var coding = CodingReader.Read($"WHERE {condition}", source).Coding;

        return new SourceFragments(coding, source, hasStringAgg: true).WriteWhere()!.Trim()["WHERE ".Length..];
    }

    [Test]
    public void Items_of_child_rows_belong_to_the_row_by_the_alias()
    {
        var source = SourceOf("apcs-child-tables");
        var coding = CodingReader
            .Read(
                "WHEN EXISTS (SELECT 1 FROM dbo.APCS_Spell_Diagnosis d WHERE d.APCS_Ident = APCS.APCS_Ident "
                    + "AND d.Diagnosis_Code_ICD LIKE 'M45%') THEN 'x'",
                source
            )
            .Coding;
        var fragments = new SourceFragments(coding, source, hasStringAgg: true);

        Assert.That(fragments.WriteFrom(), Is.Null);
        Assert.That(
            fragments.WriteCase(),
            Does.Contain("FROM [dbo].[APCS_Spell_Diagnosis] AS [Diagnoses]")
                .And.Contain("WHERE [Diagnoses].[APCS_Ident] = [APCS].[APCS_Ident]")
        );
    }

    /// <summary>The query that somebody pastes together, showing the key, too.</summary>
    private static string Assemble(PublishedCoding published, Source source, Target target)
    {
        var files = Files(published, source, target);
        var alias = SqlName.Bracket(source.Alias);
        var from = files.GetValueOrDefault(FileNames.From) ?? $"FROM {source.Table} AS {alias}\n";
        return $"SELECT {alias}.{SqlName.Bracket(source.Key[0].StoredName)},\nCASE\n{files[FileNames.Case]}END AS [Outcome]\n"
            + from
            + files[FileNames.Where];
    }

    private static Dictionary<string, string> Files(PublishedCoding published, Source source, Target target) =>
        ScriptGenerator.Generate(published, source, target).ToDictionary(file => file.Name, file => file.Text);

    private static Source SourceOf(string schema)
    {
        var text = Repository.Read("sql", "schema", $"{(schema is "alias" or "renamed" ? "apcs" : schema)}.json");
        return SourceFile.Parse(
            schema switch
            {
                "alias" => Rename(text, "\"alias\": \"APCS\"", "\"alias\": \"s\""),
                "renamed" => Rename(
                    Rename(text, "\"alias\": \"APCS\"", "\"alias\": \"my spells\""),
                    "\"name\": \"Primary_Spell_Procedure\"",
                    "\"name\": \"Primary_Spell_Procedure\", \"column\": \"Main Procedure\""
                ),
                _ => text,
            }
        );
    }

    private static string Rename(string text, string old, string @new)
    {
        Assert.That(text, Does.Contain(old));
        return text.Replace(old, @new, StringComparison.Ordinal);
    }
}
