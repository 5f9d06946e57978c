using RuleGen.Model;

namespace RuleGen.Proof.Fixtures;

/// <summary>
/// Joins rows that take the same arm into one that catches what they catch together: the procedure of one row with the
/// age of another, and several codes in a column that holds a list of them.
/// </summary>
/// <param name="check">Says whether a row catches some mutants and gives a result, without looking at others.</param>
/// <param name="make">Makes a row with all that it catches.</param>
internal sealed class RowMerge(Func<Row, FoundRow, IEnumerable<int>, bool> check, Func<Row, FoundRow> make)
{
    /// <summary>More codes than this are hard to read.</summary>
    private const int MostCodes = 6;

    /// <summary>The rows, joined as far as nothing is lost that only they catch.</summary>
    public List<FoundRow> Join(IReadOnlyList<FoundRow> rows)
    {
        var counts = RowCover.Count(rows);
        var joined = rows.ToList();
        foreach (var group in rows.Where(row => row.Check.TakesArm).GroupBy(row => row.Check.Arm).ToList())
        {
            var usual = Usual(group.Select(row => row.Row).ToList());
            var open = group.ToList();
            for (var i = 0; i < open.Count; i++)
            {
                for (var j = i + 1; j < open.Count; j++)
                {
                    if (TryJoin(open[i], open[j], usual, counts) is { } made)
                    {
                        Recount(counts, open[i], open[j], made);
                        joined[joined.IndexOf(open[i])] = made;
                        joined.Remove(open[j]);
                        open[i] = made;
                        open.RemoveAt(j--);
                    }
                }
            }
        }

        return joined;
    }

    private static void Recount(Dictionary<int, int> counts, FoundRow one, FoundRow other, FoundRow made)
    {
        foreach (var mutant in one.Kills.Concat(other.Kills))
        {
            counts[mutant]--;
        }

        foreach (var mutant in made.Kills)
        {
            counts[mutant] = counts.GetValueOrDefault(mutant) + 1;
        }
    }

    /// <summary>The value that most rows have, by column.</summary>
    private static Dictionary<Column, SqlValue> Usual(List<Row> rows) =>
        rows[0]
            .Columns.ToDictionary(
                column => column,
                column => rows.CountBy(row => row[column]).MaxBy(pair => pair.Value).Key
            );

    private FoundRow? TryJoin(
        FoundRow one,
        FoundRow other,
        Dictionary<Column, SqlValue> usual,
        Dictionary<int, int> counts
    )
    {
        var values = new List<SqlValue>();
        foreach (var column in one.Row.Columns)
        {
            if (Combine(column, one.Row[column], other.Row[column], usual[column]) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }

        // What other rows catch as well may be lost.
        var needed = one
            .Kills.Union(other.Kills)
            .Where(mutant =>
                counts[mutant] == (one.Kills.Contains(mutant) ? 1 : 0) + (other.Kills.Contains(mutant) ? 1 : 0)
            );
        var row = new Row(one.Row.Columns, values.ToValueList());
        return check(row, one, needed) ? make(row) : null;
    }

    private static SqlValue? Combine(Column column, SqlValue one, SqlValue other, SqlValue usual)
    {
        if (one == other || other == usual)
        {
            return one;
        }

        if (one == usual)
        {
            return other;
        }

        if (FavouredValues.SeparatorOf(column) is not { } separator || one.Text is null || other.Text is null)
        {
            return null;
        }

        var list = $"{one.Text}{separator}{other.Text}";
        return list.Split(separator).Length <= MostCodes && ((CharacterType)column.Type).Store(list) == list
            ? SqlValue.Of(list)
            : null;
    }
}
