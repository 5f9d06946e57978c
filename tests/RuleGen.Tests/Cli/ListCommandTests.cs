namespace RuleGen.Tests.Cli;

/// <summary>Commands over rows whose lists stand in files of their own.</summary>
public sealed class ListCommandTests
{
    private const string Rows = "Id,Age\n1,30\n2,40\n10,50\n";

    private const string Diagnoses = """
        Spell_Id,Seq,Icd,Grade
        1,2,M45,
        1,1,C41,3
        10,1,M45,2

        """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TemporaryFolder();
        _folder.Write("spells.json", TestData.SpellLists.Json.Replace(Numbered, "", StringComparison.Ordinal));
        _folder.Write(
            "coding.sql",
            """
            WHEN EXISTS (SELECT 1 FROM Diagnosis d WHERE d.Spell_Id = s.Id AND d.Icd LIKE 'M45%') THEN 'M45'
            WHERE Main IS NULL OR Main NOT LIKE 'Z%'
            """
        );
        _folder.Write("rows.csv", Rows);
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Evaluate_finds_the_items_of_each_row_and_counts_what_belongs_to_none()
    {
        _folder.Write("d.csv", Diagnoses + "11,1,M45,\n");

        var result = Run("evaluate", "coding.sql", "--input", "rows.csv", "--list", "Diagnoses=d.csv");

        Assert.That(result.Output, Is.EqualTo("Id,Kept,Outcome\n1,1,M45\n2,1,\n10,1,M45\n"));
        Assert.That(
            result.Error,
            Does.Contain("d.csv: 4 items of Diagnoses, 1 of them of no row that was read; 1 row has none\n")
        );
        Assert.That(result.ExitCode, Is.Zero);
    }

    [TestCase(
        "2,1,M45,\n1,1,M46,\n",
        "d.csv:3:1: RG0301: The item of 1 stands after one of 2 (line 2). Sort both files by Id (Spell_Id among the items): numbers"
    )]
    [TestCase("1,1,M45,\n1,1,M46,\n", "RG0303: Two items of a row have the position 1")]
    [TestCase("1,0,M45,\n", "The position 0 is outside 1 to")]
    [TestCase("1,1,M45.1234,\n", "d.csv:2:5")]
    [TestCase("1,x,M45,\n", "d.csv:2:3")]
    [TestCase("x,1,M45,\n", "d.csv:2:1")]
    [TestCase("1,1,,\n", "d.csv:2:5: RG0303: Column 'Code' is NULL")]
    [TestCase("1,1\n", "d.csv:2")]
    public void Items_that_cannot_be_are_refused_with_their_line(string items, string message)
    {
        _folder.Write("d.csv", "Spell_Id,Seq,Icd,Grade\n" + items);

        var result = Run("evaluate", "coding.sql", "--input", "rows.csv", "--list", "Diagnoses=d.csv");

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error, Does.Contain(message));
    }

    [Test]
    public void Rows_out_of_order_are_refused_where_a_list_is_read_beside_them()
    {
        _folder.Write("rows.csv", "Id,Age\n2,30\n1,40\n");
        _folder.Write("d.csv", Diagnoses);

        var result = Run("evaluate", "coding.sql", "--input", "rows.csv", "--list", "Diagnoses=d.csv");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("rows.csv:3:1: RG0301: ").And.Contain("Sort both files by Id"));
    }

    [TestCase("The coding reads the list 'Diagnoses'")]
    [TestCase("The source has no list 'Operations'", "--list", "Operations=d.csv")]
    [TestCase("--list takes the name of a list and its file", "--list", "Diagnoses")]
    [TestCase("--list takes files, and no standard stream", "--list", "Diagnoses=-")]
    [TestCase("--list names two files of 'diagnoses'", "--list", "diagnoses=d.csv", "--list", "Diagnoses=d.csv")]
    public void A_list_without_its_file_and_a_file_without_its_list_are_refused(string message, params string[] lists)
    {
        _folder.Write("d.csv", Diagnoses);

        var result = Run(["evaluate", "coding.sql", "--input", "rows.csv", .. lists]);

        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(message));
    }

    [Test]
    public void Sample_writes_both_files_and_verify_takes_them()
    {
        var schema = Repository.PathOf("sql", "schema", "apcs-child-tables.json");
        string[] lists = ["--list", "Diagnoses=items.csv", "--list", "Procedures=operations.csv", "--schema", schema];
        var sample = RuleGenProcess.RunIn(
            _folder.Path,
            "",
            ["sample", "--rows", "200", "--output", "many.csv", .. lists]
        );
        var verified = RuleGenProcess.RunIn(
            _folder.Path,
            "",
            ["verify", "2Y_back_pain_fusion", "--rows", "500", "--data", "many.csv", .. lists]
        );

        Assert.That(sample.ExitCode, Is.Zero, sample.Error);
        Assert.That(File.ReadLines(_folder["many.csv"]).First(), Does.StartWith("APCS_Ident,Age_At_Start"));
        Assert.That(
            File.ReadLines(_folder["items.csv"]).First(),
            Is.EqualTo("APCS_Ident,Diagnosis_Sequence,Diagnosis_Code_ICD")
        );
        Assert.That(verified.ExitCode, Is.Zero, verified.Output + verified.Error);
        Assert.That(verified.Output, Does.Contain("SQLite").And.Contain("interpreter (view)"));
    }

    [Test]
    public void Rows_are_sampled_for_codings_over_a_source_of_ones_own()
    {
        var sample = Run(
            "sample",
            "coding.sql",
            "--rows",
            "300",
            "--output",
            "many.csv",
            "--list",
            "Diagnoses=items.csv"
        );
        var result = Run("evaluate", "coding.sql", "--input", "many.csv", "--list", "Diagnoses=items.csv");

        Assert.That(sample.ExitCode, Is.Zero, sample.Error);
        Assert.That(File.ReadLines(_folder["items.csv"]).First(), Is.EqualTo("Spell_Id,Seq,Icd,Grade"));
        Assert.That(result.Output, Does.Contain(",1,M45\n").And.Contain(",1,\n").And.Contain(",0,"));
    }

    [Test]
    public void Two_outputs_are_two_files() =>
        Assert.That(
            Run("sample", "coding.sql", "--rows", "2", "--output", "many.csv", "--list", "Diagnoses=./many.csv").Error,
            Does.StartWith("RG0503: The command would write ")
        );

    [Test]
    public void Diff_shows_items_and_counts_rows()
    {
        _folder.Write("d.csv", Diagnoses);
        _folder.Write(
            "edit.sql",
            File.ReadAllText(_folder["coding.sql"]).Replace("M45%", "M4[56]%", StringComparison.Ordinal)
        );

        var result = Run("diff", "coding.sql", "edit.sql", "--data", "rows.csv", "--list", "Diagnoses=d.csv");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Output, Does.Contain("Diagnoses").And.Contain("'M46'"));
        Assert.That(result.Output, Does.Contain("0 of 3 rows of the data get another result"));
    }

    private const string Numbered = """
        ,
            {
              "name": "Operations",
              "numbered": { "Opcs": ["OP_1", "OP_2", "OP_3"] },
              "columns": [{ "name": "Opcs", "type": "varchar(4)", "nullable": true }]
            }
        """;

    private ProcessResult Run(params string[] arguments) =>
        RuleGenProcess.RunIn(_folder.Path, "", [.. arguments, "--schema", _folder["spells.json"]]);
}
