using System.Text.RegularExpressions;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Model.Describing;
using RuleGen.Rules;
using RuleGen.Tests.TestData;

namespace RuleGen.Tests.Unit.Describing;

public sealed partial class EnglishWriterTests
{
    private static readonly CharacterOperand Site = Everything.Source.Text("Site_Code");
    private static readonly CharacterOperand Provider = Everything.Source.Text("Provider_Code");
    private static readonly CharacterOperand Procedure = Everything.Source.Text("Primary_Procedure");
    private static readonly NumberOperand Age = Everything.Source.Number("Age_At_Start");
    private static readonly NumberOperand Other = Everything.Source.Number("Age_At_Activity");

    [Test]
    public void The_published_coding_in_english() =>
        Approved.Check("Describing/2Y_back_pain_fusion.txt", EnglishWriter.Write(BackPainFusion.Coding));

    [Test]
    public void Everything_in_english() =>
        Approved.Check("Describing/Everything.txt", EnglishWriter.Write(Everything.Coding));

    [Test]
    public void A_coding_without_exclusions_keeps_every_row() =>
        Assert.That(EnglishWriter.Write(Everything.ArmsOnly), Does.Contain("Every row is kept.\n"));

    [Test]
    public void A_coding_without_arms_speaks_of_no_outcome() =>
        Assert.That(EnglishWriter.Write(Everything.ExclusionsOnly), Does.StartWith("Rows that are kept\n"));

    [TestCaseSource(nameof(Nulls))]
    public void What_null_does_is_said(Predicate predicate, string[] expected) =>
        Assert.That(NullSentences().Matches(Where(predicate)).Select(sentence => sentence.Value), Is.EqualTo(expected));

    [TestCaseSource(nameof(Conditions))]
    public void A_row_that_null_is_said_to_lose_is_lost(Predicate condition)
    {
        var evaluator = new CodingEvaluator();
        var coding = new CodingBuilder().Where(condition).Build();
        var source = condition.Columns.All(column => Apcs.Source.Find(column.Name) is not null)
            ? Apcs.Source
            : Everything.Source;
        var lost = LosingNulls().Matches(EnglishWriter.Write(coding)).SelectMany(Columns).ToList();
        var rows = Sampler.Sample(source, [coding], 200, seed: 1).ToList();

        foreach (var row in rows)
        {
            var nulls = lost.Where(columns => columns.All(name => row[source.Find(name)!].IsNull));
            Assert.That(nulls.Any() && evaluator.Evaluate(coding, row).IsKept, Is.False, row.ToString());
        }
    }

    [Test]
    public void The_ways_to_read_a_coding_are_those_that_it_needs()
    {
        var plain = Where(Provider.Like("R%"));
        var binary = Everything.Source.WithCollation(Collation.Latin1GeneralBin2);

        Assert.That(
            plain,
            Does.EndWith("How to read this\n\n- Capital and small letters count as the same (Latin1_General_CI_AS).\n")
        );
        Assert.That(Where(Everything.Source.Number("Sex_Code") < 3), Does.Not.Contain("How to read this"));
        Assert.That(
            Where(binary.Text("Provider_Code").Like("[0-9]%")),
            Does.EndWith("\n- Capital and small letters differ (Latin1_General_BIN2).\n")
        );
        Assert.That(Where(Provider.EqualTo("R")), Does.Contain("blanks at its end do not matter"));
        Assert.That(Where(Provider.EqualTo("02")), Does.Contain("- ² fits too where digits are asked for"));
        Assert.That(Where(Provider.Like("%[0-1]%")), Does.Contain("- ¹, ¼, ½ and ¾ fit too where digits"));
        Assert.That(Where(Provider.Is(ComparisonOperator.LessThan, "R")), Does.Contain("In the order of text"));
        Assert.That(Where(Site.Like("R%")), Does.Contain("Values of Site_Code are filled with blanks"));
        Assert.That(Where(Age < 3), Does.Contain("NULL means that there is no value."));
    }

