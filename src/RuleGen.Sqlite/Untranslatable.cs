using RuleGen.Model;

namespace RuleGen.Sqlite;

/// <summary>A condition that SQLite cannot decide exactly as SQL Server does.</summary>
/// <param name="Predicate">The condition.</param>
/// <param name="Reason">Why; a sentence without a full stop.</param>
public sealed record Untranslatable(Predicate Predicate, string Reason);
