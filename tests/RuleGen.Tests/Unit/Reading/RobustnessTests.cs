using System.Diagnostics;
using RuleGen.Model;
using RuleGen.Tests.TestData;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>Whatever the text, the answer is a coding or a <see cref="RuleGenException"/>, soon.</summary>
public sealed class RobustnessTests
{
    [Test]
    public void Text_cut_off_anywhere_is_read_or_refused()
    {
        for (var length = 0; length <= Reading.BackPain.Length; length++)
        {
            AssertReadOrRefused(Reading.BackPain[..length]);
        }
    }

    [Test]
    public void Text_with_any_character_missing_is_read_or_refused()
    {
        for (var i = 0; i < Reading.BackPain.Length; i++)
        {
            AssertReadOrRefused(Reading.BackPain.Remove(i, 1));
        }
    }

    [Test]
    public void Text_with_any_character_put_in_is_read_or_refused()
    {
        const string Characters = "'\"([])‘”-–/*\u00A0\u200B\n_;:@#0a.\0\uD83D";
        for (var i = 0; i < Reading.BackPain.Length; i += 29)
        {
            foreach (var character in Characters)
            {
                AssertReadOrRefused(Reading.BackPain.Insert(i, character.ToString()));
            }
        }
    }

    [Test]
    public void A_script_cut_off_or_with_a_character_missing_is_read_or_refused()
    {
        const string Script = """
            SET NOCOUNT ON;
            GO
            CREATE FUNCTION dbo.f (@Admission_Method varchar(2)) RETURNS TABLE AS RETURN (
            SELECT CASE WHEN @Admission_Method COLLATE Latin1_General_CI_AS LIKE '1%' THEN 'x' END AS o WHERE 1=1)
            GO
            IF 1=1 EXEC (N'ALTER VIEW dbo.v AS SELECT Id FROM t WHERE Admission_Method = ''1''');
            """;
        for (var i = 0; i < Script.Length; i++)
        {
            AssertReadOrRefused(Script[..i]);
            AssertReadOrRefused(Script.Remove(i, 1));
        }
    }

    [Test]
    public void Text_shuffled_by_words_is_read_or_refused()
    {
        var words = Reading.BackPain.Split(' ', '\n');
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            random.Shuffle(words);
            AssertReadOrRefused(string.Join(i % 2 == 0 ? ' ' : '\n', words));
        }
    }

    [Test]
    public void Three_hundred_arms_are_read_in_no_time()
    {
        var arm = Reading.BackPain[..Reading.BackPain.IndexOf("Exclusions", StringComparison.Ordinal)];
        var text = string.Concat(Enumerable.Repeat(arm, 300)) + "WHERE 1=1";
        Reading.Coding(Reading.BackPain);
        var watch = Stopwatch.StartNew();

        Assert.That(Reading.Coding(text).Arms, Has.Count.EqualTo(300));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public void Three_thousand_errors_are_found_in_no_time()
    {
        var text = "WHERE 1=1\n" + string.Concat(Enumerable.Repeat("Admission_Method = '1'\n", 3000));
        var watch = Stopwatch.StartNew();

        Assert.That(Reading.Problems(text), Has.Count.EqualTo(3000));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void Reading_twice_gives_the_same()
    {
        var (first, second) = (Reading.Read(Reading.BackPain), Reading.Read(Reading.BackPain));

        Assert.That(ModelDump.Of(first.Coding), Is.EqualTo(ModelDump.Of(second.Coding)));
        Assert.That(first.Notes, Is.EqualTo(second.Notes));
    }

    private static void AssertReadOrRefused(string text)
    {
        ReadResult? read = null;
        RuleGenException? refused = null;
        try
        {
            read = Reading.Read(text);
        }
        catch (RuleGenException exception)
        {
            refused = exception;
        }

        Assert.That(read is not null || refused!.Problems.All(problem => problem.Position is not null), Is.True, text);
    }
}
