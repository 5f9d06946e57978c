using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Languages;

[TestFixture]
public sealed class ColumnSetsTests
{
    private static readonly Collation Collation = Collation.Latin1GeneralCiAs;

    [Test]
    public void A_column_that_may_be_null_has_null_in_its_universe([Values] bool isNullable)
    {
        var set = Sets(CharacterType.VarChar(2, Collation), isNullable, out var sets, "a%");
        Assert.Multiple(() =>
        {
            Assert.That(sets.Universe.Contains(SqlValue.Null), Is.EqualTo(isNullable));
            Assert.That(sets.IsEmpty(sets.Null), Is.EqualTo(!isNullable));
            Assert.That(set.Contains(SqlValue.Null), Is.False);
            Assert.That(sets.Not(set).Contains(SqlValue.Null), Is.EqualTo(isNullable));
            Assert.That(sets.Not(sets.Not(set)), Is.SameAs(set));
        });
    }

    [Test]
    public void A_pattern_longer_than_the_column_is_empty()
    {
        var set = Sets(CharacterType.VarChar(2, Collation), false, out var sets, "a_c");
        Assert.Multiple(() =>
        {
            Assert.That(sets.IsEmpty(set), Is.True);
            Assert.That(sets.IsSubset(sets.Universe, sets.Not(set)), Is.True);
            Assert.That(sets.IsSubset(sets.Universe, set), Is.False);
        });
    }

    [Test]
    public void Two_patterns_that_only_meet_in_longer_texts_are_disjoint([Values(2, 3)] int length)
    {
        var space = new RowSpace([Like(length, "ab%"), Like(length, "%bc")]);
        var sets = space.Sets(space.Columns.Single());
        var (first, second) = (SetOf(space, Like(length, "ab%"), sets), SetOf(space, Like(length, "%bc"), sets));
        Assert.That(sets.AreDisjoint(first, second), Is.EqualTo(length == 2));
        Assert.That(sets.AreDisjoint(second, first), Is.EqualTo(length == 2));
    }

    [Test]
    public void A_fixed_length_column_holds_padded_texts_only()
    {
        var set = Sets(CharacterType.Char(3, Collation), true, out var sets, "a%");
        Assert.Multiple(() =>
        {
            Assert.That(sets.Universe.Contains(SqlValue.Of("a  ")), Is.True);
            Assert.That(sets.Universe.Contains(SqlValue.Of("a")), Is.False);
            Assert.That(set.Contains(SqlValue.Of("a  ")), Is.True);
            Assert.That(sets.Pick(set, []).Text, Has.Length.EqualTo(3));
        });
    }

    [Test]
    public void Equal_sets_are_one_object()
    {
        var space = new RowSpace([Like(4, "a%"), Like(4, "b%"), Like(4, "[ab]%")]);
        var sets = space.Sets(space.Columns.Single());
        var either = sets.Or(SetOf(space, Like(4, "a%"), sets), SetOf(space, Like(4, "b%"), sets));
        Assert.That(SetOf(space, Like(4, "[ab]%"), sets), Is.SameAs(either));
    }

    [Test]
    public void Columns_that_are_equal_and_not_one_object_are_one_column()
    {
        var space = new RowSpace([Like(4, "a%"), Like(4, "b%")]);
        Assert.That(space.Columns, Has.Count.EqualTo(1));
        var both = space.All([space.Translate(Like(4, "a%")).IsTrue, space.Translate(Like(4, "b%")).IsTrue]);
        Assert.That(both, Is.SameAs(space.Constant(false)));
    }

    [Test]
    public void Columns_of_one_name_and_two_types_are_refused() =>
        Assert.That(() => new RowSpace([Like(4, "a%"), Like(5, "a%")]), Throws.ArgumentException);

    [Test]
    public void A_column_of_which_only_null_is_asked_has_its_sets()
    {
        var test = NullTest.Of(ColumnReference.Of(new Column("C", CharacterType.Char(2, Collation), true)));
        var space = new RowSpace([test]);
        var sets = space.Sets(space.Columns.Single());
        Assert.That(SetOf(space, test, sets), Is.SameAs(sets.Null));
        Assert.That(sets.Pick(sets.Not(sets.Null), []), Is.EqualTo(SqlValue.Of("00")));
    }

    [Test]
    public void A_non_unicode_column_holds_what_its_code_page_has_at_the_same_place()
    {
        var column = ColumnReference.Of(new Column("C", CharacterType.VarChar(1, Collation.Latin1GeneralBin2), false));
        var like = RuleGen.Model.Like.Of(column, StringLiteral.Of("[a-z]", isUnicode: true));
        var space = new RowSpace([like]);
        var alphabet = space.Sets(space.Columns.Single()).Alphabet!;
        Assert.Multiple(() =>
        {
            Assert.That(alphabet.ClassOf('é'), Is.Not.Negative);
            Assert.That(alphabet.ClassOf('€'), Is.Negative);
            Assert.That(alphabet.ClassOf('\u4E00'), Is.Negative);
        });
    }

    private static Like Like(int length, string pattern) =>
        RuleGen.Model.Like.Of(
            ColumnReference.Of(new Column("C", CharacterType.VarChar(length, Collation), true)),
            StringLiteral.Of(pattern)
        );

    private static ValueSet SetOf(RowSpace space, Predicate predicate, ColumnSets sets) =>
        Words.SetOf(space.Translate(predicate).IsTrue, sets);

    private static ValueSet Sets(CharacterType type, bool isNullable, out ColumnSets sets, string pattern)
    {
        var column = ColumnReference.Of(new Column("C", type, isNullable));
        var space = new RowSpace([RuleGen.Model.Like.Of(column, StringLiteral.Of(pattern))]);
        sets = space.Sets(space.Columns.Single());

        // Interned sets: the predicate's set, even where it is empty for this column.
        return sets.Of(LikeAutomaton.Create(sets.Alphabet!, RuleGen.Model.Like.Of(column, StringLiteral.Of(pattern))));
    }
}
