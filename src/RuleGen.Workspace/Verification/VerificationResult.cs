using RuleGen.Model;

namespace RuleGen.Workspaces.Verification;

/// <summary>What a verification of one coding found.</summary>
/// <param name="Coding">The coding's id or file.</param>
/// <param name="Engines">How each engine fared, the one in memory first.</param>
/// <param name="Excluded">Why engines did not take part.</param>
/// <param name="Disagreements">Rows on which engines disagree, as many as are shown.</param>
/// <param name="NotEvaluated">Rows that no engine evaluates, with the reason, as many as are shown.</param>
public sealed record VerificationResult(
    string Coding,
    ValueList<EngineTally> Engines,
    ValueList<ExcludedEngine> Excluded,
    ValueList<Disagreement> Disagreements,
    ValueList<string> NotEvaluated
)
{
    /// <summary>How many rows there were.</summary>
    public long Rows => Engines[0].Rows;

    /// <summary>How many rows no engine evaluates, where all agree.</summary>
    public long NotEvaluatedCount => Engines[0].NotEvaluated;

    /// <summary>How many engines took part; that one runs several objects does not count.</summary>
    public int EngineCount => Engines.Select(tally => tally.Engine.Engine).Distinct().Count();

    /// <summary>Whether all engines have the same answer for every row.</summary>
    public bool IsAgreed => Engines.All(tally => tally.Disagree == 0);
}
