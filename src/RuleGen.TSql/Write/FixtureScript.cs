using System.Globalization;
using System.Text;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Writes fixtures.sql: inserts test rows into the source's table, which must be empty, and lists those of which the
/// deployed view makes something else than expected.
/// </summary>
public static class FixtureScript
{
    /// <summary>INSERT takes a thousand rows at most; fewer are easier to read.</summary>
    private const int RowsOfInsert = 500;

    /// <summary>The script for a target, validated.</summary>
    /// <param name="published">The coding.</param>
    /// <param name="source">The source.</param>
    /// <param name="target">The target.</param>
    /// <param name="fixtures">
    /// The rows, all over the same columns. Of rows with the same key, the first is inserted, and comments tell of the
    /// others.
    /// </param>
    /// <param name="naming">How objects are called; null for the usual names.</param>
    /// <exception cref="RuleGenException">As <see cref="ScriptGenerator.Generate"/>.</exception>
    public static GeneratedFile Generate(
        PublishedCoding published,
        Source source,
        Target target,
        IReadOnlyList<ScriptFixture> fixtures,
        ObjectNaming? naming = null
    )
    {
        naming ??= ObjectNaming.Default;
        ScriptSafety.Check(published.Coding, source, naming.For(published.Id), target);
        var parts = new ScriptParts(published, source, target, naming);
        var inserted = Distinct(source, fixtures).ToList();
        var file = new GeneratedFile(FileNames.FixturesScript, Write(parts, fixtures, inserted));
        ScriptValidator.ValidateFixtures(file, parts, inserted);
        return file;
    }

    private static IEnumerable<ScriptFixture> Distinct(Source source, IReadOnlyList<ScriptFixture> fixtures) =>
        fixtures.DistinctBy(fixture => source.Key.Select(column => fixture.Row[column]).ToValueList());

    private static string Write(ScriptParts parts, IReadOnlyList<ScriptFixture> fixtures, List<ScriptFixture> inserted)
    {
        var table = parts.Source.Table.ToString();
        var text = new StringBuilder(
            parts.Header(
                $"Fixtures: {Number(inserted.Count)} test rows for {table}, each with what the coding must make of it "
                    + "and the mistakes that only it shows.",
                $"Run it as it is in a scratch database that has {table}, empty, and on which deploy.sql has run: "
                    + "sqlcmd -b -f 65001 -i fixtures.sql, or open it in SSMS. It changes nothing where the table holds "
                    + "rows. The last result lists the rows of which the view makes something else; it must be empty."
            )
        );
        text.Append('\n').Append(ScriptSteps.SetOptions).Append("GO\n\n");
        text.Append(TransactionGuard.Return(table)).Append("BEGIN TRY\n    BEGIN TRANSACTION;\n\n");
        var children = Children(parts.Source, inserted).Select(list => ((ChildRows)list.Storage).Table.ToString());
        foreach (var filled in children.Prepend(table))
        {
            text.Append(
                ScriptSteps.Indent(
                    ScriptSteps.RaiseIf(
                        $"EXISTS (SELECT 1 FROM {filled})",
                        "%s holds rows. Fixtures are for a scratch database; nothing was inserted.",
                        filled
                    ),
                    4
                )
            );
        }

        foreach (var rows in inserted.Chunk(RowsOfInsert))
        {
            text.Append('\n').Append(ScriptSteps.Indent(Insert(parts.Source, rows), 4));
        }

        foreach (var list in Children(parts.Source, inserted))
        {
            var items = inserted
                .SelectMany(
                    fixture => TableRows.OfItems(parts.Source, list, fixture.Row),
                    (fixture, item) => (fixture.Number, Item: item)
                )
                .ToList();
            foreach (var chunk in items.Chunk(RowsOfInsert))
            {
                text.Append('\n').Append(ScriptSteps.Indent(Insert((ChildRows)list.Storage, chunk), 4));
            }
        }

        foreach (var left in fixtures.Except(inserted))
        {
            Comment(text, 4, $"{Number(left.Number)} is not inserted: an earlier row has its key. {left.Row}");
        }

        text.Append("\n    COMMIT TRANSACTION;\nEND TRY\nBEGIN CATCH\n    IF @@TRANCOUNT > 0\n");
        text.Append("        ROLLBACK TRANSACTION;\n    THROW;\nEND CATCH;\nGO\n\n");
        return inserted.Count == 0 ? text.ToString() : text.Append(Compare(parts, inserted)).Append("GO\n").ToString();
    }

    /// <summary>The lists of the rows whose items stand in tables of their own.</summary>
    internal static IEnumerable<ItemList> Children(Source source, IReadOnlyList<ScriptFixture> fixtures) =>
        fixtures.Count == 0
            ? []
            : source.Lists.Where(list => list.Storage is ChildRows && fixtures[0].Row.Columns.Contains(list.Column));

