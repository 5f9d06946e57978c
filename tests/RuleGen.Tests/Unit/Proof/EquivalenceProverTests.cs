using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Proof;
using RuleGen.Rules;
using RuleGen.Tests.Property.Proof;
using static RuleGen.Rules.Apcs;

namespace RuleGen.Tests.Unit.Proof;

[TestFixture]
public sealed class EquivalenceProverTests
{
    private static readonly EquivalenceProver Prover = new(new CodingEvaluator());

    [Test]
    public void A_coding_is_equivalent_to_itself_rebuilt() =>
        Equivalent(BackPainFusion.Coding.Coding, CodingBinder.Bind(BackPainFusion.Coding.Coding, Apcs.Source));

    [Test]
    public void Documentation_and_parentheses_do_not_count()
    {
        var plain = Kept(AdmissionMethod.NotLike("2%") & AdministrativeCategory.NotEqualTo("02"));
        var documented = Kept(
            (
                AdmissionMethod.NotLike("2%").Comment("elective").Grouped() & AdministrativeCategory.NotEqualTo("02")
            ).Grouped()
        );
        Equivalent(plain, documented);
    }

    [Test]
    public void A_function_over_a_column_has_an_equivalent_that_can_seek()
    {
        Equivalent(
            Kept(PrimarySpellProcedure.Left(4).Like("%V38[23456]%")),
            Kept(PrimarySpellProcedure.Like("V38[23456]%"))
        );
        Different(
            Kept(PrimarySpellProcedure.Left(5).Like("%V38[23456]%")),
            Kept(PrimarySpellProcedure.Like("V38[23456]%"))
        );
    }

    [Test]
    public void A_clause_that_never_decides_can_go()
    {
        var cancer = AnySpellDiagnosis.NotLike("%C[0-9][0-9]%");
        Equivalent(
            new CodingBuilder().When(!AnySpellDiagnosis.Like("%C41[24]%"), "x").Where(cancer).Build(),
            new CodingBuilder().When(AnySpellDiagnosis.IsNotNull(), "x").Where(cancer).Build()
        );
    }

    [Test]
    public void Null_decides_where_it_is_the_only_difference()
    {
        var different = Different(
            Kept(AdministrativeCategory.NotEqualTo("02")),
            Kept(AdministrativeCategory.NotEqualTo("02") | AdministrativeCategory.IsNull())
        );
        Assert.That(different.Row.ToString(), Is.EqualTo("Administrative_Category = NULL"));
        Assert.That(different.Left, Is.EqualTo(Result.NotKept));
        Assert.That(different.Right.IsKept, Is.True);
    }

    [Test]
    public void Ages_of_two_columns_are_told_apart_by_their_order()
    {
        var different = Different(
            Kept(Sql.IsNull(AgeAtStartOfSpellSus, DerAgeAtCdsActivityDate).Between(19, 120)),
            Kept(Sql.IsNull(DerAgeAtCdsActivityDate, AgeAtStartOfSpellSus).Between(19, 120))
        );
        Assert.That(
            different.Row.ToString(),
            Is.EqualTo("Age_At_Start_of_Spell_SUS = 19, Der_Age_at_CDS_Activity_Date = 18")
        );
        Equivalent(
            Kept(Sql.IsNull(AgeAtStartOfSpellSus, DerAgeAtCdsActivityDate).Between(19, 120)),
            Kept(
                AgeAtStartOfSpellSus.Between(19, 120)
                    | (AgeAtStartOfSpellSus.IsNull() & DerAgeAtCdsActivityDate.Between(19, 120))
            )
        );
    }

    [Test]
    public void Arms_that_cannot_both_hold_can_change_places()
    {
        var (one, two) = (AdmissionMethod.EqualTo("11"), AdmissionMethod.EqualTo("12"));
        Equivalent(
            new CodingBuilder().When(one, "x").When(two, "y").Build(),
            new CodingBuilder().When(two, "y").When(one, "x").Build()
        );
        var wider = AdmissionMethod.Like("1%");
        Different(
            new CodingBuilder().When(one, "x").When(wider, "y").Build(),
            new CodingBuilder().When(wider, "y").When(one, "x").Build()
        );
    }

    [Test]
    public void An_arm_that_the_union_of_earlier_ones_covers_can_go()
    {
        var digits = new CodingBuilder()
            .When(PrimarySpellDiagnosis.Like("M5[0-4]%"), "x")
            .When(PrimarySpellDiagnosis.Like("M5[5-9]%"), "x");
        var fewer = new CodingBuilder()
            .When(PrimarySpellDiagnosis.Like("M5[0-4]%"), "x")
            .When(PrimarySpellDiagnosis.Like("M5[5-9]%"), "x");
        Equivalent(digits.When(PrimarySpellDiagnosis.Like("M5[1-8]%"), "y").Build(), fewer.Build());
    }

