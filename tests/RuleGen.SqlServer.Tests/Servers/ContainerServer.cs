using Testcontainers.MsSql;

namespace RuleGen.SqlServer.Tests.Servers;

/// <summary>A server in a container, as compose.yaml describes it.</summary>
internal sealed class ContainerServer : IAsyncDisposable
{
    private const string Collation = "Latin1_General_CI_AS";

    private readonly MsSqlContainer _container = new MsSqlBuilder(ComposeFile.Image)
        .WithEnvironment("MSSQL_COLLATION", Collation)
        .Build();

    /// <summary>Starts it, and gives the connection string; it is ready when a query is answered.</summary>
    public async Task<string> StartAsync()
    {
        await _container.StartAsync().ConfigureAwait(false);
        var master = _container.GetConnectionString();
        using var session = ConnectionText.Parse(master).Open();
        session.Execute($"CREATE DATABASE rulegen COLLATE {Collation};");
        return new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(master)
        {
            InitialCatalog = "rulegen",
        }.ConnectionString;
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
