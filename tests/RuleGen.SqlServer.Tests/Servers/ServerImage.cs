using RuleGen.TSql;

namespace RuleGen.SqlServer.Tests.Servers;

/// <summary>An image of a server that a container is started from.</summary>
/// <param name="Name">The image's name.</param>
/// <param name="Target">The server in it; null where only the server itself can tell.</param>
internal sealed record ServerImage(string Name, Target? Target)
{
    /// <summary>
    /// The environment variable that names another image: <c>2022</c>, <c>2025</c>, or any that Testcontainers can start as
    /// SQL Server.
    /// </summary>
    public const string Variable = "RULEGEN_SQLSERVER_IMAGE";

    // By digest: a tag can be given to another image. CU26 is build 16.0.4265, CU9 is 17.0.5005.
    private static readonly ServerImage SqlServer2022 = new(
        "mcr.microsoft.com/mssql/server:2022-CU26-ubuntu-22.04"
            + "@sha256:ba4c8329f48fb8f02e1416be6a930ebfd71268caee78aa985f3af4315e457c89",
        Targets.SqlServer2022
    );

    private static readonly ServerImage SqlServer2025 = new(
        "mcr.microsoft.com/mssql/server:2025-CU9-ubuntu-24.04"
            + "@sha256:2b5b581621126574f3d1f75e78d3eebe8d05aedb59ad0cfdf9aa42cb0634d726",
        Targets.SqlServer2025
    );

    /// <summary>The one that the environment asks for; SQL Server 2022 where it does not.</summary>
    public static ServerImage Asked =>
        Environment.GetEnvironmentVariable(Variable) switch
        {
            null or "" or "2022" => SqlServer2022,
            "2025" => SqlServer2025,
            { } name => new ServerImage(name, null),
        };
}
