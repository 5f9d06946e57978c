using RuleGen.Model;

namespace RuleGen.TSql.Interpret;

/// <summary>What a script makes of a row.</summary>
/// <param name="Result">Whether the row is kept, and its outcome; not kept where the row was not evaluated.</param>
/// <param name="NotEvaluated">Why the row was not evaluated; null where it was.</param>
public readonly record struct ScriptResult(Result Result, UnreadCharacter? NotEvaluated);
