using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Model;

/// <summary>Equality is about meaning: how the published text writes a clause, and what is said about it, do not count.</summary>
public sealed class EqualityTests
{
    private static readonly CharacterOperand Text = Apcs.AdmissionMethod;
    private static readonly CharacterOperand Other = Apcs.AdministrativeCategory;
    private static readonly NumberOperand Number = Apcs.AgeAtStartOfSpellSus;

    /// <summary>Predicates of which no two are equal.</summary>
    private static readonly Func<Predicate>[] Distinct =
    [
        () => Text.Like("a%"),
        () => Text.NotLike("a%"),
        () => Text.Like("A%"),
        () => Other.Like("a%"),
        () => Text.Like("a%", "!"),
        () => Text.Like(CharacterLiteral.Unicode("a%")),
        () => Text.EqualTo("a"),
        () => Text.NotEqualTo("a"),
        () => Text.EqualTo("b"),
        () => Sql.Compare("a", ComparisonOperator.Equal, Text),
        () => Text.In("a"),
        () => Text.NotIn("a"),
        () => Text.In("a", "b"),
        () => Text.In("b", "a"),
        () => Text.Between("a", "b"),
        () => Text.NotBetween("a", "b"),
        () => Text.Between("a", "c"),
        () => Text.Between("b", "b"),
        () => Text.IsNull(),
        () => Text.IsNotNull(),
        () => Text.Left(2).EqualTo("a"),
        () => Text.Left(3).EqualTo("a"),
        () => Text.Right(2).EqualTo("a"),
        () => Text.Substring(1, 2).EqualTo("a"),
        () => Text.Substring(2, 2).EqualTo("a"),
        () => Text.Substring(1, 3).EqualTo("a"),
        () => Text.Upper().EqualTo("a"),
        () => Text.Lower().EqualTo("a"),
        () => Text.LTrim().EqualTo("a"),
        () => Text.RTrim().EqualTo("a"),
        () => Sql.IsNull(Text, Other).EqualTo("a"),
        () => Sql.IsNull(Other, Text).EqualTo("a"),
        () => Sql.Coalesce(Text, Other).EqualTo("a"),
        () => Number.EqualTo(1),
        () => Number.EqualTo(2),
        () => Number < 1,
        () => Sql.True,
        () => Sql.Constant(1, ComparisonOperator.Equal, 0),
        () => Sql.Constant(1, ComparisonOperator.LessThanOrEqual, 1),
        () => !Text.IsNull(),
        () => Text.IsNull() & Other.IsNull(),
        () => Other.IsNull() & Text.IsNull(),
        () => Text.IsNull() | Other.IsNull(),
        () => Text.IsNull() & Other.IsNull() & Number.IsNull(),
        () => Text.IsNull() & (Other.IsNull() & Number.IsNull()).Grouped(),
    ];

    [Test]
    public void The_same_predicate_built_twice_is_equal([Range(0, 44)] int index)
    {
        var (one, two) = (Distinct[index](), Distinct[index]());

        Assert.That(two, Is.EqualTo(one));
        Assert.That(two.GetHashCode(), Is.EqualTo(one.GetHashCode()));
    }

    [Test]
    public void Predicates_that_mean_or_read_otherwise_are_not_equal() =>
        Assert.That(Distinct.Select(build => build()), Is.Unique.And.Exactly(45).Items);

    [Test]
    public void Documentation_does_not_count([Range(0, 44)] int index)
    {
        var plain = Distinct[index]();
        var documented = plain.Cites("Sentence.").Note("Note.").Comment("before").TrailingComment("after");

        Assert.That(documented, Is.EqualTo(plain));
        Assert.That(documented.NotInGuidance(), Is.EqualTo(plain));
        Assert.That(documented.GetHashCode(), Is.EqualTo(plain.GetHashCode()));
    }

    [Test]
    public void Parentheses_do_not_count([Range(0, 44)] int index)
    {
        var plain = Distinct[index]();

        Assert.That(plain.Grouped().Grouped(), Is.EqualTo(plain));
        Assert.That(plain.Grouped().GetHashCode(), Is.EqualTo(plain.GetHashCode()));
    }

