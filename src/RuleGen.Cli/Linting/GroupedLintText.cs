using System.Globalization;
using System.Text;
using RuleGen.Cli.Diffing;
using RuleGen.Model;
using RuleGen.Proof.Findings;

namespace RuleGen.Cli.Linting;

/// <summary>
/// Writes findings on catalogues and many codings for a person: first how many there are of each kind and in how many
/// codings; then what is said of catalogues as such; then the others, those that say the same of the same text together.
/// </summary>
internal static class GroupedLintText
{
    /// <summary>More names than these are counted; JSON has them all.</summary>
    private const int MostNamed = 8;

    /// <summary>The whole text.</summary>
    public static string Write(IReadOnlyList<ShownLint> linted)
    {
        var text = new StringBuilder();
        WriteSummary(text, linted);
        foreach (var catalogue in linted.Where(each => each.Result.Coding is null))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{MessageText.OneLine(catalogue.Title)}\n");
            foreach (var finding in catalogue.Result.Report.Findings)
            {
                text.Append('\n');
                LintText.Write(text, $"{finding.Place.Name}", finding);
            }

            if (catalogue.Result.Report.Findings.Count == 0)
            {
                text.Append("\n  Nothing to say of its codings together.\n");
            }
        }

        text.Append("\nThe codings one by one\n");
        foreach (var group in Group(linted))
        {
            text.Append('\n');
            LintText.Write(text, Name([.. group.Select(each => each.Title)]), group[0].Finding);
        }

        if (linted.SelectMany(each => each.Result.Report.Findings).Any(finding => finding.Remedy is not null))
        {
            text.Append("\nEach remedy is proven on the coding as it is: take one, then lint again.\n");
        }

        text.Append("\nThis rests on:\n");
        foreach (var line in linted.SelectMany(each => each.Result.Report.Basis.Lines).Distinct(StringComparer.Ordinal))
        {
            text.Append("  ").Append(line).Append('\n');
        }

        return text.Append('\n').Append(LintText.Counts(linted)).Append('\n').ToString();
    }

    private static void WriteSummary(StringBuilder text, IReadOnlyList<ShownLint> linted)
    {
        text.Append(LintText.Counts(linted)).Append("\n\n");
        var table = new TextTable();
        table.Add("code", "severity", "findings", "codings", "what");
        var kinds = linted
            .SelectMany(
                each => each.Result.Report.Findings,
                (each, finding) => (each.Title, IsOfCatalogue: each.Result.Coding is null, Finding: finding)
            )
            .GroupBy(each => each.Finding.Code)
            .OrderByDescending(group => group.Key.Severity)
            .ThenBy(group => group.Key.Id, StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            table.Add(
                kind.Key.Id,
                FindingWords.Severity(kind.Key),
                Number(kind.Count()),
                Number(
                    kind.Select(each => each.IsOfCatalogue ? each.Finding.Place.Name : each.Title).Distinct().Count()
                ),
                kind.Key.Meaning
            );
        }

        table.Write(text, "  ", alignRight: false);
    }

    /// <summary>The findings on codings, worst first; those of one kind that say the same of the same text are one group.</summary>
    private static IEnumerable<List<(string Title, Finding Finding)>> Group(IReadOnlyList<ShownLint> linted) =>
        linted
            .Where(each => each.Result.Coding is not null)
            .SelectMany(
                each => each.Result.Report.Findings,
                (each, finding) => (Title: Place(each, finding), Finding: finding)
            )
            .GroupBy(each => (each.Finding.Code, each.Finding.Place.Text, each.Finding.Explanation))
            .OrderByDescending(group => group.Key.Code.Severity)
            .ThenBy(group => group.Key.Code.Id, StringComparer.Ordinal)
            .ThenByDescending(group => group.Count())
            .Select(group => group.ToList());

    /// <summary>A coding by its name, with the place in its text where there is one.</summary>
    private static string Place(ShownLint linted, Finding finding) =>
        MessageText.OneLine(linted.Result.File ?? linted.Title)
        + (
            finding.Place.Position is { } position
                ? string.Create(CultureInfo.InvariantCulture, $":{position.Line}:{position.Column}")
                : ""
        );

    private static string Name(List<string> titles)
    {
        var names = titles.Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= MostNamed
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostNamed))} and {Number(names.Count - MostNamed)} more";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