    /// <summary>Items of some rows, in their order.</summary>
    private static string Insert(ChildRows child, (int Number, Row Item)[] items)
    {
        var columns = items[0].Item.Columns;
        var text = new StringBuilder($"INSERT INTO {child.Table}\n    (");
        text.AppendJoin(", ", columns.Select(column => SqlName.Bracket(column.Name))).Append(")\nVALUES\n");
        for (var i = 0; i < items.Length; i++)
        {
            if (i == 0 || items[i].Number != items[i - 1].Number)
            {
                Comment(text, 4, $"{Number(items[i].Number)}.");
            }

            var values = columns.Select(column => ValueWriter.Write(column, items[i].Item[column]));
            text.Append("    (").AppendJoin(", ", values).Append(')').Append(i + 1 < items.Length ? ",\n" : ";\n");
        }

        return text.ToString();
    }

    private static string Insert(Source source, ScriptFixture[] rows)
    {
        var stored = rows.Select(fixture => TableRows.OfRow(source, fixture.Row)).ToList();
        var columns = stored[0].Columns;
        var text = new StringBuilder($"INSERT INTO {source.Table}\n    (");
        text.AppendJoin(", ", columns.Select(column => SqlName.Bracket(column.StoredName))).Append(")\nVALUES\n");
        foreach (var (fixture, row) in rows.Zip(stored))
        {
            Comment(text, 4, $"{Number(fixture.Number)}: {Describe(fixture.Expected)}.");
            foreach (var paragraph in fixture.Comment)
            {
                Comment(text, 4, paragraph);
            }

            var values = columns.Select(column => ValueWriter.Write(column, row[column]));
            text.Append("    (").AppendJoin(", ", values).Append(')').Append(fixture == rows[^1] ? ";\n" : ",\n");
        }

        return text.ToString();
    }

    /// <summary>Lists the rows of which the view makes something else; NULL is equal to NULL in it.</summary>
    private static string Compare(ScriptParts parts, List<ScriptFixture> rows)
    {
        var type = parts.Coding.ResultType ?? LabelType.Text;
        var exactly = type == LabelType.Text ? " COLLATE Latin1_General_BIN2" : "";
        var key = parts.Source.Key.Select(column => SqlName.Bracket(column.Name)).ToList();
        var values = rows.Select(fixture =>
            $"({Number(fixture.Number)}, "
            + string.Join(", ", parts.Source.Key.Select(column => ValueWriter.Write(column, fixture.Row[column])))
            + $", {(fixture.Expected.IsKept ? 1 : 0)}, "
            + $"{Outcome(fixture.Expected, type)})"
        );
        var kept = $"CASE WHEN v.{key[0]} IS NULL THEN 0 ELSE 1 END";
        return $"""
            IF OBJECT_ID({SqlText.Unicode(parts.Names.QualifiedView)}) IS NULL
                PRINT {SqlText.Unicode($"{parts.Names.QualifiedView} is not there: run deploy.sql, then this batch.")};
            ELSE
                SELECT
                    e.[Fixture],
                    e.[Kept] AS [Expected kept],
                    e.[Outcome] AS [Expected outcome],
                    {kept} AS [Kept],
                    v.{SqlName.Bracket(parts.Names.OutcomeColumn)} AS [Outcome]
                FROM (VALUES
                    {string.Join(",\n        ", values)}
                ) AS e ([Fixture], {string.Join(
                ", ",
                key.Select((_, i) => $"[Key {Number(i + 1)}]")
            )}, [Kept], [Outcome])
                LEFT JOIN {parts.Names.QualifiedView} AS v
                    ON {string.Join(" AND ", key.Select((name, i) => $"v.{name} = e.[Key {Number(i + 1)}]"))}
                WHERE NOT EXISTS (
                    SELECT e.[Kept], e.[Outcome]{exactly}
                    INTERSECT
                    SELECT {kept}, v.{SqlName.Bracket(parts.Names.OutcomeColumn)}{exactly})
                ORDER BY e.[Fixture];

            """;
    }

    private static string Outcome(Result expected, LabelType type) =>
        (expected.Outcome, type) switch
        {
            (null, LabelType.Text) => "CAST(NULL AS nvarchar(4000))",
            (null, _) => $"CAST(NULL AS {type.Name()})",
            (var text, LabelType.Text) => ValueWriter.Write(text, isUnicode: true),
            (var digits, LabelType.Bit) => $"CAST({digits} AS bit)",
            (var digits, _) => digits,
        };

    private static string Describe(Result expected) => expected.IsKept ? $"kept, {expected.ShownOutcome}" : "not kept";

    private static void Comment(StringBuilder text, int indent, string paragraph)
    {
        foreach (var line in CommentLine.Added(paragraph).Print(SqlText.Width - indent))
        {
            text.Append(' ', indent).Append(line).Append('\n');
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
