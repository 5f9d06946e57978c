using System.Text.Json.Nodes;
using RuleGen.Model;

namespace RuleGen.SqlServer.Tests.Servers;

/// <summary>The schema file of the published codings, for a table of a test's own.</summary>
internal static class SchemaFile
{
    /// <summary>Writes it, and gives its path.</summary>
    public static string Write(TemporaryFolder folder, TableName table)
    {
        var json = JsonNode.Parse(Repository.Read("sql", "schema", "apcs.json"))!;
        json["from"]!["schema"] = table.Schema;
        json["from"]!["table"] = table.Name;
        return folder.Write("schema.json", json.ToJsonString());
    }
}
