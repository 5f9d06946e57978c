using System.Globalization;
using System.Text;
using RuleGen.Cli.Diffing;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Catalogues;
using RuleGen.Workspaces.Catalogues;

namespace RuleGen.Cli.Overlaps;

/// <summary>Writes overlaps for a person: how many there are, each with a row, what data have of them, what it rests on.</summary>
internal static class OverlapText
{
    /// <summary>The whole text.</summary>
    /// <param name="overlaps">The overlaps.</param>
    /// <param name="file">What the data are called; null without data.</param>
    public static string Write(CatalogueOverlaps overlaps, string? file)
    {
        var text = new StringBuilder(Summarize(overlaps));
        var places = overlaps.Report.Overlaps.Index();
        foreach (var (place, overlap) in places)
        {
            Write(text, overlaps, overlap, overlaps.Counts?.Pairs[place]);
        }

        foreach (var undecided in overlaps.Report.Undecided)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nUndecided: {Names(overlaps, undecided.First, undecided.Second)} ({ReasonCode.Of(undecided.Reason)})\n"
            );
        }

        if (overlaps.Counts is { } counts)
        {
            WriteCounts(text, overlaps, counts, file!);
        }

        text.Append("\nThis rests on:\n");
        foreach (var line in overlaps.Report.Basis.Lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Summarize(CatalogueOverlaps overlaps)
    {
        var (found, undecided) = (overlaps.Report.Overlaps.Count, overlaps.Report.Undecided.Count);
        var rest = overlaps.Pairs - found - undecided;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{overlaps.Names.Count} codings, {Count(overlaps.Pairs, "pair")}: one row can have both of {found}, no row has both of {rest}"
                + $"{(undecided == 0 ? "" : $", {undecided} undecided")}.\n"
        );
    }

    private static void Write(StringBuilder text, CatalogueOverlaps overlaps, CodingOverlap overlap, long? rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{Names(overlaps, overlap.First, overlap.Second)}");
        if (rows is { } count)
        {
            text.Append(CultureInfo.InvariantCulture, $": {Count(count, "row")}");
        }

        text.Append('\n');
        var width = overlap.Row.Columns.Max(column => column.Name.Length);
        foreach (var column in overlap.Row.Columns)
        {
            text.Append("  ").Append(column.Name.PadRight(width)).Append("  ");
            text.Append(MessageText.OneLine(overlap.Row[column].ToString())).Append('\n');
        }

        Write(text, overlaps.Names[overlap.First], overlap.FirstResult);
        Write(text, overlaps.Names[overlap.Second], overlap.SecondResult);
    }

    private static void Write(StringBuilder text, string name, Result result) =>
        text.Append("  ").Append(name).Append(": ").Append(MessageText.OneLine(result.ToString())).Append('\n');

    private static void WriteCounts(StringBuilder text, CatalogueOverlaps overlaps, OverlapCounts counts, string file)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{MessageText.OneLine(file)}: {Count(counts.Rows, "row")}, {counts.WithSeveral} with two codings or more"
        );
        AppendRest(text, counts.NotEvaluated, "not evaluated");
        AppendRest(text, counts.NotAsAssumed, "not as assumed");
        text.Append('\n');
        var table = new TextTable();
        table.Add(["coding", "rows", "with no other"]);
        for (var i = 0; i < overlaps.Names.Count; i++)
        {
            table.Add([overlaps.Names[i], Number(counts.Having[i]), Number(counts.Alone[i])]);
        }

        table.Write(text, "  ", alignRight: true);
    }

    private static void AppendRest(StringBuilder text, long rows, string what)
    {
        if (rows > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", {rows} {what}");
        }
    }

    private static string Names(CatalogueOverlaps overlaps, int first, int second) =>
        $"{overlaps.Names[first]} and {overlaps.Names[second]}";

    private static string Count(long number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
