using System.Text.Json.Nodes;

namespace RuleGen.Model.Describing;

/// <summary>A row as JSON: an object with a member for each column, in order.</summary>
public static class RowJson
{
    /// <summary>The object; NULL is null, a number a number.</summary>
    public static JsonObject Write(Row row) =>
        new(row.Columns.Select(column => KeyValuePair.Create(column.Name, Json.Of(row[column]))));
}
