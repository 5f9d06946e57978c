namespace RuleGen.Workspaces.Verification;

/// <summary>How one engine fared; every row is one of agreeing, disagreeing and not evaluated.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Agree">Rows with the answer that the engine in memory gives.</param>
/// <param name="Disagree">Rows with another answer; a row that only one of the two evaluates is among them.</param>
/// <param name="NotEvaluated">Rows that neither evaluates, or that the engine leaves out.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Shown">Rows of those that disagree that are shown.</param>
public sealed record EngineTally(
    EngineName Engine,
    long Agree,
    long Disagree,
    long NotEvaluated,
    TimeSpan Time,
    int Shown
)
{
    /// <summary>All rows.</summary>
    public long Rows => Agree + Disagree + NotEvaluated;
}
