using System.Globalization;
using RuleGen.Engine;
using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Proof;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// The prover's verdicts on pairs of small codings, against going through every row. To replay a pair that failed, set
/// RULEGEN_SEED to its seed and RULEGEN_PAIRS to 1. Each pair is decided again with automata kept small in
/// one of several ways, so that it takes a search; with RULEGEN_EVERY_LIMIT=1 in each of them.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class ProverAgainstBruteForce
{
    private static readonly int FirstSeed = Setting("RULEGEN_SEED", 20_250_101);
    private static readonly int Pairs = Setting("RULEGEN_PAIRS", 12_000);

    /// <summary>The witness of one pair of so many is run on every engine.</summary>
    private const int EnginesEvery = 40;

    /// <summary>Whether each pair is decided under each of <see cref="LowLimits"/>, not just under one.</summary>
    private static readonly bool EveryLimit = Setting("RULEGEN_EVERY_LIMIT", 0) != 0;

    /// <summary>
    /// Limits so low that sets are kept apart, that automata read backwards, and that they are made only as far as a
    /// search goes: what codings with many patterns come to.
    /// </summary>
    private static readonly StateLimits[] LowLimits =
    [
        new() { JoinsSets = false },
        new() { Forward = 2, Allowance = 12 },
        new() { Forward = 1, JoinsSets = false },
        new()
        {
            Forward = 1,
            Backward = 1,
            JoinsSets = false,
        },
    ];

    [Test]
    public void No_verdict_is_wrong()
    {
        var (equivalent, different, rows) = (0, 0, 0L);
        Parallel.For(
            0,
            Pairs,
            pair =>
            {
                var seed = FirstSeed + pair;
                if (Check(seed) is { } gone)
                {
                    Interlocked.Increment(ref equivalent);
                    Interlocked.Add(ref rows, gone);
                }
                else
                {
                    Interlocked.Increment(ref different);
                }
            }
        );
        TestContext.Out.WriteLine(
            $"{Pairs} pairs from seed {FirstSeed}: {different} different, each with a witness; "
                + $"{equivalent} equivalent, "
                + $"on {rows} rows gone through."
        );
        if (Pairs > 1000)
        {
            Assert.That(equivalent, Is.GreaterThan(Pairs / 10), "Too few are equivalent to tell.");
            Assert.That(different, Is.GreaterThan(Pairs / 10), "Too few are different to tell.");
        }
    }

    /// <summary>
    /// The number of rows gone through to see that two codings are equivalent; null where they differ.
    /// </summary>
    private static long? Check(int seed)
    {
        var random = new RandomCodings(seed);
        var left = random.Draw();
        var right = random.Chance(2) ? Mutation.Apply(left, random) : random.Draw();
        var evaluator = new CodingEvaluator();
        var verdict = new EquivalenceProver(evaluator).Decide(left, right);
        RequirePossible(verdict, seed, left, right);
        foreach (var limits in EveryLimit ? LowLimits : [LowLimits[seed % LowLimits.Length]])
        {
            var other = new EquivalenceProver(evaluator) { Limits = limits }.Decide(left, right);
            Require(other.GetType() == verdict.GetType(), seed, left, right, $"{other} under {limits}");
            RequirePossible(other, seed, left, right);
        }

        switch (verdict)
        {
            case Different different:
                if (seed % EnginesEvery == 0)
                {
                    EveryEngine.Confirm(left, right, different);
                }

                return null;
            case Equivalent:
                var rows = 0L;
                foreach (var row in new SmallRows([.. left.Predicates, .. right.Predicates], seed).All())
                {
                    var same = evaluator.Evaluate(left, row) == evaluator.Evaluate(right, row);
                    Require(same, seed, left, right, $"Not equivalent: {row}");
                    rows++;
                }

                return rows;
            default:
                throw new InvalidOperationException($"Seed {seed}: undecided.");
        }
    }

    /// <summary>The engine ran a witness; what is left to check is that the columns can hold its values.</summary>
    private static void RequirePossible(Verdict verdict, int seed, Coding left, Coding right)
    {
        if (verdict is Different { Row: var row })
        {
            Require(row.Columns.All(column => CanHold(column, row[column])), seed, left, right, $"Impossible: {row}");
        }
    }

    private static bool CanHold(Column column, SqlValue value) =>
        column.Type switch
        {
            _ when value.IsNull => column.IsNullable,
            IntegerType type => type.Holds(value.Integer),
            CharacterType type => type.Store(value.Text!) == value.Text,
            _ => false,
        };

    private static void Require(bool holds, int seed, Coding left, Coding right, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Seed {seed}. {message}\n{left}\n{right}");
        }
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : otherwise;
}
