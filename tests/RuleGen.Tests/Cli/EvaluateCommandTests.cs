namespace RuleGen.Tests.Cli;

public sealed class EvaluateCommandTests
{
    private const string Rows = """
        1,V382,M545,M545,40,\N,11,01
        2,V382,M545,M545,40,\N,11,02
        3,V382,M545,M545,40,\N,11,\N
        4,V382,M545,M545,18,\N,11,01
        5,V382,M545,,\N,120,11,01
        """;

    private static readonly string Spells = Repository.CsvHeader + Rows + "\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Every_row_comes_out_with_its_key_kept_and_outcome()
    {
        var result = Evaluate("2Y_back_pain_fusion", Spells, "--null", "\\N");

        Assert.That(
            result.Output,
            Is.EqualTo(
                """
                APCS_Ident,Kept,Outcome
                1,1,2Y_back_pain_fusion
                2,0,\N
                3,0,\N
                4,1,\N
                5,1,2Y_back_pain_fusion

                """.ReplaceLineEndings("\n")
            )
        );
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Error, Is.EqualTo("5 rows: 3 kept, 2 with an outcome\n"));
    }

    [TestCase("=1+1", "U+003D '='")]
    [TestCase("+44", "U+002B '+'")]
    [TestCase("-1", "U+002D '-'")]
    [TestCase("@SUM(A1)", "U+0040 '@'")]
    [TestCase("\tx", "U+0009")]
    [TestCase("＝1", "U+FF1D '＝'")]
    public void A_label_that_a_spreadsheet_would_run_is_noted_once(string label, string beginning)
    {
        var coding = _folder.Write("coding.sql", $"WHEN Admission_Method = '11' THEN '{label}' ELSE '{label}'");

        var result = Evaluate(coding, Spells, "--null", "\\N");

        Assert.That(result.Output, Does.Contain(label));
        Assert.That(
            result.Error,
            Does.Contain($"begins with {beginning}: a spreadsheet takes it for a formula when it opens the CSV file\n")
        );
        Assert.That(result.Error.Split("spreadsheet"), Has.Length.EqualTo(2));
    }

    [Test]
    public void Explain_adds_the_clause_that_decided()
    {
        var lines = Evaluate("2y_BACK_pain_fusion", Spells, "--null", "\\N", "--explain").Output.Split('\n');

        Assert.That(lines[0], Is.EqualTo("APCS_Ident,Kept,Outcome,Clause"));
        Assert.That(lines[1], Does.StartWith("1,1,2Y_back_pain_fusion,arm 1 gives '2Y_back_pain_fusion'"));
        Assert.That(
            lines[3],
            Is.EqualTo(
                @"3,0,\N,excluded: apcs.Administrative_Category <> '02' is UNKNOWN (Administrative_Category is NULL)"
            )
        );
    }

    [Test]
    public void The_standard_input_is_read_for_a_hyphen()
    {
        var result = RuleGenProcess.RunWithInput(
            Spells,
            "evaluate",
            "2Y_back_pain_fusion",
            "--input",
            "-",
            "--null",
            "\\N"
        );

        Assert.That(result.Output, Is.EqualTo(Evaluate("2Y_back_pain_fusion", Spells, "--null", "\\N").Output));
    }

    [Test]
    public void A_result_file_is_the_same_bytes_as_the_standard_output()
    {
        Evaluate("2Y_back_pain_fusion", Spells, "--null", "\\N", "--output", _folder["out.csv"]);

        Assert.That(
            File.ReadAllText(_folder["out.csv"]),
            Is.EqualTo(Evaluate("2Y_back_pain_fusion", Spells, "--null", "\\N").Output)
        );
        Assert.That(_folder.Names, Is.EqualTo(new[] { "out.csv", "spells.csv" }));
    }

    [Test]
    public void A_row_with_an_unmodelled_character_is_named_and_left_without_a_result()
    {
        const string Rows = "8,V382,M545,M54ß,40,,11,01\n9,,,,,,,01\n";

        var result = Evaluate("2Y_back_pain_fusion", Repository.CsvHeader + Rows);

        Assert.That(result.ExitCode, Is.EqualTo(4));
        Assert.That(result.Output, Is.EqualTo("APCS_Ident,Kept,Outcome\n8,,\n9,1,\n"));
        Assert.That(
            result.ErrorLines[0],
            Does.StartWith(
                $"{_folder["spells.csv"]}:2: not evaluated: APCS_Ident = 8: Any_Spell_Diagnosis holds U+00DF"
            )
        );
        Assert.That(result.ErrorLines[1], Is.EqualTo("2 rows: 1 kept, 0 with an outcome, 1 not evaluated"));
    }

    [Test]
    public void After_twenty_rows_that_are_not_evaluated_the_others_are_counted()
    {
        var rows = string.Concat(Enumerable.Range(1, 25).Select(key => $"{key},V382,M545,ß,40,,11,01\n"));

        var lines = Evaluate("2Y_back_pain_fusion", Repository.CsvHeader + rows).ErrorLines;

        Assert.That(lines, Has.Length.EqualTo(22));
        Assert.That(lines[20], Is.EqualTo("… and 5 more rows that were not evaluated"));
        Assert.That(lines[21], Is.EqualTo("25 rows: 0 kept, 0 with an outcome, 25 not evaluated"));
    }

    [Test]
    public void Batches_join_without_a_seam()
    {
        var rows = string.Concat(Enumerable.Range(1, 5000).Select(key => $"{key},V382,M545,M545,40,,11,01\n"));

        var lines = Evaluate("2Y_back_pain_fusion", Repository.CsvHeader + rows).Output.Split('\n');

        Assert.That(lines[1..^1], Is.EqualTo(Enumerable.Range(1, 5000).Select(key => $"{key},1,2Y_back_pain_fusion")));
    }

    [Test]
    public void Another_collation_takes_the_place_of_the_schema_files()
    {
        const string Row = "1,v382,m545,M545,40,,11,01\n";

        Assert.That(
            Evaluate("2Y_back_pain_fusion", Repository.CsvHeader + Row).Output,
            Does.EndWith("1,1,2Y_back_pain_fusion\n")
        );
        Assert.That(
            Evaluate("2Y_back_pain_fusion", Repository.CsvHeader + Row, "--collation", "Latin1_General_BIN2").Output,
            Does.EndWith("1,1,\n")
        );
    }

    private ProcessResult Evaluate(string coding, string spells, params string[] options) =>
        RuleGenProcess.Run(["evaluate", coding, "--input", _folder.Write("spells.csv", spells), .. options]);
}
