using System.Text.Json;
using RuleGen.Workspaces.Starting;

namespace RuleGen.Tests.Cli;

/// <summary>What a team does in a folder of its own, outside of any checkout, with texts and JSON alone.</summary>
public sealed class WorkspaceCommandTests
{
    private const string Other = "-- title: Knees\nWHEN Primary_Procedure LIKE 'W8%' THEN 'knee'";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeWorkspace()
    {
        _folder = new TemporaryFolder();
        NewWorkspace.Create(_folder.Path);
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Init_makes_a_workspace_of_a_folder_that_is_not_there()
    {
        var result = Run("init", "team/rules");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Is.EqualTo(NewWorkspace.Files.Select(file => $"team/rules/{file.Name}"))
        );
        Assert.That(result.Error, Is.EqualTo("Next: cd team/rules, and then rulegen build\n"));
        Assert.That(File.ReadAllLines(_folder["team/rules/README.md"]), Has.Length.EqualTo(10));
    }

    [Test]
    public void Init_replaces_nothing()
    {
        File.Delete(_folder["rulegen.json"]);
        var text = File.ReadAllText(_folder["source.json"]);

        var result = Run("init");

        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(
            result.Error,
            Does.StartWith("README.md: RG0502: 'README.md' cannot be written: It is there already.")
        );
        Assert.That(File.Exists(_folder["rulegen.json"]), Is.False);
        Assert.That(File.ReadAllText(_folder["source.json"]), Is.EqualTo(text));
    }

    [Test]
    public void What_init_makes_builds_at_once_and_is_clean_then()
    {
        var build = Run("build");
        var check = Run("build", "--check");

        Assert.That(build.ExitCode, Is.Zero, build.Error);
        Assert.That(build.Error, Does.Contain("| knee_washout | is read |    1 |       4 | 8 of 8  |"));
        Assert.That(check.ExitCode, Is.Zero, check.Error);
        var view = File.ReadAllText(_folder["generated/knee_washout/view.sql"]);
        Assert.That(
            view,
            Does.StartWith("-- knee_washout: Washout of an arthritic knee\n")
                .And.Contain("-- Note: Codes and age are there to show how a coding is written.\n")
                .And.Contain("-- Publication: An example of RuleGen, and no guidance\n-- Edition: First\n")
                .And.Contain("-- Page: https://example.org/knee-washout\n")
                .And.Contain("-- Guidance: “This is about adults.”\n")
                .And.Contain("-- Not in the guidance\n")
        );
        Assert.That(
            File.ReadAllText(_folder["generated/knee_washout/proof.json"]),
            Does.Contain("\"codings/knee_washout.sql\"")
        );
    }

