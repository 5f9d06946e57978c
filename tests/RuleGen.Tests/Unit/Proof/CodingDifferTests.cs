using RuleGen.Cli.Diffing;
using RuleGen.Engine;
using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Proof;
using RuleGen.Proof.Differences;
using RuleGen.TSql;
using RuleGen.TSql.Read;
using static RuleGen.Rules.Apcs;

namespace RuleGen.Tests.Unit.Proof;

[TestFixture]
public sealed class CodingDifferTests
{
    private const string One = "WHEN Admission_Method LIKE '1%' THEN 'one' ";
    private const string Two = "WHEN Administrative_Category = '02' THEN 'two' ";

    [Test]
    public void A_coding_does_not_differ_from_itself()
    {
        var difference = Compare(One + "WHERE 1=1", One + "WHERE 1=1 -- kept");

        Assert.That(difference.Grade, Is.EqualTo(Grade.None));
        Assert.That(difference.AreSame);
        Assert.That(difference.Regions, Is.Empty);
    }

    [TestCase("A LIKE '1%' AND B = '02'", "B = '02' AND A LIKE '1%'")]
    [TestCase("A = '1' OR NOT (B = '02' OR B = '03')", "NOT (B = '03' OR B = '02') OR A = '1'")]
    [TestCase("A IN ('1', '2')", "A IN ('2', '1')")]
    [TestCase("WHEN A = '1' THEN 'x' WHEN A = '2' THEN 'y'", "WHEN A = '2' THEN 'y' WHEN A = '1' THEN 'x'")]
    public void The_same_clauses_in_another_order_are_graded_so(string old, string @new)
    {
        var difference = Compare(Columns(old), Columns(@new));

        Assert.That(difference.Grade, Is.EqualTo(Grade.ReorderOnly));
        Assert.That(difference.AreSame, Is.False);
    }

    [TestCase("A LIKE '1%' AND A LIKE '1%'", "A LIKE '1%'")]
    [TestCase("A IN ('1', '2')", "A = '1' OR A = '2'")]
    [TestCase("NOT A = '1'", "A <> '1'")]
    [TestCase("A IN ('1', '1', '2')", "A IN ('1', '2', '2')")]
    public void The_same_in_other_words_is_no_difference_and_no_reordering(string old, string @new)
    {
        var difference = Compare(Columns(old), Columns(@new));

        Assert.That(difference.Grade, Is.EqualTo(Grade.None));
        Assert.That(difference.AreSame, Is.False);
    }

    [TestCase(One, One + Two, Grade.Widening)]
    [TestCase(One + Two, One, Grade.Narrowing)]
    [TestCase(One, "WHEN Admission_Method LIKE '1%' THEN 'eins' ", Grade.Relabelling)]
    [TestCase(One, Two, Grade.Mixed)]
    [TestCase(One, Two + One, Grade.Mixed)]
    [TestCase(One + Two, Two + One, Grade.Relabelling)]
    [TestCase("Admission_Method = '1'", "Admission_Method LIKE '1%'", Grade.Widening)]
    [TestCase("Admission_Method LIKE '1%'", "Admission_Method = '1'", Grade.Narrowing)]
    [TestCase("Admission_Method = '1'", "Admission_Method = '2'", Grade.Mixed)]
    [TestCase(One + "ELSE 'none'", One, Grade.Narrowing)]
    public void The_grade_says_what_becomes_of_every_row_that_differs(string old, string @new, Grade grade) =>
        Assert.That(Compare(old, @new).Grade, Is.EqualTo(grade));

    [TestCase("A = '1'", "A IN ('1', '2')", "A = '2'")]
    [TestCase("A IN ('1', '2', '3', '4')", "A IN ('3', '2')", "A IN ('1', '4')")]
    [TestCase("A <> '1'", "A <> '1' OR A IS NULL", "A IS NULL")]
    [TestCase("N >= 19", "N >= 16", "N BETWEEN 16 AND 18")]
    [TestCase("N BETWEEN 19 AND 120", "N BETWEEN 21 AND 99", "N BETWEEN 19 AND 20 OR N BETWEEN 100 AND 120")]
    [TestCase("N < 19", "N <= 19", "N = 19")]
    [TestCase("N > 5", "N IS NOT NULL", "N <= 5")]
    [TestCase("P LIKE '%V3[89]%'", "P LIKE '%V3[6789]%'", "P NOT LIKE '%V3[89]%'")]
    [TestCase("LEFT(P, 3) LIKE '%V3[89]%'", "LEFT(P, 3) LIKE '%V3[6-9]%'", "P LIKE 'V3[67]%'")]
    [TestCase("P LIKE '[^ab]%'", "P LIKE '[^a]%'", "P LIKE 'b%'")]
    [TestCase("P LIKE 'V%'", "P LIKE 'V%' AND P NOT LIKE '%W%'", "P LIKE '%W%'")]
    [TestCase("ISNULL(N, M) > 18", "ISNULL(N, M) > 16", "ISNULL(N, M) BETWEEN 17 AND 18")]
    [TestCase("ISNULL(N, M) > 18", "ISNULL(M, N) > 18", null)]
    public void What_changed_is_said_in_the_words_of_the_clauses(string old, string @new, string? condition)
    {
        var regions = Compare(Columns(old), Columns(@new)).Regions;

        var conditions = regions.Select(region =>
            string.Join(" AND ", region.Conditions.Select(each => ClauseText.Write(each.Predicate)))
        );
        Assert.That(conditions, condition is null ? Has.Exactly(2).Items : Is.EqualTo(new[] { Columns(condition) }));
    }

