namespace RuleGen.TSql;

/// <summary>An object that a script is to create or replace.</summary>
/// <param name="Object">The object.</param>
/// <param name="Seen">What is in its place; null where nobody has looked.</param>
public sealed record PlannedObject(CodingObject Object, SeenModule? Seen);
