using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Model.Describing;
using RuleGen.Tests.TestData;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Lists;

/// <summary>What texts say of the items of a list (rules 5.18, 5.19).</summary>
public sealed class ListReadingTests
{
    private static ListOperand Diagnoses => SpellLists.Source.List("Diagnoses");

    private static Predicate HasM45 => Diagnoses.Any(item => item.Text("Code").Like("M45%"));

    [TestCase("EXISTS (SELECT 1 FROM dbo.Diagnosis d WHERE d.Spell_Id = s.Id AND d.Icd LIKE 'M45%')")]
    [TestCase("EXISTS (SELECT * FROM Diagnosis AS d WHERE d.Icd LIKE 'M45%' AND s.Id = d.Spell_Id)")]
    [TestCase("EXISTS (SELECT d.Icd FROM [dbo].[diagnosis] d WHERE (Spell_Id = Id AND (Icd LIKE 'M45%')))")]
    [TestCase("EXISTS (SELECT NULL FROM sus.vw_Diagnosis WHERE Icd LIKE 'M45%' AND Spell_Id = s.Id)")]
    [TestCase("EXISTS ((SELECT 1 FROM Diagnoses WHERE Code LIKE 'M45%'))")]
    [TestCase("s.Id IN (SELECT d.Spell_Id FROM Diagnosis d WHERE d.Icd LIKE 'M45%')")]
    [TestCase("Id IN (SELECT Spell_Id FROM dbo.Diagnosis WHERE Icd LIKE 'M45%')")]
    public void Is_there_an_item(string condition)
    {
        Assert.That(Where(condition), Is.EqualTo(HasM45));
        Assert.That(Where($"NOT {condition}"), Is.EqualTo(Not.Of(HasM45)));
    }

    [Test]
    public void Not_in_is_there_no_item() =>
        Assert.That(
            Where("s.Id NOT IN (SELECT Spell_Id FROM Diagnosis WHERE Icd LIKE 'M45%')"),
            Is.EqualTo(Not.Of(HasM45))
        );

    [TestCase("'M45' IN (SELECT d.Icd FROM Diagnosis d WHERE d.Spell_Id = s.Id)", "")]
    [TestCase("'M45' NOT IN (SELECT Icd FROM Diagnosis WHERE s.Id = Spell_Id)", "NOT ")]
    public void A_literal_among_the_items_is_an_item_that_equals_it(string condition, string not) =>
        Assert.That(
            Where(condition),
            Is.EqualTo(Where($"{not}EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Spell_Id = s.Id AND d.Icd = 'M45')"))
        );

    [TestCase("2 NOT IN (SELECT d.Grade FROM Diagnosis d WHERE d.Spell_Id = s.Id)")]
    [TestCase("2 IN (SELECT d.Grade FROM Diagnosis d WHERE d.Spell_Id = s.Id)")]
    public void Among_items_that_may_be_NULL_it_may_be_unknown(string condition)
    {
        var problem = Refused.Problem(() => Where(condition));

        Assert.That(problem.Message, Does.Contain("IN over 'Grade', which may be NULL"));
        Assert.That(problem.Remedy, Does.Contain("NOT EXISTS"));
    }

    [Test]
    public void Conditions_of_one_subquery_are_asked_of_one_item()
    {
        Assert.That(
            Where(
                "EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Seq = 1 AND d.Spell_Id = s.Id "
                    + "AND (d.Icd LIKE 'M45%' OR d.Grade BETWEEN 2 AND 3))"
            ),
            Is.EqualTo(
                Diagnoses.Any(item =>
                    item.Position.EqualTo(1) & (item.Text("Code").Like("M45%") | item.Number("Grade").Between(2, 3))
                )
            )
        );
        Assert.That(
            Where(
                "EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Seq = 1 AND d.Spell_Id = s.Id) "
                    + "AND EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Icd LIKE 'M45%' AND d.Spell_Id = s.Id)"
            ),
            Is.EqualTo(Diagnoses.Any(item => item.Position.EqualTo(1)) & HasM45)
        );
    }

