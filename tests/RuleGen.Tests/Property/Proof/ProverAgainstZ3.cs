using System.Diagnostics;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Rules;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// The prover's verdicts against those of an SMT solver with a theory of strings, and the time of both.
/// </summary>
[TestFixture]
public sealed class ProverAgainstZ3
{
    private const int Timeout = 1000;

    [Test]
    public void They_agree_on_small_codings() =>
        Compare(
            Enumerable
                .Range(77_000_000, 800)
                .Select(seed =>
                {
                    var random = new RandomCodings(seed);
                    var left = random.Draw();
                    return (left, random.Chance(2) ? Mutation.Apply(left, random) : random.Draw());
                }),
            atLeast: 100
        );

    [Test]
    public void They_agree_on_edits_of_a_published_coding()
    {
        var coding = BackPainFusion.Coding.Coding;
        Compare(PatternEdits.Of(coding).Where((_, i) => i % 8 == 0).Select(edited => (coding, edited)), atLeast: 1);
    }

    private static void Compare(IEnumerable<(Coding Left, Coding Right)> pairs, int atLeast)
    {
        using var z3 = Z3.Start(Timeout);
        if (z3 is null)
        {
            Assert.Ignore("z3 is not on PATH: apt-get install z3");
            return;
        }

        var prover = new EquivalenceProver(new CodingEvaluator());
        prover.Decide(BackPainFusion.Coding.Coding, BackPainFusion.Coding.Coding);
        var (compared, unsaid, unknown) = (0, 0, 0);
        var (ours, theirs) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (left, right) in pairs)
        {
            if (SmtScript.Difference(left, right) is not { } script)
            {
                unsaid++;
                continue;
            }

            var watch = Stopwatch.StartNew();
            var answer = z3.Check(script);
            var theirTime = watch.Elapsed;
            if (answer is not ("sat" or "unsat"))
            {
                Assert.That(answer, Is.AnyOf("unknown", "timeout", "crashed"), script);
                unknown++;
                continue;
            }

            watch.Restart();
            var verdict = prover.Decide(left, right);
            ours += watch.Elapsed;
            theirs += theirTime;
            compared++;
            Assert.That(verdict is Different ? "sat" : "unsat", Is.EqualTo(answer), $"{verdict}\n{script}");
        }

        TestContext.Out.WriteLine(
            $"{compared} pairs compared; {unsaid} cannot be said in SMT-LIB; "
                + $"{unknown} z3 did not answer within {Timeout} ms. "
                + $"RuleGen {ours.TotalMilliseconds:F0} ms, z3 {theirs.TotalMilliseconds:F0} ms: "
                + $"{theirs / ours:F1} times as long."
        );
        Assert.That(compared, Is.AtLeast(atLeast), "Too few to tell.");
    }
}
