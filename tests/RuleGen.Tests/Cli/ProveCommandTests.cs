using System.Text.Json;

namespace RuleGen.Tests.Cli;

public sealed class ProveCommandTests
{
    private const string Id = "2Y_back_pain_fusion";

    private const string Published = "sql/published/2Y_back_pain_fusion.sql";

    private static readonly string Text = Repository.Read("sql", "published", "2Y_back_pain_fusion.sql");

    [Test]
    public void The_published_text_is_equivalent_to_the_coding_in_CSharp()
    {
        var result = RuleGenProcess.Run("prove", Id, Published);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.StartWith($"equivalent: {Id} and {Published}\n"));
        Assert.That(result.Output, Does.Contain("  Collation Latin1_General_CI_AS (rules 0.10 and 1.31 to 1.35)\n"));
        Assert.That(result.Output, Does.Contain("  Column Any_Spell_Diagnosis varchar(4000) NULL\n"));
    }

    [Test]
    public void An_edit_is_shown_by_a_row_and_the_first_clause_that_differs()
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write("edit.sql", Text.Replace("V38[23456]", "V38[2345]", StringComparison.Ordinal));

        var result = RuleGenProcess.Run("prove", Id, edit);

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Output, Does.StartWith($"different: {Id} and {edit}\n"));
        Assert.That(result.Output, Does.Contain("  Primary_Spell_Procedure       'V386'\n"));
        Assert.That(result.Output, Does.Contain($"  left   {Id}: kept, outcome '{Id}'\n"));
        Assert.That(result.Output, Does.Contain($"  right  {edit}: kept, outcome NULL\n"));
        Assert.That(
            result.Output,
            Does.Contain(
                "  left   LEFT(Primary_Spell_Procedure, 4) LIKE '%V38[23456]%' is TRUE\n"
                    + "  right  LEFT(Primary_Spell_Procedure, 4) LIKE '%V38[2345]%' is FALSE\n"
            )
        );
    }

    /// <summary>The exclusions drop every row that the clause is about.</summary>
    [Test]
    public void A_clause_that_never_decides_can_be_dropped()
    {
        using var folder = new TemporaryFolder();
        var lines = Text.Split('\n').Where(line => !line.Contains("C41[24]", StringComparison.Ordinal));
        var edit = folder.Write("edit.sql", string.Join('\n', lines));

        Assert.That(RuleGenProcess.Run("prove", Id, edit).Output, Does.StartWith("equivalent: "));
    }

    [Test]
    public void Clauses_that_are_joined_in_another_way_are_said_to_be_the_same()
    {
        using var folder = new TemporaryFolder();
        var left = folder.Write("left.sql", "Admission_Method = '11' AND Administrative_Category = '01'");
        var right = folder.Write("right.sql", "Admission_Method = '11' OR Administrative_Category = '01'");

        var result = RuleGenProcess.Run("prove", left, right);

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Output, Does.Contain("Their clauses are the same; they are joined"));
    }

    [Test]
    public void Json_holds_the_verdict_the_witness_and_what_it_rests_on()
    {
        using var folder = new TemporaryFolder();
        var edit = folder.Write("edit.sql", Text.Replace("<>'02'", "<>'03'", StringComparison.Ordinal));

        var result = RuleGenProcess.Run("prove", Published, edit, "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        var document = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(document.GetProperty("verdict").GetString(), Is.EqualTo("different"));
        Assert.That(document.GetProperty("reason").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(document.GetProperty("collation").GetString(), Is.EqualTo("Latin1_General_CI_AS"));
        var witness = document.GetProperty("witness");
        var sides = new[] { "left", "right" }.Select(side =>
            witness.GetProperty(side).GetProperty("kept").GetBoolean()
        );
        Assert.That(sides, Is.EquivalentTo(new[] { true, false }));
        Assert.That(
            witness.GetProperty("row").GetProperty("Administrative_Category").GetString(),
            Is.EqualTo("02").Or.EqualTo("03")
        );
    }

    [Test]
    public void Equivalence_has_no_witness_in_json()
    {
        var result = RuleGenProcess.Run("prove", Id, Id, "--format", "json");

        var document = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(document.GetProperty("verdict").GetString(), Is.EqualTo("equivalent"));
        Assert.That(document.GetProperty("witness").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("Admission_Method LIKE '[0-9][0-9]'")]
    [TestCase("ascii")]
    public void An_assumption_can_make_codings_equivalent_and_is_printed(string assumption)
    {
        using var folder = new TemporaryFolder();
        var left = folder.Write("left.sql", "Admission_Method LIKE '[0-9]_'");
        var right = folder.Write("right.sql", "Admission_Method LIKE '[0123456789]_'");

        Assert.That(RuleGenProcess.Run("prove", left, right).ExitCode, Is.EqualTo(1));
        var result = RuleGenProcess.Run("prove", left, right, "--assume", "ascii", "--assume", assumption);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("  Assumed: Every value holds only printable ASCII characters"));
    }

    [Test]
    public void A_question_that_is_too_large_is_undecided_and_the_column_is_named()
    {
        // Whether so many codes fit into varchar(100), overlapping as they may, nobody can tell soon.
        using var folder = new TemporaryFolder();
        var patterns = Enumerable
            .Range(0, 40)
            .Select(i => $"Primary_Spell_Procedure LIKE '%{(char)('A' + (i % 26))}{i:00}%'");
        var left = folder.Write("left.sql", string.Join(" AND ", patterns));
        var right = folder.Write("right.sql", string.Join(" AND ", patterns.Skip(1)));

        var text = RuleGenProcess.Run("prove", left, right);
        var result = RuleGenProcess.Run("prove", left, right, "--format", "json");

        Assert.That(text.ExitCode, Is.EqualTo(4), text.Error);
        Assert.That(text.Output, Does.Contain("The conditions on Primary_Spell_Procedure, 40 clauses, are too many"));

        Assert.That(result.ExitCode, Is.EqualTo(4), result.Error);
        var document = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(document.GetProperty("verdict").GetString(), Is.EqualTo("undecided"));
        Assert.That(document.GetProperty("reason").GetString(), Is.EqualTo("too-many-states"));
        Assert.That(document.GetProperty("column").GetString(), Is.EqualTo("Primary_Spell_Procedure"));
        Assert.That(document.GetProperty("clauses").GetInt32(), Is.EqualTo(40));
    }

    [TestCase("WHERE 1=1", 2, "RG0601")]
    [TestCase("Admision_Method = 'x'", 3, "RG0105")]
    [TestCase("1=0", 2, "RG0604")]
    public void A_bad_assumption_is_refused(string assumption, int exitCode, string code)
    {
        var result = RuleGenProcess.Run("prove", Id, Published, "--assume", assumption);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.ErrorLines[^1], Does.Contain(code));
    }
}
