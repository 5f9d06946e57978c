using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>A condition on one column, or on columns that a clause reads together, in the words of the codings.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Predicate">The condition; rows for which it is TRUE are meant.</param>
public sealed record ColumnCondition(ValueList<Column> Columns, Predicate Predicate);
