using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Languages;

[TestFixture]
public sealed class AlphabetTests
{
    [Test]
    public void Characters_that_a_predicate_tells_apart_are_in_different_classes()
    {
        var alphabet = Of(Like("M54[34]%"));
        Assert.Multiple(() =>
        {
            Assert.That(alphabet.ClassOf('m'), Is.EqualTo(alphabet.ClassOf('M')));
            Assert.That(alphabet.ClassOf('²'), Is.EqualTo(alphabet.ClassOf('2')));
            Assert.That(alphabet.ClassOf('3'), Is.Not.EqualTo(alphabet.ClassOf('5')));
            Assert.That(alphabet.ClassOf('-'), Is.Negative);
            Assert.That(alphabet.ClassCount, Is.EqualTo(6), "M, 5, 4, 3, blank, others");
        });
    }

    [Test]
    public void Under_a_case_function_what_it_makes_of_characters_tells_them_apart()
    {
        var column = Column(Collation.Latin1GeneralBin2);
        var predicate = RuleGen.Model.Like.Of(LetterCaseFunction.Of(true, column), StringLiteral.Of("M%"));
        var alphabet = Of(predicate);
        Assert.Multiple(() =>
        {
            Assert.That(alphabet.ClassOf('m'), Is.Not.EqualTo(alphabet.ClassOf('n')));
            Assert.That(alphabet.ClassOf('n'), Is.EqualTo(alphabet.ClassOf('N')));
        });
    }

    [Test]
    public void A_column_holds_only_characters_that_meet_every_requirement()
    {
        var ordered = Comparison.Of(Column(), ComparisonOperator.LessThan, StringLiteral.Of("B"));
        var alphabet = Of(Like("#%"), ordered);
        Assert.That(alphabet.ClassOf('#'), Is.Negative, "where symbols sort is not known");
        Assert.That(Of(Like("#%")).ClassOf('#'), Is.Not.Negative);
    }

    [Test]
    public void Capitals_and_digits_stand_for_their_class()
    {
        var alphabet = Of(Like("m%"), Like("[0-9]%"));
        Assert.That(alphabet.Representative(alphabet.ClassOf('m')), Is.EqualTo('M'));
        Assert.That(alphabet.Representative(alphabet.ClassOf('½')), Is.EqualTo('0'));
    }

    private static Alphabet Of(params Predicate[] predicates)
    {
        var space = new RowSpace(predicates);
        return space.Sets(space.Columns.Single()).Alphabet!;
    }

    private static Like Like(string pattern) => RuleGen.Model.Like.Of(Column(), StringLiteral.Of(pattern));

    private static ColumnReference Column(Collation? collation = null) =>
        ColumnReference.Of(
            new Column("C", CharacterType.VarChar(8, collation ?? Collation.Latin1GeneralCiAs), isNullable: true)
        );
}
