using RuleGen.Model;
using RuleGen.Sqlite.Collations;
using static RuleGen.Sqlite.Translation.ScalarTranslator;

namespace RuleGen.Sqlite.Translation;

/// <summary>Writes the query of a coding's view.</summary>
/// <remarks>
/// An inner query answers with one number for each row: -n where the n-th need is unmet, 0 where the row is not kept, n
/// where the row gets the label of the n-th arm, one more for ELSE. Where a LIKE may look past a character of the row, it
/// answers a second time as if it did, and the row is not evaluated where the answers differ. The outer query spells the
/// number out. The inner LIMIT and the outer WHERE change nothing, but keep SQLite from evaluating the answer anew at each
/// of its uses.
/// </remarks>
internal sealed class ViewQuery(SqliteTable table, Coding coding, ValueList<CharacterNeed> needs)
{
    private static readonly CodePoints Usual = CodePoints.Of(SqliteTable.UsualCharacters);

    /// <summary>The column of the inner query, in SQL, with the second answer.</summary>
    private string SecondAnswer => StoredText.Name("second " + table.Answer);

    private int Uncertain => -1 - needs.Count;

    private IEnumerable<Label> AllLabels => coding.Labels.Select(label => label ?? Label.Null);

    /// <summary>The query.</summary>
    /// <param name="readings">
    /// The conditions in SQL, where LIKE looks past no character; then, if it may look past one, where it does.
    /// </param>
    public string Write(IReadOnlyList<ReadingSql> readings)
    {
        var key = table.Source.Key.Select(column => StoredText.Name(column.Name)).ToList();
        var inner = key.Union(needs.Where(need => need.Item is null).Select(need => StoredText.Name(need.Column.Name)))
            .Prepend(table.Number);
        var hasTwo = readings.Count > 1;
        var answer = hasTwo
            ? $"(CASE WHEN q.{table.Answer} >= 0 AND q.{SecondAnswer} <> q.{table.Answer} "
                + $"THEN {Number(Uncertain)} ELSE q.{table.Answer} END)"
            : $"q.{table.Answer}";
        return string.Join(
            '\n',
            [
                $"SELECT {string.Join(", ", key.Prepend(table.Number).Select(name => $"q.{name}"))},",
                $"  CASE WHEN {answer} = 0 THEN 0 WHEN {answer} > 0 THEN 1 END AS \"Kept\",",
                $"  {Spell(answer, Labels())} AS \"Outcome\",",
                $"  {Spell(answer, UnmodelledColumns(hasTwo))} AS \"UnmodelledColumn\",",
                $"  {Spell(answer, UnmodelledCharacters(hasTwo))} AS \"UnmodelledCharacter\"",
                "FROM (",
                $"  SELECT {string.Join(", ", inner.Select(name => $"t.{name}"))},",
                "    CASE",
                .. needs.Select((need, i) => $"      WHEN {IsUnmet(need)} THEN {Number(-1 - i)}"),
                .. Answers(readings[0]),
                $"    END AS {table.Answer}{(hasTwo ? "," : "")}",
                .. hasTwo
                    ? (string[])
                        [
                            $"    CASE WHEN {MayBeUncertain()} THEN CASE",
                            .. Answers(readings[1]),
                            $"    END END AS {SecondAnswer}",
                        ]
                    : [],
                $"  FROM {table.Name} AS t",
                $"  ORDER BY t.{table.Number}",
                "  LIMIT -1",
                ") AS q",
                $"WHERE q.{table.Number} > 0",
            ]
        );
    }

    /// <summary>The branches for the exclusions and the arms. Arms of one label answer alike.</summary>
    private IEnumerable<string> Answers(ReadingSql reading)
    {
        var labels = AllLabels.ToList();
        return
        [
            .. reading.Exclusions is { } kept ? (string[])[$"      WHEN {kept} IS NOT TRUE THEN 0"] : [],
            .. reading.Arms.Select((arm, i) => $"      WHEN {arm} THEN {Number(labels.IndexOf(labels[i]) + 1)}"),
            $"      ELSE {Number(labels.IndexOf(labels[^1]) + 1)}",
        ];
    }

    private static string Spell(string answer, IEnumerable<(int Answer, string Sql)> meanings)
    {
        var whens = string.Concat(meanings.Select(meaning => $" WHEN {Number(meaning.Answer)} THEN {meaning.Sql}"));
        return whens.Length == 0 ? "NULL" : $"CASE {answer}{whens} END";
    }

    private IEnumerable<(int Answer, string Sql)> Labels() => AllLabels.Select((label, i) => (i + 1, Spell(label)));

    private static string Spell(Label label) =>
        label.Text is null ? "NULL"
        : label.Type == LabelType.Text ? StoredText.Literal(label.Text)
        : label.Text;

    private IEnumerable<(int Answer, string Sql)> UnmodelledColumns(bool hasTwo)
    {
        var unmet = needs.Select((need, i) => (-1 - i, StoredText.Literal(need.Column.Name)));
        return hasTwo
            ? unmet.Append(
                (
                    Uncertain,
                    FirstUncertain(
                        need => StoredText.Literal(need.Column.Name),
                        pattern => StoredText.Literal(pattern.Column.Name)
                    )
                )
            )
            : unmet;
    }

    private IEnumerable<(int Answer, string Sql)> UnmodelledCharacters(bool hasTwo)
    {
        var unmet = needs.Select((need, i) => (-1 - i, need.FirstUnknown(Outer(need))));
        return hasTwo
            ? unmet.Append(
                (
                    Uncertain,
                    FirstUncertain(
                        need => need.FirstUncertain(Outer(need)),
                        pattern => StoredText.Literal(pattern.Character.ToString())
                    )
                )
            )
            : unmet;
    }

    /// <summary>What is to be said of the first value that LIKE may look past a character of, else of the first pattern.</summary>
    private string FirstUncertain(Func<CharacterNeed, string> ofNeed, Func<UncertainCharacter, string> ofPattern)
    {
        var whens = Uncertainties()
            .Select(need => $" WHEN {need.IsUncertain(Outer(need))} THEN {ofNeed(need)}")
            .ToList();
        var otherwise = Pattern is { } pattern ? ofPattern(pattern) : "NULL";
        return whens.Count == 0 ? otherwise : $"CASE{string.Concat(whens)} ELSE {otherwise} END";
    }

    /// <summary>SQL that is TRUE where the second answer may differ from the first.</summary>
    private string MayBeUncertain() =>
        Pattern is not null
            ? "1"
            : $"t.{table.Usual} = 0 AND ({string.Join(
                " OR ",
                Uncertainties().Select(need => need.IsUncertain(table.TextOf(need, "t")))
            )})";

    private UncertainCharacter? Pattern => UncertainCharacter.FindInPatterns(coding.Predicates);

    private IEnumerable<CharacterNeed> Uncertainties() => needs.Where(need => need.MayBeLookedPast.Length > 0);

    private string Outer(CharacterNeed need) => table.TextOf(need, "q");

    private string IsUnmet(CharacterNeed need)
    {
        var isUnmet = need.IsUnmet(table.TextOf(need, "t"));
        return need.Known.Includes(Usual) ? $"t.{table.Usual} = 0 AND {isUnmet}" : isUnmet;
    }
}

/// <summary>The conditions of a coding in SQL, under one reading of its LIKEs.</summary>
/// <param name="Arms">Those of the arms.</param>
/// <param name="Exclusions">That of kept rows; null keeps every row.</param>
internal sealed record ReadingSql(IReadOnlyList<string> Arms, string? Exclusions);