    [Test]
    public void Numbered_columns_are_a_list_in_their_order()
    {
        const string Rows = "(VALUES (1, s.OP_1), (2, s.OP_2), (3, s.OP_3)) AS o (Position, Opcs)";
        var read = Where($"EXISTS (SELECT 1 FROM {Rows} WHERE o.Opcs LIKE 'W82%')");

        Assert.That(read, Is.EqualTo(SpellLists.Source.List("Operations").Any(item => item.Text("Opcs").Like("W82%"))));
        Assert.That(Where("EXISTS (SELECT 1 FROM Operations WHERE Opcs LIKE 'W82%')"), Is.EqualTo(read));
    }

    [TestCase("INNER JOIN", true)]
    [TestCase("JOIN", true)]
    [TestCase("LEFT JOIN", false)]
    [TestCase("LEFT OUTER JOIN", false)]
    public void A_join_at_a_position_gives_the_item_there(string join, bool keepsOnlyRowsWithOne)
    {
        var coding = Read(
            $"SELECT s.Id, 'x' AS Outcome FROM dbo.Spell s {join} Diagnosis d ON s.Id = d.Spell_Id AND d.Seq = 1 "
                + "WHERE d.Icd LIKE 'M45%' AND s.Age > 18"
        );
        var withoutJoin = Read(
            "SELECT s.Id, 'x' AS Outcome FROM dbo.Spell s WHERE "
                + (keepsOnlyRowsWithOne ? "EXISTS (SELECT 1 FROM Diagnoses WHERE Position = 1) AND " : "")
                + "s.Main LIKE 'M45%' AND s.Age > 18"
        );

        Assert.That(
            coding.Exclusions!.SelfAndDescendants().Where(part => part.Children.Count == 0).ToHashSet(),
            Is.EqualTo(withoutJoin.Exclusions!.SelfAndDescendants().Where(part => part.Children.Count == 0).ToHashSet())
        );
    }

    [TestCase(
        "EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Icd LIKE 'M45%')",
        "not correlated by the whole key",
        "d.Spell_Id = s.Id"
    )]
    [TestCase("EXISTS (SELECT 1 FROM Other d WHERE d.Spell_Id = s.Id)", "'Other', which holds no list", "")]
    [TestCase("EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Spell_Id = s.Age)", "anything but the key column 'Id'", "")]
    [TestCase("EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Spell_Id = s.Id OR d.Icd = 'M45')", "Spell_Id", "")]
    [TestCase("EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Spell_Id = s.Id AND d.Icd = s.Main)", "Main", "")]
    [TestCase("EXISTS (SELECT Icd FROM Diagnosis d WHERE d.Spell_Id = s.Id GROUP BY Icd)", "GROUP BY", "")]
    [TestCase("EXISTS (SELECT TOP 1 1 FROM Diagnosis d WHERE d.Spell_Id = s.Id)", "TOP", "")]
    [TestCase(
        "EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Spell_Id = s.Id UNION SELECT 1 FROM Diagnosis)",
        "a subquery of several queries",
        "EXISTS"
    )]
    [TestCase("EXISTS (SELECT 1 FROM Diagnosis d, Diagnosis e WHERE d.Spell_Id = s.Id)", "one child table", "")]
    [TestCase("s.Age IN (SELECT Spell_Id FROM Diagnosis)", "does not compare the key", "EXISTS")]
    [TestCase("s.Id IN (SELECT Seq FROM Diagnosis)", "does not compare the key", "EXISTS")]
    [TestCase(
        "EXISTS (SELECT 1 FROM (VALUES (1, s.OP_2), (2, s.OP_1), (3, s.OP_3)) AS o (Position, Opcs) WHERE o.Opcs = 'A')",
        "numbered columns",
        ""
    )]
    [TestCase("s.Id > ANY (SELECT Spell_Id FROM Diagnosis)", "", "")]
    [TestCase("(SELECT COUNT(*) FROM Diagnosis d WHERE d.Spell_Id = s.Id) > 1", "", "")]
    public void What_cannot_be_read_is_refused_by_name(string condition, string message, string remedy)
    {
        var problem = Refused.Problems(() => Where(condition))[0];

        Assert.That(problem.Message, Does.Contain(message));
        Assert.That(problem.Remedy, Does.Contain(remedy));
        Assert.That(problem.Position, Is.Not.Null);
    }

