using System.Text.Json.Nodes;

namespace RuleGen.Tests.Cli;

public sealed class FixturesCommandTests
{
    private const string Id = "2Y_back_pain_fusion";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("text", "txt")]
    [TestCase("csv", "csv")]
    [TestCase("sql", "sql")]
    public void Fixtures_are_the_approved_ones(string format, string extension)
    {
        var result = RuleGenProcess.Run("fixtures", Id, "--format", format);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Approved.Check($"Fixtures/{Id}.{extension}", result.Output);
    }

    [Test]
    public void The_files_in_generated_are_what_the_command_writes()
    {
        foreach (var format in (string[])["csv", "sql"])
        {
            Assert.That(
                Repository.Read("generated", Id, $"fixtures.{format}"),
                Is.EqualTo(RuleGenProcess.Run("fixtures", Id, "--format", format).Output)
            );
        }
    }

    [Test]
    public void A_file_is_written_with_a_summary_beside_it()
    {
        var result = RuleGenProcess.Run("fixtures", Id, "--format", "csv", "--output", _folder["f.csv"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Is.Empty);
        Assert.That(
            result.Error,
            Is.EqualTo("85 fixtures catch 356 of 383 mistakes; 27 are proven to change no result, 0 are undecided.\n")
        );
        Assert.That(File.ReadAllText(_folder["f.csv"]), Does.StartWith("Fixture,APCS_Ident,"));
    }

    [TestCase("csv", ExpectedResult = true)]
    [TestCase("sql", ExpectedResult = false)]
    public bool A_label_that_a_spreadsheet_would_run_is_noted(string format)
    {
        var coding = _folder.Write("coding.sql", "WHEN Admission_Method = '11' THEN '=1+1'");

        return RuleGenProcess
            .Run("fixtures", coding, "--format", format)
            .Error.Contains("a spreadsheet takes it for a formula", StringComparison.Ordinal);
    }

    [Test]
    public void The_CSV_file_is_read_back_and_has_the_expected_results()
    {
        var csv = Repository.PathOf("generated", Id, "fixtures.csv");

        var result = RuleGenProcess.Run("evaluate", Id, "--input", csv, "--null", @"\N");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var found = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var lines = File.ReadAllLines(csv).Skip(1).ToList();
        Assert.That(found, Has.Count.EqualTo(lines.Count));
        foreach (var (line, answer) in lines.Zip(found))
        {
            var parts = answer.Split(',');
            Assert.That(line, Does.StartWith($"{parts[0]},{parts[0]},").And.Contain($",{parts[1]},{parts[2]},"));
        }
    }

    [Test]
    public void Json_has_rows_reasons_and_counts()
    {
        var document = JsonNode.Parse(RuleGenProcess.Run("fixtures", Id, "--format", "json").Output)!;

        Assert.That(document["fixtures"]!.AsArray(), Has.Count.EqualTo(85));
        Assert.That(document["mutants"]!["total"]!.GetValue<int>(), Is.EqualTo(383));
        Assert.That(document["mutants"]!["equivalent"]!.AsArray(), Has.Count.EqualTo(27));
        var first = document["fixtures"]![0]!;
        Assert.That(first["row"]!["APCS_Ident"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(first["place"]!.GetValue<string>(), Is.EqualTo("arm 1, clause 1"));
        Assert.That(first["catches"]![0]!["mistake"]!.GetValue<string>(), Is.EqualTo("'%V38[23456]%' without 2"));
    }

    [Test]
    public void An_edit_of_the_text_has_fixtures_of_its_own()
    {
        var edit = _folder.Write(
            "edit.sql",
            "WHEN Admission_Method = '\\N' THEN 'x' WHERE Administrative_Category <> '02'"
        );

        var result = RuleGenProcess.Run("fixtures", edit, "--format", "csv");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain(",\"\\N\",").And.Contain(",\\N,"), "the text in quotes, NULL without");
    }

    [Test]
    public void A_question_that_is_too_large_is_undecided()
    {
        var patterns = Enumerable
            .Range(0, 40)
            .Select(i => $"Primary_Spell_Procedure LIKE '%{(char)('A' + (i % 26))}{i:00}%'");
        var edit = _folder.Write("edit.sql", string.Join(" AND ", patterns));

        var result = RuleGenProcess.Run("fixtures", edit);

        Assert.That(result.ExitCode, Is.EqualTo(4), result.Error);
        Assert.That(result.Output, Does.Contain("Undecided mistakes:\n").And.Contain("(too-many-states)\n"));
    }

    [Test]
    public void A_coding_that_does_not_exist_is_a_mistake_of_usage() =>
        Assert.That(RuleGenProcess.Run("fixtures", "2Y_back_pain_fusio").ExitCode, Is.EqualTo(2));

    [Test]
    public void A_file_that_cannot_be_written_is_named()
    {
        var result = RuleGenProcess.Run("fixtures", Id, "--output", _folder["none/f.csv"], "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(result.Error, Does.StartWith("RG0502").Or.Contain("RG0502: "));
        Assert.That(_folder.Names, Is.Empty);
    }
}
