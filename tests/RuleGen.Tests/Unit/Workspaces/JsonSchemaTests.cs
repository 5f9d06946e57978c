using System.Text.Json;
using Json.Schema;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Codings;
using RuleGen.Workspaces.Settings;
using RuleGen.Workspaces.Starting;

namespace RuleGen.Tests.Unit.Workspaces;

/// <summary>What the JSON schemas allow is what the readers do.</summary>
internal sealed class JsonSchemaTests
{
    private static IEnumerable<TestCaseData> Schemas =>
        [
            new TestCaseData(JsonSchemas.Workspace, WorkspaceFileShapes.All).SetArgDisplayNames("rulegen"),
            new TestCaseData(JsonSchemas.Source, SourceFileShapes.All).SetArgDisplayNames("source"),
            new TestCaseData(JsonSchemas.Coding, CodingFileShapes.All).SetArgDisplayNames("coding"),
        ];

    private static IEnumerable<string> SourceFiles =>
        Directory.EnumerateFiles(Repository.PathOf("sql", "schema"), "*.json").Select(file => Path.GetFileName(file));

    [TestCaseSource(nameof(Schemas))]
    public void A_schema_has_the_members_that_the_reader_takes_and_no_others(
        string schema,
        IEnumerable<JsonShape> shapes
    )
    {
        var definitions = JsonDocument.Parse(schema).RootElement.GetProperty("$defs");
        var objects = definitions
            .EnumerateObject()
            .Where(definition => definition.Value.TryGetProperty("properties", out _))
            .ToDictionary(definition => definition.Name, definition => definition.Value);

        Assert.That(objects.Keys.Order(), Is.EqualTo(shapes.Select(shape => shape.Name).Order()));
        foreach (var shape in shapes)
        {
            var definition = objects[shape.Name];
            var required = definition.TryGetProperty("required", out var listed)
                ? listed.EnumerateArray().Select(item => item.GetString())
                : [];
            Assert.That(
                definition.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(),
                Is.EqualTo(shape.Members.Order()),
                shape.Name
            );
            Assert.That(required.Order(), Is.EqualTo(shape.Required.Order()), shape.Name);
            Assert.That(definition.GetProperty("additionalProperties").GetBoolean(), Is.False, shape.Name);
        }
    }

    [TestCaseSource(nameof(Schemas))]
    public void Every_member_is_described(string schema, IEnumerable<JsonShape> shapes)
    {
        var definitions = JsonDocument.Parse(schema).RootElement.GetProperty("$defs");
        foreach (var shape in shapes)
        {
            foreach (var property in definitions.GetProperty(shape.Name).GetProperty("properties").EnumerateObject())
            {
                var described = property.Value.TryGetProperty("description", out _)
                    ? property.Value
                    : definitions.GetProperty(property.Value.GetProperty("$ref").GetString()!["#/$defs/".Length..]);
                Assert.That(
                    described.GetProperty("description").GetString(),
                    Is.Not.Empty,
                    $"{shape.Name}.{property.Name}"
                );
            }
        }
    }

    [Test]
    public void The_targets_and_views_of_the_schema_are_those_of_the_program()
    {
        var definitions = JsonDocument.Parse(JsonSchemas.Workspace).RootElement.GetProperty("$defs");

        Assert.That(Names("root", "targets"), Is.EqualTo(Targets.All.Select(target => target.Name)));
        Assert.That(
            Names("catalogue", "views"),
            Is.EqualTo(Enum.GetNames<CatalogueView>().Select(name => name.ToLowerInvariant()))
        );

        IEnumerable<string?> Names(string shape, string member) =>
            definitions
                .GetProperty(shape)
                .GetProperty("properties")
                .GetProperty(member)
                .GetProperty("items")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(item => item.GetString());
    }

    [TestCaseSource(nameof(SourceFiles))]
    public void The_source_files_of_this_repository_are_valid(string file) =>
        Assert.That(IsValid(JsonSchemas.Source, Repository.Read("sql", "schema", file)));

    [Test]
    public void The_files_of_a_new_workspace_are_valid()
    {
        var files = NewWorkspace.Files.ToDictionary(file => file.Name, file => file.Text);

        Assert.That(IsValid(JsonSchemas.Workspace, files["rulegen.json"]));
        Assert.That(IsValid(JsonSchemas.Source, files["source.json"]));
    }

    [TestCase("{ \"codigns\": \"x\" }", false)]
    [TestCase("{ \"targets\": [\"oracle\"] }", false)]
    [TestCase("{ \"targets\": [\"babelfish\"], \"catalogues\": [{ \"id\": \"a\", \"codings\": [\"b\"] }] }", true)]
    [TestCase("{ \"catalogues\": [{ \"id\": \"a b\", \"codings\": [\"b\"] }] }", false)]
    public void A_workspace_file_is_valid_where_it_is_read(string json, bool isValid)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("rulegen.json", json);

        Assert.That(IsValid(JsonSchemas.Workspace, json), Is.EqualTo(isValid));
        Assert.That(() => WorkspaceFile.Read(path), isValid ? Throws.Nothing : Throws.TypeOf<RuleGenException>());
    }

    [TestCase(
        "{ \"clauses\": [{ \"clause\": \"arm 1, clause 2\", \"cites\": \"x\", \"notInGuidance\": true }] }",
        false
    )]
    [TestCase(
        "{ \"clauses\": [{ \"clause\": \"arm 1, clause 2\", \"notInGuidance\": true, \"notes\": [\"x\"] }] }",
        true
    )]
    [TestCase("{ \"titel\": \"x\" }", false)]
    public void A_file_of_a_coding_is_valid_where_it_is_read(string json, bool isValid)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.json", json);

        Assert.That(IsValid(JsonSchemas.Coding, json), Is.EqualTo(isValid));
        Assert.That(
            () => CodingFile.Find(folder["a.sql"]),
            isValid ? Throws.Nothing : Throws.TypeOf<RuleGenException>()
        );
    }

    private static bool IsValid(string schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSchema.FromText(schema).Evaluate(document.RootElement).IsValid;
    }
}
