using RuleGen.Benchmarks;
using RuleGen.Tests.Property;

namespace RuleGen.Tests.Cli;

/// <summary><c>evaluate</c> with several codings at once.</summary>
public sealed class EvaluateManyTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Each_coding_has_its_columns()
    {
        var edit = _folder.Write("my edit.sql", "WHEN Primary_Spell_Procedure LIKE 'V3%' THEN 'V3'");

        var result = Evaluate("1,V382,M545,M545,40,,11,02\n2,W371,,,,,,01\n", "2Y_back_pain_fusion", edit);

        Assert.That(
            result.Output,
            Is.EqualTo(
                "APCS_Ident,2Y_back_pain_fusion_Kept,2Y_back_pain_fusion_Outcome,my edit_Kept,my edit_Outcome\n"
                    + "1,0,,1,V3\n"
                    + "2,1,,1,\n"
            )
        );
        Assert.That(
            result.Error,
            Is.EqualTo("2 rows\n2Y_back_pain_fusion: 1 kept, 0 with an outcome\nmy edit: 2 kept, 1 with an outcome\n")
        );
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    public void All_names_the_columns_of_every_coding_even_of_one()
    {
        var every = Evaluate("1,V382,M545,M545,40,,11,01\n", "--all");
        File.Copy(Repository.PathOf("sql", "schema", "apcs.json"), _folder["source.json"]);
        Directory.CreateDirectory(_folder["codings"]);
        _folder.Write("codings/one.sql", "WHEN Primary_Spell_Procedure LIKE 'V38%' THEN 'x'");
        _folder.Write("rulegen.json", """{ "codings": "codings", "source": "source.json" }""");
        var one = RuleGenProcess.RunIn(_folder.Path, "", "evaluate", "--all", "--input", "spells.csv");

        Assert.That(
            every.Output,
            Is.EqualTo(
                "APCS_Ident,2Y_back_pain_fusion_Kept,2Y_back_pain_fusion_Outcome,"
                    + "meniscal_arthroscopy_Kept,meniscal_arthroscopy_Outcome\n1,1,2Y_back_pain_fusion,1,\n"
            )
        );
        Assert.That(one.Output, Is.EqualTo("APCS_Ident,one_Kept,one_Outcome\n1,1,x\n"));
    }

    [Test]
    public void Together_they_give_what_each_gives_alone()
    {
        var files = SyntheticCatalogue
            .Create(4)
            .Select(coding => _folder.Write($"{coding.Id}.sql", CodingText.Of(coding.Coding)))
            .ToArray();
        var spells = _folder["spells.csv"];
        RuleGenProcess.Run("sample", "--rows", "9000", "--output", spells);

        var together = Columns(RuleGenProcess.Run(["evaluate", .. files, "--input", spells]).Output);
        var alone = files.Select(file => Columns(RuleGenProcess.Run("evaluate", file, "--input", spells).Output));

        Assert.That(together.SelectMany(column => column.Skip(1)), Is.EqualTo(Join(alone)));
        Assert.That(together[0], Has.Length.EqualTo(9001));

        // The key once, then Kept and Outcome of each.
        static IEnumerable<string> Join(IEnumerable<string[][]> each) =>
            each.SelectMany((columns, i) => i == 0 ? columns : columns[1..]).SelectMany(column => column.Skip(1));
    }

    [Test]
    public void A_row_that_some_coding_cannot_take_is_named_once()
    {
        var other = _folder.Write("other.sql", "WHEN Primary_Spell_Procedure LIKE 'V3%' THEN 'V3'");

        var result = Evaluate("1,V382,M545,ß,40,,11,01\n", "2Y_back_pain_fusion", other);

        Assert.That(result.ExitCode, Is.EqualTo(4));
        Assert.That(result.Output, Does.EndWith("\n1,,,1,V3\n"));
        Assert.That(
            result.ErrorLines[0],
            Does.StartWith(
                $"{_folder["spells.csv"]}:2: not evaluated by 1 of 2 codings: APCS_Ident = 1: Any_Spell_Diagnosis holds"
            )
        );
        Assert.That(
            result.ErrorLines[2],
            Is.EqualTo("2Y_back_pain_fusion: 0 kept, 0 with an outcome, 1 not evaluated")
        );
    }

    [Test]
    public void Explain_adds_a_clause_for_each_coding()
    {
        var other = _folder.Write("other.sql", "WHEN Primary_Spell_Procedure LIKE 'V3%' THEN 'V3'");

        var lines = Evaluate("1,V382,M545,M545,40,,11,01\n", "2Y_back_pain_fusion", other, "--explain")
            .Output.Split('\n');

        Assert.That(lines[0], Does.EndWith("2Y_back_pain_fusion_Clause,other_Kept,other_Outcome,other_Clause"));
        Assert.That(lines[1], Does.EndWith(",1,V3,arm 1 gives 'V3' ('V382' in Primary_Spell_Procedure)"));
    }

    [TestCase("2Y_back_pain_fusion", "--all")]
    [TestCase]
    public void Either_codings_are_named_or_all_are_meant(params string[] arguments)
    {
        var result = Evaluate("", arguments);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("RG0601: Name codings, or say --all"));
    }

    [Test]
    public void Two_codings_of_one_name_are_refused()
    {
        var result = Evaluate("", "2Y_back_pain_fusion", "2y_back_pain_fusion");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("RG0601: Two codings would be called '2Y_back_pain_fusion'."));
    }

    [Test]
    public void Nothing_is_said_of_progress_where_nobody_asks_and_a_run_is_short()
    {
        Assert.That(Evaluate("", "2Y_back_pain_fusion", "--progress").ErrorLines, Has.Length.EqualTo(1));
    }

    private ProcessResult Evaluate(string rows, params string[] arguments) =>
        RuleGenProcess.Run([
            "evaluate",
            .. arguments,
            "--input",
            _folder.Write("spells.csv", Repository.CsvHeader + rows),
        ]);

    private static string[][] Columns(string csv)
    {
        var records = csv.TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();
        return [.. records[0].Select((_, i) => records.Select(record => record[i]).ToArray())];
    }
}
