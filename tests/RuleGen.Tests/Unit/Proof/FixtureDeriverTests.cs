using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Proof.Fixtures;
using RuleGen.Proof.Mutating;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.TSql.Read;
using static RuleGen.Rules.Apcs;

namespace RuleGen.Tests.Unit.Proof;

public sealed class FixtureDeriverTests
{
    private static readonly CodingEvaluator Evaluator = new();

    private static readonly Lazy<FixtureSet> Published = new(() => Derive(BackPainFusion.Coding.Coding));

    [Test]
    public void Every_mistake_in_a_published_coding_is_caught_or_proven_to_change_nothing()
    {
        Assert.That(Published.Value.Mutants, Is.EqualTo(383));
        Assert.That(Published.Value.Killed, Has.Count.EqualTo(356));
        Assert.That(Published.Value.Equivalent, Has.Count.EqualTo(27));
        Assert.That(Published.Value.Undecided, Is.Empty);
        Assert.That(Published.Value.Fixtures, Has.Count.EqualTo(85));
    }

    [Test]
    public void A_clause_that_never_decides_is_equivalent_because_of_the_one_that_does()
    {
        var why = Published.Value.Equivalent.ToLookup(each => each.Mutant.ToString(), each => each.Why);

        Assert.That(
            why["arm 1, clause 10: the clause forgotten"],
            Is.EqualTo(["exclusions, clause 2 decides such rows already"])
        );
        Assert.That(
            why["arm 1, clause 1: '%V38[23456]%' without the % before it"],
            Is.EqualTo(["it has the same truth for every value"])
        );
        Assert.That(
            why["exclusions, clause 1: the clause forgotten"],
            Is.EqualTo(["the clause has the same truth for every row"])
        );
    }

    /// <summary>What people do to such texts; none of it is in the list of operators as it stands here.</summary>
    [TestCase("'%V38[23456]%'", "'%V38[2-5]%'")]
    [TestCase("'%V39[34567]%'", "'%V39[3456]%' AND 1=1")]
    [TestCase("'%V404%'", "'%V40[34]%'")]
    [TestCase("'%V404%'", "'%v4O4%'")]
    [TestCase("LEFT(Primary_Spell_Procedure,4) LIKE '%V404%'", "Primary_Spell_Procedure = 'V404X'")]
    [TestCase("'%M54[34589]%'", "'%M54[^34589]%'")]
    [TestCase("'%M54[34589]%'", "'%M45[34589]%'")]
    [TestCase("'%M41[01234589]%'", "'%M41%'")]
    [TestCase("'%M80[01234589]8%'", "'%M80[0-9]8%'")]
    [TestCase("'%M80[01234589]8%'", "'%M80[01234589]%'")]
    [TestCase("'%M533%'", "'M533'")]
    [TestCase("AND NOT (", "AND (")]
    [TestCase(
        "ISNULL(APCS.Age_At_Start_of_Spell_SUS,APCS.Der_Age_at_CDS_Activity_Date)",
        "ISNULL(APCS.Age_At_Start_of_Spell_SUS,0)"
    )]
    [TestCase("between 19 AND 120", "> 19")]
    [TestCase("between 19 AND 120", "between 18 AND 120")]
    [TestCase("not like ('2%')", "= '11'")]
    [TestCase("not like ('2%')", "not in ('21','22','23','24','25','28')")]
    [TestCase("OR Any_Spell_Diagnosis IS NULL", "")]
    [TestCase(
        "AND (Any_Spell_Diagnosis not like '%C[0-9][0-9]%'",
        "AND Any_Spell_Diagnosis IS NOT NULL AND (Any_Spell_Diagnosis not like '%C[0-9][0-9]%'"
    )]
    [TestCase("'%C[0-9][0-9]%'", "'C[0-9][0-9]%'")]
    [TestCase("'%D4[012345678]%'", "'%D4[0-9]%'")]
    [TestCase("<>'02'", " not in ('01','02')")]
    [TestCase("<>'02'", "='01'")]
    [TestCase(
        "apcs.Administrative_Category<>'02'",
        "(apcs.Administrative_Category<>'02' OR apcs.Administrative_Category IS NULL)"
    )]
    [TestCase("apcs.Administrative_Category<>'02'", "ISNULL(apcs.Administrative_Category,'')<>'02'")]
    [TestCase("'2Y_back_pain_fusion'", "'2Y'")]
    public void A_realistic_mistake_is_caught(string text, string mistake)
    {
        var published = Repository.Read("sql", "published", "2Y_back_pain_fusion.sql");
        Assert.That(published, Does.Contain(text));
        var coding = CodingReader.Read(published.Replace(text, mistake, StringComparison.Ordinal), Apcs.Source).Coding;

        Assert.That(
            Published.Value.Fixtures.Where(fixture => Evaluator.Evaluate(coding, fixture.Row) != fixture.Expected),
            Is.Not.Empty
        );
    }

