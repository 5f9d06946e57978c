using System.Text.Json.Nodes;
using RuleGen.Data.Checks;
using RuleGen.Model.Describing;

namespace RuleGen.Cli.Checks;

/// <summary>The same as <see cref="DoubtText"/> for programs.</summary>
internal static class DoubtJson
{
    /// <summary><c>[{"kind", "column", "count", "first": [{"line", "key", "value"}]}]</c>; empty where all is well.</summary>
    public static JsonArray Write(IEnumerable<DataDoubt> doubts) =>
        new([
            .. doubts.Select(doubt => new JsonObject
            {
                ["kind"] = Name(doubt.Kind),
                ["column"] = doubt.Column?.Name,
                ["count"] = doubt.Count,
                ["first"] = new JsonArray([
                    .. doubt.First.Select(row => new JsonObject
                    {
                        ["line"] = row.Line,
                        ["key"] = RowJson.Write(row.Key),
                        ["value"] = row.Value,
                    }),
                ]),
            }),
        ]);

    private static string Name(DoubtKind kind) =>
        kind switch
        {
            DoubtKind.WrittenNull => "unquoted NULL",
            DoubtKind.OtherShape => "another shape",
            DoubtKind.DottedCode => "dotted code",
            DoubtKind.RepeatedKey => "repeated key",
            DoubtKind.KeysNotCompared => "keys not compared",
            _ => throw new InvalidOperationException($"There is no name for {kind}."),
        };
}
