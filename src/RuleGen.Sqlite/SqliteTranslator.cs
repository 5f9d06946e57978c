using RuleGen.Model;
using RuleGen.Sqlite.Collations;
using RuleGen.Sqlite.Translation;

namespace RuleGen.Sqlite;

/// <summary>
/// Translates codings into the SQL of SQLite, an independent opinion on what they mean: SQLite evaluates, with
/// functions of its own and facts from its own table of collations. What it cannot decide exactly is listed, never
/// approximated.
/// </summary>
public static class SqliteTranslator
{
    /// <summary>
    /// The coding as a query over the table that <see cref="SqliteDatabase.Create"/> makes of the source.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0010: the source lacks columns. Or what the model refuses over the source's types and collations.
    /// </exception>
    public static SqliteTranslation Translate(Coding coding, Source source) =>
        Translate(coding, source, (collation, isUnicode) => CollationFacts.Find(collation.Name, isUnicode));

    internal static SqliteTranslation Translate(
        Coding coding,
        Source source,
        Func<Collation, bool, CollationFacts?> findFacts
    )
    {
        var bound = CodingBinder.Bind(coding, source);
        var table = new SqliteTable(source);
        var translator = new PredicateTranslator(table.ColumnSql, findFacts, table.ItemsOf);
        // What has no counterpart under one reading has none under the other.
        var readings = new List<ReadingSql>();
        foreach (var reading in bound.FindReadings().TakeWhile(_ => translator.Untranslatable.Count == 0))
        {
            readings.Add(
                new ReadingSql(
                    reading.Arms.Select(arm => translator.Translate(arm.When)).ToList(),
                    reading.Exclusions is null ? null : translator.Translate(reading.Exclusions)
                )
            );
        }

        var sql =
            translator.Untranslatable.Count == 0 ? new ViewQuery(table, bound, translator.Needs).Write(readings) : null;
        return new SqliteTranslation(bound, source, sql, translator.Untranslatable);
    }
}