    [Test]
    public void Null_is_in_every_column_that_matters()
    {
        foreach (var column in BackPainFusion.Coding.Coding.Columns)
        {
            Assert.That(Published.Value.Fixtures.Any(fixture => fixture.Row[column].IsNull), Is.True, column.Name);
        }
    }

    [Test]
    public void Rows_are_distinct_and_hold_only_printable_ascii()
    {
        var rows = Published.Value.Fixtures.Select(fixture => fixture.Row).ToList();

        Assert.That(rows.Select(row => row.ToString()), Is.Unique);
        Assert.That(
            rows.SelectMany(row => row.Columns.Select(column => row[column].Text ?? ""))
                .All(text => text.All(char.IsAscii)),
            Is.True
        );
    }

    [Test]
    public void Everything_that_a_coding_can_hold_has_fixtures()
    {
        foreach (var coding in Everything.Codings)
        {
            var set = Derive(coding);

            Assert.That(set.Fixtures, Is.Not.Empty);
            Assert.That(set.Undecided, Is.Empty);
        }
    }

    [Test]
    public void Each_arm_and_else_is_taken_by_a_row_even_where_no_mistake_needs_it()
    {
        var coding = new CodingBuilder()
            .When(AdmissionMethod.Like("1%"), "x")
            .When(AdmissionMethod.Like("2%"), "y")
            .Else("z")
            .Build();

        var outcomes = Derive(coding).Fixtures.Select(fixture => fixture.Expected.Outcome);

        Assert.That(outcomes.Distinct(), Is.EquivalentTo(["x", "y", "z"]));
    }

    [Test]
    public void A_mistake_that_cannot_be_decided_is_listed_and_not_dropped()
    {
        var codes = Enumerable
            .Range(0, 40)
            .Select(i => PrimarySpellDiagnosis.Like($"%{(char)('A' + (i % 26))}{i:00}%"));
        var coding = new CodingBuilder()
            .When(AdmissionMethod.Like("1%"), "x")
            .Where(And.Of(codes.ToValueList()))
            .Build();

        var set = new FixtureDeriver(Evaluator) { Limits = new() { SearchSteps = 1000 } }.Derive(coding, []);

        Assert.That(set.Undecided, Is.Not.Empty);
        Assert.That(
            set.Undecided.Select(each => each.Reason).Distinct(),
            Is.EqualTo([RuleGen.Proof.UndecidedReason.TooManyStates])
        );
        Assert.That(set.Mutants, Is.EqualTo(MutationOperators.Apply(coding).Count()));
    }

    [Test]
    public void Rows_have_keys_of_their_own_where_the_coding_reads_the_key()
    {
        var key = Apcs.Source.Key[0];
        var coding = new CodingBuilder()
            .Where(Apcs.Source.Number("APCS_Ident") > 100 & AdmissionMethod.NotLike("2%"))
            .Build();

        var set = new FixtureDeriver(Evaluator).Derive(coding, Apcs.Source.Key);

        Assert.That(set.Fixtures.Select(fixture => fixture.Row[key].Integer), Is.Unique);
        Assert.That(set.Killed, Is.Not.Empty);
    }

    private static FixtureSet Derive(Coding coding) => new FixtureDeriver(Evaluator).Derive(coding, []);
}
