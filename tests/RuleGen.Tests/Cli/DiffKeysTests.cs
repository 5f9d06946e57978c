using System.Globalization;

namespace RuleGen.Tests.Cli;

/// <summary><c>rulegen diff --keys</c>: the rows of the data that change, by their keys.</summary>
public sealed class DiffKeysTests
{
    private const string Id = "2Y_back_pain_fusion";

    private const string Rows = """
        9,V382,M545,M545,50,\N,11,01
        2,V382,M545,M545,50,\N,11,02
        7,V37,M545,M545,50,\N,11,01
        4,V386,M545,M545,50,\N,11,01
        5,V382,M545,M545,18,\N,11,01
        6,V382,M545,M545,50,\N,11,03

        """;

    private TemporaryFolder _folder = null!;

    private string Edit =>
        _folder.Write(
            "edit.sql",
            Repository
                .Read("sql", "published", $"{Id}.sql")
                .Replace("V38[23456]", "V38[2345]", StringComparison.Ordinal)
                .Replace("between 19", "between 18", StringComparison.Ordinal)
                .Replace("<>'02'", "<>'03'", StringComparison.Ordinal)
        );

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Every_row_that_changes_is_named_in_the_order_of_the_data()
    {
        var result = Diff(Id, Edit, Repository.CsvHeader + Rows, "--null", "\\N");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Output, Does.Contain("4 of 6 rows of the data get another result.\n"));
        Assert.That(
            Keys,
            Is.EqualTo(
                """
                APCS_Ident,Change,OldOutcome,NewOutcome
                2,newly-kept,\N,2Y_back_pain_fusion
                4,lost,2Y_back_pain_fusion,\N
                5,gained,\N,2Y_back_pain_fusion
                6,newly-excluded,2Y_back_pain_fusion,\N

                """.ReplaceLineEndings("\n")
            )
        );
    }

    [Test]
    public void Another_label_is_relabelled_and_fields_are_quoted_where_they_must_be()
    {
        var old = _folder.Write("old.sql", "WHEN Admission_Method = '11' THEN 'a'");
        var @new = _folder.Write("new.sql", "WHEN Admission_Method = '11' THEN '=b,c' ELSE 'NULL'");

        var result = Diff(old, @new, "APCS_Ident,Admission_Method\n3,11\n1,12\n", "--null", "NULL");

        Assert.That(
            Keys,
            Is.EqualTo("APCS_Ident,Change,OldOutcome,NewOutcome\n3,relabelled,a,\"=b,c\"\n1,gained,NULL,\"NULL\"\n")
        );
        Assert.That(result.Error, Does.Contain("a spreadsheet takes it for a formula"));
    }

    [Test]
    public void Codings_that_do_not_differ_leave_a_header_alone()
    {
        var result = Diff(Id, Id, Repository.CsvHeader + Rows, "--null", "\\N");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Keys, Is.EqualTo("APCS_Ident,Change,OldOutcome,NewOutcome\n"));
    }

    [Test]
    public void A_key_of_several_columns_is_written_as_it_is()
    {
        var schema = _folder.Write(
            "schema.json",
            """
            {
              "from": { "schema": "dbo", "table": "Spells", "alias": "s" }, "collation": "Latin1_General_CI_AS",
              "key": ["Provider", "Started"],
              "columns": [
                { "name": "Provider", "type": "char(3)", "nullable": false },
                { "name": "Started", "type": "date", "nullable": false },
                { "name": "Method", "type": "varchar(2)", "nullable": true }
              ]
            }
            """
        );
        var (old, @new) = (_folder.Write("o.sql", "WHERE Method = '1'"), _folder.Write("n.sql", "WHERE Method = '2'"));

        var result = Diff(
            old,
            @new,
            "Method,Started,Provider\n1,2020-02-29,RX1\n3,2020-03-01,RX1\n",
            "--schema",
            schema
        );

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(
            Keys,
            Is.EqualTo("Provider,Started,Change,OldOutcome,NewOutcome\nRX1,2020-02-29,newly-excluded,,\n")
        );
    }

    [Test]
    public void Batches_join_without_a_seam()
    {
        var rows = Enumerable.Range(1, 5000).Select(key => $"{key},V382,M545,M545,18,,11,01\n");

        Diff(Id, Edit, Repository.CsvHeader + string.Concat(rows));

        Assert.That(
            Keys.Split('\n')[1..^1],
            Is.EqualTo(
                Enumerable
                    .Range(1, 5000)
                    .Select(key => string.Create(CultureInfo.InvariantCulture, $"{key},gained,,2Y_back_pain_fusion"))
            )
        );
    }

    [Test]
    public void Rows_that_cannot_be_compared_are_named_elsewhere()
    {
        var result = Diff(
            Id,
            Edit,
            Repository.CsvHeader + "1,V386,M545,ß,50,,11,01\n2,V386,M545,M545,50,,12,01\n3,V386,M545,M545,50,,11,01\n",
            "--assume",
            "Admission_Method <> '12'"
        );

        Assert.That(Keys, Is.EqualTo("APCS_Ident,Change,OldOutcome,NewOutcome\n3,lost,2Y_back_pain_fusion,\n"));
        Assert.That(result.Error, Does.Contain(":2: not evaluated: ").And.Contain(":3: not as assumed: "));
    }

    [Test]
    public void An_assumption_on_a_column_that_neither_coding_reads_is_held_against_the_data()
    {
        var (old, @new) = (
            _folder.Write("o.sql", "WHERE Admission_Method = '11'"),
            _folder.Write("n.sql", "WHERE Admission_Method = '12'")
        );

        var result = Diff(
            old,
            @new,
            "APCS_Ident,Admission_Method,Administrative_Category\n1,11,01\n2,11,02\n",
            "--assume",
            "Administrative_Category = '01'"
        );

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(Keys, Is.EqualTo("APCS_Ident,Change,OldOutcome,NewOutcome\n1,newly-excluded,,\n"));
    }

    /// <summary>
    /// Every three characters of a text in turn, which are too many conditions to list, or to decide, what comes of leaving
    /// out the first; the data are there all the same.
    /// </summary>
    [TestCase("Any_Spell_Diagnosis", 28, "different")]
    [TestCase("Primary_Spell_Procedure", 98, "undecided")]
    public void Rows_change_whether_or_not_the_regions_are_listed(string column, int length, string word)
    {
        var text = string.Concat(
            Enumerable.Range(0, length).Select(i => (char)((i % 2 == 0 ? 'A' : '0') + (i / 2 % (i % 2 == 0 ? 26 : 10))))
        );
        var patterns = Enumerable.Range(0, length - 2).Select(i => $"{column} LIKE '%{text[i..(i + 3)]}%'");
        var old = _folder.Write("old.sql", string.Join(" AND ", patterns));
        var @new = _folder.Write("new.sql", string.Join(" AND ", patterns.Skip(1)));

        var result = Diff(old, @new, $"APCS_Ident,{column}\n1,{text[1..]}\n2,{text}\n3,\n");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Output, Does.StartWith($"{word}: ").And.Contain("\n1 of 3 rows of the data get another "));
        Assert.That(Keys, Is.EqualTo("APCS_Ident,Change,OldOutcome,NewOutcome\n1,newly-kept,,\n"));
    }

    [Test]
    public void Without_data_there_are_no_keys()
    {
        var result = RuleGenProcess.Run("diff", Id, Id, "--keys", _folder["keys.csv"]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("RG0601: --keys needs --data, whose rows it is about"));
        Assert.That(_folder.Names, Is.Empty);
    }

    [Test]
    public void The_standard_output_is_for_the_regions()
    {
        var data = _folder.Write("spells.csv", Repository.CsvHeader + Rows);

        var result = RuleGenProcess.Run("diff", Id, Id, "--data", data, "--keys", "-");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("RG0601: --keys takes a file; what the command finds goes to the "));
    }

    [Test]
    public void A_file_that_is_not_valid_or_doubtful_to_a_strict_run_leaves_the_old_keys_whole()
    {
        _folder.Write("keys.csv", "old");

        var broken = Diff(Id, Edit, Repository.CsvHeader + "1,V386,M545,M545,50,,11,01\n2,V386\n");
        var doubtful = Diff(Id, Edit, Repository.CsvHeader + "1,V386,M545,M545,-5,,11,01\n", "--strict");

        Assert.That((broken.ExitCode, doubtful.ExitCode), Is.EqualTo((3, 3)));
        Assert.That(Keys, Is.EqualTo("old"));
        Assert.That(_folder.Names, Is.EquivalentTo(new[] { "edit.sql", "keys.csv", "spells.csv" }));
    }

    private string Keys => File.ReadAllText(_folder["keys.csv"]);

    private ProcessResult Diff(string old, string @new, string data, params string[] options) =>
        RuleGenProcess.Run([
            "diff",
            old,
            @new,
            "--data",
            _folder.Write("spells.csv", data),
            "--keys",
            _folder["keys.csv"],
            .. options,
        ]);
}
