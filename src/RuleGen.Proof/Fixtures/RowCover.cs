namespace RuleGen.Proof.Fixtures;

/// <summary>Chooses few rows that catch together what all of them catch.</summary>
internal static class RowCover
{
    /// <summary>
    /// The row that catches most of what is left, again and again; then without those that the others make needless. In
    /// the order given; the same for the same rows.
    /// </summary>
    public static List<FoundRow> Choose(IReadOnlyList<FoundRow> rows)
    {
        var left = rows.Select(row => row.Kills.Count).ToArray();
        var catching = rows.SelectMany((row, index) => row.Kills.Select(mutant => (mutant, index)))
            .ToLookup(each => each.mutant, each => each.index);
        var covered = new HashSet<int>();
        var chosen = new HashSet<int>();
        while (covered.Count < catching.Count)
        {
            var best = Enumerable.Range(0, rows.Count).MaxBy(row => left[row]);
            chosen.Add(best);
            foreach (var row in rows[best].Kills.Where(covered.Add).SelectMany(mutant => catching[mutant]))
            {
                left[row]--;
            }
        }

        return DropNeedless([.. rows.Where((_, row) => chosen.Contains(row))]);
    }

    /// <summary>
    /// The rows without those that catch nothing that others do not, the last first; the only row that takes an arm
    /// stays.
    /// </summary>
    public static List<FoundRow> DropNeedless(List<FoundRow> rows)
    {
        var counts = Count(rows);
        var takers = rows.CountBy(row => row.Check.Arm ?? -1).ToDictionary();
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            var row = rows[i];
            if (row.Kills.Any(mutant => counts[mutant] == 1) || takers[row.Check.Arm ?? -1] == 1)
            {
                continue;
            }

            foreach (var mutant in row.Kills)
            {
                counts[mutant]--;
            }

            takers[row.Check.Arm ?? -1]--;
            rows.RemoveAt(i);
        }

        return rows;
    }

    /// <summary>How many of some rows catch each mutant.</summary>
    public static Dictionary<int, int> Count(IEnumerable<FoundRow> rows) =>
        rows.SelectMany(row => row.Kills).CountBy(mutant => mutant).ToDictionary();
}
