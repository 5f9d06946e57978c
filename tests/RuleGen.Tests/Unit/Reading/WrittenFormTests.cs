using RuleGen.Model;
using RuleGen.Tests.TestData;
using RuleGen.TSql;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

public sealed class WrittenFormTests
{
    [Test]
    public void Arms_without_CASE()
    {
        var coding = Reading.Coding("WHEN 1=1 THEN 'a' WHEN 1=0 THEN 'b'");

        Assert.That(coding.Arms.Select(arm => arm.Then.Text), Is.EqualTo(["a", "b"]));
        Assert.That(
            (coding.IsWrittenWithCase, coding.Else, coding.Exclusions),
            Is.EqualTo((false, (Label?)null, (Predicate?)null))
        );
    }

    [TestCase("")]
    [TestCase(" AS Outcome")]
    [TestCase(" AS [The outcome]")]
    [TestCase(" Outcome")]
    [TestCase(" AS 'Outcome',")]
    [TestCase(" Outcome,")]
    public void Arms_with_CASE(string alias)
    {
        var coding = Reading.Coding($"CASE WHEN 1=1 THEN 'a' ELSE NULL END{alias}\nWHERE 1=0");

        Assert.That(coding.IsWrittenWithCase, Is.True);
        Assert.That(coding.Else, Is.EqualTo(Label.Null));
        Assert.That(coding.Exclusions, Is.EqualTo(Reading.Where("1=0")));
    }

    [Test]
    public void An_alias_is_noted() =>
        Assert.That(
            Reading.Notes("CASE WHEN 1=1 THEN 'a' END AS [Out]"),
            Is.EqualTo(["1:28: The alias [Out] after END is passed over"])
        );

    [Test]
    public void A_condition_by_itself_is_exclusions_without_WHERE()
    {
        var coding = Reading.Coding("Admission_Method = '1' OR 1=1");

        Assert.That((coding.IsWrittenWithWhere, coding.Arms.Count), Is.EqualTo((false, 0)));
        Assert.That(coding.Exclusions, Is.EqualTo(Reading.Where("Admission_Method = '1' OR 1=1")));
    }

    [TestCase("WHEN 1=1 THEN 'a'\nExclusions\nAdmission_Method = '1'")]
    [TestCase("WHEN 1=1 THEN 'a'\nExclusions:\n(Admission_Method = '1')")]
    [TestCase("WHEN 1=1 THEN 'a'\nAdmission_Method = '1'")]
    [TestCase("CASE WHEN 1=1 THEN 'a' END\nExclusions\nAdmission_Method = '1'")]
    public void A_condition_after_the_arms_is_exclusions_without_WHERE(string text)
    {
        var coding = Reading.Coding(text);

        Assert.That((coding.IsWrittenWithWhere, coding.Arms.Count), Is.EqualTo((false, 1)));
        Assert.That(coding.Exclusions, Is.EqualTo(Reading.Where("Admission_Method = '1'")));
    }

    [Test]
    public void The_exclusions_may_come_first() =>
        Assert.That(
            Reading.Coding("WHERE 1=0\nWHEN 1=1 THEN 'a'"),
            Is.EqualTo(Reading.Coding("WHEN 1=1 THEN 'a'\nWHERE 1=0"))
        );

    [TestCase("Admission_Method", null)]
    [TestCase("admission_METHOD", "admission_METHOD")]
    [TestCase("apcs.Admission_Method", "apcs.Admission_Method")]
    [TestCase("[APCS] . [Admission_Method]", "[APCS].[Admission_Method]")]
    [TestCase("\"Admission_Method\"", "\"Admission_Method\"")]
    [TestCase("Der.Admission _ Method", "Der.Admission_Method")]
    public void A_column_keeps_its_spelling(string column, string? written) =>
        Assert.That(
            ((ColumnReference)((NullTest)Reading.Where($"{column} IS NULL")).Operand).Written,
            Is.EqualTo(written)
        );

    [Test]
    public void Parentheses_are_counted_on_conditions_values_literals_and_labels()
    {
        var coding = Reading.Coding(
            "WHEN ((Admission_Method = (('1')))) AND (LEFT((Admission_Method), 1)) IN ('2', ('3')) THEN (('x'))"
        );
        var and = (And)coding.Arms[0].When;
        var comparison = (Comparison)and.Children[0];
        var membership = (In)and.Children[1];

        Assert.That(
            (comparison.Parentheses, comparison.Left.Parentheses, comparison.Right.Parentheses),
            Is.EqualTo((2, 0, 2))
        );
        Assert.That(membership.Operand.Parentheses, Is.EqualTo(1));
        Assert.That(membership.Operand.Operands[0].Parentheses, Is.EqualTo(1));
        Assert.That(membership.Items.Select(item => item.Parentheses), Is.EqualTo([0, 1]));
        Assert.That(coding.Arms[0].Then.Parentheses, Is.EqualTo(2));
    }

