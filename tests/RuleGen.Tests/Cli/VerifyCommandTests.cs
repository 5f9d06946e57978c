using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RuleGen.Tests.Cli;

public sealed class VerifyCommandTests
{
    private const string Id = "2Y_back_pain_fusion";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_coding_is_the_same_to_every_engine()
    {
        var result = RuleGenProcess.Run("verify", Id, "--rows", "2000");

        Assert.That(result.ExitCode, Is.Zero, result.Output);
        Assert.That(result.Error, Is.Empty);
        Assert.That(
            Regex.Replace(result.Output, @"\d+\.\d \|", "0.0 |"),
            Is.EqualTo(
                """
                2Y_back_pain_fusion
                +--------------------------------------------------------------------+
                | Engine                 | Rows | Disagree | Not evaluated | Seconds |
                |------------------------+------+----------+---------------+---------|
                | engine                 | 2085 |          |             0 |     0.0 |
                | interpreter (view)     | 2085 |        0 |             0 |     0.0 |
                | interpreter (function) | 2085 |        0 |             0 |     0.0 |
                | SQLCLR                 | 2085 |        0 |             0 |     0.0 |
                | SQLite                 | 2085 |        0 |             0 |     0.0 |
                +--------------------------------------------------------------------+
                The engines agree on these rows. Whether a coding is right, they do not say: test and prove do.

                """.ReplaceLineEndings("\n")
            )
        );
    }

    [TestCase("--clr means nothing without --connection", "--clr")]
    [TestCase("--target means nothing without --connection", "--target", "sqlserver2019")]
    [TestCase("--data-from means nothing without --connection", "--data-from", "dbo.APCS")]
    [TestCase("--schema-name means nothing without --data-from", "--connection", "Server=x", "--schema-name", "ebi")]
    [TestCase("--rows means nothing beside", "--connection", "Server=x", "--data-from", "dbo.APCS", "--rows", "5")]
    [TestCase("--data means nothing beside", "--connection", "Server=x", "--data-from", "dbo.APCS", "--data", "x.csv")]
    [TestCase("--data-from 'a.b.c' is no two-part name", "--connection", "Server=x", "--data-from", "a.b.c")]
    public void Options_that_mean_nothing_together_are_refused(string message, params string[] options)
    {
        var result = RuleGenProcess.Run(["verify", .. options]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith($"RG0601: {message}"));
    }

    [TestCase("Latin1_General_BIN2")]
    [TestCase("SQL_Latin1_General_CP1_CI_AS")]
    public void Another_collation_is_verified_too(string collation)
    {
        var result = RuleGenProcess.Run("verify", Id, "--rows", "500", "--seed", "9", "--collation", collation);

        Assert.That(result.ExitCode, Is.Zero, result.Output);
    }

