using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Some rows of a table, with what deployed objects make of them.</summary>
/// <param name="Rows">The rows: the key, and the columns that the coding reads.</param>
/// <param name="Results">What each of the objects makes of each row.</param>
public sealed record DeployedRows(
    IReadOnlyList<Row> Rows,
    IReadOnlyDictionary<ObjectKind, IReadOnlyList<Result>> Results
);
