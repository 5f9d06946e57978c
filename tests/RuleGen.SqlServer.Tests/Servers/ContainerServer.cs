using DotNet.Testcontainers.Builders;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace RuleGen.SqlServer.Tests.Servers;

/// <summary>A server in a container of its own, with an empty database.</summary>
internal sealed class ContainerServer : IAsyncDisposable
{
    /// <summary>The collation of the server and the database: that of the tables that published codings read.</summary>
    public const string Collation = "Latin1_General_CI_AS";

    private readonly MsSqlContainer _container;

    private ContainerServer(MsSqlContainer container) => _container = container;

    /// <summary>One that can be started; null where no Docker engine answers.</summary>
    public static ContainerServer? Find(ServerImage image)
    {
        try
        {
            return new ContainerServer(
                new MsSqlBuilder(image.Name).WithEnvironment("MSSQL_COLLATION", Collation).Build()
            );
        }
        catch (DockerUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Starts it, and gives the connection string; it is ready when a query is answered.</summary>
    public async Task<string> StartAsync()
    {
        await _container.StartAsync().ConfigureAwait(false);
        var master = _container.GetConnectionString();
        using var session = ConnectionText.Parse(master).Open();
        session.Execute($"CREATE DATABASE rulegen COLLATE {Collation};");
        return new SqlConnectionStringBuilder(master) { InitialCatalog = "rulegen" }.ConnectionString;
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
