using System.Text.Json.Nodes;
using RuleGen.Model;
using RuleGen.SqlServer.Tests.Deploying;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.Tests.Cli;

namespace RuleGen.SqlServer.Tests.Verifying;

/// <summary>Codes in child tables and in numbered columns: deployed, verified, and read beside the rows of a table.</summary>
public sealed class ListTests
{
    private const string ChildTables = "apcs-child-tables.json";

    private const int Rows = 2000;

    private Place _place = null!;
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakePlace() =>
        (_place, _folder) = (new Place(table => SchemaFile.Read(table, ChildTables)), new TemporaryFolder());

    [TearDown]
    public void RemovePlace()
    {
        _place?.Dispose();
        _folder?.Dispose();
    }

    [TestCase(ChildTables)]
    [TestCase("hes-apc.json")]
    [TestCase("apcs-joined.json")]
    public void Fixtures_and_sampled_rows_go_to_the_server_with_their_items(string schema)
    {
        var result = RuleGenProcess.Run(
            "verify",
            "--connection",
            $"env:{LiveServer.Variable}",
            "--schema",
            Repository.PathOf("sql", "schema", schema),
            "--rows",
            "3000",
            "--format",
            "json"
        );

        Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
        var server = Engines(result).Where(each => $"{each["engine"]}" == "server").ToList();
        Assert.That(server.Select(each => $"{each["object"]}"), Is.EqualTo(new[] { "view", "function" }));
        Assert.That(server.Select(each => each["agree"]!.GetValue<int>()), Is.All.GreaterThan(2500));
        Assert.That(server.Select(each => each["disagree"]!.GetValue<int>()), Is.All.Zero);
    }

    [TestCase(ChildTables)]
    [TestCase("hes-apc.json")]
    public void A_table_is_compared_with_the_items_that_belong_to_its_rows(string schema)
    {
        using var place = new Place(table => SchemaFile.Read(table, schema));
        place.Deploy();
        place.Fill(Rows);

        var result = Verify(place, schema);

        Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
        Assert.That(
            Engines(result).Select(each => $"{each["object"]}"),
            Is.EqualTo(["", "deployed view", "deployed function"])
        );
        Assert.That(Engines(result).Select(each => each["rows"]!.GetValue<int>()), Is.All.EqualTo(Rows));
        Assert.That(Engines(result).Select(each => each["disagree"]!.GetValue<int>()), Is.All.Zero);
        Assert.That(Engines(result).Select(each => each["agree"]!.GetValue<int>()), Is.All.GreaterThan(Rows * 9 / 10));
    }

    [Test]
    public void Items_of_no_row_belong_to_none()
    {
        _place.Deploy();
        _place.Fill(Rows);
        InsertDiagnosis(key: -1, position: 1);

        var result = Verify(_place, ChildTables);

        Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
    }

    [Test]
    public void A_row_of_which_the_view_thinks_otherwise_is_shown_with_its_items()
    {
        _place.Deploy();
        _place.Fill(Rows);
        Hand.Change(_place, _place.View);

        var result = Verify(_place, ChildTables);

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        var coding = JsonNode.Parse(result.Output)!["codings"]![0]!;
        Assert.That($"{coding["disagreements"]![0]!["row"]!["Diagnoses"]}", Is.Not.Empty);
        Assert.That(Engines(result)[1]["disagree"]!.GetValue<int>(), Is.GreaterThan(Rows / 2));
        Assert.That(Engines(result)[2]["disagree"]!.GetValue<int>(), Is.Zero);
    }

    [Test]
    public void An_item_at_no_position_is_refused_with_the_key_of_its_row()
    {
        _place.Deploy();
        _place.Fill(10);
        InsertDiagnosis(key: 7, position: 0);

        var result = Verify(_place, ChildTables);

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(
            result.Error,
            Does.Contain(
                "RG0706: The position 0 is outside 1 to 9999, among the items of 'Diagnoses' of the row with APCS_Ident = 7"
            )
        );
    }

    [Test]
    public void A_child_table_of_another_shape_is_refused_by_the_program_and_by_the_script()
    {
        var child = Child();
        _place.Session.Execute($"EXECUTE sp_rename '{child.Schema}.{child.Name}.Diagnosis_Code_ICD', 'Icd', 'COLUMN';");
        using var session = LiveServer.Open();

        Assert.That(
            Refused.Problem(() => _place.Deploy()).Message,
            Is.EqualTo($"Column 'Diagnosis_Code_ICD' of {child} is not there")
        );
        Assert.That(
            ScriptRun.Deploy(_place, session),
            Has.Some.Contains($"{child} is not what this script was made for: column Diagnosis_Code_ICD is not there")
        );
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Missing));
    }

    [Test]
    public void Fixtures_fill_the_child_tables_and_the_deployed_view_makes_of_them_what_is_expected()
    {
        var built = RuleGenProcess.Run(
            "build",
            "--schema",
            SchemaFile.Write(_folder, _place.Source.Table, ChildTables),
            "--schema-name",
            _place.Schema,
            "--target",
            LiveServer.Target.Name,
            "--out",
            _folder["out"]
        );
        Assert.That(built.ExitCode, Is.Zero, built.Error + built.Output);
        using var session = LiveServer.Open();
        Assert.That(ScriptRun.Run(session, Script("deploy.sql")), Is.Empty);
        var batches = ScriptBatches(Script("fixtures.sql"));

        Assert.That(batches.SkipLast(1).SelectMany(batch => ScriptRun.Run(session, batch)), Is.Empty);
        var different = session.Query(batches[^1]);

        Assert.That(different, Is.Empty);
        Assert.That(Count(_place.Source.Table), Is.GreaterThan(50));
        Assert.That(Count(Child()), Is.GreaterThan(50));

        long? Count(TableName table) => session.Query($"SELECT COUNT(*) FROM {table};").Single().Number(0);

        string Script(string name) =>
            File.ReadAllText(Directory.GetFiles(_folder["out"], name, SearchOption.AllDirectories).Single());
    }

    private static List<string> ScriptBatches(string script) => [.. TSql.ScriptBatches.Split(script)];

    private static JsonNode[] Engines(ProcessResult result) =>
        [.. JsonNode.Parse(result.Output)!["codings"]![0]!["engines"]!.AsArray().Select(each => each!)];

    private TableName Child() => _place.Source.Tables.ElementAt(1);

    private void InsertDiagnosis(int key, int position) =>
        _place.Session.Execute(
            $"INSERT INTO {Child()} (APCS_Ident, Diagnosis_Sequence, Diagnosis_Code_ICD) VALUES ({key}, {position}, 'M45');"
        );

    private ProcessResult Verify(Place place, string schema) =>
        RuleGenProcess.Run(
            "verify",
            "--connection",
            $"env:{LiveServer.Variable}",
            "--schema",
            SchemaFile.Write(_folder, place.Source.Table, schema),
            "--schema-name",
            place.Schema,
            "--data-from",
            $"{place.Source.Table}",
            "--format",
            "json"
        );
}
