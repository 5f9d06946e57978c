using System.Globalization;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Files;
using RuleGen.Cli.Fixtures;
using RuleGen.Cli.Proving;
using RuleGen.Cli.Verification;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Workspaces.Building;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Cli.Building;

/// <summary>Shows what a build did to a person: a table, then what needs attention.</summary>
internal static class BuildTable
{
    /// <summary>Writes the table.</summary>
    public static void Write(BuildResult result, TextWriter error)
    {
        var table = new TextTable(
            new("Coding"),
            new("Text"),
            new("Arms", IsNumber: true),
            new("Clauses", IsNumber: true),
            new("Servers"),
            new("Files")
        );
        foreach (var coding in result.Codings)
        {
            table.AddRow(
                coding.Id,
                DescribePublished(coding),
                Number(coding.Arms),
                Number(coding.Clauses),
                DescribeTargets(coding.ValidTargets.Count, result.Targets.Count, coding.IsWhole),
                DescribeFiles(coding.Files, result.IsCheck)
            );
        }

        foreach (var catalogue in result.Catalogues)
        {
            table.AddRow(
                $"catalogue {catalogue.Id}",
                "",
                Number(catalogue.Arms),
                Number(catalogue.Clauses),
                DescribeTargets(catalogue.ValidTargets.Count, result.Targets.Count, catalogue.IsWhole),
                DescribeFiles(catalogue.Files, result.IsCheck)
            );
        }

        table.Write(Terminal.OfError(error));
        foreach (var line in Remarks(result))
        {
            error.WriteLine(line);
        }
    }

    private static IEnumerable<string> Remarks(BuildResult result)
    {
        foreach (var coding in result.Codings)
        {
            if (coding.MissingText is { } file)
            {
                yield return $"{coding.Id} has no published text: there is no {file}. Nothing of it was written.";
            }

            if (coding.Difference is { } difference)
            {
                yield return $"{coding.Id} differs from its published text: {difference}. Nothing of it was written.";
            }
        }

        foreach (var verification in result.Codings.Select(coding => coding.Verification).OfType<VerificationResult>())
        {
            foreach (var line in Remarks(verification))
            {
                yield return line;
            }
        }

        foreach (var coding in result.Codings.Where(coding => coding.Fixtures is not null))
        {
            yield return $"{coding.Id}: {FixturesText.Summarize(coding.Fixtures!)}";
        }

        foreach (var note in result.Codings.SelectMany(coding => SpreadsheetNotes.On(coding.Id, coding.FormulaLabels)))
        {
            yield return note;
        }

        foreach (var line in result.Codings.Select(coding => coding.Proof).OfType<CodingProof>().SelectMany(Remarks))
        {
            yield return line;
        }

        foreach (var line in result.Catalogues.SelectMany(CatalogueRemarks.On))
        {
            yield return line;
        }

        foreach (var note in result.Codings.SelectMany(coding => coding.Notes))
        {
            yield return MessageText.OneLine(note);
        }

        foreach (var line in result.Codings.SelectMany(coding => coding.Changes).SelectMany(CodingChangeText.On))
        {
            yield return line;
        }

        foreach (var line in ChangeRemarks.On(result))
        {
            yield return line;
        }

        foreach (
            var problem in result
                .Codings.SelectMany(coding => coding.Unsupported)
                .Concat(result.Catalogues.SelectMany(catalogue => catalogue.Unsupported))
        )
        {
            yield return MessageText.OneLine(problem.ToString());
        }

        yield return $"Servers: {string.Join(", ", result.Targets.Select(target => target.Title))}.";
        var others = result.Targets.Where(target => !target.HasClr).Select(target => target.Title).ToList();
        if (others.Count > 0)
        {
            yield return $"SQLCLR functions are for all but {string.Join(", ", others)}.";
        }
    }

    private static IEnumerable<string> Remarks(VerificationResult verification)
    {
        var lines = VerificationText
            .DescribeExcluded(verification)
            .Concat(VerificationText.DescribeDisagreements(verification));
        var rows = verification.Rows.ToString(CultureInfo.InvariantCulture);
        return verification.IsAgreed
            ? lines.Append(
                $"{verification.Coding}: {rows} rows are the same to {Number(verification.EngineCount)} engines."
            )
            : lines.Append($"{verification.Coding} is not the same to all engines. Nothing of it was written.");
    }

    /// <summary>Whether the coding and its published text are the same, token for token.</summary>
    private static Cell DescribePublished(CodingBuild coding) =>
        coding.MissingText is not null ? Cell.Bad("missing")
        : coding.Difference is not null || coding.Proof?.Texts[0].Pair.Verdict is Different ? Cell.Bad("differs")
        : coding.Problems.Count == 0 ? Cell.Good(coding.IsText ? "is read" : "matches")
        : "";

    private static IEnumerable<string> Remarks(CodingProof proof)
    {
        foreach (var text in proof.Open)
        {
            var targets =
                text.Targets.Count == 0 ? "" : $" for {string.Join(", ", text.Targets.Select(each => each.Title))}";
            yield return $"{text.Pair.RightName}{targets} is not proven equivalent to {proof.Id}. "
                + "Nothing of it was written.";
            yield return VerdictText.Write(text.Pair).TrimEnd('\n');
        }
    }

    /// <summary>For how many servers its scripts hold.</summary>
    private static Cell DescribeTargets(int valid, int all, bool isWhole)
    {
        var text = $"{Number(valid)} of {Number(all)}";
        return !isWhole ? Cell.Bad(text)
            : valid == all ? Cell.Good(text)
            : text;
    }

    private static string DescribeFiles(ValueList<FileChange> files, bool isCheck)
    {
        var written = files.Count(file => file.Kind == FileChangeKind.Written);
        var unchanged = files.Count - written;
        var parts = new List<string>();
        if (written > 0)
        {
            parts.Add($"{Number(written)} {(isCheck ? "to write" : "written")}");
        }

        if (unchanged > 0)
        {
            parts.Add($"{Number(unchanged)} unchanged");
        }

        return parts.Count == 0 ? "none" : string.Join(", ", parts);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
