using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Findings;
using RuleGen.Proof.Forms;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.TSql.Read;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Tests.Unit.Forms;

/// <summary>Codings written so that indexes can answer them: what is changed, what is not, and that no result is.</summary>
public sealed class SargableFormTests
{
    /// <summary>Findings that the form mends: all with a remedy by which every row keeps its result.</summary>
    private static readonly FindingCode[] Mended =
    [
        FindingCodes.PreventsSeek,
        FindingCodes.JoinedPattern,
        FindingCodes.RedundantClause,
        FindingCodes.RedundantMember,
        FindingCodes.UnreachableArm,
        FindingCodes.UnreachableElse,
        FindingCodes.MixedConnectives,
    ];

    [TestCase("LEFT(Primary_Spell_Procedure, 4) LIKE '%V404%'", "Primary_Spell_Procedure LIKE 'V404%'")]
    [TestCase("LEFT(Primary_Spell_Procedure, 3) = 'V40'", "Primary_Spell_Procedure LIKE 'V40%'")]
    [TestCase("ISNULL(Administrative_Category, '99') = '02'", "Administrative_Category = '02'")]
    public void A_condition_that_an_index_can_answer_takes_the_place_of_one_that_it_cannot(string before, string after)
    {
        var form = Write($"WHEN Admission_Method = '11' THEN 'x' WHERE {before}");

        Assert.That(form.Rewrites, Is.EqualTo(new[] { new Rewrite(before, after) }));
        Assert.That(form.Coding, Is.EqualTo(Read($"WHEN Admission_Method = '11' THEN 'x' WHERE {after}")));
        Assert.That(
            form.Coding.Exclusions!.Documentation.Notes,
            Is.EqualTo(new[] { $"In the place of {before}, as proven." })
        );
    }

    [TestCase("WHEN Primary_Spell_Procedure LIKE '%V40%' THEN 'x'")]
    [TestCase("WHEN LEFT(Primary_Spell_Procedure, 4) LIKE '%V4%' THEN 'x'")]
    [TestCase("WHEN Admission_Method LIKE '2%' THEN 'x'")]
    public void What_nothing_else_says_stays_as_it_is(string text)
    {
        var form = Write(text);

        Assert.That(form.Rewrites, Is.Empty);
        Assert.That(form.Coding, Is.EqualTo(Read(text)));
    }

    [Test]
    public void What_never_decides_is_left_out()
    {
        var form = Write(
            "WHEN Admission_Method LIKE '2%' OR Admission_Method LIKE '21%' THEN 'x' WHEN Admission_Method = '22' THEN 'y'"
        );

        Assert.That(form.Coding, Is.EqualTo(Read("WHEN Admission_Method LIKE '2%' THEN 'x'")));
        Assert.That(form.Rewrites.Select(rewrite => rewrite.After), Is.All.Null);
    }

    [Test]
    public void Of_two_conditions_that_each_make_the_other_needless_one_stays()
    {
        var form = Write("WHEN Admission_Method LIKE '21%' OR LEFT(Admission_Method, 2) = '21' THEN 'x'");

        Assert.That(form.Coding, Is.EqualTo(Read("WHEN Admission_Method LIKE '21%' THEN 'x'")));
    }

    [Test]
    public void Joined_items_are_asked_for_one_by_one_where_their_shapes_are_known()
    {
        var source = SourceFile.Parse(Repository.Read("sql", "schema", "apcs-child-tables.json"));
        var coding = CodingBinder.Bind(BackPainFusion.Coding.Coding, source);

        var form = new SargableWriter(new CodingEvaluator(), new LintedText(source)).Write(
            coding,
            Assumption.OfItems(coding)
        );

        Assert.That(form.Coding.NamedColumns.Select(column => column.Derivation), Has.None.InstanceOf<JoinedItems>());
        Assert.That(form.Rewrites, Has.Count.EqualTo(19));
        Assert.That(form.Basis.Assumptions, Has.Count.EqualTo(2));
        Assert.That(
            new EquivalenceProver(new CodingEvaluator()).Decide(coding, form.Coding, Assumption.OfItems(coding)),
            Is.InstanceOf<Equivalent>()
        );
    }

    [Test]
    public void Joined_items_stay_joined_where_a_separator_may_be_within_one()
    {
        var text = "WHEN All_Codes LIKE '%M45%' THEN 'x'";
        var form = new SargableWriter(new CodingEvaluator(), new LintedText(SpellLists.Source)).Write(
            CodingReader.Read(text, SpellLists.Source).Coding,
            []
        );

        Assert.That(form.Rewrites, Is.Empty);
    }

    [Test]
    public void The_linter_finds_nothing_more_to_mend_in_what_was_written(
        [Values("apcs", "apcs-child-tables")] string schema
    )
    {
        var source = SourceFile.Parse(Repository.Read("sql", "schema", $"{schema}.json"));
        var coding = CodingBinder.Bind(BackPainFusion.Coding.Coding, source);
        var (evaluator, text, assumptions) = (
            new CodingEvaluator(),
            new LintedText(source),
            Assumption.OfItems(coding)
        );

        var form = new SargableWriter(evaluator, text).Write(coding, assumptions);
        var before = new Linter(evaluator, text).Examine(coding, assumptions).Findings;
        var after = new Linter(evaluator, text).Examine(text.Read(text.Write(form.Coding))!, assumptions).Findings;

        Assert.That(before.Select(finding => finding.Code), Has.Some.AnyOf(Mended));
        Assert.That(after.Select(finding => finding.Code), Has.None.AnyOf(Mended));
    }

    private static Coding Read(string text) => CodingReader.Read(text, Apcs.Source).Coding;

    private static SargableForm Write(string text) =>
        new SargableWriter(new CodingEvaluator(), new LintedText(Apcs.Source)).Write(Read(text), []);
}
