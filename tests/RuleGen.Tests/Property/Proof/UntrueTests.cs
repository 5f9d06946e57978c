using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Tests.Property.Proof;

public sealed class UntrueTests
{
    [Test]
    public void It_is_TRUE_where_the_condition_is_not_and_never_UNKNOWN()
    {
        var evaluator = new CodingEvaluator();
        var (rows, untrue) = (0, 0);
        for (var seed = 1; seed <= 200; seed++)
        {
            var condition = new RandomCodings(seed).DrawPredicate(2);
            var opposite = Untrue.Of(condition);
            foreach (var row in new SmallRows([condition], seed, withUncertain: false).All().Take(2_000))
            {
                var isTrue = IsTrue(condition, row);
                Assert.That(IsTrue(opposite, row), Is.EqualTo(!isTrue), $"seed {seed}: {row}");
                Assert.That(IsTrue(Not.Of(opposite.Grouped()), row), Is.EqualTo(isTrue), $"seed {seed}: {row}");
                rows++;
                untrue += isTrue ? 0 : 1;
            }
        }

        Assert.That(untrue, Is.InRange(rows / 10, rows - (rows / 10)));

        bool IsTrue(Predicate predicate, Row row) =>
            evaluator.Evaluate(new Coding([], otherwise: null, predicate), row).IsKept;
    }
}
