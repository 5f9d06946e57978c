using RuleGen.Model.Describing;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Cli.Verification;

/// <summary>Reports verifications, and says what the process ends with.</summary>
internal static class VerificationReport
{
    /// <summary>
    /// Writes results to the standard output, what was left out to the standard error, and gives the exit code: 1
    /// where engines disagree, else 4 where rows were not evaluated.
    /// </summary>
    public static int Show(IReadOnlyList<VerificationResult> results, bool isJson, TextWriter output, TextWriter error)
    {
        foreach (var result in results)
        {
            foreach (
                var line in VerificationText
                    .DescribeExcluded(result)
                    .Concat(VerificationText.DescribeNotEvaluated(result))
            )
            {
                error.WriteLine(line);
            }
        }

        if (isJson)
        {
            output.Write(Json.Write(VerificationJson.Write(results)));
        }
        else
        {
            VerificationText.Write(results, output);
        }

        return results.Any(result => !result.IsAgreed) ? ExitCode.Findings
            : results.Any(result => result.NotEvaluatedCount > 0) ? ExitCode.Undecided
            : ExitCode.Clean;
    }
}
