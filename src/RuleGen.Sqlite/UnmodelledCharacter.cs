using RuleGen.Model;

namespace RuleGen.Sqlite;

/// <summary>
/// Why a row is not evaluated: what a character of a value means under the column's collation is not known.
/// </summary>
/// <param name="Column">The column.</param>
/// <param name="Character">The first such character of the value.</param>
public sealed record UnmodelledCharacter(Column Column, char Character);
