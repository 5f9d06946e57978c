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

    /// <summary>One pair of so many has texts with what LIKE may look past (rule 1.41).</summary>
    private const int UncertainEvery = 4;

    /// <summary>Of so many pairs some are over rows with a list.</summary>
    private const int ListsEvery = 3;

    /// <summary>How many of them: with RULEGEN_LISTS=3 all.</summary>
    private static readonly int MostOfLists = Setting("RULEGEN_LISTS", 1);

    [Test]
    public void No_verdict_is_wrong()
    {
        var (equivalent, different, open, rows) = (0, 0, 0, 0L);
        Parallel.For(
            0,
            Pairs,
            pair =>
            {
                var seed = FirstSeed + pair;
                var (verdict, gone) = Check(seed);
                Interlocked.Add(ref rows, gone);
                switch (verdict)
                {
                    case Equivalent:
                        Interlocked.Increment(ref equivalent);
                        break;
                    case Different:
                        Interlocked.Increment(ref different);
                        break;
                    default:
                        Interlocked.Increment(ref open);
                        break;
                }
            }
        );
        TestContext.Out.WriteLine(
            $"{Pairs} pairs from seed {FirstSeed}: {different} different, each with a witness; "
                + $"{equivalent} equivalent, "
                + $"{open} open because of what LIKE may look past, on {rows} rows gone through."
        );
        if (Pairs > 1000)
        {
            Assert.That(equivalent, Is.GreaterThan(Pairs / 10), "Too few are equivalent to tell.");
            Assert.That(different, Is.GreaterThan(Pairs / 10), "Too few are different to tell.");
            if (MostOfLists < ListsEvery)
            {
                // Of those over lists one in thousands is.
                Assert.That(open, Is.Positive, "None is open.");
            }
        }
    }

    /// <summary>The verdict, and the number of rows gone through to see that it is right.</summary>
    private static (Verdict Verdict, long Rows) Check(int seed)
    {
        var random = new RandomCodings(seed, seed % UncertainEvery == 0, withList: seed % ListsEvery < MostOfLists);
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
                var isCertain =
                    evaluator.FindResult(left, different.Row) == different.Left
                    && evaluator.FindResult(right, different.Row) == different.Right;
                Require(isCertain, seed, left, right, $"The row has no result: {different.Row}");
                if (seed % EnginesEvery == 0)
                {
                    EveryEngine.Confirm(left, right, different);
                }

                return (verdict, 0);
            case Equivalent:
                var (isSame, isDifferent, rows) = GoThrough(evaluator, left, right, seed);
                Require(isSame && !isDifferent, seed, left, right, "Not equivalent");
                return (verdict, rows);
            case Undecided { Reason: UndecidedReason.TwoReadings }:
                var (isEverSame, isEverCertain, all) = GoThrough(evaluator, left, right, seed);
                Require(!isEverSame && !isEverCertain, seed, left, right, "It is not open");
                return (verdict, all);
            default:
                throw new InvalidOperationException($"Seed {seed}: undecided.");
        }
    }

    /// <summary>
    /// Whether two codings give every row the same where LIKE looks past nothing; whether a row has one result on each side, and not
    /// the same; how many rows there are.
    /// </summary>
    private static (bool IsSame, bool IsCertainlyDifferent, long Rows) GoThrough(
        CodingEvaluator evaluator,
        Coding left,
        Coding right,
        int seed
    )
    {
        var (lefts, rights) = (left.FindReadings(), right.FindReadings());
        var (isSame, isCertain, rows) = (true, false, 0L);
        var space = new SmallRows([.. left.Predicates, .. right.Predicates], seed, withUncertain: true);
        foreach (var row in space.All())
        {
            rows++;
            var results = Enumerable
                .Range(0, 2)
                .Select(reading =>
                    (
                        Left: evaluator.Evaluate(lefts[Math.Min(reading, lefts.Count - 1)], row),
                        Right: evaluator.Evaluate(rights[Math.Min(reading, rights.Count - 1)], row)
                    )
                )
                .ToList();
            isSame &= results[0].Left == results[0].Right;
            isCertain |= results[0] == results[1] && results[0].Left != results[0].Right;
        }

        return (isSame, isCertain, rows);
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
            OrderedType type => type.Holds(value.Integer),
            CharacterType type => type.Store(value.Text!) == value.Text,
            ListType type => ListItems.Of(type, value.Items!.Items).Equals(value.Items),
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
