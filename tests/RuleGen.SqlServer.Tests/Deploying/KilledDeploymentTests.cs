using System.Diagnostics;
using System.Globalization;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.Tests.Cli;

namespace RuleGen.SqlServer.Tests.Deploying;

/// <summary>The process is killed at any moment of a deployment: all is as before, or all is done.</summary>
[NonParallelizable]
public sealed class KilledDeploymentTests
{
    private const int Kills = 20;

    [Test]
    public void A_killed_process_leaves_the_database_whole()
    {
        using var place = new Place();
        using var folder = new TemporaryFolder();
        var schema = folder.Write("schema.json", SchemaFile(place));
        var old = place.Published(isOld: true);
        place.Deploy(old);
        place.Session.Execute($"GRANT SELECT ON {place.View} TO public;");
        var duration = Time(place, schema, killAfter: null);
        Assert.That(place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));

        var random = new Random(20);
        var done = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            place.Deploy(old);
            Assert.That(place.Conditions(), Is.All.EqualTo(ObjectCondition.Older));

            Time(place, schema, killAfter: duration * random.NextDouble());

            var conditions = place.Settle();
            Assert.That(conditions, Is.All.EqualTo(ObjectCondition.Older).Or.All.EqualTo(ObjectCondition.Current));
            Assert.That(Hand.Grants(place, place.View), Is.EqualTo(new[] { "SELECT public" }));
            done += conditions[0] == ObjectCondition.Current ? 1 : 0;
        }

        TestContext.Out.WriteLine(
            $"{Kills} kills within {duration.TotalMilliseconds:F0} ms: {Kills - done} undone, {done} done before"
        );
        place.Deploy();
        Assert.That(place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
    }

    /// <summary>How long the work takes, from the line that says that it begins.</summary>
    private static TimeSpan Time(Place place, string schema, TimeSpan? killAfter)
    {
        using var process = RuleGenProcess.Start(
            Repository.Root,
            "deploy",
            "--connection",
            $"env:{LiveServer.Variable}",
            "--schema",
            schema,
            "--schema-name",
            place.Schema
        );
        string? line;
        do
        {
            line = process.StandardError.ReadLine();
            Assert.That(line, Is.Not.Null, "It ended before it began.");
        } while (!line!.StartsWith("working on", StringComparison.Ordinal));

        var started = Stopwatch.GetTimestamp();
        if (killAfter is { } delay)
        {
            Thread.Sleep(delay);
            process.Kill();
        }

        process.WaitForExit();
        return Stopwatch.GetElapsedTime(started);
    }

    private static string SchemaFile(Place place) =>
        Repository
            .Read("sql", "schema", "apcs.json")
            .Replace(
                "\"schema\": \"dbo\"",
                string.Create(CultureInfo.InvariantCulture, $"\"schema\": \"{place.Source.Table.Schema}\""),
                StringComparison.Ordinal
            );
}
