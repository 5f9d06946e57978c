using System.Globalization;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// The prover's verdicts on pairs of small codings, against going through every row. To replay a pair that failed, set
/// RULEGEN_SEED to its seed and RULEGEN_PAIRS to 1.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class ProverAgainstBruteForce
{
    private static readonly int FirstSeed = Setting("RULEGEN_SEED", 20_250_101);
    private static readonly int Pairs = Setting("RULEGEN_PAIRS", 12_000);

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
        switch (verdict)
        {
            case Different different:
                // The engine ran it; what is left to check is that the columns can hold its values.
                foreach (var column in different.Row.Columns)
                {
                    Require(CanHold(column, different.Row[column]), seed, left, right, $"Impossible: {different.Row}");
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
