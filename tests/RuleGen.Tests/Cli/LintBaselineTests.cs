using System.Text.Json;

namespace RuleGen.Tests.Cli;

/// <summary><c>rulegen lint --baseline</c>: only findings that were not known are shown.</summary>
public sealed class LintBaselineTests
{
    private const string Id = "2Y_back_pain_fusion";

    private static readonly string Text = Repository.Read("sql", "published", $"{Id}.sql");

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("--write-baseline")]
    [TestCase("--format")]
    public void What_is_in_the_baseline_is_not_shown(string by)
    {
        if (by == "--format")
        {
            _folder.Write("base.json", RuleGenProcess.Run("lint", Id, "--format", "json").Output);
        }
        else
        {
            WriteBaseline(Id);
        }

        var result = Lint(Id, "--fail-on", "info");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Is.Empty);
        Assert.That(result.Output, Does.StartWith("This rests on:\n"));
        Assert.That(
            result.Output,
            Does.EndWith("\n0 new findings: 0 errors, 0 warnings, 0 infos; 6 more are in the baseline\n")
        );
    }

    [Test]
    public void Writing_a_baseline_shows_all_findings_and_is_clean()
    {
        var result = RuleGenProcess.Run("lint", Id, "--write-baseline", _folder["base.json"], "--fail-on", "info");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Error, Is.EqualTo($"{_folder["base.json"]}: 6 findings of 1 coding\n"));
        Assert.That(result.Output, Is.EqualTo(RuleGenProcess.Run("lint", Id).Output));
        Approved.Check("Linting/2Y.baseline.json", File.ReadAllText(_folder["base.json"]));
    }

    [TestCase(
        "AND Primary_Spell",
        "\n\n-- a comment\nAND Primary_Spell",
        TestName = "Shifted_lines_bring_nothing_back"
    )]
    [TestCase("WHEN (", "WHEN Age_At_Start_of_Spell_SUS > 0 AND (", TestName = "Renumbered_clauses_bring_nothing_back")]
    [TestCase(
        "OR Any_Spell_Diagnosis LIKE '%M45%'\n",
        "",
        TestName = "A_clause_dropped_within_a_finding_brings_nothing_back"
    )]
    [TestCase(
        "THEN '2Y_back_pain_fusion'",
        "THEN '2Y_back_pain_fusion'\nWHEN Admission_Method = '81' THEN 'x'",
        TestName = "Another_arm_brings_nothing_back"
    )]
    public void An_edit_elsewhere(string before, string after)
    {
        WriteBaseline(Write(Text));
        Assert.That(Text, Does.Contain(before));

        var result = Lint(Write(Text.Replace(before, after, StringComparison.Ordinal)), "--fail-on", "info");

        Assert.That(result.ExitCode, Is.Zero, result.Output);
        Assert.That(result.Output, Does.Contain("\n0 new findings: "));
    }

    [Test]
    public void A_new_finding_is_shown_and_counts_for_the_exit_code()
    {
        WriteBaseline(Write("WHERE Admission_Method <> '11'"));
        var edit = Write(
            "WHERE Age_At_Start_of_Spell_SUS > 3 AND Admission_Method <> '11' AND Administrative_Category <> '02'"
        );

        var result = Lint(edit, "--fail-on", "warning");
        var json = JsonDocument.Parse(Lint(edit, "--format", "json").Output).RootElement;

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Output, Does.Contain("RG1008: exclusions, clause 3\n").And.Not.Contain("clause 2\n"));
        Assert.That(
            result.Output,
            Does.EndWith("\n1 new finding: 0 errors, 1 warning, 0 infos; 1 more is in the baseline\n")
        );
        Assert.That(json.GetProperty("findings").GetArrayLength(), Is.EqualTo(1));
        Assert.That(json.GetProperty("counts").GetProperty("warning").GetInt32(), Is.EqualTo(1));
        Assert.That(json.GetProperty("baseline").GetProperty("known").GetInt32(), Is.EqualTo(1));
        Assert.That(json.GetProperty("baseline").GetProperty("gone").GetInt32(), Is.Zero);
    }

    [Test]
    public void What_occurs_no_more_is_counted_in_a_note()
    {
        WriteBaseline(Write("WHERE Admission_Method <> '11' AND Administrative_Category <> '02'"));

        var result = Lint(Write("WHERE Admission_Method <> '11'"));

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(
            result.Error,
            Is.EqualTo($"{_folder["base.json"]}: 1 finding is there no more; --write-baseline writes what is\n")
        );
    }

    [Test]
    public void A_clause_that_stands_twice_and_was_known_once_is_new_once()
    {
        WriteBaseline(Write("WHEN Admission_Method LIKE 'abc' THEN 'a'"));

        var result = Lint(
            Write(
                "WHEN Admission_Method = '11' AND Admission_Method LIKE 'abc' THEN 'b' WHEN Admission_Method LIKE 'abc' THEN 'a'"
            ),
            "--format",
            "json"
        );

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Output);
        Assert.That(
            JsonDocument
                .Parse(result.Output)
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Count(finding => finding.GetProperty("code").GetString() == "RG1005"),
            Is.EqualTo(1)
        );
    }

    [Test]
    public void Several_codings_share_a_baseline()
    {
        var (one, other) = (
            _folder.Write("one.sql", "WHERE Admission_Method <> '11'"),
            _folder.Write("other.sql", "WHERE Admission_Method <> '11' AND Administrative_Category <> '02'")
        );
        WriteBaseline(one, other);

        var both = Lint(one, other, "--fail-on", "info");
        var single = Lint(other, "--fail-on", "info");

        Assert.That((both.ExitCode, single.ExitCode), Is.EqualTo((0, 0)));
        Assert.That((both.Error, single.Error), Is.EqualTo(("", "")));
        Assert.That(
            both.Output,
            Does.StartWith($"{one}\n\nThis rests on:\n").And.Contain($"\n\n{other}\n\nThis rests on:\n")
        );
        Assert.That(
            both.Output,
            Does.EndWith("\nIn all 0 new findings: 0 errors, 0 warnings, 0 infos; 3 more are in the baseline\n")
        );

        _folder.Write("one.sql", "WHERE Administrative_Category <> '02'");
        Assert.That(
            Lint(one, other, "--fail-on", "info").ExitCode,
            Is.EqualTo(1),
            "the other's finding is not its own"
        );
    }

    [Test]
    public void The_json_of_several_codings_is_a_baseline_too()
    {
        var (one, other) = (
            _folder.Write("one.sql", "WHERE Admission_Method <> '11'"),
            _folder.Write("other.sql", "WHERE Admission_Method LIKE '[0-9]1'")
        );
        var json = RuleGenProcess.Run("lint", one, other, "--format", "json").Output;
        _folder.Write("base.json", json);

        var result = Lint(one, other, "--fail-on", "info");

        Assert.That(result.ExitCode, Is.Zero, result.Output);
        var counts = JsonDocument.Parse(json).RootElement.GetProperty("counts");
        Assert.That(
            (counts.GetProperty("warning").GetInt32(), counts.GetProperty("info").GetInt32()),
            Is.EqualTo((1, 1))
        );
    }

    [Test]
    public void A_coding_that_the_baseline_does_not_have_is_named()
    {
        WriteBaseline(Write("WHERE Admission_Method <> '11'"));
        var renamed = _folder.Write("renamed.sql", "WHERE Admission_Method <> '11'");

        var result = Lint(renamed, "--fail-on", "warning");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            result.Error,
            Is.EqualTo($"{_folder["base.json"]}: has nothing of renamed, whose findings are all new\n")
        );
    }

    [Test]
    public void Two_codings_of_one_name_cannot_be_told_apart()
    {
        Directory.CreateDirectory(_folder["old"]);
        var (one, other) = (
            Write("WHERE Admission_Method <> '11'"),
            _folder.Write("old/coding.sql", "WHERE Admission_Method <> '12'")
        );

        var result = RuleGenProcess.Run("lint", one, other, "--write-baseline", _folder["base.json"]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("RG0601: Two codings would be called 'coding' in the baseline"));
        Assert.That(File.Exists(_folder["base.json"]), Is.False);
    }

    [TestCase("", "RG0307: The baseline is not JSON: ")]
    [TestCase("{\"coding\": \"a\",\n  findings}", ":2:1: RG0307: The baseline is not JSON: ")]
    [TestCase("[]", "RG0307: The file is no baseline of findings: 'coding' is missing from []")]
    [TestCase("{\"runs\": []}", "RG0307: The file is no baseline of findings: 'coding' is missing from {\"runs\": []}")]
    [TestCase("{\"codings\": {}}", "RG0307: The file is no baseline of findings: 'codings' is no array")]
    [TestCase("{\"coding\": \"a\"}", "RG0307: The file is no baseline of findings: 'findings' is missing from ")]
    [TestCase(
        "{\"coding\": \"a\", \"findings\": [1]}",
        "RG0307: The file is no baseline of findings: 'code' is missing from 1"
    )]
    public void A_file_that_is_no_baseline_is_refused(string json, string message)
    {
        _folder.Write("base.json", json);

        var result = Lint(Id);

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain(message).And.Contain("--write-baseline"));
    }

    [Test]
    public void A_baseline_that_is_not_there_is_refused()
    {
        var result = Lint(Id);

        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(result.Error, Does.Contain("RG0501").And.Contain("base.json"));
    }

    [Test]
    public void A_baseline_is_not_written_over_the_one_that_is_read()
    {
        WriteBaseline(Id);
        var before = File.ReadAllText(_folder["base.json"]);

        var result = Lint(Id, "--write-baseline", _folder["base.json"]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("RG0503"));
        Assert.That(File.ReadAllText(_folder["base.json"]), Is.EqualTo(before));
    }

    private string Write(string text) => _folder.Write("coding.sql", text);

    private void WriteBaseline(params string[] codings) =>
        Assert.That(
            RuleGenProcess.Run(["lint", .. codings, "--write-baseline", _folder["base.json"]]).ExitCode,
            Is.Zero
        );

    private ProcessResult Lint(params string[] arguments) =>
        RuleGenProcess.Run(["lint", .. arguments, "--baseline", _folder["base.json"]]);
}
