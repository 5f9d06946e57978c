using RuleGen.Data.Evaluation;

namespace RuleGen.Workspaces.Verification;

/// <summary>Makes what is told how far a run is.</summary>
/// <param name="subject">What the run is about.</param>
/// <param name="rows">How many rows there are; null where nobody knows.</param>
public delegate IRunProgress ProgressFactory(string subject, long? rows);
