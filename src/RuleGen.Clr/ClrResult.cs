using RuleGen.Model;

namespace RuleGen.Clr;

/// <summary>What the compiled function makes of a row.</summary>
/// <param name="Result">The result; without meaning where the row was not evaluated.</param>
/// <param name="NotEvaluated">
/// The message of the exception that the function throws where a value holds a character whose meaning has no published
/// source; null where it answered.
/// </param>
public readonly record struct ClrResult(Result Result, string? NotEvaluated);
