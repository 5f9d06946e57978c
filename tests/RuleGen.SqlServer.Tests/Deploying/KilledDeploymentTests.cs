using System.Diagnostics;
using System.Globalization;
using RuleGen.Model;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.Tests.Cli;

namespace RuleGen.SqlServer.Tests.Deploying;

/// <summary>The process is killed at any moment of a deployment: all is as before, or all is done.</summary>
[NonParallelizable]
public sealed class KilledDeploymentTests
{
    private const int Kills = 20;
    private const string Variable = "RULEGEN_KILLED";

    [Test]
    public void A_killed_process_leaves_the_database_whole()
    {
        using var place = new Place();
        using var folder = new TemporaryFolder();
        var schema = SchemaFile.Write(folder, place.Source.Table);
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

            var conditions = place.Settle(place.Schema);
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

    [Test]
    public void A_connection_that_the_server_ends_at_any_moment_leaves_the_previous_state_or_all_done()
    {
        using var place = new Place();
        var old = place.Published(isOld: true);
        place.Deploy(old);
        place.Session.Execute($"GRANT SELECT ON {place.View} TO public;");
        var started = Stopwatch.GetTimestamp();
        place.Deploy();
        var duration = Stopwatch.GetElapsedTime(started);

        var random = new Random(21);
        var undone = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            place.Deploy(old);
            using var cutOff = ConnectionText.Parse(Named(place.Schema)).Open();
            var deployment = Task.Run(() => new Deployer(cutOff, place.Request(), _ => { }).Run());
            Thread.Sleep(duration * random.NextDouble());

            Kill(place);

            AssertDoneOrLost(deployment);
            var conditions = place.Settle(place.Schema);
            Assert.That(conditions, Is.All.EqualTo(ObjectCondition.Older).Or.All.EqualTo(ObjectCondition.Current));
            Assert.That(Hand.Grants(place, place.View), Is.EqualTo(new[] { "SELECT public" }));
            undone += conditions[0] == ObjectCondition.Older ? 1 : 0;
        }

        TestContext.Out.WriteLine(
            $"{Kills} connections ended within {duration.TotalMilliseconds:F0} ms: {undone} deployments undone"
        );
        Assert.That(undone, Is.Positive);
    }

    [Test]
    public void A_connection_that_the_server_ends_in_the_middle_leaves_the_previous_state()
    {
        using var place = new Place();
        place.Deploy(place.Published(isOld: true));
        using var other = LiveServer.Open();
        other.Execute("BEGIN TRANSACTION;");
        other.Execute($"DROP FUNCTION {place.Function};");
        using var cutOff = ConnectionText.Parse(Named(place.Schema)).Open();
        using var isAtWork = new ManualResetEventSlim();
        var deployment = Task.Run(() =>
            new Deployer(
                cutOff,
                place.Request(),
                line =>
                {
                    if (line.StartsWith("working on", StringComparison.Ordinal))
                    {
                        isAtWork.Set();
                    }
                }
            ).Run()
        );
        // It has begun, and waits for the function that the other has changed.
        Assert.That(isAtWork.Wait(TimeSpan.FromMinutes(1)));
        Thread.Sleep(TimeSpan.FromSeconds(2));

        Kill(place);

        Assert.That(
            () => deployment.GetAwaiter().GetResult(),
            Throws.InstanceOf<RuleGenException>().With.Message.Contains("RG0701")
        );
        other.Execute("ROLLBACK TRANSACTION;");
        Assert.That(place.Settle(place.Schema), Is.All.EqualTo(ObjectCondition.Older));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void An_interrupted_deployment_says_so_and_leaves_the_database_whole()
    {
        using var place = new Place();
        using var folder = new TemporaryFolder();
        place.Deploy(place.Published(isOld: true));
        using var other = LiveServer.Open();
        other.Execute("BEGIN TRANSACTION;");
        other.Execute($"DROP FUNCTION {place.Function};");
        using var process = Start(place, SchemaFile.Write(folder, place.Source.Table));
        Thread.Sleep(TimeSpan.FromSeconds(1));

        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        var said = process.StandardError.ReadToEnd();
        Assert.That(RuleGenProcess.WaitForEnd(process).ExitCode, Is.EqualTo(130));
        Assert.That(said, Does.Contain("interrupted: the server undoes what is not committed"));
        other.Execute("ROLLBACK TRANSACTION;");
        Assert.That(
            place.Settle(place.Schema),
            Is.All.EqualTo(ObjectCondition.Older).Or.All.EqualTo(ObjectCondition.Current)
        );
    }

    private static void AssertDoneOrLost(Task deployment)
    {
        try
        {
            deployment.GetAwaiter().GetResult();
        }
        catch (RuleGenException exception)
        {
            Assert.That(exception.Problems.Select(each => each.Code), Is.All.EqualTo(ErrorCodes.Unreachable));
        }
    }

    private static string Named(string application) => $"{LiveServer.Connection};Application Name={application}";

    /// <summary>Ends the sessions that bear the name of the place.</summary>
    private static void Kill(Place place)
    {
        var sessions = place.Session.Query(
            $"SELECT s.session_id FROM sys.dm_exec_sessions AS s WHERE s.program_name = {Hand.Quote(place.Schema)};"
        );
        foreach (var session in sessions)
        {
            place.Session.Execute(string.Create(CultureInfo.InvariantCulture, $"KILL {session.Number(0)};"));
        }
    }

    /// <summary>How long the work takes, from the line that says that it begins.</summary>
    private static TimeSpan Time(Place place, string schema, TimeSpan? killAfter)
    {
        using var process = Start(place, schema);
        var started = Stopwatch.GetTimestamp();
        if (killAfter is { } delay)
        {
            Thread.Sleep(delay);
            process.Kill();
        }

        process.WaitForExit();
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Starts a deployment, and waits for the line that says that it begins.</summary>
    private static Process Start(Place place, string schema)
    {
        // The server knows the process by the name of the application, so that its end can be waited for.
        var process = RuleGenProcess.StartWith(
            [(Variable, Named(place.Schema))],
            "deploy",
            "--connection",
            $"env:{Variable}",
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

        return process;
    }
}