    [Test]
    public void Rows_of_a_file_are_taken_beside_the_sampled_ones()
    {
        var spells = Spells("1,V382,M545,M545,40,NULL,11,01", "2,v382,m545 ,m545,NULL,40,11,NULL");

        var result = RuleGenProcess.Run("verify", Id, "--data", spells, "--null", "NULL", "--rows", "98");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("| SQLite                 |  185 |        0 |"));
    }

    [Test]
    public void A_row_that_cannot_be_evaluated_is_named_and_the_answer_is_undecided()
    {
        var spells = Spells("1,V382,M545,M545,40,,11,01", "8,V382,M545,M54ß,40,,11,01");

        var result = RuleGenProcess.Run("verify", Id, "--data", spells, "--rows", "0");

        Assert.That(result.ExitCode, Is.EqualTo(4), result.Output);
        Assert.That(
            result.Error,
            Does.StartWith($"{spells}:3: not evaluated: Any_Spell_Diagnosis holds U+00DF 'ß', which ")
        );
        Assert.That(result.Output, Does.Contain("| SQLite                 |   87 |        0 |             1 |"));
    }

    [Test]
    public void A_file_of_any_length_is_read_in_parts_that_join_without_a_seam()
    {
        var rows = Enumerable
            .Range(1, 20_001)
            .Select(key => $"{key},V382,M545,{(key == 20_001 ? "ß" : "M545")},40,,11,01");

        var result = RuleGenProcess.Run("verify", Id, "--data", Spells([.. rows]), "--rows", "0", "--format", "json");

        Assert.That(result.Error, Does.StartWith($"{_folder["spells.csv"]}:20002: not evaluated: "));
        Assert.That(result.ErrorLines, Has.Length.EqualTo(1));
        foreach (var engine in JsonNode.Parse(result.Output)!["codings"]![0]!["engines"]!.AsArray())
        {
            Assert.That(engine!["rows"]!.GetValue<int>(), Is.EqualTo(20_086));
            Assert.That(engine["agree"]!.GetValue<int>(), Is.EqualTo(20_085));
        }
    }

    [Test]
    public void Json_has_the_counts_of_every_engine()
    {
        var result = RuleGenProcess.Run("verify", Id, "--rows", "100", "--format", "json");

        var document = JsonNode.Parse(result.Output)!;
        Assert.That(document["agreed"]!.GetValue<bool>(), Is.True);
        var coding = document["codings"]!.AsArray().Single()!;
        Assert.That(coding["coding"]!.GetValue<string>(), Is.EqualTo(Id));
        Assert.That(
            coding["engines"]!.AsArray().Select(engine => $"{engine!["engine"]} {engine["object"]} {engine["agree"]}"),
            Is.EqualTo([
                "engine  185",
                "interpreter view 185",
                "interpreter function 185",
                "SQLCLR  185",
                "SQLite  185",
            ])
        );
        Assert.That(coding["disagreements"]!.AsArray(), Is.Empty);
    }

    [Test]
    public void An_edit_of_the_text_is_verified_under_its_own_name()
    {
        var text = Repository.Read("sql", "published", $"{Id}.sql");
        var edit = _folder.Write("my edit.sql", text.Replace("%M462%", "%M46[23]%", StringComparison.Ordinal));

        var result = RuleGenProcess.RunIn(_folder.Path, "", "verify", "my edit.sql", "--rows", "300");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(File.Exists(edit), Is.True);
        Assert.That(result.Error, Does.StartWith("my edit.sql:20:1: 'Exclusions' is no T-SQL"));
        Assert.That(
            result.Output,
            Does.Match(@"^my edit\.sql\n[^a-z]+Engine(?s:.*)\| SQLite +\| +3\d\d \| +0 \| +0 \|")
        );
    }

    [Test]
    public void The_standard_input_is_read_for_a_hyphen()
    {
        var result = RuleGenProcess.RunWithInput(
            Repository.CsvHeader + "1,V382,M545,M545,40,,11,01\n",
            "verify",
            "--data",
            "-",
            "--rows",
            "0"
        );

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("|   86 |        0 |"));
    }

    [Test]
    public void Fixtures_alone_are_taken_where_no_rows_are_sampled()
    {
        var result = RuleGenProcess.Run("verify", Id, "--rows", "0");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("| SQLite                 |   85 |        0 |"));
    }

    [Test]
    public void A_coding_that_does_not_exist_is_a_mistake_of_usage()
    {
        var result = RuleGenProcess.Run("verify", "2Y_back_pain_fusio", "--rows", "1");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("RG0602: ").And.Contain($"Did you mean '{Id}'"));
    }

    [Test]
    public void A_file_that_lacks_a_column_is_invalid_input_in_json_too()
    {
        var spells = _folder.Write("spells.csv", "APCS_Ident\n1\n");

        var result = RuleGenProcess.Run("verify", "--data", spells, "--rows", "1", "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(JsonNode.Parse(result.Output)!["errors"]![0]!["code"]!.GetValue<string>(), Is.EqualTo("RG0302"));
    }

    private string Spells(params string[] rows) =>
        _folder.Write("spells.csv", Repository.CsvHeader + string.Join('\n', rows) + "\n");
}
