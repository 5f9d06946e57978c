using RuleGen.Model;
using RuleGen.Tests.TestData;

namespace RuleGen.Tests.Unit.Lists;

/// <summary>Lists of a schema file, and what they are kept as.</summary>
public sealed class ListSourceTests
{
    [Test]
    public void A_schema_file_gives_its_lists()
    {
        var source = SpellLists.Source;
        var diagnoses = source.FindList("diagnoses")!;

        Assert.That(
            diagnoses.Storage,
            Is.EqualTo(
                new ChildRows(new TableName("dbo", "Diagnosis"), ["Spell_Id"], "Seq")
                {
                    Synonyms = [MultiPartName.Parse("sus.vw_Diagnosis")],
                }
            )
        );
        Assert.That(diagnoses.Type.Columns.Select(column => column.StoredName), Is.EqualTo(["Icd", "Grade"]));
        Assert.That(source.FindList("Operations")!.Type.MostItems, Is.EqualTo(3));
        Assert.That(source.NumberedColumns.Select(column => column.Name), Is.EqualTo(["OP_1", "OP_2", "OP_3"]));
        Assert.That(
            source.StoredColumns.Select(column => column.Name),
            Is.EqualTo(["Id", "Age", "OP_1", "OP_2", "OP_3"])
        );
        Assert.That(
            source.RowColumns.Select(column => column.Name),
            Is.EqualTo(["Id", "Age", "Diagnoses", "Operations"])
        );
        Assert.That(source.Find("Main")!.Type, Is.EqualTo(diagnoses.Type.Columns[0].Type));
    }

    [TestCase(
        "\"first\": \"Diagnoses.Code\"",
        "\"first\": \"Diagnoses.Cod\"",
        "RG0207",
        "Did you mean 'Diagnoses.Code'?"
    )]
    [TestCase("\"of\": \"Diagnoses.Code\"", "\"of\": \"Diagnoses.Grade\"", "RG0001", "")]
    [TestCase("\"position\": \"Seq\",", "", "RG0207", "Say which column of the child table is the 'position'")]
    [TestCase("\"on\": { \"Id\": \"Spell_Id\" },", "\"on\": { \"Idd\": \"Spell_Id\" },", "RG0202", "")]
    [TestCase("\"OP_1\", \"OP_2\"", "\"OP_1\", \"OP_1\"", "RG0204", "")]
    [TestCase("\"OP_1\", \"OP_2\"", "\"OP_1\", \"Age\"", "RG0204", "")]
    [TestCase("\"name\": \"Operations\"", "\"name\": \"Diagnoses\"", "RG0204", "")]
    [TestCase("\"separator\": \",\"", "\"separator\": \"-\"", "RG0003", "")]
    [TestCase(
        "{ \"Opcs\": [\"OP_1\", \"OP_2\", \"OP_3\"] }",
        "{ \"Opcs\": [] }",
        "RG0207",
        "Name the column of each position"
    )]
    [TestCase("[{ \"name\": \"Opcs\", \"type\": \"varchar(4)\", \"nullable\": true }]", "[]", "RG0202", "")]
    public void A_list_that_cannot_be_so_is_refused(string old, string @new, string code, string remedy)
    {
        var json = SpellLists.Json.Replace(old, @new, StringComparison.Ordinal);
        Assert.That(json, Is.Not.EqualTo(SpellLists.Json));

        var problem = Refused.Problems(() => SourceFile.Parse(json))[0];

        Assert.That(problem.Code.Id, Is.EqualTo(code), problem.Message);
        Assert.That(problem.Remedy, Does.Contain(remedy));
    }

    [Test]
    public void A_list_is_what_its_items_are()
    {
        var items = SpellLists.Coded("M45", "C41");

        Assert.That(items.ToString(), Is.EqualTo("[('M45', NULL), ('C41', NULL)]"));
        Assert.That(SpellLists.Coded("M45", "C41"), Is.EqualTo(items));
        Assert.That(SpellLists.Coded("C41", "M45"), Is.Not.EqualTo(items));
        Assert.That(SpellLists.Coded().ToString(), Is.EqualTo("[]"));
        Assert.That(
            ListItems.Of(SpellLists.Diagnoses, [new ListItem(3, [SqlValue.Of("M45"), SqlValue.Of(-2)])]).ToString(),
            Is.EqualTo("[3: ('M45', -2)]")
        );
    }

    [TestCase(0, "M45", "outside 1 to")]
    [TestCase(10000, "M45", "outside 1 to")]
    [TestCase(1, null, "no value of")]
    [TestCase(1, "M\uFDD0", "no character")]
    public void An_item_that_cannot_be_is_refused(int position, string? code, string message) =>
        Assert.That(
            Refused
                .Problem(() =>
                    ListItems.Of(
                        SpellLists.Diagnoses,
                        [new ListItem(position, [code is null ? SqlValue.Null : SqlValue.Of(code), SqlValue.Null])]
                    )
                )
                .Message,
            Does.Contain(message)
        );

    [Test]
    public void Two_items_have_no_one_position()
    {
        var item = new ListItem(2, [SqlValue.Of("M45"), SqlValue.Null]);

        Assert.That(
            Refused.Problem(() => ListItems.Of(SpellLists.Diagnoses, [item, item])).Message,
            Does.Contain("Two items of a row have the position 2")
        );
    }
}