    [TestCase("INNER JOIN", "d.Seq = 1 AND d.Icd LIKE 'M45%'")]
    [TestCase("LEFT JOIN", "s.Age > 18 AND (1 = d.Seq AND d.Icd LIKE 'M45%')")]
    [TestCase("JOIN", "d.Seq = 1 AND (d.Icd LIKE 'M45%' OR NOT d.Seq = 1)")]
    public void The_WHERE_may_say_at_which_position_a_join_is(string join, string where) =>
        Assert.That(
            Read(
                $"SELECT s.Id, 'x' AS Outcome FROM Spell s {join} Diagnosis d ON d.Spell_Id = s.Id WHERE {where}"
            ).Exclusions,
            Is.EqualTo(
                Where(
                    where
                        .Replace("1 = d.Seq", "d.Seq = 1", StringComparison.Ordinal)
                        .Replace(
                            "d.Seq = 1",
                            "EXISTS (SELECT 1 FROM Diagnoses WHERE Position = 1)",
                            StringComparison.Ordinal
                        )
                        .Replace("d.Icd", "s.Main", StringComparison.Ordinal)
                )
            )
        );

    [TestCase("d.Seq = 1 OR d.Icd LIKE 'M45%'")]
    [TestCase("d.Seq > 1")]
    [TestCase("d.Seq = 1 AND d.Seq = 2")]
    [TestCase("NOT d.Seq = 1")]
    [TestCase("d.Icd LIKE 'M45%'")]
    public void A_WHERE_that_leaves_the_position_open_is_refused_with_what_to_write(string where) =>
        Assert.That(
            Refused
                .Problems(() =>
                    Read(
                        $"SELECT s.Id, 'x' AS Outcome FROM Spell s JOIN Diagnosis d ON d.Spell_Id = s.Id WHERE {where}"
                    )
                )[0]
                .ToString(),
            Does.Contain("a join to a list that can give a row several times")
                .And.Contain("ask for an item with EXISTS")
        );

    [TestCase("INNER JOIN Diagnosis d ON d.Spell_Id = s.Id")]
    [TestCase("RIGHT JOIN Diagnosis d ON d.Spell_Id = s.Id AND d.Seq = 1")]
    [TestCase("FULL JOIN Diagnosis d ON d.Spell_Id = s.Id AND d.Seq = 1")]
    [TestCase("CROSS JOIN Diagnosis d")]
    [TestCase("INNER JOIN Diagnosis d ON d.Spell_Id = s.Id AND d.Seq > 1")]
    [TestCase("INNER JOIN Other d ON d.Spell_Id = s.Id AND d.Seq = 1")]
    public void A_join_that_may_give_a_row_twice_is_refused(string join) =>
        Assert.That(
            () => Read($"SELECT s.Id, 'x' AS Outcome FROM Spell s {join} WHERE s.Age > 18"),
            Throws.TypeOf<RuleGenException>()
        );

    [Test]
    public void English_says_items() =>
        Assert.That(
            EnglishWriter.Write(
                new Coding([], otherwise: null, Not.Of(HasM45) & Diagnoses.Any(item => item.Position.EqualTo(2)))
            ),
            Does.Contain("no diagnosis starts with M45")
        );

    private static Coding Read(string text) => CodingReader.Read(text, SpellLists.Source).Coding;

    private static Predicate Where(string condition) => Read($"WHERE {condition}").Exclusions!;
}
