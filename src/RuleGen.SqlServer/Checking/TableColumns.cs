using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Asks a server for the columns of a table, view or synonym.</summary>
internal static class TableColumns
{
    /// <summary>The columns, in their order; none where there is no such table, or it is not to be seen.</summary>
    public static IReadOnlyList<ServerColumn> Read(ISqlSession session, TableName table) =>
        [.. session.Query(Query(table)).Select(ServerColumn.Of)];

    private static string Query(TableName table) =>
        $"-- rulegen: the columns of the source\n{SourceShape.Find(table)}{SourceShape.Columns}ORDER BY c.column_id;\n";
}

/// <summary>A column as the catalogue has it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, with all lengths.</param>
/// <param name="IsNullable">Whether it may hold NULL.</param>
/// <param name="Collation">The collation; empty where it has none.</param>
internal sealed record ServerColumn(string Name, string Type, bool IsNullable, string Collation)
{
    /// <summary>A row of the catalogue.</summary>
    public static ServerColumn Of(SqlRow row) => new(row.Text(0)!, row.Text(1)!, row.Flag(2), row.Text(3)!);
}
