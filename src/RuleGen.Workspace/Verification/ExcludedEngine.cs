namespace RuleGen.Workspaces.Verification;

/// <summary>An engine that does not take part, because it cannot decide a clause exactly.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Clause">The clause, as T-SQL.</param>
/// <param name="Reason">Why.</param>
public sealed record ExcludedEngine(EngineName Engine, string Clause, string Reason);
