using RuleGen.Model;

namespace RuleGen.Tests.Unit.Reading;

public sealed class CommentTests
{
    [Test]
    public void A_comment_on_its_own_line_belongs_to_the_clause_after_it_not_to_the_chain()
    {
        var and = (And)Reading.Where("\n-- first\n1=1\n-- second\nAND 1=2");

        Assert.That(Of(and), Is.Empty);
        Assert.That(Of(and.Children[0]), Is.EqualTo(["Before first"]));
        Assert.That(Of(and.Children[1]), Is.EqualTo(["Before second"]));
    }

    [Test]
    public void A_comment_before_a_group_belongs_to_the_group()
    {
        var and = (And)Reading.Where("1=1\n-- group\nAND (1=2\nOR 1=3)\n-- negated\nAND NOT (1=4 OR 1=5)");

        Assert.That(Of(and.Children[1]), Is.EqualTo(["Before group"]));
        Assert.That(Of(and.Children[1].Children[0]), Is.Empty);
        Assert.That((Of(and.Children[2]), and.Children[2] is Not), Is.EqualTo((new[] { "Before negated" }, true)));
    }

    [Test]
    public void A_comment_after_an_opening_parenthesis_or_a_connective_belongs_to_the_clause_after_it()
    {
        var and = (And)Reading.Where("1=1 AND -- joined\n( -- inner\n1=2 OR /* other */ 1=3)");

        Assert.That(Of(and.Children[1]), Is.EqualTo(["Before joined"]));
        Assert.That(Of(and.Children[1].Children[0]), Is.EqualTo(["Before inner"]));
        Assert.That(Of(and.Children[1].Children[1]), Is.EqualTo(["Before other"]));
    }

    [Test]
    public void A_comment_on_the_line_of_a_clause_trails_it()
    {
        var and = (And)Reading.Where("1=1 -- first\nAND (1=2\nOR 1=3) -- group\nAND NOT 1=4 -- last");

        Assert.That(Of(and.Children[0]), Is.EqualTo(["After first"]));
        Assert.That(Of(and.Children[1]), Is.EqualTo(["After group"]));
        Assert.That(Of(and.Children[2]), Is.EqualTo(["After last"]));
    }

    [Test]
    public void A_comment_with_nothing_after_it_trails_the_last_clause()
    {
        var coding = Reading.Coding("WHEN (1=1 OR 1=2\n-- in\n)\n-- then\nTHEN 'x'\nWHERE 1=3 AND 1=4\n-- end");

        Assert.That(Of(coding.Arms[0].When.Children[1]), Is.EqualTo(["After in"]));
        Assert.That(Of(coding.Arms[0].When), Is.EqualTo(["After then"]));
        Assert.That(Of(coding.Exclusions!.Children[1]), Is.EqualTo(["After end"]));
    }

    [Test]
    public void A_comment_inside_a_clause_stands_before_it() =>
        Assert.That(
            Of(Reading.Where("Admission_Method IN ('1', -- one\n'2' /* two */)")),
            Is.EqualTo(["Before one", "Before two"])
        );

    [Test]
    public void Comments_on_the_parts_belong_to_the_parts()
    {
        var coding = Reading.Coding(
            "-- case\nCASE\n-- arm\nWHEN 1=1 THEN -- label\n'a' -- after\n-- second\nWHEN 1=2 THEN 'b'\n"
                + "-- else\nELSE 'c' -- after else\nEND -- end\n-- where\nExclusions\nWHERE 1=3"
        );

        Assert.That(
            Of(coding.Arms[0].Documentation),
            Is.EqualTo(["Before case", "Before arm", "After label", "After after"])
        );
        Assert.That(Of(coding.Arms[1].Documentation), Is.EqualTo(["Before second"]));
        Assert.That(Of(coding.ElseDocumentation), Is.EqualTo(["Before else", "After after else", "After end"]));
        Assert.That(Of(coding.ExclusionsDocumentation), Is.EqualTo(["Before where"]));
    }

    [Test]
    public void A_comment_keeps_its_text_and_lines() =>
        Assert.That(
            Of(Reading.Where("\n---- a -- b '‘ ----\n/* c\r\n   /* d */ e */ 1=1")),
            Is.EqualTo(["Before -- a -- b '‘ ----", "Before c\n   /* d */ e"])
        );

    [TestCase("/* {0} */")]
    [TestCase("-- {0}\n")]
    [TestCase("\n-- {0}\n")]
    public void No_comment_is_lost_wherever_it_stands(string form)
    {
        const string Text = """
            CASE WHEN NOT ( 1 = 1 OR LEFT ( Admission_Method , 1 ) IN ( '1' , '2' ) ) AND Age_At_Start_of_Spell_SUS
            BETWEEN 1 AND 2 THEN ( 'x' ) WHEN Admission_Method IS NULL THEN NULL ELSE 'y' END AS Outcome ; WHERE ( ( 1 = 1 )
            AND Admission_Method NOT LIKE '2%' ESCAPE '!' )
            """;
        var words = Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i <= words.Length; i++)
        {
            var comment = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, "here");
            var text = string.Join(' ', words[..i]) + " " + comment + " " + string.Join(' ', words[i..]);

            Assert.That(All(Reading.Coding(text)).Select(found => found.Text), Is.EqualTo(["here"]), text);
        }
    }

    private static string[] Of(Predicate predicate) => Of(predicate.Documentation);

    private static string[] Of(Documentation documentation) =>
        [.. documentation.Comments.Select(comment => $"{comment.Placement} {comment.Text}")];

    private static IEnumerable<Comment> All(Coding coding) =>
        coding
            .Predicates.SelectMany(predicate => predicate.SelfAndDescendants())
            .Select(predicate => predicate.Documentation)
            .Concat(coding.Arms.Select(arm => arm.Documentation))
            .Append(coding.ElseDocumentation)
            .Append(coding.ExclusionsDocumentation)
            .SelectMany(documentation => documentation.Comments);
}
