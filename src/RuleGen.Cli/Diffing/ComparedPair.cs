using RuleGen.Cli.Proving;
using RuleGen.Proof.Differences;

namespace RuleGen.Cli.Diffing;

/// <summary>Two codings as the command line names them, how they differ, and what the data have of it.</summary>
/// <param name="OldName">The old coding's id or file.</param>
/// <param name="NewName">The new coding's id or file.</param>
/// <param name="Difference">How they differ.</param>
/// <param name="Counts">The data's rows; null where no data were given.</param>
internal sealed record ComparedPair(string OldName, string NewName, CodingDifference Difference, DataCounts? Counts)
{
    /// <summary>The grade in words, or <c>undecided</c>.</summary>
    public string Word =>
        Difference is DecidedDifference decided
            ? decided.Grade switch
            {
                Grade.None => "none",
                Grade.ReorderOnly => "reorder only",
                Grade.Widening => "widening",
                Grade.Narrowing => "narrowing",
                Grade.Relabelling => "relabelling",
                Grade.Mixed => "mixed",
                _ => throw new InvalidOperationException($"There is no word for {decided.Grade}."),
            }
            : "undecided";

    /// <summary>Why the question was not decided, as a stable code; null where it was.</summary>
    public string? Reason => Difference is UndecidedDifference undecided ? ReasonCode.Of(undecided.Reason) : null;

    /// <summary>
    /// The exit code: 1 where the codings differ, 4 where that was not decided or rows were left out of the counts, else 0.
    /// </summary>
    public int ExitCode =>
        Difference switch
        {
            DecidedDifference { Regions.Count: > 0 } => Cli.ExitCode.Findings,
            DecidedDifference when Counts is null or { NotEvaluated: 0, NotAsAssumed: 0 } => Cli.ExitCode.Clean,
            _ => Cli.ExitCode.Undecided,
        };
}
