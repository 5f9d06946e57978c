using RuleGen.SqlServer.Tests.Servers;
using RuleGen.TSql;

// In the namespace above all tests, so that it is for all of them.
namespace RuleGen.SqlServer.Tests;

/// <summary>
/// The server that the tests run on: the one that <c>RULEGEN_SQLSERVER</c> names; else a container, where a Docker engine
/// answers; else none, and the tests are skipped.
/// </summary>
[SetUpFixture]
public sealed class LiveServer
{
    /// <summary>The environment variable that holds the connection string.</summary>
    public const string Variable = "RULEGEN_SQLSERVER";

    private const string HowTo =
        $"There is no server: put a connection string into {Variable}, or start a Docker engine, and the tests start one.";

    private ContainerServer? _container;

    /// <summary>The connection string.</summary>
    public static string Connection { get; private set; } = "";

    /// <summary>What the server says of itself.</summary>
    public static ServerInfo Info { get; private set; } = null!;

    /// <summary>The kind of server.</summary>
    public static Target Target => Info.Target!;

    /// <summary>Opens a session.</summary>
    public static ISqlSession Open() => ConnectionText.Parse(Connection).Open();

    /// <summary>Finds the server, and asserts that it is one that the tests are meant for.</summary>
    [OneTimeSetUp]
    public async Task Find()
    {
        Target? meant = null;
        Connection = Environment.GetEnvironmentVariable(Variable) ?? "";
        if (Connection.Length == 0)
        {
            _container = ContainerServer.Find(ServerImage.Asked);
            if (_container is null)
            {
                Assert.Ignore(HowTo);
            }

            Connection = await _container.StartAsync().ConfigureAwait(false);
            meant = ServerImage.Asked.Target;
        }

        using var session = Open();
        Info = ServerInfo.Read(session);
        var level = session
            .Query("SELECT d.compatibility_level FROM sys.databases AS d WHERE d.name = DB_NAME();")
            .Single()
            .Number(0);
        await TestContext
            .Progress.WriteLineAsync($"{Info}, collation {Info.Collation}, compatibility level {level}")
            .ConfigureAwait(false);
        Assert.That(Info.Target, Is.Not.Null, $"{Info} is no server that RuleGen writes scripts for");
        Assert.That(Info.Target, Is.EqualTo(meant ?? Info.Target), "The image holds the server that it is taken for");
        Assert.That(Info.IsReadOnly, Is.False);
        Assert.That(Info.Collation, Does.Contain("_CI_AS").IgnoreCase, "The database ignores case, not accents");
        Assert.That(level, Is.GreaterThanOrEqualTo(Target.HasCreateOrAlter ? 130 : 120));
    }

    /// <summary>Stops the container.</summary>
    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_container is not null)
        {
            await _container.DisposeAsync().ConfigureAwait(false);
        }
    }
}
