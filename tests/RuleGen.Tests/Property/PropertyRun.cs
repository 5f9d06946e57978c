using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace RuleGen.Tests.Property;

/// <summary>
/// Runs properties under FsCheck. The seed is fixed, so that a build does not fail by chance;
/// <c>RULEGEN_PROPERTY_SEED</c> sets another, or the one that a failure printed, and <c>RULEGEN_PROPERTY_SETS</c> the
/// number of pairs of a coding and a row.
/// </summary>
internal static class PropertyRun
{
    /// <summary>The rows of each coding: parsing scripts and creating tables is paid once for them.</summary>
    public const int RowsOfCoding = 25;

    private const int LargestSize = 100;

    /// <summary>The number of pairs of a coding and a row.</summary>
    public static int Sets { get; } =
        int.Parse(
            Environment.GetEnvironmentVariable("RULEGEN_PROPERTY_SETS") ?? "25000",
            NumberStyles.None,
            CultureInfo.InvariantCulture
        );

    /// <summary>The seed as FsCheck writes it: two numbers, and for one case its size.</summary>
    public static string Seed { get; } = Environment.GetEnvironmentVariable("RULEGEN_PROPERTY_SEED") ?? "20261122,1";

    /// <summary>Checks a property of so many cases; a failure shows the smallest case that has it.</summary>
    /// <param name="cases">How many cases.</param>
    /// <param name="property">Throws where the property does not hold.</param>
    /// <param name="rows">How many rows each case has.</param>
    /// <param name="replay">Another seed than the run's.</param>
    public static void Check(int cases, Action<CodingCase> property, int rows = RowsOfCoding, string? replay = null)
    {
        var numbers = (replay ?? Seed)
            .Split(',')
            .Select(part => ulong.Parse(part, CultureInfo.InvariantCulture))
            .ToArray();
        var config = Config
            .Quick.WithMaxTest(Math.Max(cases, 1))
            .WithStartSize(1)
            .WithEndSize(LargestSize)
            .WithParallelRunConfig(new ParallelRunConfig(Environment.ProcessorCount))
            .WithRunner(new Runner());
        // FsCheck takes odd numbers only in the second place.
        var gamma = numbers.ElementAtOrDefault(1) | 1;
        config =
            numbers.Length > 2
                ? config.WithReplay(numbers[0], gamma, (int)numbers[2])
                : config.WithReplay(numbers[0], gamma);
        Prop.ForAll(Arb.From(CaseGenerator.Cases(rows), CaseShrinker.Shrink), property).Check(config);
    }

    private sealed class Runner : IRunner
    {
        public void OnStartFixture(Type t) { }

        public void OnArguments(
            int nr,
            FSharpList<object> args,
            FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every
        ) { }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink) { }

        public void OnFinished(string name, TestResult result)
        {
            if (result is TestResult.Failed failed)
            {
                Assert.Fail(Describe(failed));
            }

            Assert.That(result.IsPassed, Is.True, "The cases ran out.");
        }

        /// <summary>How to see it again, the smallest case that fails, and why it fails.</summary>
        private static string Describe(TestResult.Failed failed)
        {
            var (counts, seed, size) = (failed.Item1, failed.Item6, failed.Item7);
            var reason = failed.Item4 is Outcome.Failed outcome ? outcome.Item.ToString() : failed.Item4.ToString();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                A property fails, after {counts.NumberOfTests} cases and {counts.NumberOfShrinks} shrinks.
                Replay: RULEGEN_PROPERTY_SEED={seed.Seed},{seed.Gamma},{size}
                {failed.Item3.Head}
                {reason}
                """
            );
        }
    }
}