    [Test]
    public void Equivalent_means_for_ascii_and_for_everything_else_that_is_modelled()
    {
        var range = Kept(PrimarySpellDiagnosis.Like("M[0-9]"));
        var list = Kept(PrimarySpellDiagnosis.Like("M[0123456789]"));
        Assert.That(Different(range, list).Row.ToString(), Is.EqualTo("Primary_Spell_Diagnosis = 'M¼'"));
        Equivalent(range, list, Assumption.PrintableAscii);
    }

    [Test]
    public void An_assumption_on_a_column_holds_for_every_row_and_null_passes_it()
    {
        var assumption = Assumption.Holds(
            PrimarySpellProcedure.Like("[A-Z][0-9][0-9][0-9]"),
            "LIKE '[A-Z][0-9][0-9][0-9]'"
        );
        var (anywhere, start) = (Kept(PrimarySpellProcedure.Like("%V38%")), Kept(PrimarySpellProcedure.Like("V38%")));
        Different(anywhere, start);
        Equivalent(anywhere, start, assumption);
        Assert.That(
            Different(anywhere, Kept(PrimarySpellProcedure.Like("V38%") | PrimarySpellProcedure.IsNull()), assumption)
                .Row.ToString(),
            Is.EqualTo("Primary_Spell_Procedure = NULL")
        );
    }

