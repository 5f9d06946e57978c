using System.Diagnostics;
using System.Globalization;

namespace RuleGen.Tests.Property;

/// <summary>Engine, interpreter and SQLite say the same of every row of every coding.</summary>
public sealed class AgreementTests
{
    /// <summary>The most rows of a hundred that may go unevaluated, or without SQLite's opinion.</summary>
    private const int MostSkippedPercent = 10;

    [Test]
    public void Every_engine_says_the_same_of_generated_codings()
    {
        var agreement = new Agreement();
        var watch = Stopwatch.StartNew();
        PropertyRun.Check(PropertyRun.Sets / PropertyRun.RowsOfCoding, agreement.Check);

        TestContext.Progress.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Property: {agreement.Rows} rows evaluated by every engine, 0 disagreements, "
                    + $"{watch.Elapsed.TotalSeconds:0.0} s (besides, {agreement.NotEvaluated} not evaluated; "
                    + $"SQLite has no opinion on {agreement.WithoutSqlite}; seed {PropertyRun.Seed})"
            )
        );
        Assert.That(
            (agreement.NotEvaluated + agreement.WithoutSqlite) * 100,
            Is.LessThan(MostSkippedPercent * PropertyRun.Sets)
        );
    }
}