    [Test]
    public void Characters_that_steer_a_terminal_are_not_printed()
    {
        var text = Where(Provider.Like("R%").Comment("\u001b[31mred\u001b[0m\u0007").Cites("a\u009bb").Note("c\rd"));

        Assert.That(text.Where(char.IsControl).Distinct(), Is.EquivalentTo("\n"));
    }

    [Test]
    public void Lines_of_a_text_stand_below_each_other() =>
        Assert.That(
            Where(Provider.Like("R%") & Provider.Like("RX%").Comment("first\nsecond")),
            Does.Contain("- Provider_Code starts with RX\n  Comment: first\n    second\n")
        );

    private static IEnumerable<TestCaseData> Nulls()
    {
        const string Harmless = "does not by itself rule a row out.";
        const string Lost = "is not kept: the comparison is UNKNOWN.";
        var site = Site.EqualTo("A");
        return
        [
            new(Provider.EqualTo("A"), Array.Empty<string>()),
            new(site, new[] { $"A row whose Site_Code is NULL {Lost}" }),
            new(!site, new[] { $"A row whose Site_Code is NULL {Lost}" }),
            new(site | Site.IsNull(), new[] { $"NULL in Site_Code {Harmless}" }),
            new(
                Site.IsNotNull(),
                new[] { "A row whose Site_Code is NULL is not kept: the condition asks for a value." }
            ),
            new(site & Procedure.Like("V%"), new[] { $"A row whose Site_Code or Primary_Procedure is NULL {Lost}" }),
            new(site | Procedure.Like("V%"), new[] { $"NULL in Site_Code or Primary_Procedure {Harmless}" }),
            new(!(site | Provider.EqualTo("A")), new[] { $"A row whose Site_Code is NULL {Lost}" }),
            new(!(site & Provider.EqualTo("A")), new[] { $"NULL in Site_Code {Harmless}" }),
            new(
                site | Procedure.Like("%[]%"),
                new[] { $"A row whose Site_Code is NULL {Lost}", $"NULL in Primary_Procedure {Harmless}" }
            ),
            new(site & Sql.Constant(1, ComparisonOperator.Equal, 0), Array.Empty<string>()),
            new(
                Sql.IsNull(Age, Other).In(1) | Sql.Coalesce(Other, Age) > 3,
                new[]
                {
                    $"A row whose Age_At_Start and Age_At_Activity are both NULL {Lost}",
                    $"NULL in Age_At_Start or Age_At_Activity {Harmless}",
                }
            ),
            new(Sql.IsNull(Age, 3).EqualTo(3), new[] { $"NULL in Age_At_Start {Harmless}" }),
        ];
    }

    private static IEnumerable<Predicate> Conditions() =>
        Everything
            .Codings.Append(BackPainFusion.Coding.Coding)
            .SelectMany(coding => coding.Predicates)
            .Concat(Nulls().Select(data => (Predicate)data.Arguments[0]!));

    private static string Where(Predicate predicate) =>
        EnglishWriter.Write(new CodingBuilder().Where(predicate).Build());

    /// <summary>Each group of columns of which a sentence says that a row is lost when all of them are NULL.</summary>
    private static IEnumerable<string[]> Columns(Match sentence)
    {
        var names = NameSeparators().Split(sentence.Groups["names"].Value);
        return sentence.Groups["verb"].Value == "is" ? names.Select(name => (string[])[name]) : [names];
    }

    [GeneratedRegex("^(A row whose|NULL in) .*$", RegexOptions.Multiline)]
    private static partial Regex NullSentences();

    [GeneratedRegex("^A row whose (?<names>.*) (?<verb>is|are both|are all) NULL is not kept", RegexOptions.Multiline)]
    private static partial Regex LosingNulls();

    [GeneratedRegex(", | or | and ")]
    private static partial Regex NameSeparators();
}
