using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Differences;
using RuleGen.Workspaces.Catalogues;
using RuleGen.Workspaces.Diffing;
using RuleGen.Workspaces.Proving;

namespace RuleGen.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Clean = 0;

    /// <summary>The command did its work and found something: different, stale, disagreeing.</summary>
    public const int Findings = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>A coding, SQL text, CSV or schema is not valid.</summary>
    public const int InvalidInput = 3;

    /// <summary>There is no answer: a proof without a verdict, rows that could not be evaluated.</summary>
    public const int Undecided = 4;

    /// <summary>A file, a server or a permission is not there.</summary>
    public const int Environment = 5;

    /// <summary>A defect of RuleGen.</summary>
    public const int InternalError = 70;

    /// <summary>Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>A request to stop (SIGTERM).</summary>
    public const int Terminated = 143;

    /// <summary>The code for what users can mend; the first problem decides.</summary>
    public static int Of(RuleGenException exception) =>
        exception.Problems[0].Code.Kind switch
        {
            ErrorKind.Usage => Usage,
            ErrorKind.Environment => Environment,
            ErrorKind.Finding => Findings,
            _ => InvalidInput,
        };

    /// <summary>What a verdict comes to.</summary>
    public static int Of(ProvenPair pair) =>
        pair.Verdict switch
        {
            Equivalent => Clean,
            Different => Findings,
            _ => Undecided,
        };

    /// <summary>
    /// What overlaps come to: 1 where one row can have two codings, 4 where that was not decided or rows were left out of
    /// the counts, else 0.
    /// </summary>
    public static int Of(CatalogueOverlaps overlaps) =>
        overlaps.Report.Overlaps.Count > 0 ? Findings
        : overlaps.Report.Undecided.Count > 0
        || overlaps.Counts is { } counts && counts.NotEvaluated + counts.NotAsAssumed > 0
            ? Undecided
        : Clean;

    /// <summary>
    /// What a comparison comes to: 1 where the codings differ, be it that only the data show it, 4 where that was not
    /// decided or rows were left out of the counts, else 0.
    /// </summary>
    public static int Of(ComparedPair pair) =>
        pair.Difference switch
        {
            DecidedDifference { Regions.Count: > 0 } or UnlistedDifference => Findings,
            _ when pair.Counts is { Changed: > 0 } => Findings,
            DecidedDifference when pair.Counts is null or { NotEvaluated: 0, NotAsAssumed: 0 } => Clean,
            _ => Undecided,
        };
}
