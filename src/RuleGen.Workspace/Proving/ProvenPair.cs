using RuleGen.Model;
using RuleGen.Proof;

namespace RuleGen.Workspaces.Proving;

/// <summary>Two codings as the command line names them, and the verdict on them.</summary>
/// <param name="LeftName">The left coding's id or file.</param>
/// <param name="Left">The left coding.</param>
/// <param name="RightName">The right coding's id or file.</param>
/// <param name="Right">The right coding.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record ProvenPair(string LeftName, Coding Left, string RightName, Coding Right, Verdict Verdict)
{
    /// <summary>The verdict in a word: <c>equivalent</c>, <c>different</c> or <c>undecided</c>.</summary>
    public string Word =>
        Verdict switch
        {
            Equivalent => "equivalent",
            Different => "different",
            _ => "undecided",
        };

    /// <summary>Why the question was not decided, as a stable code; null where it was.</summary>
    public string? Reason => Verdict is Undecided undecided ? ReasonCode.Of(undecided.Reason) : null;
}