    [Test]
    public void Rows_that_change_for_two_reasons_are_in_both_regions()
    {
        var difference = Compare(
            "Admission_Method LIKE '1%' AND Administrative_Category = '02'",
            "Admission_Method LIKE '1[12]%' AND Administrative_Category = '02' AND Age_At_Start_of_Spell_SUS > 18"
        );

        Assert.That(difference.Regions, Has.Count.EqualTo(2));
        Assert.That(difference.Overlaps, Is.EqualTo(new[] { (0, 1) }));
    }

    [Test]
    public void A_newly_kept_region_has_a_row_for_each_outcome()
    {
        var region = Compare(One + Two + "WHERE Age_At_Start_of_Spell_SUS > 18", One + Two).Regions.Single();

        Assert.That(region.Kind, Is.EqualTo(ChangeKind.NewlyKept));
        Assert.That(region.Cases.Select(each => each.New.Outcome), Is.EqualTo(new[] { "one", "two", null }));
        Assert.That(region.Cases.Select(each => each.Old), Is.All.EqualTo(Result.NotKept));
    }

    [Test]
    public void What_earlier_arms_take_is_left_out_by_name()
    {
        var elective = "WHEN Admission_Method LIKE '1%' AND Age_At_Start_of_Spell_SUS > 18 THEN 'one' ";
        var region = Compare(elective, elective + Two).Regions.Single();

        Assert.That(region.Conditions, Is.Empty);
        Assert.That(ConditionText.Write(region.Within.Single()), Is.EqualTo("NEW gives 'two'"));
        Assert.That(ConditionText.Write(region.FullWithin.Single()), Is.EqualTo("arm 1 of OLD does not hold"));
    }

    /// <summary>No few boxes tell points on a diagonal from others.</summary>
    [Test]
    public void A_tangled_change_is_described_by_name()
    {
        var old = $"WHEN NOT ({Diagonal(20)}) THEN 'x'";
        var @new = $"WHEN {Diagonal(0)} THEN 'x'";

        var region = Compare(old, @new).Regions.Single(each => each.Kind == ChangeKind.Lost);

        Assert.That(region.IsCoarse);
        Assert.That(region.Conditions, Is.Empty);
        Assert.That(region.Within.Select(ConditionText.Write), Is.EqualTo(new[] { "OLD gives 'x'", "NEW gives NULL" }));
    }

    [Test]
    public void A_difference_in_too_many_labels_is_shown_by_a_row()
    {
        var arms = Enumerable.Range(0, CodingDiffer.MostChanges + 1).ToList();
        Coding Labelled(string prefix) =>
            new(
                arms.Select(arm => new CaseArm(AgeAtStartOfSpellSus.EqualTo(arm), Label.Of($"{prefix}{arm}")))
                    .ToValueList(),
                otherwise: null,
                exclusions: null
            );

        var difference = new CodingDiffer(new CodingEvaluator()).Compare(Labelled("a"), Labelled("b"));

        var unlisted = (UnlistedDifference)difference;
        Assert.That(unlisted.Reason, Is.EqualTo(UndecidedReason.TooManyRegions));
        Assert.That(unlisted.Shown.Left, Is.Not.EqualTo(unlisted.Shown.Right));
    }

