using NUnit.Framework;
using RuleGen.Data.Csv;
using RuleGen.Proof;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Example;

/// <summary>What a team that owns codings tests on every change: each test is complete, and can be copied.</summary>
internal sealed class CodingTests
{
    private readonly Workspace _workspace = Workspace.Open(TestContext.CurrentContext.TestDirectory);

    [Test]
    public void The_coding_still_matches_its_published_text() =>
        Assert.That(_workspace.Match(KneeWashout.Over(_workspace.Source)), Is.Null);

    [Test]
    public void The_tidied_coding_gives_every_row_the_result_of_the_published_one()
    {
        var verdict = _workspace
            .Prove(PathOf("sql/published/knee_washout.sql"), PathOf("sql/knee_washout_edit.sql"))
            .Verdict;

        Assert.That(
            verdict,
            Is.InstanceOf<Equivalent>(),
            () => verdict is Different it ? $"{it.Row}: published {it.Left}, tidied {it.Right}" : "Not decided"
        );
    }

    [Test]
    public void The_tidied_coding_passes_the_fixtures()
    {
        using var fixtures = CsvInput.Open(PathOf("fixtures/knee_washout.csv"), FixtureFiles.NullToken);

        var result = _workspace.Test(PathOf("sql/knee_washout_edit.sql"), fixtures);

        Assert.That(result.IsPassed, result.ToString());
    }

    private static string PathOf(string place) => Path.Combine(TestContext.CurrentContext.TestDirectory, place);
}
