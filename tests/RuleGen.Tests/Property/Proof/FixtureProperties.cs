using System.Diagnostics;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof.Fixtures;
using RuleGen.Proof.Mutating;

namespace RuleGen.Tests.Property.Proof;

/// <summary>Fixtures of random codings, against the reference engine and, for what is said to be equivalent, every row.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class FixtureProperties
{
    private const int FirstSeed = 20_261_122;

    private const int Codings = 80;

    private static readonly CodingEvaluator Evaluator = new();

    /// <summary>Each coding with its fixtures, derived once for all properties.</summary>
    private static readonly Lazy<(Coding Coding, FixtureSet Set)[]> Derived = new(() =>
        [
            .. Enumerable
                .Range(FirstSeed, Codings)
                .AsParallel()
                .AsOrdered()
                .Select(seed => new RandomCodings(seed).Draw())
                .Select(coding => (coding, Derive(coding))),
        ]
    );

    [Test]
    public void Every_mutant_is_caught_by_a_fixture_or_changes_no_row()
    {
        var (killed, equivalent) = (0, 0);
        Parallel.For(
            0,
            Codings,
            number =>
            {
                var (coding, set) = Derived.Value[number];
                var unlike = set.Equivalent.Select(each => each.Mutant).ToHashSet();
                var decided = set.Killed.Concat(unlike).ToHashSet();
                Require(set.Undecided.Count == 0, number, coding, "Something is undecided.");
                foreach (var mutant in MutationOperators.Apply(coding))
                {
                    var isCaught = set.Fixtures.Any(fixture => Catches(fixture, mutant));
                    Require(isCaught != unlike.Contains(mutant), number, coding, $"It is not as said: {mutant}");
                    Require(decided.Contains(mutant), number, coding, $"It is neither: {mutant}");
                }

                Interlocked.Add(ref killed, set.Killed.Count);
                Interlocked.Add(ref equivalent, set.Equivalent.Count);
            }
        );

        TestContext.Out.WriteLine($"{Codings} codings: {killed} mutants caught, {equivalent} equivalent");
        Assert.That(killed, Is.GreaterThan(10 * Codings));
        Assert.That(equivalent, Is.GreaterThan(Codings));
    }

    [Test]
    public void What_is_said_to_be_equivalent_changes_no_row_of_all()
    {
        Parallel.For(
            0,
            Codings,
            number =>
            {
                var (coding, set) = Derived.Value[number];
                foreach (var mutant in set.Equivalent.Select(each => each.Mutant).Take(20))
                {
                    var rows = new SmallRows([.. coding.Predicates, .. mutant.Coding.Predicates], number).All();
                    var row = rows.FirstOrDefault(row =>
                        Evaluator.Evaluate(coding, row) != Evaluator.Evaluate(mutant.Coding, row)
                    );
                    Require(row is null, number, coding, $"{mutant} differs on {row}");
                }
            }
        );
    }

    [Test]
    public void No_fixture_can_be_left_out_but_those_that_show_what_is_usual()
    {
        Parallel.For(
            0,
            Codings,
            number =>
            {
                var (coding, set) = Derived.Value[number];
                foreach (var fixture in set.Fixtures)
                {
                    foreach (var mutant in fixture.OnlyHere)
                    {
                        var caught = set.Fixtures.Where(each => Catches(each, mutant)).ToList();
                        Require(caught is [var only] && only == fixture, number, coding, $"Others catch it: {mutant}");
                    }

                    Require(
                        fixture.OnlyHere.Count > 0
                            || set.Fixtures.Count(each => Taken(coding, each) == Taken(coding, fixture)) == 1,
                        number,
                        coding,
                        $"Fixture {fixture.Number} is there for nothing."
                    );
                }
            }
        );
    }

    [Test]
    public void The_same_coding_has_the_same_fixtures()
    {
        foreach (var (coding, set) in Derived.Value.Take(15))
        {
            Assert.That(Describe(Derive(coding)), Is.EqualTo(Describe(set)));
        }
    }

    [Test]
    [NonParallelizable]
    public void A_catalogue_has_its_fixtures_in_seconds()
    {
        foreach (var arms in (int[])[1, 4])
        {
            var watch = Stopwatch.StartNew();
            var set = Derive(Catalogue.Create(arms));
            TestContext.Out.WriteLine(
                $"{arms, 4} arms: {set.Fixtures.Count, 5} fixtures, {set.Mutants, 6} mutants, "
                    + $"{set.Equivalent.Count, 5} equivalent, {set.Undecided.Count} undecided, "
                    + $"{watch.Elapsed.TotalSeconds:F1} s"
            );
            Assert.That(set.Undecided, Is.Empty);
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)));
        }
    }

    /// <summary>The arm that a row takes, the number of arms for none; -1 for one that is not kept.</summary>
    private static int Taken(Coding coding, Fixture fixture)
    {
        var arms = coding.Arms.TakeWhile(arm => Evaluator.Evaluate(arm.When, fixture.Row) != Truth.True).Count();
        return fixture.Expected.IsKept ? arms : -1;
    }

    private static FixtureSet Derive(Coding coding) => new FixtureDeriver(Evaluator).Derive(coding, []);

    /// <summary>As the reference engine sees it; a row that a mutant cannot evaluate shows nothing.</summary>
    private static bool Catches(Fixture fixture, Mutant mutant) =>
        mutant.Coding.CharacterRequirements.All(each =>
            fixture.Row[each.Column].Text is not { } text || each.FindUnmodelled(text) is null
        )
        && Evaluator.Evaluate(mutant.Coding, fixture.Row) != fixture.Expected;

    private static string Describe(FixtureSet set) =>
        string.Join('\n', set.Fixtures.Select(fixture => $"{fixture.Place} {fixture.Row} {fixture.Caught}"))
        + string.Join('\n', set.Equivalent.Select(each => $"{each.Mutant} {each.Why}"));

    private static void Require(bool holds, int number, Coding coding, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Seed {FirstSeed + number}. {message}\n{CodingText.Of(coding)}");
        }
    }
}
