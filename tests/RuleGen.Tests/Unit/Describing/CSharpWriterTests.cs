using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Model.Describing;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Describing;

public sealed class CSharpWriterTests
{
    private static readonly CharacterOperand Site = Everything.Source.Text("Site_Code");
    private static readonly NumberOperand Age = Everything.Source.Number("Age_At_Start");
    private static readonly Predicate A = Site.EqualTo("A");
    private static readonly Predicate B = Site.EqualTo("B");
    private static readonly Predicate C = Site.EqualTo("C");

    [TestCaseSource(typeof(Everything), nameof(Everything.Codings))]
    public void The_file_compiles_and_gives_the_coding_again(Coding coding) => AssertRoundTrip(coding);

    [TestCaseSource(typeof(PublishedCodings), nameof(PublishedCodings.All))]
    public void A_published_coding_is_given_again_with_its_place_in_the_guidance(PublishedCoding published)
    {
        var again = CompiledRule.Run(CSharpWriter.Write(published, Apcs.Source), "Apcs", Apcs.Source);

        Assert.That(again, Is.EqualTo(published));
        Assert.That(ModelDump.Of(again), Is.EqualTo(ModelDump.Of(published)));
    }

    [Test]
    public void The_file_has_the_shape_of_the_rules() =>
        Approved.Check(
            "Describing/Bare.cs.txt",
            CSharpWriter.Write("9Z_bare_coding", Everything.Bare, Everything.Source)
        );

    [Test]
    public void The_file_of_a_large_coding_is_laid_out() =>
        Approved.Check(
            "Describing/Everything.cs.txt",
            CSharpWriter.Write("everything", Everything.Coding, Everything.Source)
        );

    [TestCaseSource(nameof(Connectives))]
    public void Connectives_keep_their_structure(Predicate predicate) =>
        AssertRoundTrip(new CodingBuilder().Where(predicate).Build());

    [TestCaseSource(nameof(Scalars))]
    public void Operands_keep_their_parts(Predicate predicate) =>
        AssertRoundTrip(new CodingBuilder().Where(predicate).Build());

    [TestCase("")]
    [TestCase("'; DROP TABLE x --")]
    [TestCase("quote \" backslash \\ braces {0} @ $")]
    [TestCase("\n\r\t\0\u0007\u0085\u00A0\u2028\u2029\uFEFF\u200B")]
    [TestCase("é ² “ ” 中 \U0001F600")]
    [TestCase("*/ </summary> & <b>")]
    public void Any_text_is_escaped(string text)
    {
        var documentation = Documentation.None.Comment($"({text})", CommentPlacement.Before).Cites(text).Note(text);
        AssertRoundTrip(
            new CodingBuilder()
                .When(A.Documented(documentation), text, documentation)
                .Else(text, documentation)
                .Build(),
            id: text
        );
    }

    [Test]
    public void Half_of_a_surrogate_pair_is_escaped() => Any_text_is_escaped("\uD83D x \uDE00");

    [Test]
    public void A_title_with_markup_is_escaped_in_the_comment()
    {
        var published = new PublishedCoding
        {
            Id = "1A_title",
            Title = "Age < 19 & </summary>\n\u2028public class X;",
            Publication = "\"P\"",
            Edition = "E\\",
            Coding = Everything.Bare,
        };

        Assert.That(
            CompiledRule.Run(CSharpWriter.Write(published, Everything.Source), "Spells", Everything.Source),
            Is.EqualTo(published)
        );
    }

    [Test]
    public void Long_texts_are_broken_into_lines_that_fit()
    {
        var sentence = string.Concat(Enumerable.Repeat("a “word” or \"two\" \\ ", 40));
        var coding = new CodingBuilder()
            .When(Site.Like(new string('x', 3000)).Cites(sentence).Comment(new string('\u200B', 500)), sentence)
            .Build();

        Assert.That(
            CSharpWriter.Write("long", coding, Everything.Source).Split('\n'),
            Has.All.Length.LessThanOrEqualTo(120)
        );
        AssertRoundTrip(coding);
    }

    [TestCase("2Y_back_pain_fusion", "BackPainFusion")]
    [TestCase("2Y", "Rule2y")]
    [TestCase("1_2_3", "Rule123")]
    [TestCase("", "Rule")]
    [TestCase("class", "Class")]
    [TestCase("like", "LikeRule")]
    [TestCase("spells", "SpellsRule")]
    [TestCase("to string", "ToStringRule")]
    [TestCase("coding", "CodingRule")]
    [TestCase("naïve-rule.v2", "NaïveRuleV2")]
    public void The_class_is_named_after_the_id(string id, string expected)
    {
        var code = CSharpWriter.Write(id, Everything.Bare, Everything.Source);

        Assert.That(code, Does.Contain($"public static class {expected}\n"));
        AssertRoundTrip(Everything.Bare, id);
    }

    [Test]
    public void Columns_of_any_name_become_members_that_differ()
    {
        string[] names =
        [
            "a b",
            "a_b",
            "A-B",
            "2nd",
            "class",
            "Coding",
            "Label",
            "Sql",
            "Equals",
            "ToString",
            "Spells",
            "DateTime",
            "String",
            "Source",
            "€",
            "中文",
            "odd\"\\]name",
            "Rule",
            "Documentation",
            "Column",
            "File",
        ];
        var source = new Source(
            new TableName("dbo", "t"),
            "spells",
            ["key"],
            [],
            [
                new Column("key", IntegerType.Int, isNullable: false),
                .. names.Select(name => new Column(name, IntegerType.Int, isNullable: true)),
            ]
        );
        var coding = new CodingBuilder()
            .Where(names.Select(name => source.Number(name).EqualTo(1)).Aggregate((left, right) => left & right))
            .Build();

        var again = CompiledRule.Run(CSharpWriter.Write("rule", coding, source), "Spells", source);

        Assert.That(again.Coding, Is.EqualTo(coding));
    }

