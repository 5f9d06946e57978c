using RuleGen.Model;
using RuleGen.Proof.Findings;

namespace RuleGen.Workspaces.Linting;

/// <summary>What a baseline keeps of a finding: enough to know it again when lines and numbers of clauses have changed.</summary>
/// <param name="Code">The code, <c>RG1001</c> and so on.</param>
/// <param name="Place">Where it was, in words; helps to choose among findings that are alike, and readers.</param>
/// <param name="Text">What stood there.</param>
/// <param name="Clauses">The clauses that it was about.</param>
public sealed record KnownFinding(string Code, string Place, string Text, ValueList<string> Clauses)
{
    /// <summary>What is kept of a finding.</summary>
    public static KnownFinding Of(Finding finding) =>
        new(finding.Code.Id, finding.Place.Name, finding.Place.Text, finding.Place.Clauses);

    /// <summary>
    /// Whether two of one code and coding, about several clauses, are the same though their texts differ: they have half
    /// of the clauses in common, of those of the one that has more. That of a single clause is another when its text is.
    /// </summary>
    public bool IsNear(KnownFinding other)
    {
        var most = Math.Max(Clauses.Count, other.Clauses.Count);
        return most > 1 && 2 * Common(Clauses, other.Clauses) >= most;
    }

    private static int Common(ValueList<string> one, ValueList<string> other)
    {
        var left = other
            .GroupBy(text => text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count());
        return one.Count(text =>
        {
            var count = left.GetValueOrDefault(text);
            left[text] = count - 1;
            return count > 0;
        });
    }
}
