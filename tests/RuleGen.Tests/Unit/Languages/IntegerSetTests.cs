using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Languages;

[TestFixture]
public sealed class IntegerSetTests
{
    private static readonly long[] Samples =
    [
        long.MinValue,
        long.MinValue + 1,
        .. Enumerable.Range(-12, 25).Select(number => (long)number),
        long.MaxValue - 1,
        long.MaxValue,
    ];

    [Test]
    public void A_comparison_holds_for_its_numbers(
        [Values] ComparisonOperator comparison,
        [Values(long.MinValue, -1, 0, 7, long.MaxValue)] long bound
    )
    {
        var set = IntegerSet.Compared(comparison, bound);
        foreach (var number in Samples)
        {
            Assert.That(set.Contains(number), Is.EqualTo(comparison.Holds(number.CompareTo(bound))), $"{number}");
        }
    }

    [Test]
    public void Operations_on_sets_drawn_at_random_agree_with_those_on_each_number()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (left, right) = (Draw(random), Draw(random));
            foreach (var number in Samples)
            {
                var (isLeft, isRight) = (left.Contains(number), right.Contains(number));
                Assert.That(left.Or(right).Contains(number), Is.EqualTo(isLeft || isRight));
                Assert.That(left.And(right).Contains(number), Is.EqualTo(isLeft && isRight));
                Assert.That(left.Complement().Contains(number), Is.EqualTo(!isLeft));
            }

            Assert.That(left.Complement().Complement(), Is.EqualTo(left));
            Assert.That(left.And(right), Is.EqualTo(left.Complement().Or(right.Complement()).Complement()));
            foreach (var (before, after) in left.Intervals.Zip(left.Intervals.Skip(1)))
            {
                Assert.That(after.First, Is.GreaterThan(before.Last + 1), "Intervals neither overlap nor touch.");
            }
        }
    }

    [Test]
    public void Bounds_in_the_wrong_order_hold_nothing() =>
        Assert.That(IntegerSet.Between(2, 1), Is.EqualTo(IntegerSet.Empty));

    private static IntegerSet Draw(Random random) =>
        Enumerable
            .Range(0, random.Next(5))
            .Select(_ => IntegerSet.Between(Samples[random.Next(Samples.Length)], Samples[random.Next(Samples.Length)]))
            .Aggregate(IntegerSet.Empty, (set, interval) => set.Or(interval));
}
