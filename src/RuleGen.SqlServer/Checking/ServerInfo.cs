using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>What a server says of itself and of the database that a session is in.</summary>
public sealed record ServerInfo
{
    /// <summary>Asks for it; the first thing that a session sends.</summary>
    private const string Query = """
        -- rulegen: the server and the database
        SELECT
            CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')) AS Version,
            CONVERT(int, SERVERPROPERTY('EngineEdition')) AS EngineEdition,
            CONVERT(nvarchar(128), SERVERPROPERTY('Edition')) AS Edition,
            CONVERT(nvarchar(128), SERVERPROPERTY('BabelfishVersion')) AS BabelfishVersion,
            DB_NAME() AS DatabaseName,
            CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), 'Collation')) AS Collation,
            CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), 'Updateability')) AS Updateability;

        """;

    private const int FirstSqlServer2016ServicePack1Build = 4001;

    /// <summary>The version of the product, such as <c>16.0.4105.2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Which engine it is, as <c>SERVERPROPERTY('EngineEdition')</c> numbers them.</summary>
    public required long EngineEdition { get; init; }

    /// <summary>The edition, such as <c>Developer Edition (64-bit)</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>The version of Babelfish; null where it is another server.</summary>
    public required string? BabelfishVersion { get; init; }

    /// <summary>The database.</summary>
    public required string Database { get; init; }

    /// <summary>The collation of the database.</summary>
    public required string Collation { get; init; }

    /// <summary>Whether the database takes no changes.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>The target that the server is; null where RuleGen does not know it, or it is too old.</summary>
    public Target? Target =>
        (BabelfishVersion, EngineEdition, Major) switch
        {
            ({ }, _, _) => Targets.Babelfish,
            (_, 5 or 12, _) => Targets.AzureSqlDatabase,
            (_, 8, _) => Targets.ManagedInstance,
            (_, 2 or 3 or 4, 13) when Build >= FirstSqlServer2016ServicePack1Build => Targets.SqlServer2016,
            (_, 2 or 3 or 4, 14) => Targets.SqlServer2017,
            (_, 2 or 3 or 4, 15) => Targets.SqlServer2019,
            (_, 2 or 3 or 4, 16) => Targets.SqlServer2022,
            (_, 2 or 3 or 4, >= 17) => Targets.SqlServer2025,
            _ => null,
        };

    /// <summary>Whether names that differ in letter case only are one name.</summary>
    public bool IgnoresCase => Collation.Contains("_CI", StringComparison.OrdinalIgnoreCase);

    private int Major => Part(0);

    private int Build => Part(2);

    /// <summary>Asks a server.</summary>
    /// <exception cref="RuleGenException">RG0701, RG0704: it does not say.</exception>
    public static ServerInfo Read(ISqlSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var row = session.Query(Query).Single();
        return new ServerInfo
        {
            Version = row.Text(0) ?? "",
            EngineEdition = row.Number(1) ?? 0,
            Edition = row.Text(2) ?? "",
            BabelfishVersion = row.Text(3),
            Database = row.Text(4) ?? "",
            Collation = row.Text(5) ?? "",
            IsReadOnly = row.Text(6) == "READ_ONLY",
        };
    }

    /// <summary>The target to write scripts for: what was asked for, else what the server is.</summary>
    /// <param name="asked">The target that the user names; null where nobody does.</param>
    /// <exception cref="RuleGenException">RG0705: the server is none that RuleGen knows, or has not what the target has.</exception>
    public Target Choose(Target? asked)
    {
        if (asked is null)
        {
            return Target
                ?? throw new RuleGenException(
                    ErrorCodes.UnsupportedServer,
                    $"The server is {this}, for which RuleGen writes no scripts",
                    "Use SQL Server 2016 SP1 or later; or name with --target the server that it is like"
                );
        }

        if (Target is { } found && asked.HasCreateOrAlter != found.HasCreateOrAlter)
        {
            throw new RuleGenException(
                ErrorCodes.UnsupportedServer,
                $"The server is {this}, and does not take scripts for '{asked.Name}'",
                $"Leave out --target, or write --target {found.Name}"
            );
        }

        return asked;
    }

    /// <summary>Such as <c>SQL Server 2022 (16.0.4105.2, Developer Edition)</c>.</summary>
    public override string ToString() =>
        BabelfishVersion is { } babelfish
            ? $"{Targets.Babelfish.Title} {babelfish}"
            : $"{Target?.Title ?? "SQL Server"} ({Version}, {Edition})";

    private int Part(int index)
    {
        var parts = Version.Split('.');
        return
            parts.Length > index
            && int.TryParse(parts[index], System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
    }
}
