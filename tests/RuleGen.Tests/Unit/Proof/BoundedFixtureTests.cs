using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Fixtures;
using RuleGen.Proof.Mutating;
using RuleGen.Tests.Unit.Findings;

namespace RuleGen.Tests.Unit.Proof;

/// <summary>Work that would take minutes and gigabytes is left undone, and said to be.</summary>
public sealed class BoundedFixtureTests
{
    private static readonly Coding Many = Reading.Reading.Coding(
        "WHERE " + string.Join(" OR ", Enumerable.Range(0, 30).Select(i => $"Any_Spell_Diagnosis LIKE '%A{i:D3}%'"))
    );

    [Test]
    public void Beyond_so_much_work_mistakes_are_undecided_and_every_clause_has_some_that_are_not()
    {
        var all = MutationOperators.Apply(Many).ToList();
        var work = 30L * 7 * 60;

        var set = new FixtureDeriver(new CodingEvaluator()) { Work = work }.Derive(Many, []);

        var left = set.Undecided.Select(each => each.Mutant).ToList();
        Assert.That(left, Is.Not.Empty);
        Assert.That(set.Undecided.Select(each => each.Reason), Is.All.EqualTo(UndecidedReason.TooManySteps));
        Assert.That(set.Killed.Count + set.Equivalent.Count + left.Count, Is.EqualTo(all.Count));
        Assert.That(
            all.Select(mutant => mutant.Place).Distinct(),
            Is.EquivalentTo(
                set.Killed.Concat(set.Equivalent.Select(each => each.Mutant)).Select(each => each.Place).Distinct()
            )
        );
    }

    [Test]
    public void With_enough_work_nothing_is_left_out() =>
        Assert.That(new FixtureDeriver(new CodingEvaluator()).Derive(Many, []).Undecided, Is.Empty);

    [Test]
    public void A_pattern_that_is_too_long_is_refused_at_its_place()
    {
        var coding = Reading.Reading.Coding($"WHERE Any_Spell_Diagnosis LIKE '{new string('A', 1001)}'");

        foreach (
            var problem in new[]
            {
                Refused.Problem(() => new FixtureDeriver(new CodingEvaluator()).Derive(coding, [])),
                Refused.Problem(() => Linting.Examine(coding)),
            }
        )
        {
            Assert.That(problem.Code, Is.EqualTo(ErrorCodes.TooMuchWork));
            Assert.That(problem.Message, Does.EndWith("patterns of up to 1000 characters, and one has 1001"));
            Assert.That(problem.Position, Is.EqualTo(new TextPosition(1, 7)));
        }
    }
}
