using System.Text.Json.Nodes;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Model.Describing;
using RuleGen.Tests.TestData;

namespace RuleGen.Tests.Unit.Describing;

public sealed class CodingJsonTests
{
    private static readonly CharacterOperand Site = Everything.Source.Text("Site_Code");

    [Test]
    public void Everything_has_its_place_in_the_document() =>
        Approved.Check("Describing/Everything.json", CodingJson.Write(Everything.Coding));

    [Test]
    public void A_missing_else_or_where_is_null()
    {
        var armsOnly = Parse(Everything.ArmsOnly);
        var exclusionsOnly = Parse(Everything.ExclusionsOnly);

        Assert.That(armsOnly.ContainsKey("else") && armsOnly.ContainsKey("exclusions"), Is.True);
        Assert.That(armsOnly["else"], Is.Null);
        Assert.That(armsOnly["exclusions"], Is.Null);
        Assert.That(exclusionsOnly["arms"]!.AsArray(), Is.Empty);
    }

    [Test]
    public void Flags_of_the_text_are_kept()
    {
        Assert.That((bool)Parse(Everything.Coding)["isWrittenWithCase"]!, Is.True);
        Assert.That((bool)Parse(Everything.Bare)["isWrittenWithCase"]!, Is.False);
        Assert.That((bool)Parse(Everything.Bare)["isWrittenWithWhere"]!, Is.False);
    }

    [Test]
    public void Codings_that_differ_in_any_member_differ_as_json()
    {
        Coding Where(Predicate predicate) => new CodingBuilder().Where(predicate).Build();
        var a = Site.EqualTo("a");
        Predicate[] variants =
        [
            a,
            Site.EqualTo("A"),
            Site.NotEqualTo("a"),
            Sql.WithBang(Site.NotEqualTo("a")),
            Site.EqualTo(CharacterLiteral.Unicode("a")),
            Site.EqualTo(CharacterLiteral.FromString("a").Parenthesized()),
            Site.Parenthesized().EqualTo("a"),
            Site.Written("x.Site_Code").EqualTo("a"),
            a.Grouped(),
            a.Grouped().Grouped(),
            a.Comment("c"),
            a.TrailingComment("c"),
            a.Note("c"),
            a.Cites("c"),
            a.NotInGuidance(),
            Site.Left(1).EqualTo("a"),
            Site.Right(1).EqualTo("a"),
            Site.Upper().EqualTo("a"),
            Site.Lower().EqualTo("a"),
            Site.LTrim().EqualTo("a"),
            Site.RTrim().EqualTo("a"),
            Site.Like("a"),
            Site.NotLike("a"),
            Site.Like("a", "!"),
            !a,
        ];

        Assert.That(variants.Select(variant => CodingJson.Write(Where(variant))), Is.Unique);
    }

    [Test]
    public void Text_is_written_as_it_is()
    {
        var json = CodingJson.Write(
            new CodingBuilder().When(Site.EqualTo("<&+>").Note("“²”\n\u0007"), "O'Brien é").Build()
        );

        Assert.That(json, Does.Contain("\"<&+>\"").And.Contain("\"“²”\\n\\u0007\"").And.Contain("\"O'Brien é\""));
    }

    [Test]
    public void Half_of_a_surrogate_pair_is_replaced() =>
        Assert.That(
            (string?)Parse(new CodingBuilder().When(Site.IsNull(), "x\uD83Dy").Build())["arms"]![0]!["then"]!["text"],
            Is.EqualTo("x\uFFFDy")
        );

    [Test]
    public void Nesting_has_no_limit()
    {
        var predicate = Enumerable.Range(0, 600).Aggregate(Site.IsNull(), (inner, _) => !inner);

        Assert.That(CodingJson.Write(new CodingBuilder().Where(predicate).Build()), Does.EndWith("}\n"));
    }

    [Test]
    public void Lines_end_with_lf_and_hold_no_blanks_at_their_end()
    {
        var json = CodingJson.Write(Everything.Coding);

        Assert.That(json, Does.Not.Contain("\r").And.EndsWith("}\n"));
        Assert.That(json.Split('\n'), Has.None.EndsWith(" "));
    }

    private static JsonObject Parse(Coding coding) => JsonNode.Parse(CodingJson.Write(coding))!.AsObject();
}
