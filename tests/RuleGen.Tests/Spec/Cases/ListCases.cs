using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Tests.TestData;
using static RuleGen.Model.Truth;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Rules 5.18 and 3.13: whether a row has an item, and columns that are made of a list.</summary>
internal static class ListCases
{
    private static readonly Source Source = SpellLists.Source;

    private static readonly ListOperand Diagnoses = Source.List("Diagnoses");

    private static readonly ListOperand Operations = Source.List("Operations");

    public static IEnumerable<TestCaseData> Existence =>
        [
            .. Cases("5.18", "no item, none exists", Diagnoses.Any(), (None, False), (Row("M45"), True)),
            .. Cases(
                "5.18",
                "one item is enough",
                Diagnoses.Any(item => item.Text("Code").Like("M45%")),
                (None, False),
                (Row("C41"), False),
                (Row("M45"), True),
                (Row("C41", "M459"), True),
                (Row("C4M45"), False)
            ),
            .. Cases(
                "5.18",
                "UNKNOWN for an item is no item, and NOT EXISTS is TRUE",
                Not.Of(Diagnoses.Any(item => item.Number("Grade") > 2)),
                (Row(Item(1, "M45", null)), True),
                (Row(Item(1, "M45", 2)), True),
                (Row(Item(1, "M45", null), Item(2, "M46", 3)), False)
            ),
            .. Cases(
                "5.18",
                "conditions of one subquery are asked of one item",
                Diagnoses.Any(item => item.Text("Code").Like("M%") & item.Number("Grade").EqualTo(1)),
                (Row(Item(1, "M45", 2), Item(2, "C41", 1)), False),
                (Row(Item(1, "M45", 2), Item(2, "M41", 1)), True)
            ),
            .. Cases(
                "5.18",
                "a position is a condition like others",
                Diagnoses.Any(item => item.Position.EqualTo(2) & item.Text("Code").EqualTo("M45")),
                (Row("M45"), False),
                (Row("C41", "M45"), True),
                (Row(Item(2, "M45", null)), True),
                (Row(Item(3, "M45", null)), False)
            ),
            .. Cases(
                "5.18",
                "a numbered column that is NULL is no item",
                Operations.Any(),
                (Numbered(null, null, null), False),
                (Numbered(null, "W822", null), True)
            ),
            .. Cases(
                "5.18",
                "numbered columns keep their positions",
                Operations.Any(item => item.Position >= 2 & item.Text("Opcs").NotLike("Z%")),
                (Numbered("W822", null, null), False),
                (Numbered("W822", "Z846", null), False),
                (Numbered(null, null, "W822"), True)
            ),
        ];

    public static IEnumerable<TestCaseData> Made =>
        [
            .. Cases(
                "3.13",
                "the first is the item at position 1",
                Source.Text("Main").EqualTo("M45"),
                (None, Unknown),
                (Row(Item(2, "M45", null)), Unknown),
                (Row("M45", "C41"), True),
                (Row("C41", "M45"), False)
            ),
            .. Cases(
                "3.13",
                "items are joined in the order of their positions",
                Source.Text("All_Codes").EqualTo("|C41,M45"),
                (None, Unknown),
                (Row("C41", "M45"), True),
                (Row(Item(7, "M45", null), Item(3, "C41", null)), True),
                (Row("M45", "C41"), False)
            ),
            .. Cases(
                "3.13",
                "a pattern reaches across joined items",
                Source.Text("All_Codes").Like("%1,M%"),
                (Row("C41", "M45"), True),
                (Row("C42", "M45"), False),
                (Row("C41", "C42", "M45"), False)
            ),
        ];

    private static ListItem Item(int position, string code, int? grade) =>
        new(position, [SqlValue.Of(code), grade is { } number ? SqlValue.Of(number) : SqlValue.Null]);

    private static readonly Row None = Row(SpellLists.Coded(), []);

    private static Row Row(params string[] codes) => Row([.. codes.Select((code, i) => Item(i + 1, code, null))]);

    private static Row Row(params ListItem[] items) => Row(ListItems.Of(SpellLists.Diagnoses, items), []);

    private static Row Numbered(params string?[] codes) =>
        Row(
            SpellLists.Coded(),
            codes.Select((code, i) => new ListItem(i + 1, [code is null ? SqlValue.Null : SqlValue.Of(code)]))
        );

    private static Row Row(ListItems diagnoses, IEnumerable<ListItem> operations) =>
        new(
            Source.RowColumns,
            Source
                .RowColumns.Select(column =>
                    column.Name switch
                    {
                        "Id" => SqlValue.Of(1),
                        "Age" => SqlValue.Null,
                        "Diagnoses" => SqlValue.Of(diagnoses),
                        _ => SqlValue.Of(ListItems.Of((ListType)column.Type, operations)),
                    }
                )
                .ToValueList()
        );

    private static IEnumerable<TestCaseData> Cases(
        string rule,
        string sentence,
        Predicate predicate,
        params (Row Row, Truth Expected)[] rows
    ) =>
        rows.Select(each =>
        {
            var name = $"{rule} {sentence}: {each.Row} is {each.Expected}";
            return new TestCaseData(new SpecCase(name, Source, predicate, each.Row, each.Expected)).SetArgDisplayNames(
                name
            );
        });
}
