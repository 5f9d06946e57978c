using RuleGen.Model;
using RuleGen.Tests.TestData;

namespace RuleGen.Tests.Unit.Model;

/// <summary>The places of a coding's predicates, and codings edited at one of them.</summary>
public sealed class CodingPlacesTests
{
    private static readonly Column Code = new(
        "Code",
        CharacterType.VarChar(4, Collation.Latin1GeneralCiAs),
        isNullable: true
    );
    private static readonly Predicate A = Like("A%");
    private static readonly Predicate B = Like("B%");
    private static readonly Predicate C = Like("C%");

    [Test]
    public void Every_predicate_is_at_its_own_place()
    {
        foreach (var coding in Everything.AllCodings)
        {
            var expected = coding.Predicates.SelectMany(predicate => predicate.SelfAndDescendants());
            Assert.That(coding.Paths.Select(coding.At), Is.EqualTo(expected));
            Assert.That(coding.Paths.Distinct().Count(), Is.EqualTo(coding.Paths.Count()));
        }
    }

    [Test]
    public void Clauses_are_numbered_within_their_condition()
    {
        var coding = new Coding([Arm(A & (B | C)), Arm(C)], otherwise: null, !A & B);
        Assert.That(
            coding.Clauses.Select(clause => $"{clause}: {((Like)clause.Predicate).PatternText.Value}"),
            Is.EqualTo(
                (string[])
                    [
                        "arm 1, clause 1: A%",
                        "arm 1, clause 2: B%",
                        "arm 1, clause 3: C%",
                        "arm 2, clause 1: C%",
                        "exclusions, clause 1: A%",
                        "exclusions, clause 2: B%",
                    ]
            )
        );
    }

    [Test]
    public void A_predicate_put_back_at_its_place_changes_nothing()
    {
        foreach (var coding in Everything.AllCodings)
        {
            foreach (var path in coding.Paths)
            {
                Assert.That(ModelDump.Of(coding.With(path, coding.At(path))), Is.EqualTo(ModelDump.Of(coding)));
            }
        }
    }

    [Test]
    public void Another_predicate_takes_the_place_of_one_alone()
    {
        var coding = new Coding([Arm(A & (B | C))], otherwise: null, exclusions: null);
        Assert.That(coding.With(new CodingPath(0, [1, 0]), A).Arms[0].When, Is.EqualTo(A & (A | C)));
    }

    [Test]
    public void A_connective_with_one_operand_left_becomes_that_operand()
    {
        var coding = new Coding([Arm(A & (B | C))], otherwise: null, exclusions: null);
        Assert.That(coding.Without(new CodingPath(0, [1, 0])).Arms[0].When, Is.EqualTo(A & C));
        Assert.That(coding.Without(new CodingPath(0, [0])).Arms[0].When, Is.EqualTo(B | C));
    }

    [Test]
    public void A_not_goes_with_its_operand()
    {
        var coding = new Coding([Arm(A)], otherwise: null, !(A | B) & C);
        Assert.That(coding.Without(new CodingPath(null, [0, 0])).Exclusions, Is.EqualTo(C));
    }

    [Test]
    public void What_is_dropped_whole_leaves_no_exclusions_and_a_condition_that_always_holds()
    {
        var coding = new Coding([Arm(A)], otherwise: null, B);
        Assert.That(coding.Without(new CodingPath(null, [])).Exclusions, Is.Null);
        Assert.That(coding.Without(new CodingPath(0, [])).Arms[0].When, Is.EqualTo(ConstantComparison.AlwaysTrue));
        Assert.That(
            new Coding([], otherwise: null, B).Without(new CodingPath(null, [])).Exclusions,
            Is.EqualTo(ConstantComparison.AlwaysTrue)
        );
    }

    [TestCase(1, new int[0])]
    [TestCase(-1, new int[0])]
    [TestCase(0, new[] { 2 })]
    [TestCase(0, new[] { 0, 0 })]
    [TestCase(null, new int[0])]
    public void A_place_that_is_not_there_is_refused(int? arm, int[] steps)
    {
        var coding = new Coding([Arm(A & B)], otherwise: null, exclusions: null);
        var path = new CodingPath(arm, steps.ToValueList());
        Assert.That(() => coding.At(path), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => coding.With(path, A), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => coding.Without(path), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static RuleGen.Model.Like Like(string pattern) =>
        RuleGen.Model.Like.Of(ColumnReference.Of(Code), StringLiteral.Of(pattern));

    private static CaseArm Arm(Predicate when) => new(when, Label.Of("x"));
}
