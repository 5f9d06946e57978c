using System.Globalization;
using System.Text;
using RuleGen.Proof.Findings;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Cli.Linting;

/// <summary>Writes findings for a person: a paragraph each, what they rest on, and how many there are.</summary>
internal static class LintText
{
    /// <summary>A condition longer than this is cut; JSON has it whole.</summary>
    private const int LongestClause = 160;

    public static string Write(LintResult linted)
    {
        var report = linted.Report;
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            Write(text, linted, finding);
        }

        if (report.Findings.Any(finding => finding.Remedy is not null))
        {
            text.Append("Each remedy is proven on the coding as it is: take one, then lint again.\n\n");
        }

        text.Append("This rests on:\n");
        foreach (var line in report.Basis.Lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }

        return text.Append('\n').Append(Counts(report)).Append('\n').ToString();
    }

    private static void Write(StringBuilder text, LintResult linted, Finding finding)
    {
        if (linted.File is { } file)
        {
            text.Append(file).Append(':');
            if (finding.Place.Position is { } position)
            {
                text.Append(CultureInfo.InvariantCulture, $"{position.Line}:{position.Column}:");
            }

            text.Append(' ');
        }

        text.Append(FindingWords.Severity(finding.Code)).Append(' ').Append(finding.Code.Id).Append(": ");
        text.Append(finding.Place.Name).Append('\n');
        text.Append("  ").Append(Shorten(finding.Place.Text)).Append('\n');
        text.Append("  ").Append(finding.Explanation).Append('\n');
        if (finding.Remedy is { } remedy)
        {
            text.Append("  Remedy: ").Append(remedy.Text).Append(". Proven: ").Append(remedy.Effect).Append(".\n");
        }

        if (finding.Witness is { } witness)
        {
            text.Append("  Row: ").Append(witness.Row).Append('\n');
            foreach (var result in witness.Results)
            {
                text.Append("    ").Append(result.Of).Append(": ").Append(result.Gives).Append('\n');
            }
        }

        text.Append('\n');
    }

    private static string Shorten(string clause) =>
        clause.Length <= LongestClause ? clause : $"{clause[..LongestClause]}…";

    /// <summary>Such as <c>3 findings: 0 errors, 1 warning, 2 infos</c>.</summary>
    private static string Counts(LintReport report)
    {
        var severities = Enum.GetValues<FindingSeverity>()
            .OrderDescending()
            .Select(severity => Count(report.Count(severity), FindingWords.Name(severity)));
        return $"{Count(report.Findings.Count, "finding")}: {string.Join(", ", severities)}";
    }

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
