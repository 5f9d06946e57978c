using System.Text.Json;
using RuleGen.Workspaces.Starting;

namespace RuleGen.Tests.Cli;

/// <summary>Several codings as one: built, looked through, asked which of them meet.</summary>
public sealed class CatalogueCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeWorkspace()
    {
        _folder = new TemporaryFolder();
        NewWorkspace.Create(_folder.Path);
        Add(
            "hips",
            "WHEN Primary_Procedure LIKE 'W37%' THEN 'hip'\nWHERE Age_At_Admission > 18 AND Primary_Diagnosis IS NOT NULL"
        );
        Add("joints", "WHEN Primary_Procedure LIKE 'W[38]%' THEN 'joint'\nWHERE Age_At_Admission > 18");
        Add("knees", "WHEN Primary_Procedure LIKE 'W8%' THEN 'knee'\nWHERE Age_At_Admission > 18");
        Declare("""{ "id": "All", "codings": ["hips", "joints", "knees"] }""");
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_build_writes_the_views_of_a_catalogue_and_one_script_for_all()
    {
        var build = Run("build");

        Assert.That(build.ExitCode, Is.Zero, build.Error);
        Assert.That(
            build.Error,
            Does.Contain("All: first, flags, long are proven to say of every row what the 3 codings say one by one.\n")
        );
        Assert.That(
            build.Output,
            Does.Contain("generated/All/first.sql\ngenerated/All/flags.sql\ngenerated/All/long.sql\n")
                .And.Contain("generated/All/deploy.sql\ngenerated/All/rollback.sql\n")
                .And.Contain("generated/All/dbt/All_long.sql\n")
        );
        var first = File.ReadAllText(_folder["generated/All/first.sql"]);
        Assert.That(first, Does.Contain("THEN 'hip'").And.Contain("AND [s].[Primary_Diagnosis] IS NOT NULL\n"));
        Assert.That(first, Does.EndWith("WHERE [s].[Age_At_Admission] > 18;\n"));
        var deploy = File.ReadAllText(_folder["generated/All/deploy.sql"]);
        Assert.That(deploy, Does.Contain(first).And.Contain("[All_flags]").And.Contain("[All_long]"));
        Assert.That(Run("build", "--check").ExitCode, Is.Zero);
    }

    [Test]
    public void A_catalogue_shows_the_views_that_it_asks_for()
    {
        Declare("""{ "id": "All", "codings": ["knees", "hips"], "views": ["flags"] }""");

        var build = Run("build");

        Assert.That(build.ExitCode, Is.Zero, build.Error);
        Assert.That(File.Exists(_folder["generated/All/first.sql"]), Is.False);
        Assert.That(
            File.ReadAllText(_folder["generated/All/flags.sql"]),
            Does.Contain("CAST(1 AS bit)")
                .And.Contain("ELSE CAST(0 AS bit)\n    END AS [knees],\n")
                .And.Contain("AS [hips]\n")
        );
    }

    [Test]
    public void A_catalogue_stands_for_its_codings()
    {
        Declare("""{ "id": "All", "codings": ["knees", "hips"], "views": ["first"] }""");

        var build = Run("build", "all");
        var sample = Run("sample", "All", "--rows", "20", "--output", "rows.csv");
        var evaluate = Run("evaluate", "All", "--input", "rows.csv");

        Assert.That(build.ExitCode, Is.Zero, build.Error);
        Assert.That(
            build.Output.Split('\n').Select(path => path.Split('/').ElementAtOrDefault(1)).OfType<string>().Distinct(),
            Is.EquivalentTo(new[] { "knees", "hips", "All" })
        );
        Assert.That(sample.ExitCode, Is.Zero, sample.Error);
        Assert.That(
            evaluate.Output,
            Does.StartWith("Spell_ID,Provider_Code,knees_Kept,knees_Outcome,hips_Kept,hips_Outcome\n")
        );
    }

    [Test]
    public void What_cannot_be_one_catalogue_is_refused_by_name()
    {
        Add("counted", "WHEN Age_At_Admission > 1 THEN 1\nWHERE Age_At_Admission > 18");
        Declare("""{ "id": "All", "codings": ["knees", "counted"] }""");
        Assert.That(
            Run("build").Error,
            Does.Contain(
                "RG0216: The coding knees gives text and counted gives int: no column of the catalogue All holds both"
            )
        );

        Add("silent", "Age_At_Admission > 18");
        Declare("""{ "id": "All", "codings": ["knees", "silent"] }""");
        Assert.That(Run("build").Error, Does.Contain("RG0216: The coding silent gives no label"));

        Declare("""{ "id": "All", "codings": ["knees", "hip"] }""");
        var missing = Run("build");
        Assert.That(missing.ExitCode, Is.EqualTo(2));
        Assert.That(
            missing.Error,
            Does.Contain("RG0602: The catalogue All names the coding 'hip', which the workspace does not have")
        );
    }

    [Test]
    public void A_catalogue_waits_for_its_codings()
    {
        Add("hips", "WHEN Primary_Procedure LIKE THEN 'hip'");

        var build = Run("build");

        Assert.That(build.ExitCode, Is.EqualTo(3));
        Assert.That(
            build.Error,
            Does.Contain("All has codings that were not written: hips. Nothing of it was written.\n")
        );
        Assert.That(Directory.Exists(_folder["generated/All"]), Is.False);
    }

    [Test]
    public void Overlaps_are_shown_with_a_row_and_counted_in_data()
    {
        Run("sample", "joints", "hips", "knees", "--rows", "500", "--output", "rows.csv");

        var text = Run("overlaps", "all", "--data", "rows.csv");
        var json = JsonDocument.Parse(Run("overlaps", "joints", "knees", "--format", "json").Output).RootElement;

        Assert.That(text.ExitCode, Is.EqualTo(1), text.Error);
        Assert.That(
            text.Output,
            Does.StartWith("3 codings, 3 pairs: one row can have both of 2, no row has both of 1.\n")
        );
        Assert.That(text.Output, Does.Contain("\nhips and joints: ").And.Contain("\njoints and knees: "));
        Assert.That(text.Output, Does.Contain("\nrows.csv: 500 rows, "));
        Assert.That(json.GetProperty("pairs").GetInt32(), Is.EqualTo(1));
        var overlap = json.GetProperty("overlaps")[0];
        Assert.That(overlap.GetProperty("second").GetProperty("outcome").GetString(), Is.EqualTo("knee"));
        Assert.That(overlap.GetProperty("rows").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void Codings_that_cannot_meet_are_clean_and_one_alone_is_no_question()
    {
        var apart = Run("overlaps", "hips", "knees");
        var alone = Run("overlaps", "hips");

        Assert.That(apart.ExitCode, Is.Zero, apart.Error);
        Assert.That(
            apart.Output,
            Does.StartWith("2 codings, 1 pair: one row can have both of 0, no row has both of 1.\n")
        );
        Assert.That(alone.ExitCode, Is.EqualTo(2));
        Assert.That(alone.Error, Does.Contain("RG0601: There is one coding, hips, and nothing that it could overlap."));
    }

    [Test]
    public void Lint_of_a_catalogue_sums_up_and_says_what_its_codings_are_together()
    {
        Add("old_knees", "WHEN Primary_Procedure LIKE 'W8%' THEN 'old knee'\nWHERE Age_At_Admission > 18");
        Add("young", "WHEN Primary_Procedure LIKE 'W82%' THEN 'young'");
        Declare("""{ "id": "All", "codings": ["hips", "joints", "knees", "old_knees", "young"] }""");

        var lint = Run("lint", "All");

        Assert.That(lint.ExitCode, Is.EqualTo(1), lint.Error);
        Assert.That(lint.Output, Does.Match("^[0-9]+ findings: [0-9]+ errors?, "));
        Assert.That(
            lint.Output,
            Does.Contain(
                    "error RG1021: knees\n  joints\n  Every row that it labels has joints, which stands before it: no row has it first."
                )
                .And.Contain(
                    "warning RG1022: old_knees\n  knees\n  It labels the rows that knees labels, and no others;"
                )
                .And.Contain(
                    "warning RG1023: young\n  Age_At_Admission > 18\n  4 of 5 codings ask for Age_At_Admission > 18; this one does not, and labels rows that they keep out.\n"
                )
        );
        Run("lint", "All", "--write-baseline", "known.json");
        var known = Run("lint", "All", "--baseline", "known.json", "--fail-on", "info");
        Assert.That(known.ExitCode, Is.Zero, known.Output);
        Assert.That(known.Output, Does.StartWith("0 new findings: "));
    }

    private void Add(string id, string text) => _folder.Write($"codings/{id}.sql", $"-- title: {id}\n{text}\n");

    private void Declare(string catalogue) =>
        _folder.Write(
            "rulegen.json",
            $$"""{ "codings": "codings", "source": "source.json", "output": "generated", "catalogues": [{{catalogue}}] }"""
        );

    private ProcessResult Run(params string[] arguments) => RuleGenProcess.RunIn(_folder.Path, "", arguments);
}
