using System.Text.Json;

namespace RuleGen.Tests.Cli;

public sealed class DiffCommandTests
{
    private const string Id = "2Y_back_pain_fusion";

    private static readonly string Text = Repository.Read("sql", "published", "2Y_back_pain_fusion.sql");

    private static readonly string[] Spells =
    [
        "1,V386,M543,M543,50,50,11,01",
        "2,V382,M549,M549,50,50,11,01",
        "3,V382,M549,M549,50,50,11,02",
        "4,V386,M543,\"M543,C500\",50,50,11,01",
        "5,V386,M543,,50,50,11,01",
        "6,V386,M543,M543,,18,11,01",
        "7,,,,,,,",
    ];

    [TestCase("narrowed-set", "V38[23456]", "V38[2345]")]
    [TestCase("widened-set", "V38[23456]", "V38[234567]")]
    [TestCase("narrowed-age", "between 19 AND 120", "between 21 AND 110")]
    [TestCase("dropped-exclusion", "\nAND apcs.Administrative_Category<>'02'", "")]
    [TestCase("dropped-reason", "OR Any_Spell_Diagnosis LIKE '%M45%'\n", "")]
    [TestCase("added-arm", "THEN '2Y_back_pain_fusion'", "THEN '2Y_back_pain_fusion'\n" + SecondArm)]
    [TestCase("lost-not", "AND NOT (", "AND (")]
    [TestCase("null-dropped", "\nOR Any_Spell_Diagnosis IS NULL", "")]
    public void An_edit_is_shown_as_a_few_regions(string name, string before, string after)
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write("edit.sql", Edited((before, after)));

