using RuleGen.Model;

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
}
