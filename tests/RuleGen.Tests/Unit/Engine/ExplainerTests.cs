using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Engine;

public sealed class ExplainerTests
{
    private static readonly Coding BackPain = BackPainFusion.Coding.Coding;

    private static readonly (string, object?)[] Counted =
    [
        ("Primary_Spell_Procedure", "V382"),
        ("Primary_Spell_Diagnosis", "M545"),
        ("Any_Spell_Diagnosis", "M545,I10X"),
        ("Age_At_Start_of_Spell_SUS", 50),
        ("Admission_Method", "11"),
        ("Administrative_Category", "01"),
    ];

    [Test]
    public void An_unknown_exclusion_is_named_with_its_null() =>
        Assert.That(
            Text(("Administrative_Category", null)),
            Is.EqualTo("excluded: Administrative_Category<>'02' is UNKNOWN (Administrative_Category is NULL)")
        );

    [Test]
    public void A_false_exclusion_is_named_with_its_value() =>
        Assert.That(
            Text(("Administrative_Category", "02")),
            Is.EqualTo("excluded: Administrative_Category<>'02' is FALSE (Administrative_Category is '02')")
        );

    [Test]
    public void All_ways_out_of_an_or_are_named() =>
        Assert.That(
            Text(("Any_Spell_Diagnosis", "M545,D059")),
            Is.EqualTo(
                "excluded: Any_Spell_Diagnosis NOT LIKE '%D0%' is FALSE, Any_Spell_Diagnosis IS NULL is FALSE "
                    + "(Any_Spell_Diagnosis is 'M545,D059')"
            )
        );

    [Test]
    public void A_taken_arm_is_named_with_its_label() =>
        Assert.That(Text(), Is.EqualTo("arm 1 gives '2Y_back_pain_fusion'"));

    [Test]
    public void The_pattern_that_keeps_an_arm_away_is_named() =>
        Assert.That(
            Text(("Any_Spell_Diagnosis", "M545,M45X")),
            Is.EqualTo(
                "no arm: arm 1 fails, Any_Spell_Diagnosis LIKE '%M45%' is TRUE (Any_Spell_Diagnosis is 'M545,M45X')"
            )
        );

    [Test]
    public void The_first_part_that_fails_is_named() =>
        Assert.That(
            Text(("Admission_Method", null), ("Age_At_Start_of_Spell_SUS", null)),
            Is.EqualTo(
                "no arm: arm 1 fails, BETWEEN is UNKNOWN "
                    + "(Age_At_Start_of_Spell_SUS is NULL, Der_Age_at_CDS_Activity_Date is NULL)"
            )
        );

    [Test]
    public void An_explanation_carries_what_its_text_says()
    {
        var explanation = Explainer.Explain(
            BackPain,
            Rows.Of(Apcs.Source, [.. Changed(("Primary_Spell_Procedure", null))])
        );

        Assert.That(explanation.Kind, Is.EqualTo(ExplanationKind.NoArmTaken));
        Assert.That(explanation.Result, Is.EqualTo(new Result(true, null)));
        Assert.That(explanation.ArmNumber, Is.EqualTo(1));
        Assert.That(
            explanation.Failed,
            Is.EqualTo(new ExplainedPredicate(BackPain.Arms[0].When.Children[0], Truth.Unknown))
        );
        Assert.That(explanation.Causes, Has.Count.EqualTo(3));
        Assert.That(explanation.Causes.Select(cause => cause.Truth), Is.All.EqualTo(Truth.Unknown));
        Assert.That(
            explanation.Values,
            Is.EqualTo([new ExplainedValue(Apcs.Source.Find("Primary_Spell_Procedure")!, SqlValue.Null)])
        );
    }

    [Test]
    public void A_row_that_is_not_evaluated_is_explained() =>
        Assert.That(
            Text(("Any_Spell_Diagnosis", "ß")),
            Is.EqualTo("not evaluated: Any_Spell_Diagnosis holds U+00DF 'ß', which Latin1_General_CI_AS does not model")
        );

    [Test]
    public void The_nearest_arm_is_the_one_with_the_fewest_parts_that_fail()
    {
        var coding = new CodingBuilder()
            .When(Apcs.AdmissionMethod.EqualTo("81") & Apcs.AdministrativeCategory.EqualTo("03"), "far")
            .When(Apcs.AdmissionMethod.EqualTo("11") & Apcs.AdministrativeCategory.EqualTo("03"), "near")
            .Else("other")
            .Build();

        Assert.That(
            Text(coding),
            Is.EqualTo(
                "ELSE gives 'other': arm 2 fails, Administrative_Category='03' is FALSE (Administrative_Category is '01')"
            )
        );
    }