        var result = RuleGenProcess.Run("diff", Id, edit);

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Approved.Check($"Diffing/{name}.txt", result.Output.Replace(edit, "edit.sql", StringComparison.Ordinal));
    }

    [Test]
    public void Swapped_labels_are_shown_as_such()
    {
        using var folder = new TemporaryFolder();
        var old = folder.Write("old.sql", WithSecondArm);
        var edit = folder.Write(
            "edit.sql",
            WithSecondArm
                .Replace("'2Y_back_pain_fusion'", "'?'", StringComparison.Ordinal)
                .Replace("'2Y_neck'", "'2Y_back_pain_fusion'", StringComparison.Ordinal)
                .Replace("'?'", "'2Y_neck'", StringComparison.Ordinal)
        );

        var result = RuleGenProcess.Run("diff", old, edit);

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Approved.Check(
            "Diffing/swapped-labels.txt",
            result.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
        );
    }

    [TestCase("AND Any_Spell_Diagnosis not like '%D0%' \n", "", "reorder only", "in another order")]
    [TestCase("", "", "none", "The codings are the same.")]
    public void Codings_that_do_not_differ_are_clean(string moved, string with, string grade, string reason)
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write(
            "edit.sql",
            moved.Length == 0
                ? Text
                : Edited(
                    (moved, with),
                    ("\nOR Any_Spell_Diagnosis IS NULL", "\n" + moved + "OR Any_Spell_Diagnosis IS NULL")
                )
        );

        var result = RuleGenProcess.Run("diff", Id, edit);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.StartWith($"{grade}: from {Id} (OLD) to {edit} (NEW)\n"));
        Assert.That(result.Output, Does.Contain(reason));
    }

    [Test]
    public void A_clause_that_never_decides_makes_no_difference()
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write("edit.sql", Edited(("OR Any_Spell_Diagnosis LIKE '%C41[24]%'\n", "")));

        var result = RuleGenProcess.Run("diff", Id, edit);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("the codings say the same in other words"));
    }

    [Test]
    public void Rows_of_data_are_counted_by_region()
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write("edit.sql", ManyEdits);
        var data = folder.Write("spells.csv", Repository.CsvHeader + string.Join('\n', Spells) + "\n");

        var result = RuleGenProcess.Run("diff", Id, edit, "--data", data);

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Approved.Check("Diffing/data.txt", result.Output.Replace(edit, "edit.sql", StringComparison.Ordinal));
    }

    [Test]
    public void Json_holds_regions_witnesses_and_counts()
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write("edit.sql", ManyEdits);
        var data = folder.Write("spells.csv", Repository.CsvHeader + string.Join('\n', Spells) + "\n");

        var result = RuleGenProcess.Run("diff", Id, edit, "--data", data, "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Approved.Check("Diffing/data.json", result.Output.Replace(edit, "edit.sql", StringComparison.Ordinal));
    }

    [Test]
    public void Rows_that_were_not_evaluated_are_named_and_leave_equal_codings_undecided()
    {
        using var folder = new TemporaryFolder();
        var data = folder.Write(
            "spells.csv",
            Repository.CsvHeader + "1,V386,M543,ß,50,50,11,01\n" + "2,V386,M543,M543,50,50,11,01\n"
        );

        var result = RuleGenProcess.Run("diff", Id, Id, "--data", data);

        Assert.That(result.ExitCode, Is.EqualTo(4));
        Assert.That(result.Error, Does.Contain($"{data}:2: not evaluated: APCS_Ident = 1: Any_Spell_Diagnosis holds"));
        Assert.That(result.Output, Does.Contain("0 of 2 rows of the data get another result.\n1 was not evaluated.\n"));
    }

    [Test]
    public void Rows_that_break_an_assumption_are_named_and_not_counted()
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write("edit.sql", Edited(("V38[23456]", "V38[2345]")));
        var data = folder.Write("spells.csv", Repository.CsvHeader + string.Join('\n', Spells) + "\n");

        var result = RuleGenProcess.Run([
            "diff",
            Id,
            edit,
            "--data",
            data,
            "--assume",
            "Any_Spell_Diagnosis NOT LIKE '%C5%'",
        ]);

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Error, Does.Contain($"{data}:5: not as assumed: APCS_Ident = 4\n"));
        Assert.That(result.Output, Does.Contain("1 is not as assumed, and was not counted.\n"));
        Assert.That(result.Output, Does.Contain("  Assumed: Any_Spell_Diagnosis NOT LIKE '%C5%'\n"));
    }

    [Test]
    public void A_difference_that_is_too_large_to_list_is_shown_by_the_row_that_prove_finds()
    {
        using var folder = new TemporaryFolder();
        var patterns = Enumerable.Range(0, 26).Select(i => $"Any_Spell_Diagnosis LIKE '%{(char)('A' + i)}{i:00}%'");
        var old = folder.Write("old.sql", string.Join(" AND ", patterns));
        var @new = folder.Write("new.sql", string.Join(" AND ", patterns.Skip(1)));

        var result = RuleGenProcess.Run("diff", old, @new, "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        var document = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(document.GetProperty("grade").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(document.GetProperty("reason").GetString(), Is.EqualTo("too-many-states"));
        Assert.That(document.GetProperty("regions").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var witness = document.GetProperty("witness");
        Assert.That(witness.GetProperty("left").GetProperty("kept").GetBoolean(), Is.False);
        Assert.That(witness.GetProperty("right").GetProperty("kept").GetBoolean(), Is.True);
        var text = RuleGenProcess.Run("diff", old, @new).Output;
        Assert.That(
            text,
            Does.StartWith("different: from ").And.Contain("\nThey differ, but the conditions are too many")
        );
        Assert.That(text, Does.Contain(witness.GetProperty("row").GetProperty("Any_Spell_Diagnosis").GetString()!));
    }

    [Test]
    public void A_difference_that_is_too_large_to_prove_is_undecided_and_the_column_is_named()
    {
        using var folder = new TemporaryFolder();
        var patterns = Enumerable
            .Range(0, 40)
            .Select(i => $"Primary_Spell_Procedure LIKE '%{(char)('A' + (i % 26))}{i:00}%'");
        var old = folder.Write("old.sql", string.Join(" AND ", patterns));
        var @new = folder.Write("new.sql", string.Join(" AND ", patterns.Skip(1)));

        var result = RuleGenProcess.Run("diff", old, @new, "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(4), result.Error);
        var document = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(document.GetProperty("grade").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(document.GetProperty("reason").GetString(), Is.EqualTo("too-many-states"));
        Assert.That(document.GetProperty("column").GetString(), Is.EqualTo("Primary_Spell_Procedure"));
        Assert.That(document.GetProperty("clauses").GetInt32(), Is.EqualTo(40));
        Assert.That(document.GetProperty("witness").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(
            RuleGenProcess.Run("diff", old, @new).Output,
            Does.Contain("\nThe conditions on Primary_Spell_Procedure, 40 clauses, are too many or too long to decide")
        );
    }

    [TestCase("2Y_back_pain", "RG0602", 2)]
    [TestCase("missing.sql", "RG0602", 2)]
    public void A_coding_that_is_not_there_is_refused(string name, string code, int exitCode) =>
        AssertRefused(RuleGenProcess.Run("diff", Id, name), code, exitCode);

    [Test]
    public void Data_must_be_there_and_have_the_columns_of_both_codings()
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write("edit.sql", Text);
        var data = folder.Write("spells.csv", "APCS_Ident,Primary_Spell_Procedure\n1,V386\n");

        AssertRefused(RuleGenProcess.Run("diff", Id, edit, "--data", folder["none.csv"]), "RG0501", 5);
        var lacking = RuleGenProcess.Run("diff", Id, edit, "--data", data);
        AssertRefused(lacking, "RG0302", 3);
        Assert.That(lacking.Error, Does.Contain("Column 'Admission_Method' is missing from the header"));
    }

    [Test]
    public void A_coding_over_a_column_that_the_schema_lacks_is_refused()
    {
        using var folder = new TemporaryFolder();
        var schema = folder.Write(
            "schema.json",
            Repository
                .Read("sql", "schema", "apcs.json")
                .Replace("Administrative_Category", "Category", StringComparison.Ordinal)
        );

        AssertRefused(RuleGenProcess.Run("diff", Id, Id, "--schema", schema), "RG0010", 3);
    }

    private const string SecondArm =
        "WHEN LEFT(Primary_Spell_Procedure,4) LIKE '%V37[123]%' AND Admission_Method = '11' THEN '2Y_neck'";

    private static string WithSecondArm =>
        Edited(("THEN '2Y_back_pain_fusion'", "THEN '2Y_back_pain_fusion'\n" + SecondArm));

    private static string ManyEdits =>
        Edited(("V38[23456]", "V38[2345]"), ("between 19", "between 18"), ("<>'02'", "<>'03'"));

    /// <summary>The published text with some replacements, each of which must be possible.</summary>
    private static string Edited(params (string Before, string After)[] edits)
    {
        var text = Text;
        foreach (var (before, after) in edits)
        {
            Assert.That(text, Does.Contain(before));
            text = text.Replace(before, after, StringComparison.Ordinal);
        }

        return text;
    }

    private static void AssertRefused(ProcessResult result, string code, int exitCode)
    {
        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Error);
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain(code));
    }
}
