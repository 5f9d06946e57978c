using System.Globalization;
using System.Text;
using RuleGen.Model;
using RuleGen.Proof.Findings;
using RuleGen.Workspaces.Linting;
using static System.FormattableString;

namespace RuleGen.Cli.Linting;

/// <summary>Writes findings for a person: a paragraph each, what they rest on, and how many there are.</summary>
internal static class LintText
{
    /// <summary>A condition longer than this is cut; JSON has it whole.</summary>
    private const int LongestClause = 160;

    /// <summary>Of several codings, each under its name, and in the end how many findings there are in all.</summary>
    public static string Write(IReadOnlyList<ShownLint> linted)
    {
        if (linted is [var single])
        {
            return Write(single);
        }

        return string.Join('\n', linted.Select(each => $"{MessageText.OneLine(each.Title)}\n\n{Write(each)}"))
            + $"\nIn all {Counts(linted)}\n";
    }

    /// <summary>How many findings there are in all, by severity.</summary>
    public static string Counts(IReadOnlyList<ShownLint> linted) =>
        Counts(severity => linted.Sum(each => each.Result.Report.Count(severity)), linted);

    private static string Write(ShownLint linted)
    {
        var report = linted.Result.Report;
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            WritePlace(text, linted.Result, finding);
            Write(text, finding.Place.Name, finding);
            text.Append('\n');
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

        return text.Append('\n').Append(Counts(report.Count, [linted])).Append('\n').ToString();
    }

    private static void WritePlace(StringBuilder text, LintResult linted, Finding finding)
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
    }

    /// <summary>Adds what a finding says.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="finding">The finding.</param>
    public static void Write(StringBuilder text, string place, Finding finding)
    {
        text.Append(FindingWords.Severity(finding.Code)).Append(' ').Append(finding.Code.Id).Append(": ");
        text.Append(place).Append('\n');
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
    }

    private static string Shorten(string clause) =>
        clause.Length <= LongestClause ? clause : $"{clause[..LongestClause]}…";

    /// <summary>
    /// Such as <c>3 findings: 0 errors, 1 warning, 2 infos</c>; with a baseline
    /// <c>1 new finding: 0 errors, 1 warning, 0 infos; 2 more are in the baseline</c>.
    /// </summary>
    private static string Counts(Func<FindingSeverity, int> count, IReadOnlyList<ShownLint> linted)
    {
        var counts = Enum.GetValues<FindingSeverity>()
            .OrderDescending()
            .Select(severity => (severity, count(severity)));
        var severities = counts.Select(each => Count(each.Item2, FindingWords.Name(each.severity)));
        var isBaselined = linted[0].Baselined is not null;
        var known = linted.Sum(each => each.Baselined?.Known ?? 0);
        return Count(counts.Sum(each => each.Item2), isBaselined ? "new finding" : "finding")
            + $": {string.Join(", ", severities)}"
            + (known == 0 ? "" : Invariant($"; {known} more {(known == 1 ? "is" : "are")} in the baseline"));
    }

    private static string Count(int number, string what) => Invariant($"{number} {what}{(number == 1 ? "" : "s")}");
}
