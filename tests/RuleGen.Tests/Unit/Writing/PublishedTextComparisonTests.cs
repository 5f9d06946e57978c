using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

public class PublishedTextComparisonTests
{
    [TestCase("WHEN a like 'x' THEN 'y'", "WHEN\n  a LIKE 'x' -- comment\nTHEN 'y'")]
    [TestCase("isnull(Age,1) between 1 AND 2", "ISNULL(Age, 1) BETWEEN 1 AND 2")]
    [TestCase("/* c */ a<>n'x'", "a <> N'x'")]
    [TestCase("", "-- nothing")]
    public void White_space_comments_and_letter_case_of_keywords_do_not_count(string published, string written)
    {
        Assert.That(PublishedTextComparison.FindFirst(published, written), Is.Null);
    }

    [TestCase("a LIKE 'x'", "A LIKE 'x'", "published text 1:1 has 'a', the fragment 1:1 has 'A'")]
    [TestCase("a LIKE 'x'", "a LIKE 'X'", "published text 1:8 has ''x'', the fragment 1:8 has ''X''")]
    [TestCase("a <> 1", "a\n!= 1", "published text 1:3 has '<', the fragment 2:1 has '!'")]
    [TestCase("(a) = 1", "a = 1", "published text 1:1 has '(', the fragment 1:1 has 'a'")]
    [TestCase("[a] = 1", "a = 1", "published text 1:1 has '[a]', the fragment 1:1 has 'a'")]
    [TestCase("x.a = 1", "a = 1", "published text 1:1 has 'x', the fragment 1:1 has 'a'")]
    [TestCase("a = 01", "a = 1", "published text 1:5 has '01', the fragment 1:5 has '1'")]
    [TestCase("a = N'x'", "a = 'x'", "published text 1:5 has 'N'x'', the fragment 1:5 has ''x''")]
    [TestCase("a = 1 AND b = 2", "a = 1", "published text 1:7 has 'AND', the fragment ends")]
    [TestCase("a = 1", "a = 1 AND", "published text ends, the fragment 1:7 has 'AND'")]
    public void The_first_difference_is_found_with_its_places(string published, string written, string expected)
    {
        Assert.That(PublishedTextComparison.FindFirst(published, written)?.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Places_are_those_of_an_editor()
    {
        var difference = PublishedTextComparison.FindFirst("a = 1\n  AND b = 2", "a = 1\n\n\n    AND c = 2");

        Assert.That(difference?.PublishedPosition, Is.EqualTo(new TextPosition(2, 7)));
        Assert.That(difference?.WrittenPosition, Is.EqualTo(new TextPosition(4, 9)));
    }
}
