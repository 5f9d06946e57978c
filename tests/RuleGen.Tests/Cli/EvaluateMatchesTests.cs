namespace RuleGen.Tests.Cli;

/// <summary><c>rulegen evaluate</c>: what is carried beside the key, and with <c>--explain</c> what matched.</summary>
public sealed class EvaluateMatchesTests
{
    private const string Schema = """
        {
          "from": { "schema": "dbo", "table": "Spells", "alias": "s" }, "collation": "Latin1_General_CI_AS",
          "key": ["SpellID"], "carry": ["Provider", "Started"],
          "lists": [
            { "name": "Diagnoses",
              "rows": { "schema": "dbo", "table": "Spell_Diagnosis", "on": { "SpellID": "SpellID" }, "position": "Pos" },
              "columns": [ { "name": "Code", "column": "ICD10", "type": "varchar(6)", "nullable": true } ] }
          ],
          "columns": [
            { "name": "SpellID", "type": "bigint", "nullable": false },
            { "name": "Provider", "column": "ProviderCode", "type": "varchar(5)", "nullable": true },
            { "name": "Started", "type": "date", "nullable": true },
            { "name": "Method", "type": "char(3)", "nullable": true },
            { "name": "First_Diagnosis", "first": "Diagnoses.Code" },
            { "name": "Any_Diagnosis", "joined": { "of": "Diagnoses.Code", "separator": "," } },
            { "name": "Stored", "type": "varchar(100)", "nullable": true,
              "listOf": { "items": ["[A-Z][0-9][0-9]", "[A-Z][0-9][0-9]_"], "separators": ["", ","], "before": "||", "after": "." } },
            { "name": "Piped", "type": "varchar(100)", "nullable": true, "listOf": { "separators": ["||"] } }
          ]
        }
        """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TemporaryFolder();
        _folder.Write("schema.json", Schema);
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Carried_columns_stand_beside_the_key_whatever_the_order_of_the_file()
    {
        var result = Evaluate(
            "WHERE Method = '11' AND Started > '20200101'",
            "Started,Method,SpellID,ProviderCode\n2020-02-29,11,2,\"RX,1\"\n,12,1,\n",
            "--null",
            "NULL"
        );

        Assert.That(result.ExitCode, Is.EqualTo(3), "the empty field is no date");

        result = Evaluate(
            "WHERE Method = '11' AND Started > '20200101'",
            "Started,Method,SpellID,ProviderCode\n2020-02-29,11,2,\"RX,1\"\n,12,1,\n"
        );

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(
            result.Output,
            Is.EqualTo("SpellID,Provider,Started,Kept,Outcome\n2,\"RX,1\",2020-02-29,1,\n1,,,0,\n")
        );
        Assert.That(result.Error, Is.EqualTo("2 rows: 1 kept, 0 with an outcome\n"));
    }

