namespace RuleGen.Model;

/// <summary>A table that a source names, and what is used of it.</summary>
/// <param name="Table">The table or view.</param>
/// <param name="Columns">The columns that are used, under the names that it has for them, each once.</param>
public sealed record UsedTable(TableName Table, ValueList<Column> Columns);
