using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Tests.TestData;

/// <summary>Spells with their diagnoses in a child table, as a schema file says it.</summary>
internal static class SpellLists
{
    public const string Json = """
        {
          "from": { "schema": "dbo", "table": "Spell", "alias": "s" },
          "collation": "Latin1_General_CI_AS",
          "key": ["Id"],
          "lists": [
            {
              "name": "Diagnoses",
              "rows": {
                "schema": "dbo", "table": "Diagnosis", "on": { "Id": "Spell_Id" }, "position": "Seq",
                "synonyms": ["sus.vw_Diagnosis"]
              },
              "columns": [
                { "name": "Code", "column": "Icd", "type": "varchar(6)", "nullable": false },
                { "name": "Grade", "type": "int", "nullable": true }
              ]
            },
            {
              "name": "Operations",
              "numbered": { "Opcs": ["OP_1", "OP_2", "OP_3"] },
              "columns": [{ "name": "Opcs", "type": "varchar(4)", "nullable": true }]
            }
          ],
          "columns": [
            { "name": "Id", "type": "int", "nullable": false },
            { "name": "Age", "type": "int", "nullable": true },
            { "name": "Main", "first": "Diagnoses.Code" },
            { "name": "All_Codes", "joined": { "of": "Diagnoses.Code", "separator": ",", "before": "|" } }
          ]
        }
        """;

    public static Source Source { get; } = SourceFile.Parse(Json);

    public static ListType Diagnoses => Source.FindList("Diagnoses")!.Type;

    /// <summary>Every form of what may be asked of a list.</summary>
    public static Coding Coding { get; } =
        new CodingBuilder()
            .When(
                Item(item => item.Text("Code").Like("M45%") & item.Number("Grade") > 2).Cites("Spondylitis.")
                    & Source.Text("Main").NotLike("C%")
                    & Item(item =>
                        item.Position.EqualTo(1) & (item.Text("Code").Like("M%") | item.Number("Grade").IsNull())
                    ),
                "one"
            )
            .When(
                Source.List("Operations").Any().Grouped()
                    | Source.List("Operations").Any(item => item.Text("Opcs").Upper().In("W822", "W823")),
                "operated"
            )
            .When(
                Source.Text("All_Codes").Like("%,C[0-9][0-9]%")
                    & !Sql.WrittenAs(
                        Item(item => item.Text("Code").EqualTo("Z51")),
                        "s.Id NOT IN (SELECT Spell_Id FROM Diagnosis WHERE",
                        ")",
                        saysNot: true
                    ),
                "joined"
            )
            .Where(!Item(item => item.Text("Code").Like("D0%").Comment("In situ")) | Source.Number("Age") < 19)
            .Build();

    private static Predicate Item(Func<ItemOperand, Predicate> condition) => Source.List("Diagnoses").Any(condition);

    /// <summary>Diagnoses with codes alone, from position 1.</summary>
    public static ListItems Coded(params string[] codes) =>
        ListItems.Of(Diagnoses, codes.Select((code, i) => new ListItem(i + 1, [SqlValue.Of(code), SqlValue.Null])));
}
