using RuleGen.Model;
using RuleGen.Sqlite.Collations;
using static RuleGen.Sqlite.Translation.ScalarTranslator;

namespace RuleGen.Sqlite.Translation;

/// <summary>Writes the query of a coding's view.</summary>
/// <remarks>
/// An inner query answers with one number for each row: -n where the n-th need is unmet, 0 where the row is not kept, n
/// where the n-th arm is taken, one more for ELSE. The outer query spells the number out. The inner LIMIT and the outer
/// WHERE change nothing, but keep SQLite from evaluating the answer anew at each of its uses.
/// </remarks>
internal sealed class ViewQuery(SqliteTable table, Coding coding, ValueList<CharacterNeed> needs)
{
    private static readonly CodePoints Usual = CodePoints.Of(SqliteTable.UsualCharacters);

    /// <summary>The query.</summary>
    /// <param name="arms">The conditions of the arms, in SQL.</param>
    /// <param name="exclusions">The condition of kept rows, in SQL; null keeps every row.</param>
    public string Write(IReadOnlyList<string> arms, string? exclusions)
    {
        var key = table.Source.Key.Select(column => StoredText.Name(column.Name)).ToList();
        var inner = key.Union(needs.Select(need => StoredText.Name(need.Column.Name))).Prepend(table.Number);
        var answer = $"q.{table.Answer}";
        return string.Join(
            '\n',
            [
                $"SELECT {string.Join(", ", key.Prepend(table.Number).Select(name => $"q.{name}"))},",
                $"  CASE WHEN {answer} = 0 THEN 0 WHEN {answer} > 0 THEN 1 END AS \"Kept\",",
                $"  {Spell(answer, Labels())} AS \"Outcome\",",
                $"  {Spell(answer, UnmodelledColumns())} AS \"UnmodelledColumn\",",
                $"  {Spell(answer, UnmodelledCharacters())} AS \"UnmodelledCharacter\"",
                "FROM (",
                $"  SELECT {string.Join(", ", inner.Select(name => $"t.{name}"))},",
                "    CASE",
                .. needs.Select((need, i) => $"      WHEN {IsUnmet(need)} THEN {Number(-1 - i)}"),
                .. (exclusions is null ? (string[])[] : [$"      WHEN {exclusions} IS NOT TRUE THEN 0"]),
                .. arms.Select((arm, i) => $"      WHEN {arm} THEN {Number(i + 1)}"),
                $"      ELSE {Number(arms.Count + 1)}",
                $"    END AS {table.Answer}",
                $"  FROM {table.Name} AS t",
                $"  ORDER BY t.{table.Number}",
                "  LIMIT -1",
                ") AS q",
                $"WHERE q.{table.Number} > 0",
            ]
        );
    }

    private static string Spell(string answer, IEnumerable<(int Answer, string Sql)> meanings)
    {
        var whens = string.Concat(meanings.Select(meaning => $" WHEN {Number(meaning.Answer)} THEN {meaning.Sql}"));
        return whens.Length == 0 ? "NULL" : $"CASE {answer}{whens} END";
    }

    private IEnumerable<(int Answer, string Sql)> Labels() =>
        coding
            .Arms.Select(arm => arm.Then)
            .Append(coding.Else ?? Label.Null)
            .Select((label, i) => (i + 1, label.Text is { } text ? StoredText.Literal(text) : "NULL"));

    private IEnumerable<(int Answer, string Sql)> UnmodelledColumns() =>
        needs.Select((need, i) => (-1 - i, StoredText.Literal(need.Column.Name)));

    private IEnumerable<(int Answer, string Sql)> UnmodelledCharacters() =>
        needs.Select((need, i) => (-1 - i, need.FirstUnknown($"q.{StoredText.Name(need.Column.Name)}")));

    private string IsUnmet(CharacterNeed need)
    {
        var isUnmet = need.IsUnmet($"t.{StoredText.Name(need.Column.Name)}");
        return need.Known.Includes(Usual) ? $"t.{table.Usual} = 0 AND {isUnmet}" : isUnmet;
    }
}
