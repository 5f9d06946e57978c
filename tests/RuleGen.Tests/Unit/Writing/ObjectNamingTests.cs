using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

public class ObjectNamingTests
{
    private static readonly ObjectNaming Warehouse = ObjectNaming.Of("vw_{id}", "fn_{id}", "vw_{view}_{id}") with
    {
        Schema = "rules",
        OutcomeColumn = "Label]",
    };

    [Test]
    public void Objects_are_called_by_the_patterns()
    {
        var names = Warehouse.For("EBI_01");

        Assert.That(names.QualifiedView, Is.EqualTo("[rules].[vw_EBI_01]"));
        Assert.That(names.QualifiedFunction, Is.EqualTo("[rules].[fn_EBI_01]"));
        Assert.That(names.ClrFunction, Is.EqualTo("fn_EBI_01_Clr"));
        Assert.That(Warehouse.ForCatalogue("EBI", "flags"), Is.EqualTo("vw_flags_EBI"));
    }

    [Test]
    public void A_mark_in_an_id_is_no_mark() =>
        Assert.That(Warehouse.ForCatalogue("{view}", "{id}"), Is.EqualTo("vw_{id}_{view}"));

    [TestCase("", ExpectedResult = "RG0009")]
    [TestCase("a\n{id}", ExpectedResult = "RG0009")]
    [TestCase("EBI", ExpectedResult = "RG0215")]
    [TestCase("{ID}", ExpectedResult = "RG0215")]
    [TestCase("{id}{id}", ExpectedResult = "RG0215")]
    [TestCase("{{id}}", ExpectedResult = "RG0215")]
    [TestCase("{id}_{view}", ExpectedResult = "RG0215")]
    public string A_pattern_that_does_not_say_where_the_id_goes_is_refused(string pattern) =>
        Refused.Problem(() => ObjectNaming.CheckViewPattern(pattern)).Code.Id;

    [TestCase("{id}")]
    [TestCase("{view}")]
    [TestCase("{id}{view}{view}")]
    [TestCase("{i{view}d}")]
    [TestCase("{vi{id}ew}")]
    public void A_view_of_a_catalogue_says_both(string pattern)
    {
        var problem = Refused.Problem(() => ObjectNaming.CheckCatalogueViewPattern(pattern));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ObjectNames));
        Assert.That(problem.Remedy, Is.EqualTo("Write {id} and {view} in it once, and no other braces"));
    }

    [TestCase("{id}_x", "{id}_X")]
    [TestCase("{id}_x_CLR", "{id}_x")]
    public void One_name_for_view_and_function_is_refused(string view, string function) =>
        Assert.That(Refused.Problem(() => ObjectNaming.Of(view, function)).Code, Is.EqualTo(ErrorCodes.ObjectNames));

    [Test]
    public void Every_script_says_the_outcome_by_its_name()
    {
        var files = ScriptGenerator
            .Generate(ScriptCases.ArmsOnly, Apcs.Source, Targets.SqlServer2016, Warehouse)
            .Concat(
                ClrGenerator.WriteFiles(
                    ClrGenerator.Compile(ScriptCases.ArmsOnly, Apcs.Source, Warehouse),
                    Targets.SqlServer2019
                )
            )
            .ToDictionary(file => file.Name, file => file.Text);

        Assert.That(files[FileNames.View], Does.Contain(" VIEW [rules].[vw_").And.Contain(" AS [Label]]]"));
        Assert.That(files[FileNames.Function], Does.Contain(" FUNCTION [rules].[fn_").And.Contain(" AS [Label]]]"));
        Assert.That(files[FileNames.Clr], Does.Contain("_Clr]").And.Contain("RETURNS TABLE ([Label]]] nvarchar("));
        Assert.That(files[FileNames.ClrSource], Does.Contain("TableDefinition = \"[Label]]] nvarchar("));
        Assert.That(files.Values, Has.None.Contains("AS [Outcome]"));
    }

    [Test]
    public void A_column_is_in_the_way_where_it_has_the_name_of_the_outcome()
    {
        var source = new Source(
            new TableName("dbo", "t"),
            "t",
            key: ["Outcome"],
            carried: [],
            columns: [new Column("Outcome", IntegerType.Int, isNullable: false)]
        );
        var coding = ScriptCases.Named(
            "x",
            new CodingBuilder().When(source.Number("Outcome").EqualTo(1), "one").Build()
        );

        Assert.That(
            Refused.Problem(() => Generate(ObjectNaming.Default)).Code,
            Is.EqualTo(ErrorCodes.SchemaDuplicateColumn)
        );
        Assert.That(
            Refused.Problem(() => Generate(ObjectNaming.Default with { OutcomeColumn = "OUTCOME" })).Code,
            Is.EqualTo(ErrorCodes.SchemaDuplicateColumn)
        );
        Assert.That(Generate(Warehouse), Is.Not.Empty);

        ValueList<GeneratedFile> Generate(ObjectNaming naming) =>
            ScriptGenerator.Generate(coding, source, Targets.SqlServer2016, naming);
    }

    [Test]
    public void A_function_of_another_pattern_has_an_assembly_of_its_own() =>
        Assert.That(
            new ClrNames(ObjectNaming.Of(functionPattern: "fn_{id}"), "x").Assembly,
            Is.EqualTo("RuleGen.ebi.x.fn_x")
        );
}