    [Test]
    public void How_scalars_are_written_does_not_count()
    {
        Assert.That(Text.Written("apcs.ADMISSION_METHOD").Like("a"), Is.EqualTo(Text.Like("a")));
        Assert.That(Text.Parenthesized().Like("a"), Is.EqualTo(Text.Like("a")));
        Assert.That(Text.Like(CharacterLiteral.FromString("a").Parenthesized()), Is.EqualTo(Text.Like("a")));
        Assert.That(Sql.WithBang(Text.NotEqualTo("a")), Is.EqualTo(Text.NotEqualTo("a")));
        Assert.That(
            Sql.WithBang(Sql.Constant(1, ComparisonOperator.NotEqual, 1)),
            Is.EqualTo(Sql.Constant(1, ComparisonOperator.NotEqual, 1))
        );
    }

    [Test]
    public void A_column_of_another_type_is_another_column()
    {
        var binary = Apcs.Source.WithCollation(Collation.Latin1GeneralBin2);

        Assert.That(binary.Text("Admission_Method").Like("a"), Is.Not.EqualTo(Text.Like("a")));
    }

    [Test]
    public void Codings_are_equal_by_arms_else_and_exclusions()
    {
        var coding = Build().Build();

        Assert.That(Build().WrittenWithCase().WrittenWithoutWhere().Build(), Is.EqualTo(coding));
        Assert.That(Build().WrittenWithCase().Build().GetHashCode(), Is.EqualTo(coding.GetHashCode()));
        Assert.That(Build().Else("z").Build(), Is.Not.EqualTo(coding));
        Assert.That(Build().When(Text.IsNull(), "x").Build(), Is.Not.EqualTo(coding));
        Assert.That(Build().Where(Text.IsNull()).Build(), Is.Not.EqualTo(coding));
        Assert.That(
            new CodingBuilder().When(Text.Like("a"), Label.Of("x", isUnicode: true)).Else("y").Where(Sql.True).Build(),
            Is.Not.EqualTo(coding)
        );

        static CodingBuilder Build() =>
            new CodingBuilder().When(Text.Like("a"), "x", Documentation.None.Note("n")).Else("y").Where(Sql.True);
    }

    [Test]
    public void Labels_are_equal_by_text_and_kind()
    {
        Assert.That(Label.Of("a") with { Parentheses = 2 }, Is.EqualTo(Label.Of("a")));
        Assert.That(Label.Of("NULL"), Is.Not.EqualTo(Label.Null));
        Assert.That(Label.Null.ToString(), Is.EqualTo("NULL"));
    }

    [Test]
    public void And_and_or_take_in_operands_of_their_kind_unless_grouped()
    {
        var (a, b, c) = (Text.IsNull(), Other.IsNull(), Number.IsNull());

        Assert.That(((a & b) & c).Children, Is.EqualTo([a, b, c]));
        Assert.That((a & (b & c)).Children, Is.EqualTo([a, b, c]));
        Assert.That((a & (b & c).Grouped()).Children, Has.Count.EqualTo(2));
        Assert.That(((a | b) | c).Children, Is.EqualTo([a, b, c]));
        Assert.That((a | (b | c).Grouped()).Children, Has.Count.EqualTo(2));
        Assert.That((a & b | c).Children, Is.EqualTo([a & b, c]));
    }

    [Test]
    public void What_is_said_about_a_chain_that_is_taken_in_moves_to_its_first_operand()
    {
        var (a, b, c) = (Text.IsNull().Note("a"), Other.IsNull(), Number.IsNull());

        Assert.That(((a & b).Note("chain") & c).Children[0].Documentation.Notes, Is.EqualTo(["chain", "a"]));
        Assert.That(((a | b).Note("chain") | c).Children[0].Documentation.Notes, Is.EqualTo(["chain", "a"]));
    }

    [Test]
    public void A_connective_of_one_operand_is_refused()
    {
        Assert.That(() => And.Of([Text.IsNull()]), Throws.ArgumentException);
        Assert.That(() => Or.Of([Text.IsNull()]), Throws.ArgumentException);
    }
}
