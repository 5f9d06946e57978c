using System.Diagnostics;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Rules;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// Times, with bounds so generous that only a change of kind breaks them. The tables are in the tests' output:
/// <c>dotnet test tests/RuleGen.Tests -c Release --filter FullyQualifiedName~ProverSpeed --logger
/// "console;verbosity=detailed"</c>.
/// </summary>
[TestFixture]
[NonParallelizable]
public sealed class ProverSpeed
{
    private static readonly EquivalenceProver Prover = new(new CodingEvaluator());

    [Test]
    public void Hundreds_of_arms_with_one_edit_are_decided_in_seconds()
    {
        TestContext.Out.WriteLine("arms      ms  verdict");
        foreach (var arms in (int[])[10, 10, 30, 100, 300])
        {
            var (left, right) = (Catalogue.Create(arms), Catalogue.Create(arms, edited: arms / 2));
            var (verdict, time) = Decide(left, right);
            TestContext.Out.WriteLine($"{arms, 4} {time.TotalMilliseconds, 7:F1}  {verdict.GetType().Name}");
            EveryEngine.Confirm(left, right, (Different)verdict);
            Assert.That(((Different)verdict).Left.Outcome, Is.Not.EqualTo(((Different)verdict).Right.Outcome));
            Assert.That(time, Is.LessThan(TimeSpan.FromSeconds(5)));
        }
    }

    [Test]
    public void A_published_coding_against_itself_rebuilt_takes_little_time()
    {
        var coding = BackPainFusion.Coding.Coding;
        Measure("the same tree", coding, CodingBinder.Bind(coding, Apcs.Source));
        var exclusions = Not.Of(Not.Of(coding.Exclusions!.Grouped()).Grouped());
        Measure("another tree", coding, new Coding(coding.Arms, coding.Else, exclusions));
    }

    [Test]
    public void Every_edit_of_a_pattern_of_a_published_coding_is_decided()
    {
        var coding = BackPainFusion.Coding.Coding;
        var edits = PatternEdits.Of(coding).ToList();
        var verdicts = edits.Select(edited => Decide(coding, edited)).ToList();
        TestContext.Out.WriteLine(
            $"{edits.Count} edits: {verdicts.Count(decided => decided.Verdict is Equivalent)} equivalent, "
                + $"{verdicts.Average(decided => decided.Time.TotalMilliseconds):F1} ms on average"
        );
        foreach (var ((verdict, _), edited) in verdicts.Zip(edits).Where((_, i) => i % 10 == 0))
        {
            TestContext.Out.WriteLine(verdict is Different shown ? shown.Row.ToString() : "equivalent");
            if (verdict is Different different)
            {
                EveryEngine.Confirm(coding, edited, different);
            }
        }

        Assert.That(verdicts.Select(decided => decided.Verdict), Has.None.TypeOf<Undecided>());
        Assert.That(verdicts.Select(decided => decided.Verdict), Has.Some.TypeOf<Equivalent>());
    }

    private static void Measure(string what, Coding left, Coding right)
    {
        var times = new List<double>();
        for (var round = 0; round < 10; round++)
        {
            var (verdict, time) = Decide(left, right);
            Assert.That(verdict, Is.TypeOf<Equivalent>());
            times.Add(time.TotalMilliseconds);
        }

        TestContext.Out.WriteLine($"{what}: first {times[0]:F1} ms, then at best {times.Min():F1} ms");
        Assert.That(times.Min(), Is.LessThan(500));
    }

    private static (Verdict Verdict, TimeSpan Time) Decide(Coding left, Coding right)
    {
        var watch = Stopwatch.StartNew();
        var verdict = Prover.Decide(left, right);
        return (verdict, watch.Elapsed);
    }
}
