using System.Globalization;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof.Differences;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// The regions in which small random codings differ, against going through every row; and against the formula of the
/// difference, by proof. To replay a pair that failed, set RULEGEN_SEED to its seed and RULEGEN_PAIRS to 1.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class DifferAgainstBruteForce
{
    private static readonly int FirstSeed = Setting("RULEGEN_SEED", 7_000_000);
    private static readonly int Pairs = Setting("RULEGEN_PAIRS", 1_500);

    [Test]
    public void Rows_are_in_a_region_just_where_their_results_differ()
    {
        var (regions, rows, coarse, unspelled) = (0, 0L, 0, 0);
        Parallel.For(
            0,
            Pairs,
            pair =>
            {
                var (found, gone) = Check(FirstSeed + pair);
                Interlocked.Add(ref regions, found.Count);
                Interlocked.Add(ref coarse, found.Count(region => region.IsCoarse));
                Interlocked.Add(ref unspelled, found.Count(region => region.FullConditions is null));
                Interlocked.Add(ref rows, gone);
            }
        );
        TestContext.Out.WriteLine(
            $"{Pairs} pairs from seed {FirstSeed}: {regions} regions ({coarse} coarse, {unspelled} not spelled out), "
                + $"{rows} rows gone through."
        );
        if (Pairs > 1000)
        {
            Assert.That(regions, Is.GreaterThan(Pairs / 2));
            Assert.That(coarse, Is.LessThan(regions / 10));
        }
    }

    [Test]
    public void The_regions_together_are_proven_to_be_the_difference()
    {
        Parallel.For(
            0,
            Pairs,
            pair =>
            {
                var seed = FirstSeed + pair;
                var (old, @new) = Draw(seed);
                var difference = (DecidedDifference)new CodingDiffer(new CodingEvaluator()).Compare(old, @new);
                var space = difference.Space;
                var (one, other) = (
                    new CodingFormulas(space, old, LabelType.Text),
                    new CodingFormulas(space, @new, LabelType.Text)
                );
                var changed = space.Any([
                    space.All([one.Keeps, space.Not(other.Keeps)]),
                    space.All([other.Keeps, space.Not(one.Keeps)]),
                    .. one.Labels.Select(label =>
                        space.All([one.Keeps, other.Keeps, one.Gives(label), space.Not(other.Gives(label))])
                    ),
                ]);
                var union = space.Any(difference.Regions.Select(region => region.Formula));
                var questions = new RowQuestions(space, int.MaxValue);
                Require(questions.Implies(changed, union), seed, old, @new, "A changed row is in no region.");
                Require(questions.Implies(union, changed), seed, old, @new, "A region holds a row that is the same.");
            }
        );
    }

    private static (ValueList<DifferenceRegion> Regions, long Rows) Check(int seed)
    {
        var (old, @new) = Draw(seed);
        var difference = (DecidedDifference)new CodingDiffer(new CodingEvaluator()).Compare(old, @new);
        var meaning = new RegionMeaning(old, @new);
        var rows = 0L;
        foreach (var row in new SmallRows([.. old.Predicates, .. @new.Predicates], seed).All())
        {
            rows++;
            var kind = meaning.KindOf(row);
            var containing = difference.Regions.Where(region => region.Contains(row)).ToList();
            Require(containing.Count > 0 == kind is not null, seed, old, @new, $"{kind}: {row}");
            foreach (var region in difference.Regions)
            {
                var contains = containing.Contains(region);
                Require(
                    !contains || (region.Kind == kind && meaning.HasCase(region, row)),
                    seed,
                    old,
                    @new,
                    $"{kind} is in a region of {region.Kind}: {row}"
                );
                Require(
                    meaning.IsMeantInShort(region, row) == contains,
                    seed,
                    old,
                    @new,
                    $"In short, {string.Join(", ", region.Within)} {string.Join("; ", region.Conditions)}: {row}"
                );
                Require(
                    region.FullConditions is null || meaning.IsMeantInFull(region, row) == contains,
                    seed,
                    old,
                    @new,
                    $"In full, {string.Join("; ", region.FullConditions ?? [])}: {row}"
                );
            }
        }

        return (difference.Regions, rows);
    }

    private static (Coding Old, Coding New) Draw(int seed)
    {
        var random = new RandomCodings(seed);
        var old = random.Draw();
        return (old, random.Chance(4) ? random.Draw() : Mutation.Apply(old, random));
    }

    private static void Require(bool holds, int seed, Coding old, Coding @new, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Seed {seed}. {message}\n{old}\n{@new}");
        }
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : otherwise;
}
