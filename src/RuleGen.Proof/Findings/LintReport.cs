using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>All that was found in a coding.</summary>
/// <param name="Findings">The findings, in the order of the text.</param>
/// <param name="Basis">What they depend on.</param>
public sealed record LintReport(ValueList<Finding> Findings, ProofBasis Basis)
{
    /// <summary>How many findings have a severity.</summary>
    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Code.Severity == severity);
}