    [Test]
    public void A_build_of_named_codings_leaves_the_files_of_others_alone()
    {
        _folder.Write("codings/knees.sql", Other);
        Run("build");
        File.Delete(_folder["generated/knees/view.sql"]);
        File.Delete(_folder["generated/knee_washout/view.sql"]);

        var result = Run("build", "knees");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Is.EqualTo("generated/knees/view.sql\n"));
        Assert.That(Run("build", "codings", "--check").Output, Is.EqualTo("generated/knee_washout/view.sql\n"));
        File.Delete(_folder["codings/knees.sql"]);
        Assert.That(Run("build").Output, Does.Contain("generated/knees/view.sql\n"));
        Assert.That(Directory.Exists(_folder["generated/knees"]), Is.False);
    }

    [Test]
    public void Two_files_of_one_name_cannot_be_built_together()
    {
        Directory.CreateDirectory(_folder["new"]);
        _folder.Write("new/knee_washout.sql", Other);

        Assert.That(
            Run("build", "codings", "new").Error,
            Does.Contain(
                "RG0214: 'codings/knee_washout.sql' and 'new/knee_washout.sql' are both the coding knee_washout."
            )
        );
        Assert.That(Run("build", "codings", "knee_washout", "--check").Output, Does.Contain("generated/knee_washout/"));
    }

    [Test]
    public void A_coding_that_cannot_be_read_does_not_keep_others_from_being_built()
    {
        _folder.Write("codings/knees.sql", "WHEN Primary_Procedur LIKE 'W8%' THEN 'knee'");

        var result = Run("build");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("codings/knees.sql:1:6: RG0105: "));
        Assert.That(File.Exists(_folder["generated/knee_washout/view.sql"]));
    }

    [Test]
    public void Targets_and_schema_name_of_the_file_are_those_of_a_build()
    {
        _folder.Write(
            "rulegen.json",
            """
            {
              "codings": "codings", "source": "source.json", "output": "out", "schemaName": "rules",
              "targets": ["azuresqldatabase", "sqlserver2019"]
            }
            """
        );

        var result = Run("build");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(
            result.Error,
            Does.Contain("| 2 of 2  |")
                .And.Contain("Servers: Azure SQL Database, SQL Server 2019.\n")
                .And.Contain("SQLCLR functions are for all but Azure SQL Database.\n")
        );
        Assert.That(
            File.ReadAllText(_folder["out/knee_washout/view.sql"]),
            Does.Contain("VIEW [rules].[knee_washout]")
        );
        Assert.That(File.Exists(_folder["out/knee_washout/clr.sql"]), Is.False);
    }

    [Test]
    public void Objects_have_the_names_of_the_file()
    {
        _folder.Write(
            "rulegen.json",
            """
            {
              "codings": "codings", "source": "source.json",
              "viewName": "EBI_{id}", "functionName": "fn_{id}", "outcomeColumn": "Label"
            }
            """
        );

        var result = Run("build");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Generated("view.sql"), Does.Contain("VIEW [ebi].[EBI_knee_washout]").And.Contain(" AS [Label]\n"));
        Assert.That(Generated("function.sql"), Does.Contain("FUNCTION [ebi].[fn_knee_washout]"));
        Assert.That(Generated("clr.sql"), Does.Contain("[ebi].[fn_knee_washout_Clr]").And.Contain("TABLE ([Label] "));
        Assert.That(Generated("fixtures.sql"), Does.Contain("v.[Label] AS [Outcome]"));
        Assert.That(Run("build", "--check").ExitCode, Is.Zero);
        Assert.That(
            Run("fixtures", "knee_washout", "--format", "sql").Output,
            Does.Contain("[ebi].[EBI_knee_washout] AS v")
        );
        Assert.That(Run("verify", "knee_washout", "--rows", "10").ExitCode, Is.Zero);

        string Generated(string file) => File.ReadAllText(_folder[$"generated/knee_washout/{file}"]);
    }

    [TestCase(
        "FN_{id}",
        "knees_x",
        "[ebi].[FN_knees_x] would be the function of knees, and the view of knees_x. Give one of them another id, or "
    )]
    [TestCase(
        "all_{id}",
        "FIRST",
        "[ebi].[ALL_first] would be the view of FIRST, and the view first of the catalogue ALL. "
    )]
    public void Objects_of_one_name_are_refused(string view, string id, string message)
    {
        _folder.Write("codings/knees.sql", Other);
        _folder.Write($"codings/{id}.sql", Other);
        _folder.Write(
            "rulegen.json",
            $$"""
            {
              "codings": "codings", "source": "source.json",
              "viewName": "{{view}}", "functionName": "fn_{id}_x",
              "catalogues": [ { "id": "ALL", "codings": ["knees"] } ]
            }
            """
        );

        var result = Run("build");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.StartWith($"RG0215: {message}"));
        Assert.That(Directory.Exists(_folder["generated"]), Is.False);
        Assert.That(Run("build", "knee_washout").ExitCode, Is.Zero);
    }

    [Test]
    public void Every_command_takes_ids_files_and_folders()
    {
        _folder.Write("codings/knees.sql", Other);
        Directory.CreateDirectory(_folder["new"]);
        _folder.Write("new/knees2.sql", Other);

        Assert.That(Run("lint", "codings", "new/knees2.sql", "--fail-on", "never").ExitCode, Is.Zero);
        var lint = Run("lint", "codings", "--format", "json", "--fail-on", "never").Output;
        Assert.That(JsonDocument.Parse(lint).RootElement.GetProperty("codings").GetArrayLength(), Is.EqualTo(2));
        var fixtures = Run("fixtures", "knees", "new", "--format", "json");
        Assert.That(JsonDocument.Parse(fixtures.Output).RootElement.GetArrayLength(), Is.EqualTo(2), fixtures.Error);
        Assert.That(
            Run("fixtures", "codings", "--format", "csv").Error,
            Does.StartWith("RG0601: --format csv takes one")
        );
        var sample = Run("sample", "codings", "--rows", "20", "--output", "rows.csv");
        Assert.That(sample.ExitCode, Is.Zero, sample.Error);
        var evaluate = Run("evaluate", "codings", "new/knees2.sql", "--input", "rows.csv");
        Assert.That(
            evaluate.Output,
            Does.StartWith(
                "Spell_ID,Provider_Code,knee_washout_Kept,knee_washout_Outcome,knees_Kept,knees_Outcome,knees2_Kept,knees2_Outcome\n"
            )
        );
        var all = Run("evaluate", "--all", "--input", "rows.csv");
        Assert.That(
            all.Output,
            Does.StartWith("Spell_ID,Provider_Code,knee_washout_Kept,knee_washout_Outcome,knees_Kept,knees_Outcome\n")
        );
        var verify = Run("verify", "new", "knees", "--rows", "10");
        Assert.That(verify.ExitCode, Is.Zero, verify.Error);
        Assert.That(Run("prove", "knees", "new/knees2.sql").Output, Does.StartWith("equivalent"));
    }

    [TestCase("deploy")]
    [TestCase("status")]
    [TestCase("undeploy")]
    public void Commands_for_a_server_take_files_with_a_name_for_objects(string command)
    {
        _folder.Write("my knees.sql", Other);

        Assert.That(Run(command, "my knees.sql").Error, Does.StartWith("my knees.sql: RG0214: "));
        Assert.That(Run(command, "codings").Error, Does.StartWith("RG0605: "));
        Assert.That(Run(command, "knee_washout").Error, Does.StartWith("RG0605: "));
    }

    [Test]
    public void Config_shows_each_setting_with_where_it_is_from()
    {
        var result = Run("config", "--out", "o", "--schema-name", "x");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(
            result.Output,
            Is.EqualTo(
                $$"""
                Workspace: {{_folder.Path}}
                +------------------------------------------------------+
                | Setting           | Value        | From              |
                |-------------------+--------------+-------------------|
                | codings           | codings      | rulegen.json:3:14 |
                | source            | source.json  | rulegen.json:4:13 |
                | output            | o            | --out             |
                | schemaName        | x            | --schema-name     |
                | viewName          | {id}         | default           |
                | functionName      | {id}_Outcome | default           |
                | catalogueViewName | {id}_{view}  | default           |
                | outcomeColumn     | Outcome      | default           |
                | targets           | all          | default           |
                +------------------------------------------------------+

                """.ReplaceLineEndings("\n")
            )
        );
    }

    [Test]
    public void Config_is_json_for_programs()
    {
        var result = Run("config", "--schema", "s.json", "--format", "json");

        var document = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(document.GetProperty("file").GetString(), Is.EqualTo(_folder["rulegen.json"]));
        Assert.That(
            document
                .GetProperty("settings")
                .EnumerateArray()
                .Select(setting =>
                    $"{setting.GetProperty("name")} {setting.GetProperty("origin")} {setting.GetProperty("place")}"
                ),
            Is.EqualTo(
                new[]
                {
                    "codings file rulegen.json:3:14",
                    "source option --schema",
                    "output file rulegen.json:5:13",
                    "schemaName file rulegen.json:6:17",
                    "viewName default default",
                    "functionName default default",
                    "catalogueViewName default default",
                    "outcomeColumn default default",
                    "targets default default",
                }
            )
        );
    }

    [Test]
    public void A_property_that_there_is_not_is_named_with_its_place()
    {
        var text = File.ReadAllText(_folder["rulegen.json"]);
        _folder.Write("rulegen.json", text.Replace("\"source\"", "\"sorce\"", StringComparison.Ordinal));

        var result = Run("build");

        Assert.That(
            result,
            Is.EqualTo(
                new ProcessResult(
                    3,
                    "",
                    "rulegen.json:4:3: RG0212: The workspace's file has an unknown member 'sorce'. Did you mean 'source'?\n"
                )
            )
        );
    }

    [Test]
    public void A_source_file_that_is_missing_is_named_with_who_names_it()
    {
        File.Move(_folder["source.json"], _folder["spells.json"]);

        var result = Run("lint", "knee_washout");

        Assert.That(
            result,
            Is.EqualTo(
                new ProcessResult(
                    5,
                    "",
                    "source.json: RG0501: There is no source file 'source.json', which rulegen.json:4:13 names. Mend the path "
                        + "there, or name another file with --schema; rulegen config shows every setting.\n"
                )
            )
        );
        Assert.That(Run("lint", "knee_washout", "--schema", "spells.json").ExitCode, Is.Zero);
    }

    [Test]
    public void An_id_that_is_no_name_is_refused_with_what_one_is()
    {
        _folder.Write("codings/knee washout.sql", Other);

        var result = Run("build");

        Assert.That(
            result,
            Is.EqualTo(
                new ProcessResult(
                    3,
                    "",
                    "codings/knee washout.sql: RG0214: A coding has the name of its file, and 'knee washout' is no name of a "
                        + "view. Use 1 to 100 of the letters A to Z and a to z, digits and underscores.\n"
                )
            )
        );
    }

    [Test]
    public void An_output_replaces_none_of_the_workspaces_files()
    {
        foreach (var file in new[] { "rulegen.json", "source.json", "codings/knee_washout.sql" })
        {
            var text = File.ReadAllText(_folder[file]);

            var result = Run("sample", "--rows", "1", "--output", file);

            Assert.That(result.Error, Does.StartWith("RG0503: "), file);
            Assert.That(File.ReadAllText(_folder[file]), Is.EqualTo(text), file);
        }
    }

    [Test]
    public void A_workspace_without_codings_says_so()
    {
        File.Delete(_folder["codings/knee_washout.sql"]);

        Assert.That(Run("build").Error, Does.Contain("There are no codings: "));
        Assert.That(Run("verify").Error, Does.StartWith("RG0602: The workspace has no codings: "));
        Assert.That(Run("status").Error, Does.StartWith("RG0602: The workspace has no codings: "));
    }

    private ProcessResult Run(params string[] arguments) => RuleGenProcess.RunIn(_folder.Path, "", arguments);
}