    [Test]
    public void Chains_are_flat_and_groups_are_not()
    {
        var chain = (And)Reading.Where("1=1 AND 1=2 AND 1=3 AND (1=4 AND 1=5)");

        Assert.That(chain.Children, Has.Count.EqualTo(4));
        Assert.That((chain.Children[3] is And, chain.Children[3].Parentheses), Is.EqualTo((true, 1)));
    }

    [Test]
    public void AND_binds_before_OR_and_NOT_before_both()
    {
        var or = (Or)Reading.Where("NOT 1=1 AND 1=2 OR 1=3");

        Assert.That(or.Children[0], Is.InstanceOf<And>());
        Assert.That(((And)or.Children[0]).Children[0], Is.InstanceOf<Not>());
    }

    [Test]
    public void NOT_LIKE_and_NOT_before_LIKE_are_told_apart()
    {
        Assert.That(Reading.Where("Admission_Method NOT LIKE '2%'"), Is.InstanceOf<Like>());
        Assert.That(Reading.Where("NOT Admission_Method LIKE '2%'"), Is.InstanceOf<Not>());
    }

    [TestCase("Admission_Method != '1'", true)]
    [TestCase("Admission_Method <> '1'", false)]
    public void An_exclamation_mark_is_kept(string condition, bool hasBang) =>
        Assert.That(((Comparison)Reading.Where(condition)).IsWrittenWithBang, Is.EqualTo(hasBang));

    [Test]
    public void A_literal_may_stand_first()
    {
        var comparison = (Comparison)Reading.Where("19 <= Age_At_Start_of_Spell_SUS");

        Assert.That(
            (comparison.Left, comparison.Operator),
            Is.EqualTo((IntegerLiteral.Of(19), ComparisonOperator.LessThanOrEqual))
        );
    }

    [Test]
    public void National_literals_are_kept()
    {
        var coding = Reading.Coding("WHEN Admission_Method LIKE N'2%' ESCAPE N'!' THEN N'x'");
        var like = (Like)coding.Arms[0].When;

        Assert.That(
            (like.PatternText.IsUnicode, like.Escape!.IsUnicode, coding.Arms[0].Then.IsUnicode),
            Is.EqualTo((true, true, true))
        );
    }

    [TestCase("Age_At_Start_of_Spell_SUS NOT BETWEEN -1 AND - 2")]
    [TestCase("APCS_Ident IN (9223372036854775807, -9223372036854775808)")]
    [TestCase("COALESCE(SUBSTRING(UPPER(LOWER(Admission_Method)), 1, 2), RTRIM(LTRIM('x'))) NOT IN ('a')")]
    [TestCase("RIGHT(Admission_Method, 1) IS NOT NULL")]
    [TestCase("ISNULL(Age_At_Start_of_Spell_SUS, Der_Age_at_CDS_Activity_Date) >= 18")]
    public void Everything_of_the_model_reads(string condition) =>
        Assert.That(
            ScriptReader
                .Read($"SELECT * FROM dbo.APCS WHERE {condition}", RuleGen.Rules.Apcs.Source)[0]
                .Coding.Exclusions,
            Is.EqualTo(Reading.Where(condition))
        );

    [TestCase("a’ and ‘b")]
    [TestCase("''")]
    [TestCase("'x'")]
    [TestCase("’")]
    [TestCase("say \"hi\" – “now”, (twice")]
    [TestCase("-- no comment /* at all")]
    [TestCase("two\nlines")]
    [TestCase("two\r\nlines' and 'more")]
    [TestCase("\u2028\u00A0\u200B\uFEFF")]
    [TestCase("a _ b")]
    [TestCase("THEN ' WHERE 1=1")]
    public void Any_label_survives_writing_and_reading(string label)
    {
        var coding = new Coding([new CaseArm(Reading.Where("1=1"), Label.Of(label))], Label.Of(label), null);

        Assert.That(Reading.Coding(FragmentWriter.WriteCase(coding)), Is.EqualTo(coding));
    }

    [Test]
    public void One_of_everything_reads()
    {
        const string Text = """
            (N'O''Brien’s “other” label')
            """;
        var read = CodingReader.Read(
            $"CASE WHEN [SPELLS].[Age_At_Start] = 1 OR [Length of stay [days]]] > 3 THEN {Text} END",
            Everything.Source
        );

        Assert.That(read.Coding.Arms[0].Then, Is.EqualTo(Everything.Coding.Arms[1].Then));
    }
}
