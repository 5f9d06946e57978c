using System.Globalization;
using System.Text;
using RuleGen.Cli.Proving;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Differences;
using RuleGen.Workspaces.Diffing;

namespace RuleGen.Cli.Diffing;

/// <summary>Writes a difference for a person: the grade, then each region with rows that show it, then counts.</summary>
internal static class DifferenceText
{
    private const int Width = 110;

    public static string Write(ComparedPair pair)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{pair.Word}: from {pair.OldName} (OLD) to {pair.NewName} (NEW)\n");
        switch (pair.Difference)
        {
            case DecidedDifference { Regions.Count: 0 } same:
                text.Append('\n').Append(WhyNone(same)).Append('\n');
                break;
            case DecidedDifference difference:
                for (var region = 0; region < difference.Regions.Count; region++)
                {
                    WriteRegion(text, pair, difference, region);
                }

                break;
            case UnlistedDifference unlisted:
                WriteUnlisted(text, unlisted);
                break;
            default:
                text.Append('\n').Append(WhyUndecided((UndecidedDifference)pair.Difference));
                break;
        }

        if (pair.Counts is { } counts)
        {
            WriteCounts(text, counts);
        }

        text.Append("\nThis rests on:\n");
        foreach (var line in pair.Difference.Basis.Lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string WhyNone(DecidedDifference difference) =>
        difference.AreSame ? "The codings are the same."
        : difference.Grade == Grade.ReorderOnly
            ? "No row gets another result: the codings have the same arms and clauses, in another order."
        : "No row gets another result: the codings say the same in other words.";

    private static string WhyUndecided(UndecidedDifference difference) =>
        difference switch
        {
            { Question: { } question } => UndecidedText.Write(question),
            _ => "The conditions are too many or too long to decide together.\n",
        };

    private static void WriteUnlisted(StringBuilder text, UnlistedDifference difference)
    {
        var why =
            difference.Reason == UndecidedReason.TooManyRegions
                ? $"in more than {Number(CodingDiffer.MostChanges)} pairs of labels"
                : "but the conditions are too many or too long to list in which rows";
        text.Append(CultureInfo.InvariantCulture, $"\nThey differ, {why}. This row shows it:\n");
        CaseTable.Write(
            text,
            [new ChangeCase(difference.Shown.Row, difference.Shown.Left, difference.Shown.Right)],
            counts: null
        );
    }

    private static void WriteRegion(StringBuilder text, ComparedPair pair, DecidedDifference difference, int number)
    {
        var region = difference.Regions[number];
        text.Append(CultureInfo.InvariantCulture, $"\n{number + 1}. {Title(region)}\n");
        var names = string.Join(" and ", region.Within.Select(ConditionText.WriteOfRows));
        if (region.IsCoarse)
        {
            Append(text, "   ", $"All rows {names}. No few conditions on columns tell them apart.");
        }
        else if (region.Conditions.Count == 0)
        {
            Append(text, "   ", $"All rows {names}.");
        }
        else
        {
            Append(text, "   ", $"Of the rows {names}, those with:");
            WriteConditions(text, region.Conditions);
        }

        WriteFull(text, region);
        if (Overlapping(difference, number) is { Count: > 0 } others)
        {
            Append(
                text,
                "   ",
                $"Some of these rows are in {(others.Count == 1 ? "region" : "regions")} {string.Join(", ", others)} too."
            );
        }

        CaseTable.Write(text, region.Cases, pair.Counts?.Cases[number]);
        if (pair.Counts is { } counts)
        {
            Append(text, "   ", $"{Number(counts.Regions[number])} of the {Number(counts.Rows)} rows of the data.");
        }
    }

    private static string Title(DifferenceRegion region)
    {
        var (old, @new) = (region.Cases[0].Old, region.Cases[0].New);
        return region.Kind switch
        {
            ChangeKind.Gained => $"gained: OLD gives NULL, NEW gives {ConditionText.Write(@new)}",
            ChangeKind.Lost => $"lost: OLD gives {ConditionText.Write(old)}, NEW gives NULL",
            ChangeKind.Relabelled => "relabelled: OLD gives "
                + $"{ConditionText.Write(old)}, NEW gives {ConditionText.Write(@new)}",
            ChangeKind.NewlyKept => "newly kept: OLD excludes the row, NEW keeps it",
            _ => "newly excluded: OLD keeps the row, NEW excludes it",
        };
    }

    /// <summary>The full conditions, where they say more than the short ones.</summary>
    private static void WriteFull(StringBuilder text, DifferenceRegion region)
    {
        if (region.FullConditions is not { } conditions)
        {
            if (!region.IsCoarse)
            {
                Append(text, "   ", "Spelled out in full by column it would be too long; the above is exact.");
            }

            return;
        }

        if (conditions.Equals(region.Conditions))
        {
            return;
        }

        Append(text, "   ", "In full:");
        WriteConditions(text, conditions);
        foreach (var names in region.FullWithin.GroupBy(name => (name.Side, name.Kind)))
        {
            Append(
                text,
                "     ",
                names.Count() == 1 ? ConditionText.Write(names.First()) : ConditionText.WriteArms([.. names])
            );
        }
    }

    private static void WriteConditions(StringBuilder text, ValueList<ColumnCondition> conditions)
    {
        foreach (var condition in conditions)
        {
            Append(text, "     ", ConditionText.Write(condition.Predicate));
        }
    }

    private static List<string> Overlapping(DecidedDifference difference, int number) =>
        [
            .. difference
                .Overlaps.Where(pair => pair.First == number || pair.Second == number)
                .Select(pair => Number(pair.First + pair.Second - number + 1)),
        ];

    private static void WriteCounts(StringBuilder text, DataCounts counts)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{counts.Changed} of {counts.Rows} rows of the data get another result.\n"
        );
        if (counts.NotEvaluated > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{counts.NotEvaluated} {(counts.NotEvaluated == 1 ? "was" : "were")} not evaluated.\n"
            );
        }

        if (counts.NotAsAssumed > 0)
        {
            var verbs = counts.NotAsAssumed == 1 ? ("is", "was") : ("are", "were");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{counts.NotAsAssumed} {verbs.Item1} not as assumed, and {verbs.Item2} not counted.\n"
            );
        }

        var table = new TextTable();
        table.Add("", "OLD", "NEW", "change");
        foreach (var count in counts.Results)
        {
            table.Add(
                ConditionText.Write(count.Result),
                Number(count.Old),
                Number(count.New),
                (count.New - count.Old).ToString("+0;-0;0", CultureInfo.InvariantCulture)
            );
        }

        table.Write(text, "  ", alignRight: true);
    }

    /// <summary>Adds a paragraph, broken between words where it is too wide; what follows hangs.</summary>
    private static void Append(StringBuilder text, string indent, string paragraph)
    {
        var line = indent;
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length + word.Length > Width && line.Trim().Length > 0)
            {
                text.Append(line.TrimEnd()).Append('\n');
                line = indent + "  ";
            }

            line += word + " ";
        }

        text.Append(line.TrimEnd()).Append('\n');
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
