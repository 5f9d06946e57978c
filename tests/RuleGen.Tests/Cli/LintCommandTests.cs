using System.Text.Json;
using RuleGen.Proof.Findings;

namespace RuleGen.Tests.Cli;

public sealed class LintCommandTests
{
    private const string Id = "2Y_back_pain_fusion";
    private const string Published = "sql/published/2Y_back_pain_fusion.sql";

    [Test]
    public void A_published_coding_is_shown_with_the_lines_of_its_text()
    {
        var result = RuleGenProcess.Run("lint", Id);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Is.Empty);
        Approved.Check("Linting/2Y.txt", result.Output);
    }

    [Test]
    public void Json_holds_the_same_as_the_text()
    {
        var result = RuleGenProcess.Run("lint", Id, "--format", "json");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Approved.Check("Linting/2Y.json", result.Output);
        var document = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(
            document
                .GetProperty("findings")
                .EnumerateArray()
                .Select(finding => finding.GetProperty("code").GetString()),
            Does.Contain("RG1001")
                .And.Contain("RG1008")
                .And.Contain("RG1009")
                .And.Contain("RG1010")
                .And.Not.Contain("RG1011")
        );
    }

    [Test]
    public void The_published_text_by_its_path_has_the_same_findings() =>
        Assert.That(RuleGenProcess.Run("lint", Published).Output, Is.EqualTo(RuleGenProcess.Run("lint", Id).Output));

    [TestCase("Admission_Method LIKE 'abc'", "error", 1)]
    [TestCase("Admission_Method LIKE 'abc'", "never", 0)]
    [TestCase("Admission_Method <> '11'", "error", 0)]
    [TestCase("Admission_Method <> '11'", "warning", 1)]
    [TestCase("Admission_Method LIKE '[0-9]1'", "warning", 0)]
    [TestCase("Admission_Method LIKE '[0-9]1'", "info", 1)]
    [TestCase("Admission_Method LIKE '1%'", "info", 0)]
    public void The_exit_code_is_that_of_the_worst_finding(string text, string failOn, int exitCode)
    {
        var result = RuleGenProcess.RunWithInput(text, "lint", "-", "--fail-on", failOn);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Output + result.Error);
    }

    [Test]
    public void A_text_without_findings_says_so_and_what_it_rests_on()
    {
        var result = RuleGenProcess.RunWithInput("Admission_Method LIKE '1%'", "lint", "-", "--assume", "ascii");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(
            result.Output,
            Does.StartWith("This rests on:\n  Collation Latin1_General_CI_AS (rules 0.10 and 1.31 to 1.35)\n")
        );
        Assert.That(result.Output, Does.Contain("  Assumed: Every value holds only printable ASCII characters"));
        Assert.That(result.Output, Does.EndWith("\n0 findings: 0 errors, 0 warnings, 0 infos\n"));
    }

    /// <summary>NULL is UNKNOWN to NOT LIKE (rules 1.21, 5.4), and a row must have TRUE to be kept (rule 5.4).</summary>
    [TestCase(
        "WHERE Admission_Method LIKE '2%' AND Any_Spell_Diagnosis NOT LIKE '%K57%' AND Any_Spell_Diagnosis NOT LIKE '%K62%'",
        "write ((Any_Spell_Diagnosis NOT LIKE '%K57%' AND Any_Spell_Diagnosis NOT LIKE '%K62%') OR "
            + "Any_Spell_Diagnosis IS NULL). "
    )]
    [TestCase(
        "select * from [dbo].[APCS] as [x] where (x.[Admission_Method] like 'L%' and "
            + "not x.Any_Spell_Diagnosis like '%K57%') or x.Admission_Method like 'G%'",
        "write (NOT x.Any_Spell_Diagnosis LIKE '%K57%' OR x.Any_Spell_Diagnosis IS NULL). "
    )]
    public void The_remedy_for_NULL_is_for_the_clauses_that_lose_it(string text, string remedy)
    {
        var result = RuleGenProcess.RunWithInput(text, "lint", "-", "--assume", "ascii");

        Assert.That(result.Output, Does.Contain("warning RG1008: "));
        Assert.That(result.Output, Does.Contain(remedy));
    }

    [Test]
    public void A_pattern_in_both_cases_of_its_letters_has_one_finding_on_its_sets()
    {
        var result = RuleGenProcess.RunWithInput("Any_Spell_Diagnosis LIKE '[xX][xX][xX]'", "lint", "-");

        Assert.That(result.Output.Split("RG1002"), Has.Length.EqualTo(2), result.Output);
        Assert.That(result.Output, Does.Contain("Under Latin1_General_CI_AS a letter is the same in both cases"));
        Assert.That(
            RuleGenProcess
                .RunWithInput("Any_Spell_Diagnosis LIKE '[xX]'", "lint", "-", "--collation", "Latin1_General_BIN2")
                .Output,
            Does.Not.Contain("RG1002")
        );
    }

    [Test]
    public void What_matches_nothing_only_as_assumed_says_what_was_assumed()
    {
        var result = RuleGenProcess.RunWithInput(
            "Admission_Method LIKE '3%' OR Admission_Method = '1'",
            "lint",
            "-",
            "--assume",
            "Administrative_Category = '01'",
            "--assume",
            "Admission_Method LIKE '[12]%'"
        );

        Assert.That(
            result.Output,
            Does.Contain(
                "No value that Admission_Method varchar(2) holds matches, because of what is assumed: "
                    + "Admission_Method LIKE '[12]%'. The condition is TRUE for no row as assumed."
            )
        );
        Assert.That(
            result.Output,
            Does.Contain("Remedy: Drop it. Proven: For rows as assumed, every row keeps its result.")
        );
    }

    [Test]
    public void A_collation_and_a_schema_can_be_named()
    {
        var result = RuleGenProcess.Run("lint", Id, "--collation", "Latin1_General_BIN2");

        Assert.That(result.Output, Does.Not.Contain("RG1010"));
        Assert.That(result.Output, Does.Contain($"{Published}:18:5: warning RG1008: arm 1, clause 15\n"));
    }

    [TestCase("no_such_coding", "", 2, "RG0602")]
    [TestCase(Id, "--assume=1 = 0", 2, "RG0604")]
    [TestCase(Id, "--assume=WHERE 1=1", 2, "RG0601")]
    [TestCase(Id, "--assume=Admision_Method = 'x'", 3, "RG0105")]
    [TestCase(Id, "--fail-on=fatal", 2, "RG0601")]
    [TestCase(Id, "--collation=Klingon_CI_AS", 3, "RG0006")]
    [TestCase(Id, "--schema=no.json", 5, "RG0501")]
    [TestCase("tests", "", 2, "RG0602")]
    public void A_mistake_is_refused(string coding, string option, int exitCode, string code)
    {
        string[] arguments = option.Length == 0 ? ["lint", coding] : ["lint", coding, option];
        var result = RuleGenProcess.Run(arguments);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Error);
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.ErrorLines[^1], Does.Contain(code));
    }

    [Test]
    public void Text_that_is_no_coding_is_refused_as_json_too()
    {
        var result = RuleGenProcess.RunWithInput("WHEN", "lint", "-", "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(JsonDocument.Parse(result.Output).RootElement.GetProperty("errors").GetArrayLength(), Is.Positive);
    }

    [Test]
    public void Help_lists_every_kind_of_finding()
    {
        var result = RuleGenProcess.Run("lint", "--help");

        Assert.That(
            FindingCodes.All,
            Is.All.Matches<FindingCode?>(code =>
                result.Output.Contains($"  {code!.Id}  ", StringComparison.Ordinal)
                && result.Output.Contains(code.Meaning, StringComparison.Ordinal)
            )
        );
    }
}
