using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Tests.Unit.Workspaces;

/// <summary>What <c>rulegen.json</c> may say, and what is said of what it may not.</summary>
public sealed class WorkspaceFileTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_file_says_what_is_where_from_its_folder()
    {
        var file = Read(
            """
            {
              "$schema": "x.json",
              "codings": "texts/",
              "source": "spells.json",
              "output": "../out",
              "schemaName": "rules",
              "targets": ["babelfish", "sqlserver2022"],
              "catalogues": [
                { "id": "EBI", "codings": ["knees", "hips"], "views": ["flags", "first"] },
                { "id": "All", "codings": ["hips"] }
              ]
            }
            """
        );

        Assert.That(file.Settings.Codings!.Value, Is.EqualTo(_folder["texts"]));
        Assert.That(file.Settings.Codings.Place, Does.EndWith("rulegen.json:3:14"));
        Assert.That(file.Settings.Codings.Origin, Is.EqualTo(SettingOrigin.File));
        Assert.That(file.Settings.Source!.Value, Is.EqualTo(_folder["spells.json"]));
        Assert.That(file.Settings.Output!.Value, Is.EqualTo(Path.GetFullPath(_folder["../out"])));
        Assert.That(file.Settings.SchemaName!.Value, Is.EqualTo("rules"));
        Assert.That(file.Settings.Targets!.Value, Is.EqualTo(new[] { Targets.Babelfish, Targets.SqlServer2022 }));
        Assert.That(
            file.Catalogues,
            Is.EqualTo(
                new[]
                {
                    new DeclaredCatalogue("EBI", ["knees", "hips"], [CatalogueView.Flags, CatalogueView.First]),
                    new DeclaredCatalogue(
                        "All",
                        ["hips"],
                        [CatalogueView.First, CatalogueView.Flags, CatalogueView.Long]
                    ),
                }
            )
        );
    }

    [Test]
    public void An_empty_file_makes_a_workspace_of_defaults()
    {
        _folder.Write("rulegen.json", "{}");

        var folder = WorkspaceFolder.Find(_folder.Path)!;

        Assert.That(folder.HasFile);
        Assert.That(folder.SchemaFile, Is.EqualTo(_folder["sql/schema/apcs.json"]));
        Assert.That(folder.Settings.Targets.Value, Is.EqualTo(Targets.All));
        Assert.That(folder.Settings.SchemaName.Origin, Is.EqualTo(SettingOrigin.Default));
    }

    [Test]
    public void A_file_is_found_upwards_and_the_nearest_counts()
    {
        _folder.Write("rulegen.json", "{}");
        Directory.CreateDirectory(_folder["team/texts"]);
        _folder.Write("team/rulegen.json", "{}");
        Directory.CreateDirectory(_folder["other"]);

        Assert.That(WorkspaceFolder.Find(_folder["team/texts"])!.Root, Is.EqualTo(_folder["team"]));
        Assert.That(WorkspaceFolder.Find(_folder["other"])!.Root, Is.EqualTo(_folder.Path));
    }

    [TestCase("{ \"codigns\": \"x\" }", "RG0212", 1, 3, "The workspace's file has an unknown member 'codigns'")]
    [TestCase("{ \"codings\": 1 }", "RG0212", 1, 14, "'codings' is a number")]
    [TestCase("{ \"source\": \"\" }", "RG0212", 1, 13, "'source' is no path")]
    [TestCase("{ \"schemaName\": \" \" }", "RG0009", 1, 17, "' ' cannot be the name of a schema")]
    [TestCase("{ \"viewName\": \"EBI\" }", "RG0215", 1, 15, "'EBI' is no pattern for the name of a view")]
    [TestCase("{ \"functionName\": \"{ID}\" }", "RG0215", 1, 19, "'{ID}' is no pattern for the name of a function")]
    [TestCase(
        "{ \"catalogueViewName\": \"{id}\" }",
        "RG0215",
        1,
        24,
        "'{id}' is no pattern for the name of a view of a catalogue"
    )]
    [TestCase("{ \"outcomeColumn\": \"\" }", "RG0009", 1, 20, "'' cannot be the name of an outcome column")]
    [TestCase(
        "{ \"output\": \"a\",\n  \"output\": \"b\" }",
        "RG0212",
        2,
        3,
        "The workspace's file has the member 'output' twice"
    )]
    [TestCase(
        "{ \"targets\": [\"sql-server-2016\"] }",
        "RG0212",
        1,
        15,
        "'sql-server-2016' in 'targets' is not a target"
    )]
    [TestCase(
        "{ \"targets\": [\"babelfish\", \"babelfish\"] }",
        "RG0212",
        1,
        28,
        "'babelfish' stands twice in 'targets'"
    )]
    [TestCase("{ \"targets\": [] }", "RG0212", 1, 14, "'targets' is empty")]
    [TestCase("{ \"catalogues\": [{ \"id\": \"a\" }] }", "RG0212", 1, 18, "A catalogue lacks the member 'codings'")]
    [TestCase(
        "{ \"catalogues\": [{ \"id\": \"a b\", \"codings\": [\"x\"] }] }",
        "RG0214",
        1,
        26,
        "The id 'a b' is no name of a view"
    )]
    [TestCase(
        "{ \"catalogues\": [{ \"id\": \"a\", \"codings\": [\"x\"], \"views\": [\"wide\"] }] }",
        "RG0212",
        1,
        59,
        "'wide' in 'views' of a catalogue is not a view"
    )]
    [TestCase(
        "{ \"catalogues\": [{ \"id\": \"a\", \"codings\": [\"x\"] }, { \"id\": \"A\", \"codings\": [\"x\"] }] }",
        "RG0212",
        1,
        59,
        "Catalogue 'A' is declared twice"
    )]
    [TestCase("{ \"codings\": \"x\" ", "RG0211", 1, 18, "The file is not JSON")]
    public void What_is_wrong_is_named_with_its_place(string json, string code, int line, int column, string message)
    {
        var problem = Refused.Problem(() => Read(json));

        Assert.That(problem.Message, Does.StartWith(message));
        Assert.That(problem.Code.Id, Is.EqualTo(code));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(line, column)));
        Assert.That(problem.File, Does.EndWith("rulegen.json"));
    }

    [Test]
    public void All_that_is_wrong_is_reported_together_and_mistyped_names_are_mended()
    {
        var problems = Refused.Problems(() => Read("{ \"codigns\": \"x\", \"targets\": [\"sql-server-2016\"] }"));

        Assert.That(
            problems.Select(problem => problem.Remedy),
            Is.EqualTo(new[] { "Did you mean 'codings'?", "Did you mean 'sqlserver2016'?" })
        );
    }

    private WorkspaceFile Read(string json) => WorkspaceFile.Read(_folder.Write("rulegen.json", json));
}
