using System.Diagnostics;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof.Findings;
using RuleGen.Rules;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// Times, with bounds so generous that only a change of kind breaks them. The tables are in the output.
/// </summary>
[TestFixture]
[NonParallelizable]
public sealed class LintSpeed
{
    private static readonly Linter Linter = new(new CodingEvaluator(), new LintedText(Apcs.Source));

    [Test]
    public void A_published_coding_is_examined_in_little_time()
    {
        var times = Enumerable.Range(0, 5).Select(_ => Examine(BackPainFusion.Coding.Coding).Time).ToList();

        TestContext.Out.WriteLine(
            $"first {times[0].TotalMilliseconds:F0} ms, then at best {times.Min().TotalMilliseconds:F0} ms"
        );
        Assert.That(times.Min(), Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void Hundreds_of_arms_are_examined_in_seconds()
    {
        TestContext.Out.WriteLine("arms      ms  ms/arm  findings");
        foreach (var arms in (int[])[10, 30, 100, 300])
        {
            var (report, time) = Examine(Catalogue.Create(arms));

            TestContext.Out.WriteLine(
                $"{arms, 4} {time.TotalMilliseconds, 7:F0} {time.TotalMilliseconds / arms, 7:F1}  "
                    + $"{report.Findings.Count}"
            );
            Assert.That(report.Findings.Select(finding => finding.Code), Does.Not.Contain(FindingCodes.NotDecided));
            Assert.That(time, Is.LessThan(TimeSpan.FromSeconds(60)));
        }
    }

    private static (LintReport Report, TimeSpan Time) Examine(Coding coding)
    {
        var watch = Stopwatch.StartNew();
        var report = Linter.Examine(coding);
        return (report, watch.Elapsed);
    }
}
