using System.Text.Json.Nodes;
using RuleGen.Model;
using RuleGen.SqlServer.Tests.Deploying;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.Tests.Cli;

namespace RuleGen.SqlServer.Tests.Verifying;

/// <summary><c>rulegen verify --data-from</c>: a table is compared as it is, or refused; never seems to differ.</summary>
public sealed class DataFromTests
{
    private const int Rows = 300;

    private Place _place = null!;
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakePlace() => (_place, _folder) = (new Place(), new TemporaryFolder());

    [TearDown]
    public void RemovePlace()
    {
        _place?.Dispose();
        _folder?.Dispose();
    }

    [Test]
    public void A_table_without_rows_is_compared_and_said_to_have_none()
    {
        _place.Deploy();

        var result = Verify($"{_place.Source.Table}");

        AssertAgreed(result, rows: 0, "deployed view", "deployed function");
        Assert.That(result.Error, Does.Contain($"{_place.Source.Table} has no rows, so that nothing was compared"));
    }

    [Test]
    public void A_table_whose_key_several_rows_have_is_refused_with_the_key()
    {
        _place.Deploy();
        _place.Fill(Rows);
        DropKey();
        _place.Session.Execute($"UPDATE {_place.Source.Table} SET [APCS_Ident] = 7 WHERE [APCS_Ident] IN (7, 8, 9);");

        var result = Verify($"{_place.Source.Table}");

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(
            result.Error,
            Does.Contain(
                $"RG0706: The key of {_place.Source.Table} does not tell its rows apart: 3 rows have APCS_Ident = 7"
            )
        );
    }

    [Test]
    public void A_table_whose_key_may_be_null_is_refused_with_the_column()
    {
        _place.Deploy();
        var table = _place.Source.Table;
        _place.Session.Execute($"EXECUTE sp_rename '{table.Schema}.{table.Name}', 'Earlier', 'OBJECT';");
        _place.Session.Execute(
            TableScript
                .Write(_place.Source)
                .Replace("[APCS_Ident] bigint NOT NULL", "[APCS_Ident] bigint NULL", StringComparison.Ordinal)
                .Replace("    PRIMARY KEY ([APCS_Ident])\n", "", StringComparison.Ordinal)
        );

        var result = Verify($"{_place.Source.Table}");

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error, Does.Contain($"RG0706: Column 'APCS_Ident' of {_place.Source.Table} may be NULL"));
    }

    [Test]
    public void A_view_of_the_table_is_put_to_the_functions_whatever_its_key()
    {
        _place.Deploy();
        _place.Fill(Rows);
        var view = $"{SqlName.Bracket(_place.Source.Table.Schema)}.[some spells]";
        _place.Session.Execute(
            $"CREATE VIEW {view} AS SELECT * FROM {_place.Source.Table} UNION ALL SELECT * FROM {_place.Source.Table};"
        );

        var result = Verify(view);

        AssertAgreed(result, 2 * Rows, "deployed function");
        Assert.That(result.Error, Does.Contain($"the view reads {_place.Source.Table}, and so says nothing"));
    }

    [Test]
    public void A_table_of_another_schema_is_put_to_the_functions()
    {
        _place.Deploy();
        _place.Fill(Rows);
        _place.Session.Execute($"SELECT * INTO {_place.Name("copy")} FROM {_place.Source.Table};");

        AssertAgreed(Verify($"{_place.Schema}.copy"), Rows, "deployed function");
    }

    [Test]
    public void A_synonym_is_put_to_the_functions()
    {
        _place.Deploy();
        _place.Fill(Rows);
        try
        {
            _place.Session.Execute($"CREATE SYNONYM {_place.Name("spells")} FOR {_place.Source.Table};");
        }
        catch (RuleGenException exception)
        {
            Assert.Ignore(exception.Message);
        }

        var result = Verify($"{_place.Schema}.spells");

        _place.Session.Execute($"DROP SYNONYM {_place.Name("spells")};");
        AssertAgreed(result, Rows, "deployed function");
    }

    [Test]
    public void Names_may_be_in_any_letter_case_where_the_database_ignores_it()
    {
        _place.Deploy();
        _place.Fill(Rows);

        AssertAgreed(Verify($"{_place.Source.Table}".ToUpperInvariant()), Rows, "deployed view", "deployed function");
    }

    [Test]
    public void Names_of_every_kind_are_found()
    {
        var bracket = LiveServer.Target.HasBracketsInNames ? "]" : "";
        using var place = new Place(table =>
        {
            var apcs = Rules.Apcs.Source;
            var odd = new TableName(table.Schema, $"Spells{bracket} 'of' größe; --");
            return new Source(odd, apcs.Alias, ["APCS_Ident"], [], apcs.Columns);
        });
        place.Deploy();
        place.Fill(Rows);

        AssertAgreed(Verify(place, $"{place.Source.Table}"), Rows, "deployed view", "deployed function");
    }

    [Test]
    public void A_table_that_is_not_there_is_named()
    {
        _place.Deploy();

        var result = Verify($"{_place.Schema}.nothing");

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error, Does.Contain($"The source {_place.Name("nothing")} is not in the database"));
    }

    [Test]
    public void A_row_of_which_the_deployed_view_thinks_otherwise_is_shown()
    {
        _place.Deploy();
        _place.Fill(Rows);
        Hand.Change(_place, _place.View);

        var result = Verify($"{_place.Source.Table}");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Error, Does.Contain($"{_place.View} is not current, so that it may differ"));
        var view = Engines(result).Single(each => $"{each["object"]}" == "deployed view");
        Assert.That(view["disagree"]!.GetValue<int>(), Is.GreaterThan(Rows / 2));
        Assert.That(
            JsonNode.Parse(result.Output)!["codings"]![0]!["disagreements"]![0]!["row"]!["APCS_Ident"],
            Is.Not.Null
        );
    }

    private static void AssertAgreed(ProcessResult result, int rows, params string[] objects)
    {
        Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
        var server = Engines(result).Skip(1).ToList();
        Assert.That(server.Select(each => $"{each["object"]}"), Is.EqualTo(objects));
        Assert.That(server.Select(each => each["rows"]!.GetValue<int>()), Is.All.EqualTo(rows));
        Assert.That(server.Select(each => each["disagree"]!.GetValue<int>()), Is.All.Zero);
        Assert.That(server.Select(each => each["agree"]!.GetValue<int>()), Is.All.GreaterThanOrEqualTo(rows * 9 / 10));
    }

    private static JsonNode[] Engines(ProcessResult result) =>
        [.. JsonNode.Parse(result.Output)!["codings"]![0]!["engines"]!.AsArray().Select(each => each!)];

    private ProcessResult Verify(string table) => Verify(_place, table);

    private ProcessResult Verify(Place place, string table) =>
        RuleGenProcess.Run(
            "verify",
            "--connection",
            $"env:{LiveServer.Variable}",
            "--schema",
            SchemaFile.Write(_folder, place.Source.Table),
            "--schema-name",
            place.Schema,
            "--data-from",
            table,
            "--format",
            "json"
        );

    /// <summary>Takes the primary key from the table, so that it takes what rows there are.</summary>
    private void DropKey()
    {
        var table = _place.Source.Table;
        var key = _place.Session.Query(
            $"SELECT k.name FROM sys.key_constraints AS k WHERE k.parent_object_id = OBJECT_ID({Hand.Quote($"{table}")});"
        );
        _place.Session.Execute($"ALTER TABLE {table} DROP CONSTRAINT {SqlName.Bracket(key.Single().Text(0)!)};");
    }
}
