using System.Text.Json.Nodes;
using RuleGen.SqlServer;
using RuleGen.TSql;

namespace RuleGen.Cli.Deploying;

/// <summary>What is on a server, as JSON.</summary>
internal static class StatusJson
{
    /// <summary>The document.</summary>
    public static JsonObject Write(ServerStatus status) =>
        new()
        {
            ["current"] = status.IsCurrent,
            ["server"] = Server(status.Server),
            ["objects"] = new JsonArray([.. status.Objects.Select(Object)]),
        };

    /// <summary>The server and database.</summary>
    public static JsonObject Server(ServerInfo server) =>
        new()
        {
            ["title"] = server.ToString(),
            ["version"] = server.Version,
            ["target"] = server.Target?.Name,
            ["database"] = server.Database,
            ["collation"] = server.Collation,
        };

    /// <summary>An object.</summary>
    public static JsonObject Object(ObjectStatus status) =>
        new()
        {
            ["object"] = status.QualifiedName,
            ["kind"] = status.Kind.Word(),
            ["condition"] = ConditionName.Of(status.Condition),
            ["coding"] = status.Coding,
            ["edition"] = status.Edition,
            ["generator"] = status.GeneratorVersion,
            ["remark"] = status.Remark.Length == 0 ? null : status.Remark,
        };
}
