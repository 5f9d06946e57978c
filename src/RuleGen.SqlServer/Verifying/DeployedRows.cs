using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>Some rows of a table, with what deployed objects make of them.</summary>
/// <param name="Rows">The rows: the key, and the columns that the coding reads.</param>
/// <param name="View">What the view makes of each; null where it reads another table.</param>
/// <param name="Function">What the function makes of each.</param>
public sealed record DeployedRows(IReadOnlyList<Row> Rows, IReadOnlyList<Result>? View, IReadOnlyList<Result> Function);
