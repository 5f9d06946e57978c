namespace RuleGen.TSql.Interpret;

/// <summary>What a condition is for a row.</summary>
/// <param name="Value">TRUE, FALSE or UNKNOWN; UNKNOWN also where the row was not evaluated.</param>
/// <param name="NotEvaluated">Why the row was not evaluated; null where it was.</param>
public readonly record struct PredicateResult(ThreeValued Value, UnreadCharacter? NotEvaluated);
