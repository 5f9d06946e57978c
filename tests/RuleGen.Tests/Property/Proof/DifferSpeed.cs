using System.Diagnostics;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof.Differences;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// Times of comparing catalogues, with bounds so generous that only a change of kind breaks them. The tables are in the
/// tests' output.
/// </summary>
[TestFixture]
[NonParallelizable]
public sealed class DifferSpeed
{
    [Test]
    public void Hundreds_of_arms_with_one_edit_are_compared_in_seconds()
    {
        foreach (var arms in (int[])[10, 10, 30, 100, 300])
        {
            var difference = Compare($"{arms} arms, 1 edit", Catalogue.Create(arms), Catalogue.Create(arms, arms / 2));
            Assert.That(difference.Regions, Has.Count.LessThan(8));
            Assert.That(difference.Regions.Count(region => region.IsCoarse), Is.Zero);
        }
    }

    [Test]
    public void Many_edits_of_a_catalogue_do_not_explode()
    {
        var coding = Catalogue.Create(300);
        Compare("300 arms, 30 dropped", coding, With(coding, coding.Arms.Where((_, arm) => arm % 10 != 0)));
        Compare("300 arms, in reverse", coding, With(coding, coding.Arms.Reverse()));
        Compare("300 arms, all relabelled", coding, With(coding, coding.Arms.Select(Relabelled)));
        Compare("300 arms, no exclusions", coding, new Coding(coding.Arms, coding.Else, exclusions: null));
    }

    private static CaseArm Relabelled(CaseArm arm) => new(arm.When, Label.Of(arm.Then.Text + "_new"));

    private static Coding With(Coding coding, IEnumerable<CaseArm> arms) =>
        new(arms.ToValueList(), coding.Else, coding.Exclusions);

    private static DecidedDifference Compare(string name, Coding old, Coding @new)
    {
        var watch = Stopwatch.StartNew();
        var difference = (DecidedDifference)new CodingDiffer(new CodingEvaluator()).Compare(old, @new);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(2)));
        TestContext.Out.WriteLine(
            $"{name, -26} {watch.Elapsed.TotalMilliseconds, 8:F1} ms  {difference.Grade}, "
                + $"{difference.Regions.Count} regions, {difference.Regions.Count(region => region.IsCoarse)} coarse, "
                + $"{difference.Regions.Count(region => region.FullConditions is null)} not spelled out"
        );
        return difference;
    }
}