    [Test]
    public void Carried_columns_that_the_rows_do_not_have_are_left_out_with_a_note()
    {
        var result = Evaluate("WHERE Method = '11'", "Method,SpellID,Started\n11,2,2020-02-29\n");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Is.EqualTo("SpellID,Started,Kept,Outcome\n2,2020-02-29,1,\n"));
        Assert.That(
            result.Error,
            Does.StartWith(
                $"{_folder["rows.csv"]}: has no ProviderCode, which the schema file carries; the results are without\n"
            )
        );
    }

    [Test]
    public void A_carried_column_that_the_coding_reads_must_be_there()
    {
        var result = Evaluate("WHERE Provider = 'RX1'", "SpellID,Started\n2,2020-02-29\n");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("RG0302: Column 'ProviderCode' is missing"));
    }

    [Test]
    public void A_carried_value_that_is_none_of_its_type_is_refused_as_any_other()
    {
        var result = Evaluate("WHERE Method = '11'", "SpellID,Method,Started,ProviderCode\n2,11,yesterday,RX1\n");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(":2:6: RG0303: Column 'Started'"));
    }

    [Test]
    public void Several_codings_share_what_is_carried()
    {
        var other = _folder.Write("other.sql", "WHERE Method = '12'");

        var result = Evaluate("WHERE Method = '11'", "SpellID,Method,Started,ProviderCode\n2,11,,RX1\n", other);

        Assert.That(
            result.Output,
            Is.EqualTo("SpellID,Provider,Started,coding_Kept,coding_Outcome,other_Kept,other_Outcome\n2,RX1,,1,,0,\n")
        );
    }

    [TestCase("Method LIKE '1%'", "'11' in Method")]
    [TestCase("Method = '11'", "'11' in Method")]
    [TestCase("NOT (Method <> '11')", "'11' in Method")]
    [TestCase("NOT Method NOT LIKE '%1'", "'11' in Method")]
    [TestCase("Method IN ('12', '11')", "'11' in Method")]
    [TestCase("LEFT(Method, 1) = '1'", "'11' in Method")]
    [TestCase("Method LIKE '2%' OR RIGHT(RTRIM(Method), 1) LIKE '[1]'", "'11' in Method")]
    [TestCase("Stored LIKE '%M54%'", "'M545' as code 2 of Stored")]
    [TestCase(
        "Stored LIKE '%M54[5]%' AND Stored LIKE '||Z92%'",
        "'M545' as code 2 of Stored; 'Z92' as code 1 of Stored"
    )]
    [TestCase("SUBSTRING(Stored, 6, 3) = 'M54'", "'M545' as code 2 of Stored")]
    [TestCase("Stored LIKE '%I10%'", "'I10' as code 3 of Stored")]
    [TestCase("Stored LIKE '%545,I%'", "'M545,I10' as codes 2 to 3 of Stored")]
    [TestCase("UPPER(Stored) LIKE '%I_0.'", "'I10' as code 3 of Stored")]
    [TestCase("Piped LIKE '%M41%8%'", "'M412||x8' as codes 2 to 3 of Piped")]
    [TestCase("Piped LIKE '%|M41_%'", "'M412' as code 2 of Piped")]
    [TestCase("Method + 'x' = '11 x'", "'11 x' in Method")]
    [TestCase("Any_Diagnosis LIKE '%M45%'", "'M459' as Code of item 4 of Diagnoses")]
    [TestCase("Any_Diagnosis LIKE '%9,M5%'", "'9,M5' as Code of an item of Diagnoses")]
    [TestCase("First_Diagnosis LIKE 'I%'", "'I10' as Code of item 1 of Diagnoses")]
    [TestCase(
        "EXISTS (SELECT 1 FROM Spell_Diagnosis d WHERE d.SpellID = s.SpellID AND d.ICD10 LIKE 'M4%' AND d.ICD10 NOT LIKE '%2')",
        "'M459' as Code of item 4 of Diagnoses"
    )]
    [TestCase(
        "EXISTS (SELECT 1 FROM Spell_Diagnosis d WHERE d.SpellID = s.SpellID AND d.Pos > 4)",
        "'M545' as Code of item 5 of Diagnoses"
    )]
    public void What_matched_is_said_with_its_place(string condition, string matched)
    {
        var result = Explain($"WHEN {condition} THEN 'x'");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var clause = result.Output.Split('\n')[1]["1,1,x,".Length..];
        Assert.That(clause.Trim('"'), Is.EqualTo($"arm 1 gives 'x' ({matched})"));
    }

    [TestCase("Method IS NOT NULL")]
    [TestCase("Method <> '12'")]
    [TestCase("Method NOT LIKE '2%' AND NOT (Stored LIKE '%Q%' OR Stored = 'x')")]
    [TestCase("SpellID > 0")]
    [TestCase("NOT EXISTS (SELECT 1 FROM Spell_Diagnosis d WHERE d.SpellID = s.SpellID AND d.ICD10 LIKE 'Q%')")]
    public void What_is_true_for_want_of_something_matches_nothing(string condition) =>
        Assert.That(Explain($"WHEN {condition} THEN 'x'").Output.Split('\n')[1], Is.EqualTo("1,1,x,arm 1 gives 'x'"));

    [TestCase(
        "SELECT 'x' AS Label FROM dbo.Spells s WHERE Stored LIKE '%M54%'",
        "arm 1 gives 'x' ('M545' as code 2 of Stored)"
    )]
    [TestCase(
        "WHEN Method = '11' THEN 'x' WHERE Stored LIKE '%M54%'",
        "arm 1 gives 'x' ('11' in Method; 'M545' as code 2 of Stored)"
    )]
    public void What_the_WHERE_asked_for_is_said_too(string text, string clause) =>
        Assert.That(Explain(text).Output.Split('\n')[1], Is.EqualTo($"1,1,x,{clause}"));

    [Test]
    public void A_coding_without_arms_says_what_its_WHERE_found() =>
        Assert.That(
            Explain("WHERE Stored LIKE '%M54%'").Output.Split('\n')[1],
            Is.EqualTo("1,1,,kept: the coding has no arms ('M545' as code 2 of Stored)")
        );

    /// <summary>A text that is not joined as its column declares is shown as it can be: the letters and digits that belong together.</summary>
    [TestCase("||Z92  M545.", "'M545' in Stored")]
    [TestCase("M545", "'M545' in Stored")]
    [TestCase("||M54567.", "'M54567' in Stored")]
    public void A_text_that_is_no_list_of_codes_as_declared_has_no_numbers(string text, string matched)
    {
        var result = EvaluateRows("WHEN Stored LIKE '%M54%' THEN 'x'", $"SpellID,Stored\n1,{text}\n", "--explain");

        Assert.That(result.Output.Split('\n')[1], Is.EqualTo($"1,1,x,arm 1 gives 'x' ({matched})"), result.Error);
    }

    [Test]
    public void Rows_without_a_label_say_what_decided_as_ever()
    {
        var result = Explain("WHEN Method = '12' AND Stored LIKE '%M54%' THEN 'x'");

        Assert.That(
            result.Output.Split('\n')[1],
            Is.EqualTo("1,1,,\"no arm: arm 1 fails, Method = '12' is FALSE (Method is '11 ')\"")
        );
    }

    private ProcessResult Explain(string text) =>
        EvaluateRows(text, "SpellID,Method,Stored,Piped\n1,11,\"||Z92M545,I10.\",Z92||M412||x8\n", "--explain");

    private ProcessResult Evaluate(string text, string rows, params string[] options) => Run(text, rows, options);

    private ProcessResult EvaluateRows(string text, string rows, params string[] options)
    {
        _folder.Write(
            "schema.json",
            Schema.Replace("\"carry\": [\"Provider\", \"Started\"],", "", StringComparison.Ordinal)
        );
        _folder.Write("items.csv", "SpellID,Pos,ICD10\n1,1,I10\n1,2,\n1,3,M412\n1,4,M459\n1,5,M545\n");
        return Run(
            text,
            rows,
            text.Contains("Diagnos", StringComparison.Ordinal)
                ? [.. options, "--list", $"Diagnoses={_folder["items.csv"]}"]
                : options
        );
    }

    private ProcessResult Run(string text, string rows, string[] options) =>
        RuleGenProcess.Run([
            "evaluate",
            _folder.Write("coding.sql", text),
            "--schema",
            _folder["schema.json"],
            "--input",
            _folder.Write("rows.csv", rows),
            .. options,
        ]);
}
