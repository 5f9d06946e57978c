using RuleGen.Model;
using RuleGen.SqlServer;

namespace RuleGen.Tests.Unit.Deploying;

/// <summary>A table of a server as a schema file.</summary>
public sealed class TableDescriptionTests
{
    private static readonly TableName Table = new("wh", "Spell \"s\"");

    private RecordingSession _session = null!;

    [SetUp]
    public void Connect() =>
        _session = new RecordingSession
        {
            Columns =
            [
                new SqlRow("SpellID", "bigint", 0L, ""),
                new SqlRow("Proc", "varchar(10)", 1L, "Latin1_General_CI_AS"),
                new SqlRow("Diag", "nvarchar(max)", 1L, "Latin1_General_CI_AS"),
                new SqlRow("Code", "char(2)", 0L, "Latin1_General_BIN2"),
                new SqlRow("Amount", "decimal(9, 2)", 1L, ""),
                new SqlRow("Photo", "varbinary(max)", 1L, ""),
                new SqlRow("Name", "varchar(50)", 1L, "Japanese_CI_AS"),
                new SqlRow("OP_01", "varchar(4)", 1L, "Latin1_General_CI_AS"),
                new SqlRow("OP_02", "varchar(4)", 1L, "Latin1_General_CI_AS"),
                new SqlRow("OP_03", "varchar(4)", 1L, "Latin1_General_CI_AS"),
            ],
            Keys = [new SqlRow(1L, 1L, "SpellID", 0L)],
        };

    [TearDown]
    public void Disconnect() => _session.Dispose();

    [Test]
    public void Types_collations_nullability_and_key_are_the_servers()
    {
        var described = TableDescription.Read(_session, Table, alias: "s", key: []);

        Assert.That(
            described.Text,
            Is.EqualTo(
                """
                {
                  "from": { "schema": "wh", "table": "Spell \"s\"", "alias": "s" },
                  "collation": "Latin1_General_CI_AS",
                  "key": ["SpellID"],
                  "carry": [],
                  "columns": [
                    { "name": "SpellID", "type": "bigint", "nullable": false },
                    { "name": "Proc", "type": "varchar(10)", "nullable": true },
                    { "name": "Diag", "type": "nvarchar(max)", "nullable": true },
                    { "name": "Code", "type": "char(2)", "collation": "Latin1_General_BIN2", "nullable": false },
                    { "name": "Amount", "type": "decimal(9, 2)", "nullable": true },
                    { "name": "OP_01", "type": "varchar(4)", "nullable": true },
                    { "name": "OP_02", "type": "varchar(4)", "nullable": true },
                    { "name": "OP_03", "type": "varchar(4)", "nullable": true }
                  ]
                }

                """
            )
        );
        Assert.That(SourceFile.Parse(described.Text), Is.EqualTo(described.Source));
    }

    [Test]
    public void What_is_left_out_and_what_nobody_can_see_is_said()
    {
        var notes = TableDescription.Read(_session, Table, alias: null, key: []).Notes;

        Assert.That(
            notes,
            Has.Some.StartsWith("Column 'Photo' is left out: no coding reads varbinary(max)")
                .And.Some.StartsWith("Column 'Name' is left out: its collation Japanese_CI_AS is not modelled")
                .And.Some.StartsWith("Columns 'OP_01' to 'OP_03' are numbered")
                .And.Some.StartsWith("No server says what codes look like")
        );
    }

    [Test]
    public void Without_a_primary_key_the_shortest_unique_index_without_nulls_tells_rows_apart()
    {
        _session.Keys =
        [
            new SqlRow(2L, 0L, "Proc", 1L),
            new SqlRow(3L, 0L, "SpellID", 0L),
            new SqlRow(3L, 0L, "Code", 0L),
            new SqlRow(4L, 0L, "Code", 0L),
        ];

        Assert.That(Key(), Is.EqualTo(new[] { "Code" }));
    }

    [Test]
    public void Where_the_server_knows_no_key_somebody_must_name_it()
    {
        _session.Keys = [];

        var problem = Refused.Problem(() => TableDescription.Read(_session, Table, alias: null, key: []));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.Usage));
        Assert.That(problem.Remedy, Does.StartWith("Name them with --key, once for each: SpellID, Proc"));
        Assert.That(Key("SpellID", "Code"), Is.EqualTo(new[] { "SpellID", "Code" }));
    }

    [TestCase("SpelID", "has no column 'SpelID'", "Did you mean 'SpellID'?")]
    [TestCase("Proc", "Column 'Proc' of [wh].[Spell \"s\"] may be NULL", "Name another with --key")]
    public void A_key_that_identifies_no_row_is_refused(string key, string message, string remedy)
    {
        var problem = Refused.Problem(() => Key(key));

        Assert.That(problem.Message, Does.Contain(message));
        Assert.That(problem.Remedy, Does.StartWith(remedy));
    }

    [Test]
    public void A_table_that_is_not_there_is_named()
    {
        _session.Columns = [];

        Assert.That(Refused.Problem(() => Key()).Code, Is.EqualTo(ErrorCodes.SourceMismatch));
    }

    private IEnumerable<string> Key(params string[] key) =>
        TableDescription.Read(_session, Table, alias: null, [.. key]).Source.Key.Select(column => column.Name);
}
