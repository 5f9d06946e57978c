using System.Text.Json;

namespace RuleGen.Tests.Cli;

public sealed class ReadCommandTests
{
    private const string Published = "sql/published/2Y_back_pain_fusion.sql";

    private const string ThreeErrors = """
        WHEN Primary_Spell_Diagnosis LIKE '%M54%'
        AND Admision_Method = '11'
        AND Age_At_Start_of_Spell_SUS LIKE '1%'
        AND Administrative_Category = 2
        THEN 'x'
        """;

    [Test]
    public void Text_is_tidy_and_what_was_repaired_is_noted_on_the_standard_error()
    {
        var result = RuleGenProcess.Run("read", Published);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.StartWith("WHEN\n").And.Contain("\n\nWHERE 1=1\n").And.EndsWith("<> '02'\n"));
        Assert.That(result.Error, Does.StartWith($"{Published}:20:1: 'Exclusions'"));
    }

    [Test]
    public void Tidy_text_reads_as_itself()
    {
        var text = RuleGenProcess.Run("read", Published).Output;

        var again = RuleGenProcess.RunWithInput(text, "read", "-");

        Assert.That(again, Is.EqualTo(new ProcessResult(0, text, "")));
    }

    [Test]
    public void Json_holds_the_coding_and_the_notes()
    {
        var result = RuleGenProcess.Run("read", Published, "--format", "json");

        var document = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(document.GetProperty("coding").GetProperty("arms").GetArrayLength(), Is.EqualTo(1));
        Assert.That(document.GetProperty("notes")[0].GetProperty("line").GetInt32(), Is.EqualTo(20));
    }

    [Test]
    public void Csharp_is_a_file_for_the_rules()
    {
        var result = RuleGenProcess.Run("read", Published, "--format", "csharp");

        Assert.That(result.Output, Does.StartWith("using RuleGen.Model;\n").And.Contain("\"2Y_back_pain_fusion\""));
    }

    [Test]
    public void Three_errors_are_reported_together_with_place_and_remedy()
    {
        var result = RuleGenProcess.RunWithInput(ThreeErrors, "read", "-");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.ErrorLines, Has.Length.EqualTo(3));
        Assert.That(
            result.ErrorLines[0],
            Does.StartWith("(standard input):2:5: RG0105: ")
                .And.Contain("'Admision_Method'")
                .And.Contain("Admission_Method")
        );
        Assert.That(
            result.ErrorLines[1],
            Does.StartWith("(standard input):3:").And.Contain("RG0001").And.Contain("'Age_At_Start_of_Spell_SUS'")
        );
        Assert.That(
            result.ErrorLines[2],
            Does.StartWith("(standard input):4:").And.Contain("RG0001").And.Contain("Put the number in quotes")
        );
    }

    [Test]
    public void Three_errors_in_json_have_their_places()
    {
        var result = RuleGenProcess.RunWithInput(ThreeErrors, "read", "-", "--format", "json");

        var errors = JsonDocument.Parse(result.Output).RootElement.GetProperty("errors").EnumerateArray().ToList();
        Assert.That(errors.Select(error => error.GetProperty("line").GetInt32()), Is.EqualTo(new[] { 2, 3, 4 }));
        Assert.That(errors.Select(error => error.GetProperty("remedy").GetString()), Is.All.Not.Empty);
    }

    [Test]
    public void An_evaluation_of_published_text_with_errors_leaves_the_old_results()
    {
        using var folder = new TemporaryFolder();
        var results = folder.Write("results.csv", "old results\n");

        var result = RuleGenProcess.Run(
            "evaluate",
            folder.Write("coding.sql", ThreeErrors),
            "--input",
            folder.Write("spells.csv", Repository.CsvHeader),
            "--output",
            results
        );

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.ErrorLines, Has.Length.EqualTo(3).And.All.StartWith(folder["coding.sql"] + ":"));
        Assert.That(File.ReadAllText(results), Is.EqualTo("old results\n"));
    }

    [Test]
    public void A_coding_by_its_id_and_by_its_published_text_give_the_same_results()
    {
        using var folder = new TemporaryFolder();
        var spells = folder["spells.csv"];
        RuleGenProcess.Run("sample", "--rows", "5000", "--null", "\\N", "--output", spells);

        var byId = RuleGenProcess.Run("evaluate", "2Y_back_pain_fusion", "--input", spells, "--null", "\\N");
        var byText = RuleGenProcess.Run("evaluate", Published, "--input", spells, "--null", "\\N");

        Assert.That(byId.Output, Does.Contain(",1,2Y_back_pain_fusion\n"));
        Assert.That(byText.Output, Is.EqualTo(byId.Output));
    }

    [TestCase("", "RG0107")]
    [TestCase("WHERE Admission_Method = '11", "RG0103")]
    public void Text_without_a_coding_is_invalid_input(string text, string code)
    {
        var result = RuleGenProcess.RunWithInput(text, "read", "-");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.StartWith("(standard input):1:").And.Contain(code));
    }
}
