using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Model;

public sealed class CodingBinderTests
{
    private static readonly Coding BackPain = BackPainFusion.Coding.Coding;

    [Test]
    public void Binding_to_its_own_source_changes_nothing() =>
        Assert.That(CodingBinder.Bind(BackPain, Apcs.Source), Is.EqualTo(BackPain));

    [Test]
    public void Every_column_becomes_the_sources()
    {
        var binary = Apcs.Source.WithCollation(Collation.Latin1GeneralBin2);
        var bound = CodingBinder.Bind(BackPain, binary);

        Assert.That(bound.Columns, Is.SubsetOf(binary.Columns).And.Count.EqualTo(BackPain.Columns.Count));
        Assert.That(bound, Is.Not.EqualTo(BackPain));
        Assert.That(CodingBinder.Bind(bound, Apcs.Source), Is.EqualTo(BackPain));
    }

    [Test]
    public void Every_kind_of_node_is_bound()
    {
        var (text, number) = (Apcs.AdmissionMethod, Apcs.AgeAtStartOfSpellSus);
        var coding = new CodingBuilder()
            .When(text.Left(2).Right(1).Substring(1, 1).Upper().Lower().LTrim().RTrim().NotLike("a!_", "!"), "a")
            .When(
                Sql.IsNull(text, "x").NotIn("a", "b")
                    | Sql.Coalesce(text, CharacterLiteral.Unicode("y").AsOperand()).IsNotNull(),
                "b"
            )
            .When(text.NotBetween("a", "b") & !Sql.WithBang(number.NotEqualTo(3)) & Sql.True, Label.Null)
            .Else("z")
            .Build();
        var binary = Apcs.Source.WithCollation(Collation.Latin1GeneralBin2);

        Assert.That(CodingBinder.Bind(CodingBinder.Bind(coding, binary), Apcs.Source), Is.EqualTo(coding));
    }

    [Test]
    public void What_is_said_and_how_it_is_written_stays()
    {
        var bound = CodingBinder.Bind(BackPain, Apcs.Source.WithCollation(Collation.Latin1GeneralBin2));

        Assert.That(bound.IsWrittenWithCase, Is.EqualTo(BackPain.IsWrittenWithCase));
        Assert.That(Said(bound), Is.EqualTo(Said(BackPain)));
        Assert.That(Written(bound), Is.EqualTo(Written(BackPain)).And.Contains("apcs.Administrative_Category"));
        Assert.That(Parentheses(bound), Is.EqualTo(Parentheses(BackPain)));
        Assert.That(bound.Arms[0].Documentation, Is.SameAs(BackPain.Arms[0].Documentation));
    }

    [Test]
    public void Missing_columns_are_named_in_one_message_with_the_nearest_of_the_table()
    {
        var source = new Source(
            new TableName("dbo", "T"),
            "T",
            ["Id"],
            [],
            [
                new Column("Id", IntegerType.Int, isNullable: false),
                new Column("PrimarySpellProcedure", IntegerType.Int, isNullable: false),
                Apcs.Source.Find("Any_Spell_Diagnosis")!,
            ]
        );
        var problem = Refused.Problem(() => CodingBinder.Bind(BackPain, source));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnboundColumn));
        Assert.That(
            problem.Message,
            Does.StartWith(
                    "The source [dbo].[T] lacks columns of the coding: "
                        + "'Primary_Spell_Procedure' (varchar(100); is it 'PrimarySpellProcedure'?), 'Primary_Spell_Diagnosis'"
                )
                .And.Not.Contain("Any_Spell_Diagnosis")
        );
        Assert.That(
            problem.Remedy,
            Does.EndWith("{ \"name\": \"Primary_Spell_Procedure\", \"column\": \"PrimarySpellProcedure\", … }")
        );
    }

    [Test]
    public void A_column_of_another_kind_is_refused() =>
        Assert.That(
            Refused.Problem(() => CodingBinder.Bind(BackPain, With("Admission_Method", IntegerType.Int))).Code,
            Is.EqualTo(ErrorCodes.IllTyped)
        );

    [Test]
    public void A_literal_that_the_collation_does_not_model_is_refused()
    {
        var binary = Apcs.Source.WithCollation(Collation.Latin1GeneralBin2);
        var coding = new CodingBuilder().When(binary.Text("Admission_Method").EqualTo("é"), "a").Build();

        Assert.That(
            Refused.Problem(() => CodingBinder.Bind(coding, Apcs.Source)).Code,
            Is.EqualTo(ErrorCodes.UnmodelledCharacter)
        );
    }

    [Test]
    public void Nullability_is_the_sources()
    {
        var coding = new CodingBuilder().When(Apcs.AdmissionMethod.Like("1%"), "a").Build();
        var source = With("Admission_Method", Apcs.Source.Find("Admission_Method")!.Type, isNullable: false);

        Assert.That(coding.Arms[0].When.MayBeUnknown, Is.True);
        Assert.That(CodingBinder.Bind(coding, source).Arms[0].When.MayBeUnknown, Is.False);
    }

    private static Source With(string name, SqlType type, bool isNullable = true) =>
        new(
            Apcs.Source.Table,
            Apcs.Source.Alias,
            ["APCS_Ident"],
            [],
            Apcs.Source.Columns.Select(column => column.Name == name ? new Column(name, type, isNullable) : column)
                .ToValueList()
        );

    private static IEnumerable<Predicate> Nodes(Coding coding) =>
        coding.Predicates.SelectMany(predicate => predicate.SelfAndDescendants());

    private static IEnumerable<Documentation> Said(Coding coding) => Nodes(coding).Select(node => node.Documentation);

    private static IEnumerable<int> Parentheses(Coding coding) =>
        Nodes(coding)
            .SelectMany(node =>
                node is Like like ? [node.Parentheses, like.PatternText.Parentheses] : new[] { node.Parentheses }
            );

    private static IEnumerable<string?> Written(Coding coding) =>
        Nodes(coding).SelectMany(node => node.Scalars).OfType<ColumnReference>().Select(column => column.Written);
}
