using RuleGen.Proof;
using RuleGen.Proof.Differences;

namespace RuleGen.Workspaces.Diffing;

/// <summary>Two codings as the command line names them, how they differ, and what the data have of it.</summary>
/// <param name="OldName">The old coding's id or file.</param>
/// <param name="NewName">The new coding's id or file.</param>
/// <param name="Difference">How they differ.</param>
/// <param name="Counts">The data's rows; null where no data were given.</param>
public sealed record ComparedPair(string OldName, string NewName, CodingDifference Difference, DataCounts? Counts)
{
    /// <summary>The grade in words; <c>different</c> where the regions are not listed; or <c>undecided</c>.</summary>
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
        : Difference is UnlistedDifference ? "different"
        : "undecided";

    /// <summary>Why the question was not decided, or the regions are not listed, as a stable code; else null.</summary>
    public string? Reason =>
        Difference switch
        {
            UndecidedDifference undecided => ReasonCode.Of(undecided.Reason),
            UnlistedDifference unlisted => ReasonCode.Of(unlisted.Reason),
            _ => null,
        };
}
