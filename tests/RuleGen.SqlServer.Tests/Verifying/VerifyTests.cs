using System.Text.Json.Nodes;
using RuleGen.Model;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.Tests.Cli;

namespace RuleGen.SqlServer.Tests.Verifying;

/// <summary><c>rulegen verify</c> with a server.</summary>
public sealed class VerifyTests
{
    [Test]
    public void Fixtures_and_sampled_rows_have_the_same_answers_and_nothing_is_left_behind()
    {
        var result = RuleGenProcess.Run(
            "verify",
            "--connection",
            $"env:{LiveServer.Variable}",
            "--rows",
            "20000",
            "--format",
            "json"
        );

        Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
        var engines = JsonNode.Parse(result.Output)!["codings"]![0]!["engines"]!.AsArray();
        foreach (var name in new[] { "view", "function" })
        {
            var engine = engines.Single(each =>
                each!["engine"]!.GetValue<string>() == "server" && each["object"]!.GetValue<string>() == name
            )!;
            Assert.That(engine["rows"]!.GetValue<int>(), Is.GreaterThan(20_000), "The fixtures are taken, too");
            Assert.That(engine["disagree"]!.GetValue<int>(), Is.Zero);
            Assert.That(
                engine["notEvaluated"]!.GetValue<int>(),
                LiveServer.Target.ComparesBeyondAscii ? Is.Zero : Is.LessThan(1000)
            );
        }

        Assert.That(Leftovers(), Is.Empty);
    }

    [Test]
    public void The_clr_function_takes_part_or_the_server_says_why_not()
    {
        var result = RuleGenProcess.Run(
            "verify",
            "--connection",
            $"env:{LiveServer.Variable}",
            "--clr",
            "--rows",
            "1000",
            "--format",
            "json"
        );

        Assert.That(Leftovers(), Is.Empty);
        if (!LiveServer.Target.HasClr)
        {
            Assert.That(result.ExitCode, Is.EqualTo(3));
            Assert.That(result.Error, Does.Contain($"RG0402: {LiveServer.Target} runs no SQLCLR functions"));
            return;
        }

        if (result.Error.Contains("'clr enabled' is 0", StringComparison.Ordinal))
        {
            Assert.Ignore(result.Error);
        }

        Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
        var engine = JsonNode.Parse(result.Output)!["codings"]![0]!["engines"]!
            .AsArray()
            .Single(each => $"{each!["object"]}" == "CLR function")!;
        Assert.That(engine["agree"]!.GetValue<int>(), Is.GreaterThan(1000));
        Assert.That(engine["disagree"]!.GetValue<int>(), Is.Zero);
    }

    [Test]
    public void What_a_killed_verification_left_the_next_one_removes()
    {
        using (
            var process = RuleGenProcess.Start(Repository.Root, "verify", "--connection", $"env:{LiveServer.Variable}")
        )
        {
            WaitForSchema();
            process.Kill();
            process.WaitForExit();
        }

        Assert.That(Leftovers(), Is.Not.Empty);
        var result = RuleGenProcess.Run("verify", "--connection", $"env:{LiveServer.Variable}", "--rows", "10");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("which an earlier run had left"));
        Assert.That(Leftovers(), Is.Empty);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void An_interrupted_verification_tidies_up()
    {
        using var process = RuleGenProcess.Start(
            Repository.Root,
            "verify",
            "--connection",
            $"env:{LiveServer.Variable}",
            "--rows",
            "10000000"
        );
        WaitForSchema();

        System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        Assert.That(RuleGenProcess.WaitForEnd(process).ExitCode, Is.EqualTo(130));
        Assert.That(Leftovers(), Is.Empty);
    }

    [Test]
    public void A_table_is_streamed_through_the_deployed_objects()
    {
        using var place = new Place();
        using var folder = new TemporaryFolder();
        var schema = SchemaFile.Write(folder, place.Source.Table);
        place.Deploy();
        var rows = int.Parse(
            Environment.GetEnvironmentVariable("RULEGEN_LIVE_ROWS") ?? "1000000",
            System.Globalization.CultureInfo.InvariantCulture
        );
        place.Fill(rows);

        var result = RuleGenProcess.Run(
            "verify",
            "--connection",
            $"env:{LiveServer.Variable}",
            "--schema",
            schema,
            "--schema-name",
            place.Schema,
            "--data-from",
            place.Source.Table.ToString(),
            "--format",
            "json"
        );

        Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
        var engines = JsonNode.Parse(result.Output)!["codings"]![0]!["engines"]!.AsArray();
        Assert.That(engines.Select(each => each!["rows"]!.GetValue<int>()), Is.All.EqualTo(rows));
        Assert.That(engines.Select(each => each!["disagree"]!.GetValue<int>()), Is.All.Zero);
        Assert.That(
            engines.Select(each => $"{each!["object"]}"),
            Is.EqualTo(["", "deployed view", "deployed function"])
        );
    }

    [Test]
    public void A_table_without_deployed_objects_is_refused()
    {
        using var place = new Place();
        var connection = ConnectionText.Parse(LiveServer.Connection);

        Assert.That(
            Refused
                .Problems(() =>
                    DeployedCoding
                        .Open(
                            connection,
                            place.Request(),
                            place.Source.Table,
                            needsClr: false,
                            _ => { },
                            CancellationToken.None
                        )
                        .Dispose()
                )
                .Select(problem => problem.Code),
            Is.All.EqualTo(ErrorCodes.NotDeployed)
        );
    }

    private static void WaitForSchema()
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (Leftovers().Length == 0)
        {
            Assert.That(patience.Elapsed, Is.LessThan(TimeSpan.FromMinutes(2)), "No schema was made.");
            Thread.Sleep(50);
        }
    }

    /// <summary>Schemas that were meant for a while, those of other tests aside.</summary>
    private static string[] Leftovers()
    {
        using var session = LiveServer.Open();
        return
        [
            .. session
                .Query(
                    $"""
                    SELECT s.name FROM sys.schemas AS s
                    INNER JOIN sys.extended_properties AS p
                        ON p.class = 3 AND p.major_id = s.schema_id AND p.name = N'{ScratchSchema.StampName}';
                    """
                )
                .Select(row => row.Text(0)!),
        ];
    }
}
