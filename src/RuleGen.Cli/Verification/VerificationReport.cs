using RuleGen.Data.Checks;
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
    /// <param name="results">The results.</param>
    /// <param name="isJson">Whether they are written for a program.</param>
    /// <param name="output">The standard output.</param>
    /// <param name="error">The standard error.</param>
    /// <param name="doubts">What is doubtful of a file's rows; null where there is no file.</param>
    public static int Show(
        IReadOnlyList<VerificationResult> results,
        bool isJson,
        TextWriter output,
        TextWriter error,
        IEnumerable<DataDoubt>? doubts = null
    )
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
            output.Write(Json.Write(VerificationJson.Write(results, doubts ?? [])));
        }
        else
        {
            VerificationText.Write(results, output);
            if (results.All(result => result.IsAgreed))
            {
                output.WriteLine(
                    "The engines agree on these rows. Whether a coding is right, they do not say: test and prove do."
                );
            }
        }

        return results.Any(result => !result.IsAgreed) ? ExitCode.Findings
            : results.Any(result => result.NotEvaluatedCount > 0) ? ExitCode.Undecided
            : ExitCode.Clean;
    }
}
