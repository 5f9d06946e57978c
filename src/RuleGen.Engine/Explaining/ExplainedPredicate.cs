using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>A predicate with its truth for the row that is explained.</summary>
/// <param name="Predicate">The predicate, a part of the coding.</param>
/// <param name="Truth">Its truth.</param>
public sealed record ExplainedPredicate(Predicate Predicate, Truth Truth);

/// <summary>A value of the row that is explained.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value, as the row has it.</param>
public sealed record ExplainedValue(Column Column, SqlValue Value);
