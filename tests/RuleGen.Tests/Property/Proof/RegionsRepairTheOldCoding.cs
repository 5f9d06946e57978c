using System.Globalization;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Differences;
using RuleGen.Rules;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// For edits of a published coding: the old coding with the regions' conditions added, as they are written, is proven
/// equivalent to the new one. So the texts of the regions are exactly the difference, for every row there can be.
/// </summary>
[TestFixture]
public sealed class RegionsRepairTheOldCoding
{
    private static readonly CodingEvaluator Evaluator = new();

    [Test]
    public void Each_edit_of_a_pattern_is_repaired_by_its_regions()
    {
        var old = BackPainFusion.Coding.Coding;
        var (repaired, same) = (0, 0);
        foreach (var @new in PatternEdits.Of(old).Where((_, i) => i % 5 == 0))
        {
            var difference = (DecidedDifference)new CodingDiffer(Evaluator).Compare(old, @new);
            if (difference.Regions.Count == 0)
            {
                same++;
                Assert.That(Decide(old, @new), Is.TypeOf<Equivalent>());
                continue;
            }

            repaired++;
            Assert.That(difference.Regions, Has.Count.LessThan(4));
            Assert.That(difference.Regions.SelectMany(region => region.FullWithin), Is.Empty);
            var isOfLabels = difference.Regions.All(region =>
                region.Kind is ChangeKind.Gained or ChangeKind.Lost or ChangeKind.Relabelled
            );
            Assert.That(
                isOfLabels
                    ? Decide(WithArms(old, difference.Regions), @new)
                    : Decide(
                        Keeping(old, old.Exclusions!, difference, ChangeKind.NewlyKept),
                        Keeping(old, @new.Exclusions!, difference, ChangeKind.NewlyExcluded)
                    ),
                Is.TypeOf<Equivalent>()
            );
        }

        Assert.That(repaired, Is.GreaterThan(30));
        Assert.That(same, Is.GreaterThan(0));
    }

    /// <summary>Arms for the regions before the others.</summary>
    private static Coding WithArms(Coding coding, ValueList<DifferenceRegion> regions) =>
        new(
            [
                .. regions.Select(region => new CaseArm(Condition(region), Labelled(region.Cases[0].New))),
                .. coding.Arms,
            ],
            coding.Else,
            coding.Exclusions
        );

    private static Label Labelled(Result result) =>
        result switch
        {
            { Outcome: null } => Label.Null,
            { Type: LabelType.Integer } => Label.Of(long.Parse(result.Outcome, CultureInfo.InvariantCulture)),
            { Type: LabelType.Bit } => Label.OfBit(result.Outcome == "1"),
            _ => Label.Of(result.Outcome),
        };

    /// <summary>The coding's arms, keeping rows that pass some exclusions, or are in a region of a kind.</summary>
    private static Coding Keeping(Coding coding, Predicate exclusions, DecidedDifference difference, ChangeKind kind)
    {
        var conditions = difference.Regions.Where(region => region.Kind == kind).Select(Condition).ToList();
        return new(
            coding.Arms,
            coding.Else,
            conditions.Count == 0 ? exclusions : Or.Of([exclusions.Grouped(), .. conditions])
        );
    }

    private static Predicate Condition(DifferenceRegion region)
    {
        var conditions = region.FullConditions!.Select(condition => condition.Predicate.Grouped()).ToValueList();
        return conditions is [var only] ? only : And.Of(conditions).Grouped();
    }

    private static Verdict Decide(Coding left, Coding right) => new EquivalenceProver(Evaluator).Decide(left, right);
}
