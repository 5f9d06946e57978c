using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Tests.Unit.Workspaces;

/// <summary>An option prevails over the environment, that over the file, and that over the default.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["RULEGEN_CODINGS"] = "c",
        ["RULEGEN_SOURCE"] = "s.json",
        ["RULEGEN_OUTPUT"] = "o",
        ["RULEGEN_SCHEMA_NAME"] = "env",
        ["RULEGEN_VIEW_NAME"] = "e_{id}",
        ["RULEGEN_FUNCTION_NAME"] = "ef_{id}",
        ["RULEGEN_CATALOGUE_VIEW_NAME"] = "e_{id}_{view}",
        ["RULEGEN_OUTCOME_COLUMN"] = "e",
        ["RULEGEN_TARGETS"] = "babelfish, SqlServer2019",
    };

    private TemporaryFolder _folder = null!;

    private SettingsLayer Environment => SettingsLayer.OfEnvironment(Variables.GetValueOrDefault, _folder["here"]);

    private SettingsLayer Options =>
        SettingsLayer.OfOptions(
            option =>
                option switch
                {
                    "--codings" => "co",
                    "--schema" => "so.json",
                    "--out" => "oo",
                    "--schema-name" => "option",
                    "--target" => "managedinstance",
                    _ => null,
                },
            _folder["here"]
        );

    [SetUp]
    public void MakeWorkspace()
    {
        _folder = new TemporaryFolder();
        _folder.Write(
            "rulegen.json",
            """
            { "codings": "cf", "source": "sf.json", "output": "of", "schemaName": "file", "targets": ["sqlserver2017"] }
            """
        );
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Each_place_prevails_over_those_after_it()
    {
        Assert.That(
            Describe([Options, Environment]),
            Is.EqualTo(
                "here/co --codings, here/so.json --schema, here/oo --out, option --schema-name, managedinstance --target"
            )
        );
        Assert.That(
            Describe([Environment]),
            Is.EqualTo(
                "here/c RULEGEN_CODINGS, here/s.json RULEGEN_SOURCE, here/o RULEGEN_OUTPUT, env RULEGEN_SCHEMA_NAME, "
                    + "babelfish+sqlserver2019 RULEGEN_TARGETS"
            )
        );
        Assert.That(
            Describe([]),
            Is.EqualTo("cf file 1:14, sf.json file 1:30, of file 1:51, file file 1:71, sqlserver2017 file 1:90")
        );
    }

    [Test]
    public void What_one_place_does_not_say_the_next_does()
    {
        var some = SettingsLayer.OfOptions(option => option == "--out" ? "x" : null, _folder.Path);
        var empty = SettingsLayer.OfEnvironment(_ => "", _folder.Path);

        Assert.That(Describe([some, empty]), Does.StartWith("cf file 1:14, sf.json file 1:30, x --out, file file"));
    }

    [Test]
    public void Objects_are_called_as_the_environment_says_else_the_file()
    {
        _folder.Write(
            "rulegen.json",
            """
            { "viewName": "{id}_v", "functionName": "{id}_f", "catalogueViewName": "{view}_{id}", "outcomeColumn": "Label" }
            """
        );
        var file = WorkspaceFolder.Find(_folder.Path)!.Settings;
        var environment = WorkspaceFolder.Find(_folder.Path, [Environment])!.Settings;

        Assert.That(
            file.Naming,
            Is.EqualTo(ObjectNaming.Of("{id}_v", "{id}_f", "{view}_{id}") with { OutcomeColumn = "Label" })
        );
        Assert.That(
            environment.Naming,
            Is.EqualTo(
                ObjectNaming.Of("e_{id}", "ef_{id}", "e_{id}_{view}") with
                {
                    Schema = "env",
                    OutcomeColumn = "e",
                }
            )
        );
        Assert.That(environment.ViewName.Place, Is.EqualTo("RULEGEN_VIEW_NAME"));
        Assert.That(environment.OutcomeColumn.Place, Is.EqualTo("RULEGEN_OUTCOME_COLUMN"));
    }

    [Test]
    public void Patterns_from_two_places_that_give_one_name_are_refused()
    {
        _folder.Write("rulegen.json", """{ "functionName": "E_{id}" }""");
        var settings = WorkspaceFolder.Find(_folder.Path, [Environment])!.Settings;
        var functions = SettingsLayer.OfEnvironment(
            name => name == "RULEGEN_FUNCTION_NAME" ? "{id}" : null,
            _folder.Path
        );
        var others = WorkspaceFolder.Find(_folder.Path, [functions])!.Settings;

        Assert.That(settings.Naming.FunctionPattern, Is.EqualTo("ef_{id}"));
        var problem = Refused.Problem(() => _ = others.Naming);
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ObjectNames));
        Assert.That(problem.File, Is.EqualTo("RULEGEN_FUNCTION_NAME"));
    }

    [Test]
    public void A_variable_that_is_no_pattern_is_named()
    {
        var problem = Refused.Problem(() =>
            SettingsLayer.OfEnvironment(name => name == "RULEGEN_VIEW_NAME" ? "knees" : null, _folder.Path)
        );

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ObjectNames));
        Assert.That(problem.File, Is.EqualTo("RULEGEN_VIEW_NAME"));
    }

    [Test]
    public void A_variable_that_is_wrong_is_named()
    {
        var problem = Refused.Problem(() =>
            SettingsLayer.OfEnvironment(name => name == "RULEGEN_TARGETS" ? "oracle" : null, _folder.Path)
        );

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnknownTarget));
        Assert.That(problem.File, Is.EqualTo("RULEGEN_TARGETS"));
    }

    [Test]
    public void A_source_file_that_is_missing_is_named_with_the_place_that_names_it()
    {
        var problem = Refused.Problem(() => Workspace.Open(_folder.Path));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnreadableFile));
        Assert.That(
            problem.Message,
            Does.Match("^There is no source file '.*sf.json', which .*rulegen.json:1:30 names$")
        );
    }

    [Test]
    public void A_folder_of_codings_that_is_missing_is_named_with_the_place_that_names_it()
    {
        var workspace = Workspace.Over(Rules.Apcs.Source, WorkspaceFolder.Find(_folder.Path));

        var problem = Refused.Problem(() => _ = workspace.Codings);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnreadableFile));
        Assert.That(
            problem.Message,
            Does.Match("^There is no folder of codings '.*cf', which .*rulegen.json:1:14 names$")
        );
    }

    [Test]
    public void An_output_folder_with_the_workspace_or_its_texts_in_it_is_refused(
        [Values(".", "..", "cf", "CODINGS")] string output
    )
    {
        Directory.CreateDirectory(_folder["CODINGS/deep"]);
        _folder.Write(
            "rulegen.json",
            $$"""{ "codings": "{{(output == "CODINGS" ? "CODINGS/deep" : "cf")}}", "source": "s.json", "output": "{{output}}" }"""
        );
        var workspace = Workspace.Over(Rules.Apcs.Source, WorkspaceFolder.Find(_folder.Path));

        Assert.That(Refused.Problem(() => workspace.Build()).Code, Is.EqualTo(ErrorCodes.OutputIsInput));
    }

    private string Describe(ValueList<SettingsLayer> above)
    {
        var settings = WorkspaceFolder.Find(_folder.Path, above)!.Settings;
        return string.Join(
            ", ",
            Show(settings.Codings),
            Show(settings.Source),
            Show(settings.Output),
            $"{settings.SchemaName.Value} {PlaceOf(settings.SchemaName)}",
            $"{string.Join('+', settings.Targets.Value.Select(target => target.Name))} {PlaceOf(settings.Targets)}"
        );

        string Show(Setting<string> setting) =>
            $"{Path.GetRelativePath(_folder.Path, setting.Value).Replace('\\', '/')} {PlaceOf(setting)}";

        static string PlaceOf<T>(Setting<T> setting) =>
            setting.Origin == SettingOrigin.File
                ? $"file {setting.Place[(setting.Place.IndexOf("json:", StringComparison.Ordinal) + 5)..]}"
                : setting.Place;
    }
}
