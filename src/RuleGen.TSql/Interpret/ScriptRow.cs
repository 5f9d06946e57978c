using RuleGen.Model;

namespace RuleGen.TSql.Interpret;

/// <summary>A row of a view: the columns carried from its table, and the outcome.</summary>
/// <param name="Values">The key and the other columns carried, in the order of the view.</param>
/// <param name="Outcome">The label; null is NULL.</param>
/// <param name="NotEvaluated">Why nobody knows whether the view has the row; null where the view has it.</param>
public sealed record ScriptRow(ValueList<SqlValue> Values, string? Outcome, UnreadCharacter? NotEvaluated);