    [Test]
    public void A_column_spelled_in_several_ways_keeps_each()
    {
        var coding = new CodingBuilder()
            .Where(Site.Written("x.Site").IsNull() | Site.Written("SITE_CODE").EqualTo("1") | A)
            .Build();

        AssertRoundTrip(coding);
    }

    [Test]
    public void Parentheses_that_precedence_needs_are_not_said()
    {
        var coding = new CodingBuilder().Where((A | B).Grouped() & !(A & C).Grouped()).Build();

        Assert.That(CSharpWriter.Write("x", coding, Everything.Source), Does.Not.Contain("Grouped"));
        AssertRoundTrip(coding);
    }

    [Test]
    public void Published_text_becomes_a_rule()
    {
        var text = Repository.Read("sql", "published", "2Y_back_pain_fusion.sql");
        var coding = CodingReader.Read(text, Apcs.Source).Coding;
        var code = CSharpWriter.Write("2Y_back_pain_fusion", coding, Apcs.Source);

        Approved.Check("Describing/2Y_back_pain_fusion.cs.txt", code);
        var again = CompiledRule.Run(code, "Apcs", Apcs.Source).Coding;
        Assert.That(again, Is.EqualTo(coding).And.EqualTo(BackPainFusion.Coding.Coding));
        Assert.That(ModelDump.Of(Canonical.Of(again)), Is.EqualTo(ModelDump.Of(Canonical.Of(coding))));
    }

    private static IEnumerable<Predicate> Connectives() =>
        [
            A & B & C,
            A | B | C,
            A & B | C,
            A | B & C,
            (A | B) & C,
            A & (B | C),
            (A & B).Grouped() & C,
            (A | B).Grouped() & (!(A & C).Grouped().Grouped()).Grouped(),
            !(A | B).Grouped().Note("n") | !A.Grouped(),
            A & (B & C).Grouped(),
            A | (B | C).Grouped(),
            (A | B).Grouped() | C,
            (A & B).Grouped().Grouped() | C,
            ((A | B).Grouped() & C).Grouped(),
            !A,
            !!A,
            !(A & B),
            !(A | B) & C,
            (!A).Grouped() | !B.Grouped(),
            !(!A & B),
            !(Age < 5),
            !(Age < 5).Grouped() & Age >= 3 | 2 < Age,
            (Age < 5).Comment("c") & (A & B).Comment("d") | C.Note("e"),
            (!A).Note("outer"),
            !A.Note("inner"),
            (!A.Note("inner")).Note("outer"),
            !(A | B).Note("inner"),
            (A & B | C).Cites("whole"),
        ];

    private static IEnumerable<Predicate> Scalars() =>
        [
            Age.EqualTo(long.MaxValue),
            Age.NotEqualTo(long.MinValue),
            Age > -1,
            -1 <= Age,
            4294967295 > Age,
            NumberOperand.FromInt64(1).EqualTo(Age),
            Sql.WithBang(NumberOperand.FromInt64(1).Parenthesized().NotEqualTo(Age)),
            NumberOperand.FromInt64(1).Parenthesized() < Age,
            Age.Parenthesized() < NumberOperand.FromInt64(1).Parenthesized().Parenthesized(),
            Age.Between(NumberOperand.FromInt64(1).Parenthesized(), 5).Grouped(),
            Sql.IsNull(1, Age).EqualTo(1),
            Sql.IsNull(Age, 1).In(1),
            Sql.IsNull(NumberOperand.FromInt64(1).Parenthesized(), Age).IsNull(),
            Sql.Coalesce(1, 2, Age).NotIn(3, 4),
            Sql.Coalesce(Sql.IsNull(Age, 1).Parenthesized(), Age) >= 3,
            Sql.IsNull(CharacterLiteral.FromString("a").AsOperand(), Site).EqualTo("a"),
            Sql.IsNull(Site, CharacterLiteral.FromString("a").Parenthesized()).EqualTo("a"),
            Sql.IsNull(Site, CharacterLiteral.FromString("abc").AsOperand().Left(2)).EqualTo("a"),
            Sql.Coalesce(Site, CharacterLiteral.Unicode("b").AsOperand()).Left(1).Upper().Parenthesized().EqualTo("a"),
            Sql.Compare(CharacterLiteral.Unicode("a"), ComparisonOperator.GreaterThanOrEqual, Site.RTrim()),
            Sql.WithBang(Sql.Compare("a", ComparisonOperator.NotEqual, Site)),
            Sql.Constant(1, ComparisonOperator.Equal, 1),
            Sql.Constant(2, ComparisonOperator.LessThan, -3),
            Sql.WithBang(Sql.Constant(1, ComparisonOperator.Equal, 1)),
            ConstantComparison.Of(
                IntegerLiteral.Of(1) with
                {
                    Parentheses = 2,
                },
                ComparisonOperator.Equal,
                IntegerLiteral.Of(1)
            ),
            Site.Like("[a!^z]", CharacterLiteral.FromString("!").Parenthesized()),
        ];

    private static void AssertRoundTrip(Coding coding, string id = "everything")
    {
        var code = CSharpWriter.Write(id, coding, Everything.Source);
        var again = CompiledRule.Run(code, "Spells", Everything.Source);

        Assert.That(again.Id, Is.EqualTo(id));
        Assert.That(again.Coding, Is.EqualTo(coding), code);
        Assert.That(ModelDump.Of(Canonical.Of(again.Coding)), Is.EqualTo(ModelDump.Of(Canonical.Of(coding))), code);
    }
}