    [TestCase("WHERE Admission_Method LIKE '1%'", "WHERE Admission_Method LIKE '1_'", true)]
    [TestCase("WHERE Admission_Method LIKE '1%'", "WHERE LEFT(Admission_Method, 1) LIKE '1'", false)]
    public void What_the_prover_decides_is_decided_where_regions_take_too_much_work(
        string old,
        string @new,
        bool areDifferent
    )
    {
        // Regions take many searches, the proof one or two.
        var (one, other) = (Read(old), Read(@new));
        var decided = 0;
        for (var steps = 0; steps < 200; steps++)
        {
            var limits = new StateLimits { ChoiceSteps = steps };
            var verdict = new EquivalenceProver(new CodingEvaluator()) { Limits = limits }.Decide(one, other);
            var difference = new CodingDiffer(new CodingEvaluator()) { Limits = limits }.Compare(one, other);
            if (verdict is Undecided)
            {
                continue;
            }

            decided++;
            Assert.That(verdict is Different, Is.EqualTo(areDifferent));
            Assert.That(
                difference,
                areDifferent
                    ? Is.InstanceOf<UnlistedDifference>()
                        .Or.InstanceOf<DecidedDifference>()
                        .With.Property("Regions")
                        .Count.GreaterThan(0)
                    : Is.InstanceOf<DecidedDifference>().With.Property("Regions").Empty
            );
        }

        Assert.That(decided, Is.Positive);
    }

    [Test]
    public void Rows_that_are_not_as_assumed_do_not_count()
    {
        var assumption = Assumption.Holds(Read("Admission_Method LIKE '[0-9]_'").Exclusions!, "two digits");
        var (old, @new) = (Read("Admission_Method LIKE '1%'"), Read("Admission_Method LIKE '[1a]%'"));
        var differ = new CodingDiffer(new CodingEvaluator());

        Assert.That(((DecidedDifference)differ.Compare(old, @new)).Grade, Is.EqualTo(Grade.Widening));
        var difference = (DecidedDifference)differ.Compare(old, @new, [assumption]);
        Assert.That(difference.Grade, Is.EqualTo(Grade.None));
        Assert.That(difference.IsAsAssumed(Method("11")));
        Assert.That(difference.IsAsAssumed(Method("a1")), Is.False);
    }

    [Test]
    public void An_assumption_is_not_repeated_in_the_conditions()
    {
        var assumption = Assumption.Holds(Read("Admission_Method LIKE '[12]_'").Exclusions!, "1 or 2");
        var difference = (DecidedDifference)
            new CodingDiffer(new CodingEvaluator()).Compare(
                Read("Admission_Method LIKE '[13]%'"),
                Read("Admission_Method LIKE '[23]%'"),
                [assumption]
            );

        var gained = difference.Regions.Single(region => region.Kind == ChangeKind.NewlyKept);
        Assert.That(gained.Conditions, Is.Empty);
        Assert.That(
            ClauseText.Write(gained.FullConditions!.Single().Predicate),
            Is.EqualTo("Admission_Method LIKE '[23]%'")
        );
    }

    [Test]
    public void Assumptions_that_no_row_meets_are_refused()
    {
        var assumption = Assumption.Holds(Sql.Constant(1, ComparisonOperator.Equal, 0), "1=0");

        var problem = Refused.Problem(() =>
            new CodingDiffer(new CodingEvaluator()).Compare(Read(One), Read(Two), [assumption])
        );

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ContradictoryAssumptions));
    }

    private static Row Method(string value) =>
        new([RuleGen.Rules.Apcs.Source.Find("Admission_Method")!], [SqlValue.Of(value)]);

    private static string Diagonal(int offset) =>
        string.Join(
            " OR ",
            Enumerable
                .Range(1, 12)
                .Select(i => $"(Age_At_Start_of_Spell_SUS = {i} AND Der_Age_at_CDS_Activity_Date = {i + offset})")
        );

    /// <summary>A text with short names for columns of the usual source.</summary>
    private static string Columns(string text) =>
        string.Concat(
            text.Split(' ')
                .Select(word =>
                    word.Replace("ISNULL(N,", "ISNULL(Age_At_Start_of_Spell_SUS,", StringComparison.Ordinal)
                        .Replace("ISNULL(M,", "ISNULL(Der_Age_at_CDS_Activity_Date,", StringComparison.Ordinal)
                        .Replace("LEFT(P,", "LEFT(Primary_Spell_Procedure,", StringComparison.Ordinal) switch
                    {
                        "A" => "Admission_Method",
                        "(A" => "(Admission_Method",
                        "B" => "Administrative_Category",
                        "(B" => "(Administrative_Category",
                        "N" => "Age_At_Start_of_Spell_SUS",
                        "N)" => "Age_At_Start_of_Spell_SUS)",
                        "M)" => "Der_Age_at_CDS_Activity_Date)",
                        "P" => "Primary_Spell_Procedure",
                        var other => other,
                    }
                )
                .SelectMany((word, place) => place == 0 ? word : " " + word)
        );

    private static Coding Read(string text) => CodingReader.Read(text, RuleGen.Rules.Apcs.Source).Coding;

    private static DecidedDifference Compare(string old, string @new) =>
        (DecidedDifference)new CodingDiffer(new CodingEvaluator()).Compare(Read(old), Read(@new));
}
