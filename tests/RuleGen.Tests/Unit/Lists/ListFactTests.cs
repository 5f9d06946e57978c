using RuleGen.Engine;
using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Lists;

/// <summary>What is asked of several columns that are made of one list, as a condition on the list.</summary>
public sealed class ListFactTests
{
    private static readonly StringLiteral Nothing = StringLiteral.Of("");

    /// <summary>One automaton over items says it; were it made of one over lists for each column, a proof would take seconds.</summary>
    [Test]
    public void What_is_asked_of_every_column_is_asked_of_items()
    {
        var (list, columns) = Numbered(20, CharacterType.VarChar(6, Collation.Latin1GeneralCiAs));
        var coded = columns.Select(column => IsNullFunction.Of(column, Nothing)).ToList();
        var some = Or.Of([.. coded.Select(code => IsCode(code, "M45%"))]);
        var none = And.Of([.. coded.Select(code => IsCode(code, "M45%", isNegated: true))]);
        var any = Any.Of(list, IsCode(ColumnReference.Of(((ListType)list.Type).Columns[0]), "M45%"));
        var space = new RowSpace([some, none, any]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(space.TranslatePart(some, wanted: true), Is.InstanceOf<ListFact>());
            Assert.That(space.TranslatePart(none, wanted: true), Is.InstanceOf<ListFact>());
            Assert.That(space.Translate(some), Is.EqualTo(space.Translate(any)));
            Assert.That(space.Translate(none), Is.EqualTo(space.Translate(Not.Of(any))));
        }
    }

    [Test]
    public void Patterns_on_one_joined_text_are_one_condition()
    {
        var (list, _) = Numbered(20, CharacterType.VarChar(6, Collation.Latin1GeneralCiAs));
        var joined = ColumnReference.Of(
            Column.Made("All", new JoinedItems(list, ((ListType)list.Type).Columns[0], ","))
        );
        var either = Or.Of([IsCode(joined, "%M45%"), IsCode(joined, "%C41[24]%"), NullTest.Of(joined)]);

        Assert.That(new RowSpace([either]).TranslatePart(either, wanted: true), Is.InstanceOf<ListFact>());
    }

    private static IEnumerable<Func<ColumnReference, Predicate>> Questions() =>
        [
            column => NullTest.Of(column),
            column => NullTest.Of(column, isNegated: true),
            column => IsCode(column, "a"),
            column => IsCode(column, "a", isNegated: true),
            column => IsCode(IsNullFunction.Of(column, Nothing), "a"),
            column => IsCode(IsNullFunction.Of(column, StringLiteral.Of("a")), "a"),
            column => Not.Of(IsCode(IsNullFunction.Of(column, StringLiteral.Of("a")), "a")),
        ];

    /// <summary>Where a position may be without an item, a list that ends before it is one that has it.</summary>
    [Test]
    public void Every_list_is_judged_as_the_evaluator_does(
        [ValueSource(nameof(Questions))] Func<ColumnReference, Predicate> first,
        [ValueSource(nameof(Questions))] Func<ColumnReference, Predicate> others,
        [Values] bool isAll
    )
    {
        var (list, columns) = Numbered(3, CharacterType.VarChar(1, Collation.Latin1GeneralCiAs));
        ValueList<Predicate> asked = columns.Select((column, i) => (i == 0 ? first : others)(column)).ToValueList();
        Predicate[] predicates =
        [
            Join(asked),
            Join([asked[0], asked[2]]),
            Join([asked[1], asked[2]]),
            Join([.. asked, Any.Of(list, condition: null)]),
            Join([.. asked, Not.Of(Any.Of(list, IsCode(ColumnReference.Of(((ListType)list.Type).Columns[0]), "b")))]),
        ];
        var space = new RowSpace(predicates);
        foreach (var predicate in predicates)
        {
            var coding = new Coding([new CaseArm(predicate, Label.Of("yes"))], otherwise: null, exclusions: null);
            var isTrue = Words(space.Translate(predicate).IsTrue, space.Sets(list));
            foreach (var row in Lists((ListType)list.Type).Select(items => new Row([list], [SqlValue.Of(items)])))
            {
                Assert.That(
                    isTrue.ContainsValueOf(row),
                    Is.EqualTo(new CodingEvaluator().FindResult(coding, row)!.Value.Outcome is not null),
                    $"{predicate} of {row}"
                );
            }
        }

        Predicate Join(ValueList<Predicate> parts) => isAll ? And.Of(parts) : Or.Of(parts);
    }

    private static ValueSet Words(Formula formula, ColumnSets sets) => Languages.Words.SetOf(formula, sets);

    private static Like IsCode(Scalar operand, string pattern, bool isNegated = false) =>
        Like.Of(operand, StringLiteral.Of(pattern), isNegated: isNegated);

    private static (Column List, ColumnReference[] Columns) Numbered(int count, CharacterType code)
    {
        var type = new ListType([new Column("Code", code, isNullable: true)], hasPosition: true, mostItems: count);
        var list = new Column("Codes", type, isNullable: false);
        return (
            list,
            [
                .. Enumerable
                    .Range(1, count)
                    .Select(place =>
                        ColumnReference.Of(Column.Made($"Code_{place}", new ItemAt(list, type.Columns[0], place)))
                    ),
            ]
        );
    }

    /// <summary>Every list of up to three items, each of two codes or a gap.</summary>
    private static IEnumerable<ListItems> Lists(ListType type)
    {
        string?[] codes = [null, "a", "b"];
        return from one in codes
            from two in codes
            from three in codes
            select ListItems.Of(
                type,
                new[] { one, two, three }
                    .Select((code, i) => (code, i))
                    .Where(item => item.code is not null)
                    .Select(item => new ListItem(item.i + 1, [SqlValue.Of(item.code!)]))
            );
    }
}