    [Test]
    public void Assumptions_that_no_row_satisfies_are_refused()
    {
        var problem = Refused.Problem(() =>
            Prover.Decide(
                Kept(AdmissionMethod.Like("2%")),
                Kept(AdmissionMethod.Like("1%")),
                [
                    Assumption.Holds(AdmissionMethod.Like("1%") & AdmissionMethod.IsNotNull(), "LIKE '1%'"),
                    Assumption.Holds(AdmissionMethod.Like("2%"), "LIKE '2%'"),
                ]
            )
        );
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ContradictoryAssumptions));
    }

    [Test]
    public void Codings_over_different_sources_are_refused()
    {
        var other = CodingBinder.Bind(
            Kept(AdmissionMethod.Like("2%")),
            Apcs.Source.WithCollation(Collation.Latin1GeneralBin2)
        );
        Assert.That(() => Prover.Decide(Kept(AdmissionMethod.Like("2%")), other), Throws.ArgumentException);
    }

    [Test]
    public void A_verdict_says_what_it_depends_on()
    {
        var verdict = Prover.Decide(
            Kept(AdmissionMethod.Like("2%") & AgeAtStartOfSpellSus.IsNull()),
            Kept(AdmissionMethod.Like("2%") & AgeAtStartOfSpellSus.IsNull()),
            [Assumption.PrintableAscii]
        );
        Assert.That(
            verdict.Basis.Lines,
            Is.EqualTo(
                new[]
                {
                    "Collation Latin1_General_CI_AS (rules 0.10 and 1.31 to 1.35)",
                    "Column Admission_Method varchar(2) NULL",
                    "Column Age_At_Start_of_Spell_SUS int NULL",
                    "Values of Admission_Method hold only the characters U+0020 to U+0026, U+0028 to U+002C, "
                        + "U+002E to U+007E; rows with others are not evaluated",
                    "Assumed: Every value holds only printable ASCII characters (U+0020 to U+007E)",
                }
            )
        );
    }

    [TestCase("ISNULL(LEFT(Admission_Method, 0), 'abc') = 'a'", true)]
    [TestCase("ISNULL(UPPER(RIGHT(Admission_Method, 1)), 'abc') = 'a'", true)]
    [TestCase("LEFT(ISNULL(SUBSTRING(Admission_Method, 1, 1), 'abc'), 2) = 'a'", true)]
    [TestCase("ISNULL(LEFT(Admission_Method, 1), 'a') = 'a'", false)]
    [TestCase("ISNULL(Admission_Method, 'abc') = 'ab'", false)]
    [TestCase("LEFT(ISNULL(Admission_Method, 'abc'), 1) = 'a'", false)]
    public void A_cut_to_a_length_without_a_source_is_among_what_a_verdict_rests_on(string condition, bool isCut)
    {
        var left = Reading.Reading.Coding($"WHERE {condition}");

        var lines = Prover.Decide(left, Kept(AdmissionMethod.Like("2%"))).Basis.Lines;

        Assert.That(lines.Any(line => line.StartsWith("ISNULL cuts", StringComparison.Ordinal)), Is.EqualTo(isCut));
    }

    [Test]
    public void What_would_take_too_long_a_search_is_undecided_and_names_the_column()
    {
        var codes = Enumerable
            .Range(0, 40)
            .Select(i => PrimarySpellDiagnosis.Like($"%{(char)('A' + (i % 26))}{i:00}%"));
        var prover = new EquivalenceProver(new CodingEvaluator()) { Limits = new() { SearchSteps = 1000 } };
        var all = And.Of(codes.ToValueList());
        var verdict = prover.Decide(Kept(all & AdmissionMethod.Like("1%")), Kept(all & AdmissionMethod.Like("2%")));
        Assert.That(verdict, Is.TypeOf<Undecided>());
        var undecided = (Undecided)verdict;
        Assert.That(undecided.Reason, Is.EqualTo(UndecidedReason.TooManyStates));
        Assert.That(undecided.Column?.Name, Is.EqualTo("Primary_Spell_Diagnosis"));
        Assert.That(undecided.ClauseCount, Is.EqualTo(40));
    }

    [TestCase(5, true)]
    [TestCase(12, false)]
    [MaxTime(60_000)]
    public void Columns_of_which_no_two_may_have_the_same_of_too_few_values_are_decided_or_given_up(
        int columns,
        bool isDecided
    )
    {
        var read = Enumerable
            .Range(0, columns)
            .Select(i => new Column(
                $"c{i}",
                RuleGen.Rules.Apcs.Source.Find("Primary_Spell_Diagnosis")!.Type,
                isNullable: true
            ))
            .ToList();
        var values = Enumerable
            .Range(0, columns - 1)
            .Select(value => (Scalar)StringLiteral.Of($"{(char)('A' + value)}"))
            .ToValueList();
        var clauses = read.Select(column => (Predicate)In.Of(ColumnReference.Of(column), values))
            .Concat(
                from one in read
                from other in read
                where string.CompareOrdinal(one.Name, other.Name) < 0
                from value in values
                select (Differs(one, value) | Differs(other, value)).Grouped()
            )
            .ToValueList();
        var all = And.Of(clauses);

        var verdict = Prover.Decide(
            Kept(all),
            Kept(all & Comparison.Of(ColumnReference.Of(read[0]), ComparisonOperator.Equal, StringLiteral.Of("Z")))
        );

        if (isDecided)
        {
            Assert.That(verdict, Is.TypeOf<Equivalent>());
            return;
        }

        var undecided = (Undecided)verdict;
        Assert.That(undecided.Reason, Is.EqualTo(UndecidedReason.TooManySteps));
        Assert.That(undecided.Column, Is.Null);
        Assert.That(undecided.ClauseCount, Is.EqualTo((12 * 11) + 12 + 1));

        static Predicate Differs(Column column, Scalar value) =>
            Comparison.Of(ColumnReference.Of(column), ComparisonOperator.NotEqual, value);
    }

    [Test]
    public void Equal_codings_are_equivalent_however_large_their_conditions()
    {
        var codes = Enumerable
            .Range(0, 40)
            .Select(i => PrimarySpellDiagnosis.Like($"%{(char)('A' + (i % 26))}{i:00}%"));
        Equivalent(Kept(And.Of(codes.ToValueList())), Kept(And.Of(codes.ToValueList())));
    }

    [Test]
    public void What_one_column_leaves_undecided_another_may_decide()
    {
        var codes = Enumerable
            .Range(0, 40)
            .Select(i => PrimarySpellDiagnosis.Like($"%{(char)('A' + (i % 26))}{i:00}%"));
        var hard = And.Of(codes.ToValueList()).Grouped();
        Different(Kept(hard | AdmissionMethod.Like("1%")), Kept(hard | AdmissionMethod.Like("2%")));
    }

    [Test]
    public void Long_windows_are_decided()
    {
        Equivalent(
            Kept(AnySpellDiagnosis.Left(3000).Like("%M54%")),
            Kept(AnySpellDiagnosis.Substring(1, 3000).Like("%M54%"))
        );
        Equivalent(Kept(AnySpellDiagnosis.Right(4000).Like("%M54%")), Kept(AnySpellDiagnosis.Like("%M54%")));
    }

    [Test]
    public void A_row_on_which_the_engine_sees_no_difference_is_no_witness()
    {
        var (left, right) = (Kept(AdmissionMethod.Like("2%")), Kept(AdmissionMethod.Like("1%")));
        var row = new Row(left.Columns, [SqlValue.Of("31")]);
        var basis = Prover.Decide(left, right).Basis;
        Assert.That(
            () => RuleGen.Proof.Different.Confirm(new CodingEvaluator(), left, right, row, basis),
            Throws.InvalidOperationException
        );
    }

    private static Coding Kept(Predicate exclusions) => new CodingBuilder().Where(exclusions).Build();

    private static void Equivalent(Coding left, Coding right, params Assumption[] assumptions)
    {
        var verdict = Prover.Decide(left, right, assumptions.ToValueList());
        Assert.That(verdict, Is.TypeOf<Equivalent>(), (verdict as Different)?.Row.ToString());
    }

    private static Different Different(Coding left, Coding right, params Assumption[] assumptions)
    {
        var verdict = Prover.Decide(left, right, assumptions.ToValueList());
        Assert.That(verdict, Is.TypeOf<Different>());
        EveryEngine.Confirm(left, right, (Different)verdict);
        return (Different)verdict;
    }
}
