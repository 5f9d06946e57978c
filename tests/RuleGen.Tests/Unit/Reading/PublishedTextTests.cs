using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Tests.TestData;

namespace RuleGen.Tests.Unit.Reading;

public sealed class PublishedTextTests
{
    [Test]
    public void The_published_text_reads_to_the_coding_in_code() =>
        Assert.That(Reading.Coding(Reading.BackPain), Is.EqualTo(BackPainFusion.Coding.Coding));

    [Test]
    public void The_published_text_keeps_its_comments_parentheses_and_spelling() =>
        Assert.That(Written(Reading.Coding(Reading.BackPain)), Is.EqualTo(Written(BackPainFusion.Coding.Coding)));

    [Test]
    public void The_published_file_reads_as_the_seed_page_does()
    {
        var file = Reading.Coding(Repository.Read("sql", "published", "2Y_back_pain_fusion.sql"));

        Assert.That(ModelDump.Of(file), Is.EqualTo(ModelDump.Of(Reading.Coding(Reading.BackPain))));
    }

    [Test]
    public void Only_its_heading_is_noted() =>
        Assert.That(
            Reading.Notes(Reading.BackPain),
            Is.EqualTo(["20:1: 'Exclusions' is no T-SQL, and is passed over as a heading"])
        );

    [Test]
    public void The_same_text_mangled_in_every_way_reads_to_the_same_coding()
    {
        var mangled =
            "\uFEFFCoding:\r\nSQL code\r\n"
            + Reading
                .BackPain.Replace("'%M", "‘%M", StringComparison.Ordinal)
                .Replace("]%'", "]%’", StringComparison.Ordinal)
                .Replace("'%D", "“%D", StringComparison.Ordinal)
                .Replace("%' ", "%” ", StringComparison.Ordinal)
                .Replace("'2Y_back_pain_fusion'", "''2Y_back_pain_fusion''", StringComparison.Ordinal)
                .Replace("_Spell_", " _ Spell\u00A0_ ", StringComparison.Ordinal)
                .Replace("\n", " \r\n\t", StringComparison.Ordinal)
                .Replace("AND APCS.", "AND\u200B \u2009APCS.", StringComparison.Ordinal)
                .Replace("WHERE", "where", StringComparison.Ordinal)
                .Replace("-- Cancer", "– Cancer", StringComparison.Ordinal)
                .Replace("-- Private", "Global private exclusion\r\n/* Private", StringComparison.Ordinal)
                .Replace("Private Appointment Exclusion", "Private Appointment Exclusion */", StringComparison.Ordinal)
            + "\rReferences\r";

        Assert.That(Written(Reading.Coding(mangled)), Is.EqualTo(Written(BackPainFusion.Coding.Coding)));
    }

    [Test]
    public void Pairs_of_parentheses_are_counted_also_where_precedence_needs_them()
    {
        var coding = Reading.Coding(Reading.BackPain);
        var arm = coding.Arms[0].When.Children;
        var exclusions = coding.Exclusions!.Children;

        Assert.That(arm.Select(clause => clause.Parentheses), Is.EqualTo([1, 0, 0, 0, 0]));
        Assert.That((arm[2], arm[2].Children[0].Parentheses), Is.EqualTo((Not.Of(arm[2].Children[0]), 1)));
        Assert.That(exclusions.Select(clause => clause.Parentheses), Is.EqualTo([0, 1, 0]));
    }

    /// <summary>
    /// What the text itself says, and the code of the rule too: everything but citations, notes, and the pairs of
    /// parentheses around AND and OR, which the code leaves to precedence.
    /// </summary>
    private static IEnumerable<string> Written(Coding coding)
    {
        var lines = ModelDump.Of(coding).ToList();
        var pairs = lines
            .Where(line =>
                line.EndsWith(": Or", StringComparison.Ordinal) || line.EndsWith(": And", StringComparison.Ordinal)
            )
            .Select(line => $"{line[..line.LastIndexOf(':')]}.Parentheses =");
        var left = pairs.ToHashSet();
        return lines.Where(line =>
            !line.Contains(".Citation", StringComparison.Ordinal)
            && !line.Contains("Documentation.Notes", StringComparison.Ordinal)
            && !left.Contains(line[..(line.IndexOf('=', StringComparison.Ordinal) + 1)])
        );
    }
}
