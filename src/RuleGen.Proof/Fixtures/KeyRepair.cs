using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Fixtures;

/// <summary>
/// Gives rows keys of their own where a coding reads the key, as far as they still catch what only they catch.
/// </summary>
/// <param name="key">The columns of the key that the coding reads.</param>
/// <param name="check">Says whether a row catches some mutants and gives the result of another row.</param>
/// <param name="make">Makes a row with all that it catches.</param>
internal sealed class KeyRepair(
    ValueList<Column> key,
    Func<Row, FoundRow, IEnumerable<int>, bool> check,
    Func<Row, FoundRow> make
)
{
    /// <summary>The rows, those whose key others have with another one where there is one.</summary>
    public List<FoundRow> Apply(List<FoundRow> rows)
    {
        if (key.Count == 0)
        {
            return rows;
        }

        var repaired = rows.ToList();
        for (var i = 0; i < repaired.Count; i++)
        {
            var others = repaired.Where(row => row != repaired[i]).ToList();
            var taken = others.Select(KeyOf).ToHashSet();
            if (taken.Contains(KeyOf(repaired[i])))
            {
                repaired[i] = Alternatives(repaired[i])
                    .Where(row => !taken.Contains(KeyOf(row)))
                    .FirstOrDefault(row => check(row, repaired[i], Needed(repaired[i], others)))
                    is { } found
                    ? make(found)
                    : repaired[i];
            }
        }

        return repaired;
    }

    private static IEnumerable<int> Needed(FoundRow row, List<FoundRow> others) =>
        row.Kills.Where(mutant => !others.Exists(other => other.Kills.Contains(mutant)));

    private ValueList<SqlValue> KeyOf(FoundRow row) => KeyOf(row.Row);

    private ValueList<SqlValue> KeyOf(Row row) => key.Select(column => row[column]).ToValueList();

    /// <summary>The row with a value near its own, then with small ones, in one of the columns.</summary>
    private IEnumerable<Row> Alternatives(FoundRow found) =>
        key.SelectMany(column =>
            Enumerable
                .Range(1, 200)
                .SelectMany(number => Values(column, found.Row[column], number))
                .Select(value => new Row(
                    found.Row.Columns,
                    found.Row.Columns.Select(each => each == column ? value : found.Row[each]).ToValueList()
                ))
        );

    private static IEnumerable<SqlValue> Values(Column column, SqlValue near, int number) =>
        column.Type switch
        {
            OrderedType type => new[] { (decimal)near.Integer + number, (decimal)near.Integer - number, number }
                .Where(value => value >= type.Minimum && value <= type.Maximum)
                .Select(value => type.Value((long)value)),
            CharacterType type =>
            [
                SqlValue.Of(type.Store(number.ToString("D4", CultureInfo.InvariantCulture))),
                SqlValue.Of(type.Store(near.Text + number.ToString(CultureInfo.InvariantCulture))),
            ],
            _ => [],
        };
}
