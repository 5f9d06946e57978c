using System.Text.Json;

namespace RuleGen.Tests.Cli;

public sealed class TestCommandTests
{
    private const string Id = "2Y_back_pain_fusion";

    private static readonly string Fixtures = Repository.PathOf("generated", Id, "fixtures.csv");

    [Test]
    public void A_coding_passes_its_own_fixtures()
    {
        var result = RuleGenProcess.Run("test", Id, "--fixtures", Fixtures);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Is.EqualTo($"{Id}: 85 rows, 0 otherwise than expected\n"));
        Assert.That(result.Error, Is.Empty);
    }

    [Test]
    public void An_edit_that_the_fixtures_catch_fails_with_the_clause()
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write(
            "edit.sql",
            Repository
                .Read("sql", "published", $"{Id}.sql")
                .Replace("19 AND 120", "20 AND 120", StringComparison.Ordinal)
        );

        var text = RuleGenProcess.Run("test", edit, "--fixtures", Fixtures);
        var json = RuleGenProcess.Run("test", edit, "--fixtures", Fixtures, "--format", "json");

        Assert.That((text.ExitCode, json.ExitCode), Is.EqualTo((1, 1)));
        Assert.That(
            text.Output,
            Does.Contain(
                $"  expected  kept, outcome '{Id}'\n  found     kept, outcome NULL: no arm: arm 1 fails, ISNULL("
            )
        );
        Assert.That(text.Output, Does.EndWith("edit.sql: 85 rows, 10 otherwise than expected\n"));
        var failure = JsonDocument.Parse(json.Output).RootElement.GetProperty("failures")[0];
        Assert.That(failure.GetProperty("row").GetProperty("Age_At_Start_of_Spell_SUS").GetInt32(), Is.EqualTo(19));
        Assert.That(failure.GetProperty("decided").GetString(), Does.Contain("BETWEEN 20 AND 120 is FALSE"));
        Assert.That(failure.GetProperty("expected").GetProperty("kept").GetBoolean());
    }

    [TestCase("11,1,x", 0)]
    [TestCase("\"11\",1,x", 0)]
    [TestCase("21,0,", 0)]
    [TestCase("21,0,\\N", 0)]
    [TestCase("31,1,", 0)]
    [TestCase("31,1,\"\"", 1)]
    [TestCase("11,0,", 1)]
    [TestCase("11,1,y", 1)]
    [TestCase(",1,x", 1)]
    [TestCase("1ß,1,x", 4)]
    [TestCase("11,2,x", 3)]
    [TestCase("11,0,x", 3)]
    [TestCase("11,yes,x", 3)]
    public void A_file_by_hand_needs_the_columns_of_the_coding_alone(string row, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var coding = folder.Write(
            "text.sql",
            "WHEN Admission_Method = '11' THEN 'x' WHERE Admission_Method NOT LIKE '2%' OR Admission_Method IS NULL"
        );
        var fixtures = folder.Write("f.csv", $"Admission_Method,ExpectedKept,ExpectedOutcome\n{row}\n");

        var result = RuleGenProcess.Run("test", coding, "--fixtures", fixtures);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Output + result.Error);
    }

    [Test]
    public void A_file_without_the_two_columns_is_no_file_of_fixtures()
    {
        using var folder = new TemporaryFolder();
        var coding = folder.Write("text.sql", "WHERE Admission_Method = '11'");
        var fixtures = folder.Write("f.csv", "Admission_Method\n11\n");

        var result = RuleGenProcess.Run("test", coding, "--fixtures", fixtures);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("Column 'ExpectedKept' is missing").And.Contain("'ExpectedOutcome'"));
    }

    [TestCase("evaluate", "--input", 0)]
    [TestCase("verify", "--data", 0)]
    public void Commands_that_do_not_look_at_expectations_say_so(string command, string option, int exitCode)
    {
        string[] rows = command == "verify" ? ["--rows", "10"] : [];

        var result = RuleGenProcess.Run([command, Id, option, Fixtures, "--null", "\\N", .. rows]);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
        Assert.That(result.Error, Does.Contain($"which {command} does not look at; rulegen test --fixtures does"));
    }

    [Test]
    public void The_last_line_of_verify_says_what_its_green_means() =>
        Assert.That(
            RuleGenProcess.Run("verify", Id, "--rows", "10").Output,
            Does.EndWith(
                "The engines agree on these rows. Whether a coding is right, they do not say: test and prove do.\n"
            )
        );

    [TestCase("evaluate", "--input")]
    [TestCase("diff", "--data")]
    [TestCase("verify", "--data")]
    public void What_is_doubtful_in_data_is_said_and_refused_where_that_is_asked(string command, string option)
    {
        using var folder = new TemporaryFolder();
        var coding = folder.Write(
            "text.sql",
            "WHERE Primary_Spell_Procedure = 'V382' OR Age_At_Start_of_Spell_SUS > 5"
        );
        var other = folder.Write("other.sql", "WHERE Primary_Spell_Procedure = 'V382'");
        var data = folder.Write(
            "d.csv",
            "APCS_Ident,Primary_Spell_Procedure,Age_At_Start_of_Spell_SUS\n1,V382,3\n1,NULL,-5\n2,V38.2,1\n"
        );
        string[] arguments = command switch
        {
            "diff" => [command, coding, other, option, data],
            "verify" => [command, coding, option, data, "--rows", "10"],
            _ => [command, coding, option, data],
        };

        var lenient = RuleGenProcess.Run(arguments);
        var strict = RuleGenProcess.Run([.. arguments, "--strict"]);

        Assert.That(
            lenient.Error,
            Does.Contain(
                    "d.csv: Primary_Spell_Procedure: 1 row holds NULL without quotes, which is taken for text; say --null NULL if "
                        + "it means NULL: 'NULL' in line 3 (APCS_Ident = 1)\n"
                )
                .And.Contain(
                    "d.csv: Primary_Spell_Procedure: 1 row holds a value of another shape than [A-Z][0-9][0-9] or "
                )
                .And.Contain(
                    "d.csv: Age_At_Start_of_Spell_SUS: 1 row holds a value of another shape than 0 to 130: '-5'"
                )
                .And.Contain("d.csv: 1 row has the key of an earlier row: line 3 (APCS_Ident = 1)\n")
        );
        Assert.That(lenient.ExitCode, Is.LessThan(3));
        Assert.That(strict.ExitCode, Is.EqualTo(3));
        Assert.That(strict.Error, Does.Contain("RG0305"));
        if (command != "evaluate")
        {
            var json = JsonDocument.Parse(RuleGenProcess.Run([.. arguments, "--format", "json"]).Output);
            Assert.That(json.RootElement.GetProperty("doubts").GetArrayLength(), Is.EqualTo(4));
        }
    }
}
