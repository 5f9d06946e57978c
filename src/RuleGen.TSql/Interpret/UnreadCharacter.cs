namespace RuleGen.TSql.Interpret;

/// <summary>
/// Why a row was not evaluated: a character whose meaning under the collation has no published source, or of which nobody
/// says whether LIKE looks past it, and the result hangs on that (rule 1.41).
/// </summary>
/// <param name="Name">The column that holds it, or the parameter, with its <c>@</c>.</param>
/// <param name="Character">The character.</param>
public sealed record UnreadCharacter(string Name, char Character);
