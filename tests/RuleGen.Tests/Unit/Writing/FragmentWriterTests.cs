using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.TSql;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Writing;

public class FragmentWriterTests
{
    private static readonly Predicate A = Apcs.PrimarySpellProcedure.Like("A%");
    private static readonly Predicate B = Apcs.PrimarySpellDiagnosis.Like("B%");
    private static readonly Predicate C = Apcs.AnySpellDiagnosis.IsNull();

    [Test]
    public void Fragments_of_2Y_are_token_for_token_the_published_text()
    {
        var published = Repository.Read("sql", "published", "2Y_back_pain_fusion.sql");
        var coding = BackPainFusion.Coding.Coding;

        var difference = PublishedTextComparison.FindFirst(
            PublishedText.ToSql(published, Apcs.Source),
            FragmentWriter.WriteCase(coding) + FragmentWriter.WriteWhere(coding)
        );

        Assert.That(difference, Is.Null);
    }

    [Test]
    public void Fragments_are_read_as_the_coding_like_any_published_text()
    {
        foreach (var coding in Everything.Codings.Where(coding => coding.Arms.Count > 0))
        {
            var where = coding.Exclusions is null ? "" : FragmentWriter.WriteWhere(coding);

            Assert.That(
                CodingReader.Read(FragmentWriter.WriteCase(coding) + where, Everything.Source).Coding,
                Is.EqualTo(coding)
            );
        }
    }

    [Test]
    public void One_clause_stands_beside_its_keyword()
    {
        var coding = new CodingBuilder().When(A, "x").Where(B).Build();

        Assert.Multiple(() =>
        {
            Assert.That(
                FragmentWriter.WriteCase(coding),
                Is.EqualTo("WHEN Primary_Spell_Procedure LIKE 'A%'\nTHEN 'x'\n")
            );
            Assert.That(FragmentWriter.WriteWhere(coding), Is.EqualTo("WHERE Primary_Spell_Diagnosis LIKE 'B%'\n"));
        });
    }

    [Test]
    public void A_condition_in_parentheses_opens_them_beside_its_keyword()
    {
        var coding = new CodingBuilder().Where((A | B).Grouped()).Build();

        Assert.That(
            FragmentWriter.WriteWhere(coding),
            Is.EqualTo(
                """
                WHERE (
                    Primary_Spell_Procedure LIKE 'A%'
                    OR Primary_Spell_Diagnosis LIKE 'B%'
                )

                """
            )
        );
    }

    [Test]
    public void An_and_inside_an_or_is_set_in()
    {
        Assert.That(
            FragmentWriter.WritePredicate((A & B) | C | (B & C)),
            Is.EqualTo(
                """
                Primary_Spell_Procedure LIKE 'A%'
                    AND Primary_Spell_Diagnosis LIKE 'B%'
                OR Any_Spell_Diagnosis IS NULL
                OR Primary_Spell_Diagnosis LIKE 'B%'
                    AND Any_Spell_Diagnosis IS NULL

                """
            )
        );
    }

    [Test]
    public void Comments_stay_where_they_were()
    {
        var coding = new CodingBuilder()
            .When(
                A.Comment("first").TrailingComment("after a") & (B | C.TrailingComment("last")).Comment("group"),
                Label.Of("x"),
                Documentation.None.Comment("arm", CommentPlacement.Before).Comment("done", CommentPlacement.After)
            )
            .Build();

        Assert.That(
            FragmentWriter.WriteCase(coding),
            Is.EqualTo(
                """
                -- arm
                WHEN
                    -- first
                    Primary_Spell_Procedure LIKE 'A%' -- after a
                    -- group
                    AND (
                        Primary_Spell_Diagnosis LIKE 'B%'
                        OR Any_Spell_Diagnosis IS NULL -- last
                    )
                THEN 'x' -- done

                """
            )
        );
    }

    [Test]
    public void Fragments_hold_no_citation_and_no_note()
    {
        var text = FragmentWriter.WritePredicate(A.Cites("A sentence.") & B.Note("A note.") & C.NotInGuidance());

        Assert.That(text, Does.Not.Contain("--"));
    }

    [Test]
    public void A_long_list_goes_on_in_further_lines()
    {
        var items = Enumerable.Range(100, 30).Select(number => (NumberOperand)(long)number).ToArray();

        Assert.That(
            FragmentWriter.WritePredicate(Apcs.AgeAtStartOfSpellSus.NotIn(items).Grouped()),
            Is.EqualTo(
                """
                (Age_At_Start_of_Spell_SUS NOT IN (
                    100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115,
                    116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129
                ))

                """
            )
        );
    }

    [TestCase("Regular_1", "Regular_1")]
    [TestCase("Rank", "Rank")]
    [TestCase("größe", "größe")]
    [TestCase("Select", "[Select]")]
    [TestCase("user", "[user]")]
    [TestCase("two words", "[two words]")]
    [TestCase("1st", "[1st]")]
    [TestCase("a]b", "[a]]b]")]
    [TestCase("a'b", "[a'b]")]
    [TestCase("a--b", "[a--b]")]
    public void A_name_that_nobody_wrote_gets_brackets_where_it_needs_them(string name, string written)
    {
        var column = new Column(name, IntegerType.Int, isNullable: true);

        Assert.That(
            FragmentWriter.WritePredicate(NullTest.Of(ColumnReference.Of(column))),
            Is.EqualTo($"{written} IS NULL\n")
        );
    }

    [Test]
    public void Everything_is_read_back_as_it_was()
    {
        foreach (var coding in Everything.Codings)
        {
            Assert.That(
                () =>
                    ScriptGenerator.Generate(
                        ScriptCases.Named("everything", coding),
                        Everything.Source,
                        Targets.SqlServer2016
                    ),
                Throws.Nothing
            );
        }
    }

    [Test]
    public void A_part_that_the_coding_does_not_have_is_not_written()
    {
        var codings = new[] { Everything.ArmsOnly, Everything.ExclusionsOnly };
        var names = codings.Select(coding =>
            ScriptGenerator
                .Generate(ScriptCases.Named("x", coding), Everything.Source, Targets.SqlServer2016)
                .Select(file => file.Name)
        );
        string[] others =
        [
            "view.sql",
            "function.sql",
            "deploy.sql",
            "rollback.sql",
            "project/view.sql",
            "project/function.sql",
            "dbt/x.sql",
        ];

        Assert.That(names, Is.EqualTo(new[] { ["case.sql", .. others], new[] { "where.sql" }.Concat(others) }));
        Assert.That(() => FragmentWriter.WriteWhere(Everything.ArmsOnly), Throws.ArgumentException);
        Assert.That(() => FragmentWriter.WriteCase(Everything.ExclusionsOnly), Throws.ArgumentException);
    }
}
