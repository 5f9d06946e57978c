using System.Text.Json.Nodes;
using RuleGen.Model;

namespace RuleGen.SqlServer.Tests.Servers;

/// <summary>The schema files of the repository, for tables of a test's own.</summary>
internal static class SchemaFile
{
    /// <summary>That of the published codings.</summary>
    private const string Published = "apcs.json";

    /// <summary>Writes one, and gives its path.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="table">The table of the rows; child tables are in its schema.</param>
    /// <param name="name">Which; that of the published codings where it is left out.</param>
    public static string Write(TemporaryFolder folder, TableName table, string name = Published) =>
        folder.Write("schema.json", Text(table, name));

    /// <summary>One as a source.</summary>
    /// <param name="table">The table of the rows; child tables are in its schema.</param>
    /// <param name="name">Which.</param>
    public static Source Read(TableName table, string name) => SourceFile.Parse(Text(table, name));

    private static string Text(TableName table, string name)
    {
        var json = JsonNode.Parse(Repository.Read("sql", "schema", name))!;
        json["from"]!["schema"] = table.Schema;
        json["from"]!["table"] = table.Name;
        foreach (var rows in (json["lists"]?.AsArray() ?? []).Select(list => list!["rows"]).OfType<JsonNode>())
        {
            rows["schema"] = table.Schema;
        }

        return json.ToJsonString();
    }
}