    [Test]
    public void The_first_arm_that_is_true_is_named_though_a_later_one_is_too()
    {
        var coding = new CodingBuilder()
            .When(Apcs.AdmissionMethod.EqualTo("81"), "no")
            .When(Apcs.AdmissionMethod.EqualTo("11"), Label.Null)
            .When(Apcs.AdmissionMethod.Like("1%"), "later")
            .Build();

        Assert.That(Text(coding), Is.EqualTo("arm 2 gives NULL"));
    }

    [Test]
    public void Under_not_an_and_is_explained_by_all_of_its_parts()
    {
        var coding = new CodingBuilder()
            .When(!(Apcs.AdmissionMethod.Like("1%") & Apcs.AdministrativeCategory.Like("0%")), "x")
            .Build();

        Assert.That(
            Text(coding),
            Is.EqualTo(
                "no arm: arm 1 fails, Admission_Method LIKE '1%' is TRUE, Administrative_Category LIKE '0%' is TRUE "
                    + "(Admission_Method is '11', Administrative_Category is '01')"
            )
        );
    }

    [Test]
    public void A_coding_without_arms_keeps_the_row() =>
        Assert.That(
            Text(new CodingBuilder().Where(Apcs.AdmissionMethod.Like("1%")).Build()),
            Is.EqualTo("kept: the coding has no arms")
        );

    [Test]
    public void A_constant_reads_no_column() =>
        Assert.That(
            Text(new CodingBuilder().Where(Sql.Constant(1, ComparisonOperator.Equal, 0)).Build()),
            Is.EqualTo("excluded: 1=0 is FALSE")
        );

    [Test]
    public void The_text_is_one_line_whatever_the_value_holds()
    {
        var source = Apcs.Source.WithCollation(Collation.Latin1GeneralBin2);
        var coding = new CodingBuilder().Where(source.Text("Any_Spell_Diagnosis").EqualTo("A")).Build();

        Assert.That(
            Explainer.Explain(coding, Rows.Of(source, ("Any_Spell_Diagnosis", "a\r\nb"))).ToText(Write),
            Is.EqualTo("excluded: Any_Spell_Diagnosis='A' is FALSE (Any_Spell_Diagnosis is 'a<U+000D><U+000A>b')")
        );
    }

    [Test]
    public void A_predicate_is_written_without_its_comments_and_parentheses()
    {
        var clause = Apcs.AdmissionMethod.Like("2%").Grouped().Comment("emergency").Note("a note");
        var explanation = Explainer.Explain(
            new CodingBuilder().Where(clause).Build(),
            Rows.Of(Apcs.Source, ("Admission_Method", "11"))
        );
        var written = new List<Predicate>();
        explanation.ToText(predicate =>
        {
            written.Add(predicate);
            return "";
        });

        Assert.That(written.Single().Documentation, Is.EqualTo(Documentation.None));
        Assert.That(written.Single().Parentheses, Is.Zero);
    }

    private static string Text(params (string Column, object? Value)[] changes) => Text(BackPain, changes);

    private static string Text(Coding coding, params (string Column, object? Value)[] changes) =>
        Explainer.Explain(coding, Rows.Of(Apcs.Source, [.. Changed(changes)])).ToText(Write);

    private static IEnumerable<(string, object?)> Changed(params (string Column, object? Value)[] changes) =>
        changes.Concat(Counted);

    /// <summary>The predicates of these tests; the real writer belongs to another project.</summary>
    private static string Write(Predicate predicate) =>
        predicate switch
        {
            Like like => $"{Name(like.Operand)}{(like.IsNegated ? " NOT" : "")} LIKE '{like.PatternText.Value}'",
            Comparison comparison =>
                $"{Name(comparison.Left)}{comparison.Operator.ToSql()}'{((StringLiteral)comparison.Right).Value}'",
            NullTest test => $"{Name(test.Operand)} IS NULL",
            ConstantComparison constant => $"{constant.Left.Value}{constant.Operator.ToSql()}{constant.Right.Value}",
            _ => predicate.GetType().Name.ToUpperInvariant(),
        };

    private static string Name(Scalar scalar) => scalar.Columns.First().Name;
}
