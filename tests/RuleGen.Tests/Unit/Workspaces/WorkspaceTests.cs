using System.Globalization;
using System.Text;
using RuleGen.Data.Csv;
using RuleGen.Data.Evaluation;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Differences;
using RuleGen.Rules;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Building;
using RuleGen.Workspaces.Diffing;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Tests.Unit.Workspaces;

/// <summary>The library as somebody's own C# calls it: objects come back, and nothing is printed.</summary>
public sealed class WorkspaceTests
{
    private const string Id = "2Y_back_pain_fusion";

    private static readonly Workspace Here = Workspace.Open(Repository.Root);

    [Test]
    public void A_workspace_is_opened_from_any_folder_in_it()
    {
        var workspace = Workspace.Open(Repository.PathOf("generated", Id));

        Assert.That(workspace.Folder!.Root, Is.EqualTo(Repository.Root));
        Assert.That(workspace.Source, Is.EqualTo(Apcs.Source));
        Assert.That(workspace.Codings.Select(coding => coding.Name), Does.Contain(Id));
    }

    [Test]
    public void A_folder_that_is_in_no_workspace_is_refused()
    {
        using var folder = new TemporaryFolder();

        var problem = Refused.Problem(() => Workspace.Open(folder.Path));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnreadableFile));
        Assert.That(problem.Message, Does.Contain("is in no workspace"));
    }

    [Test]
    public void A_coding_is_found_by_its_id_a_file_or_given_as_text()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("mine.sql", Published());

        Assert.That(Here.Find(Id.ToUpperInvariant()).File, Is.Null);
        Assert.That(Here.Find(file).ShortName, Is.EqualTo("mine"));
        Assert.That(Here.Read("Exclusions\nWHERE 1=1", "t").Notes, Has.Count.EqualTo(1));
        Assert.That(Refused.Problem(() => Here.Find("2Y_back_pain_fusio")).Remedy, Is.EqualTo($"Did you mean '{Id}'?"));
    }

    [Test]
    public void A_text_is_matched_token_for_token()
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write("edit.sql", Published().Replace("120", "121", StringComparison.Ordinal));

        Assert.That(Here.Match(BackPainFusion.Coding), Is.Null);
        Assert.That(Here.Match(BackPainFusion.Coding, edit)!.Published, Is.EqualTo("121"));
    }

    [Test]
    public void Codings_are_proven_and_compared()
    {
        var old = Here.Find(Id);
        var edit = Here.Read(Published().Replace("19 AND 120", "18 AND 120", StringComparison.Ordinal), "edit");

        Assert.That(Here.Prove(old, Here.Read(Published(), "same")).Verdict, Is.InstanceOf<Equivalent>());
        Assert.That(Here.Prove(old, edit).Verdict, Is.InstanceOf<Different>());
        Assert.That(((DecidedDifference)Here.Diff(old, edit).Difference).Grade, Is.EqualTo(Grade.Widening));
    }

    [Test]
    public void A_comparison_counts_the_rows_of_data()
    {
        using var data = Csv("APCS_Ident,Admission_Method\n1,11\n2,21\n3,31\n");
        var options = new DiffOptions { Data = data };

        var pair = Here.Diff(
            Here.Read("WHERE Admission_Method = '11'", "old"),
            Here.Read("WHERE Admission_Method <> '21'", "new"),
            options
        );

        Assert.That(pair.Word, Is.EqualTo("widening"));
        Assert.That(pair.Counts!.Rows, Is.EqualTo(3));
        Assert.That(pair.Counts.Changed, Is.EqualTo(1));
    }

    [Test]
    public void A_coding_is_linted_with_places_in_its_text() =>
        Assert.That(
            Here.Lint(Here.Read("WHERE Admission_Method = '11' AND Admission_Method = '12'", "t"))
                .Report.Findings.Select(finding => finding.Code.Id),
            Does.Contain("RG1007")
        );

    [Test]
    public void Rows_are_evaluated_to_text_and_to_figures()
    {
        using var input = Csv("APCS_Ident,Admission_Method\n1,11\n2,2\n3,1ß\n");
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var skipped = new List<SkippedRow>();

        var summary = Here.Evaluate(
            [Here.Read("WHEN Admission_Method = '11' THEN 'x'", "t")],
            input,
            output,
            new EvaluationOptions { OnSkipped = skipped.Add }
        );

        Assert.That(output.ToString(), Is.EqualTo("APCS_Ident,Kept,Outcome\n1,1,x\n2,1,\n3,,\n"));
        Assert.That((summary.Rows, summary.RowsNotEvaluated), Is.EqualTo((3L, 1L)));
        Assert.That(skipped.Single().Line, Is.EqualTo(4));
        Assert.That(input.Doubts.Single().First.Single().Value, Is.EqualTo("2"));
    }

    [Test]
    public void A_coding_is_tested_on_rows_of_which_the_results_are_known()
    {
        var coding = Here.Read("WHEN Admission_Method = '11' THEN 'x'", "t");
        using var good = Csv("Admission_Method,ExpectedKept,ExpectedOutcome\n11,1,x\n12,1,\n");
        using var bad = Csv("Admission_Method,ExpectedKept,ExpectedOutcome\n12,1,x\n");
        using var empty = Csv("Admission_Method,ExpectedKept,ExpectedOutcome\n");

        Assert.That(Here.Test(coding, good).IsPassed);
        Assert.That(
            Here.Test(coding, bad).ToString(),
            Is.EqualTo("line 2: Admission_Method = '12': expected kept, outcome 'x', found kept, outcome NULL")
        );
        Assert.That(Here.Test(coding, empty).IsPassed, Is.False);
    }

    [Test]
    public void Engines_are_held_against_each_other()
    {
        var result = Here.Verify([Here.Find(Id)], new VerificationOptions { Rows = 100 }).Single();

        Assert.That(result.IsAgreed);
        Assert.That(result.Rows, Is.GreaterThan(100));
    }

    [Test]
    public void A_build_into_another_folder_leaves_the_workspace_alone()
    {
        using var folder = new TemporaryFolder();

        var result = Here.Build(new BuildOptions { Output = folder["out"] });

        Assert.That(result.HasFindings, Is.False);
        Assert.That(result.Codings.Select(coding => coding.IsWhole), Is.EqualTo(new[] { true, true }));
        Assert.That(result.Catalogues.Single().IsWhole);
        Assert.That(File.Exists(Path.Combine(folder["out"], Id, "view.sql")));
    }

    [Test]
    public void A_workspace_without_a_folder_cannot_be_built() =>
        Assert.That(
            Refused.Problem(() => Workspace.Over(Apcs.Source).Build()).Message,
            Does.StartWith("The workspace has no folder")
        );

    [Test]
    public void Samples_and_fixtures_are_the_same_each_time()
    {
        var coding = Here.Find(Id);

        Assert.That(
            Here.Sample([coding], rows: 5, seed: 7).Select(row => row.ToString()),
            Is.EqualTo(Here.Sample([coding], rows: 5, seed: 7).Select(row => row.ToString()))
        );
        Assert.That(Here.DeriveFixtures(coding).Set.Fixtures, Has.Count.EqualTo(85));
    }

    private static string Published() => Repository.Read("sql", "published", $"{Id}.sql");

    private static CsvInput Csv(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.csv");
}
