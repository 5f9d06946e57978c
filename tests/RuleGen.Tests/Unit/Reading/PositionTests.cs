using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>Where predicates, arms and labels stand in the text as the user has it.</summary>
public sealed class PositionTests
{
    [Test]
    public void Every_predicate_of_the_published_text_has_its_place()
    {
        var text = Repository.Read("sql", "published", "2Y_back_pain_fusion.sql");
        var coding = CodingReader.Read(text, Apcs.Source).Coding;

        Assert.That(coding.Paths.Select(path => coding.At(path).Position), Has.None.Null);
        Assert.That(
            coding.Clauses.Select(clause => clause.Predicate.Position!.Value.Line),
            Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 18, 21, 23, 24, 25, 26, 27, 29 })
        );
        Assert.That(coding.Clauses.ElementAt(0).Predicate.Position, Is.EqualTo(new TextPosition(1, 7)));
        Assert.That(coding.Clauses.ElementAt(4).Predicate.Position, Is.EqualTo(new TextPosition(5, 11)));
        Assert.That(coding.Arms[0].Position, Is.EqualTo(new TextPosition(1, 1)));
        Assert.That(coding.Arms[0].Then.Position, Is.EqualTo(new TextPosition(19, 6)));
    }

    [Test]
    public void A_predicate_in_parentheses_starts_with_the_first()
    {
        var coding = Read("WHERE ((Admission_Method = '11') OR NOT Admission_Method = '12')");

        Assert.That(coding.Exclusions!.Position, Is.EqualTo(new TextPosition(1, 7)));
        Assert.That(coding.Exclusions.Children[0].Position, Is.EqualTo(new TextPosition(1, 8)));
        Assert.That(coding.Exclusions.Children[1].Position, Is.EqualTo(new TextPosition(1, 37)));
        Assert.That(coding.Exclusions.Children[1].Children[0].Position, Is.EqualTo(new TextPosition(1, 41)));
    }

    [Test]
    public void Repairs_do_not_move_what_follows()
    {
        var coding = Read(
            "WHEN\u00A0 Admission_Method = \u201811\u2019\r\n"
                + "  AND Administrative_Category <>\u00A0\u201902\u2019\nTHEN 'x' ELSE 'y'"
        );

        Assert.That(
            coding.Clauses.Select(clause => clause.Predicate.Position),
            Is.EqualTo(new TextPosition?[] { new(1, 7), new(2, 7) })
        );
        Assert.That(coding.Else!.Position, Is.EqualTo(new TextPosition(3, 15)));
    }

    [Test]
    public void Positions_are_no_part_of_equality()
    {
        var (one, other) = (
            Read("WHEN Admission_Method = '11' THEN 'x'"),
            Read("\n\nWHEN  Admission_Method = '11' THEN  'x'")
        );

        Assert.That(one.Arms[0].Position, Is.Not.EqualTo(other.Arms[0].Position));
        Assert.That(one, Is.EqualTo(other));
        Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
    }

    [Test]
    public void Positions_stay_when_a_coding_is_bound_or_edited()
    {
        var coding = Read(
            "WHEN Admission_Method = '11' AND Administrative_Category = '01' AND Admission_Method <> '12' THEN 'x'"
        );
        var bound = CodingBinder.Bind(coding, Apcs.Source.WithCollation(Collation.Latin1GeneralBin2));
        var edited = coding.Without(new CodingPath(0, [1]));

        Assert.That(
            bound.Paths.Select(path => bound.At(path).Position),
            Is.EqualTo(coding.Paths.Select(path => coding.At(path).Position))
        );
        Assert.That(bound.Arms[0].Position, Is.EqualTo(coding.Arms[0].Position));
        Assert.That(edited.Arms[0].Position, Is.EqualTo(coding.Arms[0].Position));
        Assert.That(edited.Arms[0].When.Position, Is.EqualTo(new TextPosition(1, 6)));
    }

    private static Coding Read(string text) => CodingReader.Read(text, Apcs.Source).Coding;
}
