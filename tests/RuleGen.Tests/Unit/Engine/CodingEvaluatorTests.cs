using System.Diagnostics;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Engine;

public sealed class CodingEvaluatorTests
{
    private static readonly Source Source = Apcs.Source;
    private static readonly Coding BackPain = BackPainFusion.Coding.Coding;
    private static readonly Result Counted = new(IsKept: true, "2Y_back_pain_fusion");
    private static readonly Result KeptOnly = new(IsKept: true, Outcome: null);

    private readonly CodingEvaluator _evaluator = new();

    [Test]
    public void A_fusion_for_back_pain_is_counted() => Assert.That(Evaluate(), Is.EqualTo(Counted));

    [TestCase("V382", true)]
    [TestCase("V386", true)]
    [TestCase("v386", true)]
    [TestCase("V387", false)]
    [TestCase("V393", true)]
    [TestCase("V404", true)]
    [TestCase("V404,W371", true)]
    [TestCase("W371,V404", false)]
    [TestCase(null, false)]
    public void The_procedure_decides(string? procedure, bool isCounted) =>
        Assert.That(Evaluate(procedure: procedure), Is.EqualTo(isCounted ? Counted : KeptOnly));

    [TestCase("M545,M402", false)]
    [TestCase("M545,M403", true)]
    [TestCase("M545,M80.08", true)]
    [TestCase("M545,M8008", false)]
    [TestCase("M545,M8068", true)]
    [TestCase(null, false)]
    public void Another_diagnosis_can_keep_the_arm_away(string? diagnoses, bool isCounted) =>
        Assert.That(Evaluate(diagnoses: diagnoses), Is.EqualTo(isCounted ? Counted : KeptOnly));

    [TestCase("M545,C509", false)]
    [TestCase("M545,C½9", false)]
    [TestCase("M545,D059", false)]
    [TestCase("M545,D369", true)]
    [TestCase("M545,D489", false)]
    [TestCase("M545,D499", true)]
    public void Cancer_excludes_the_row(string diagnoses, bool isKept) =>
        Assert.That(Evaluate(diagnoses: diagnoses).IsKept, Is.EqualTo(isKept));

    [TestCase(18L, 40L, false)]
    [TestCase(19L, null, true)]
    [TestCase(null, 120L, true)]
    [TestCase(121L, 40L, false)]
    [TestCase(null, null, false)]
    public void The_first_age_that_is_known_decides(long? atStart, long? atActivity, bool isCounted) =>
        Assert.That(Evaluate(atStart: atStart, atActivity: atActivity), Is.EqualTo(isCounted ? Counted : KeptOnly));

    [TestCase("2A", false)]
    [TestCase("82", true)]
    [TestCase(null, false)]
    public void An_emergency_is_not_counted(string? admission, bool isCounted) =>
        Assert.That(Evaluate(admission: admission), Is.EqualTo(isCounted ? Counted : KeptOnly));

    [TestCase("02", false)]
    [TestCase("2", true)]
    [TestCase(null, false)]
    public void A_private_patient_is_excluded(string? category, bool isKept) =>
        Assert.That(Evaluate(category: category).IsKept, Is.EqualTo(isKept));

    [TestCase("M545,ß", "Any_Spell_Diagnosis holds U+00DF 'ß', which Latin1_General_CI_AS does not model")]
    [TestCase("M545\tC509", "Any_Spell_Diagnosis holds U+0009, which Latin1_General_CI_AS does not model")]
    [TestCase("漢", "Any_Spell_Diagnosis holds U+6F22 '漢', which Latin1_General_CI_AS does not model")]
    public void A_character_that_is_not_modelled_is_refused(string diagnoses, string message) =>
        Assert.That(() => Evaluate(diagnoses: diagnoses), Throws.ArgumentException.With.Message.Contains(message));

    [Test]
    public void A_predicate_has_no_truth_for_such_a_character()
    {
        var row = Rows.Of(Source, ("Any_Spell_Diagnosis", "ß"));

        Assert.That(_evaluator.Evaluate(Apcs.AnySpellDiagnosis.Like("%ss%"), row), Is.Null);
    }

    [Test]
    public void A_test_for_null_takes_any_character()
    {
        var row = Rows.Of(Source, ("Any_Spell_Diagnosis", "ß"));

        Assert.That(_evaluator.Evaluate(Apcs.AnySpellDiagnosis.IsNull(), row), Is.EqualTo(Truth.False));
    }

    [Test]
    public void A_column_that_the_predicate_does_not_read_takes_any_character()
    {
        var row = Rows.Of(Source, ("Any_Spell_Diagnosis", "ß"), ("Admission_Method", "11"));

        Assert.That(_evaluator.Evaluate(Apcs.AdmissionMethod.Like("1%"), row), Is.EqualTo(Truth.True));
    }

    [Test]
    public void A_char_column_is_padded_though_the_row_is_not()
    {
        var source = new Source(
            new TableName("dbo", "T"),
            "T",
            ["Id"],
            [],
            [
                new Column("Id", IntegerType.Int, isNullable: false),
                new Column("C", CharacterType.NChar(4, Collation.Latin1GeneralCiAs), isNullable: true),
            ]
        );

        Assert.That(
            _evaluator.Evaluate(source.Text("C").Like("ab  "), Rows.Of(source, ("C", "ab"))),
            Is.EqualTo(Truth.True)
        );
    }

    [Test]
    public void A_row_without_the_column_is_refused()
    {
        var row = new Row([], []);

        Assert.That(
            () => _evaluator.Evaluate(Apcs.AdmissionMethod.IsNull(), row),
            Throws.ArgumentException.With.Message.Contains("Admission_Method")
        );
    }

    [Test]
    public void A_pattern_of_many_runs_takes_no_exponential_time()
    {
        var pattern = string.Concat(Enumerable.Repeat("%a", 40)) + "b";
        var row = Rows.Of(Source, ("Any_Spell_Diagnosis", new string('a', 4000)));
        var clock = Stopwatch.StartNew();

        Assert.That(_evaluator.Evaluate(Apcs.AnySpellDiagnosis.Like(pattern), row), Is.EqualTo(Truth.False));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    private Result Evaluate(
        string? procedure = "V382",
        string? diagnosis = "M545",
        string? diagnoses = "M545,I10X",
        long? atStart = 50,
        long? atActivity = 50,
        string? admission = "11",
        string? category = "01"
    ) =>
        _evaluator.Evaluate(
            BackPain,
            Rows.Of(
                Source,
                ("Primary_Spell_Procedure", procedure),
                ("Primary_Spell_Diagnosis", diagnosis),
                ("Any_Spell_Diagnosis", diagnoses),
                ("Age_At_Start_of_Spell_SUS", atStart),
                ("Der_Age_at_CDS_Activity_Date", atActivity),
                ("Admission_Method", admission),
                ("Administrative_Category", category)
            )
        );
}
