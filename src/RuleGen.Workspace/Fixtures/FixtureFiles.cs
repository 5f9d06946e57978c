using System.Globalization;
using RuleGen.Data.Csv;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Fixtures;

/// <summary>Writes fixtures as files.</summary>
public static class FixtureFiles
{
    /// <summary>How the CSV file writes NULL, without quotes; a text that is the same is in quotes.</summary>
    public const string NullToken = @"\N";

    /// <summary>fixtures.csv, and fixtures.sql for a target.</summary>
    /// <exception cref="RuleGenException">The script cannot be written, or does not hold.</exception>
    public static IEnumerable<GeneratedFile> Write(CodingFixtures fixtures, Target target, ObjectNaming naming) =>
        [new GeneratedFile(FileNames.FixturesCsv, WriteCsv(fixtures)), WriteScript(fixtures, target, naming)];

    /// <summary>
    /// The rows, after the number of the fixture, with the expected result, the clause and the mistakes behind.
    /// </summary>
    public static string WriteCsv(CodingFixtures fixtures)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(text, NullToken);
        var rows = fixtures.Rows.Select(row => WithCells(fixtures.Source, row)).ToList();
        var columns = rows.Count == 0 ? fixtures.Source.Key : rows[0].Columns;
        var names = columns.Select(column => column.Name).ToList();
        csv.Write(FixtureColumns.Free("Fixture", names));
        names.ForEach(csv.Write);
        var (kept, outcome) = FixtureColumns.Of(columns);
        csv.Write(kept);
        csv.Write(outcome);
        foreach (var name in (string[])["Place", "Clause", "Catches"])
        {
            csv.Write(FixtureColumns.Free(name, names));
        }

        csv.EndRecord();
        foreach (var (fixture, row) in fixtures.Set.Fixtures.Zip(rows))
        {
            csv.Write(SqlValue.Of(fixture.Number));
            foreach (var column in columns)
            {
                csv.Write(row[column]);
            }

            csv.Write(fixture.Expected.IsKept ? "1" : "0");
            csv.Write(fixture.Expected.Outcome);
            csv.Write(fixture.Place);
            csv.Write(FixtureWords.Clause(fixtures.Coding.Coding, fixture) ?? "");
            csv.Write(string.Join("; ", FixtureWords.Catches(fixture)));
            csv.EndRecord();
        }

        return text.ToString();
    }

    /// <summary>A row with numbered columns as the table has them, and each other list in one field.</summary>
    private static Row WithCells(Source source, Row row)
    {
        var stored = TableRows.OfRow(source, row);
        var cells = source.Lists.Where(list => list.Storage is ChildRows && row.Columns.Contains(list.Column)).ToList();
        return new Row(
            stored.Columns.Concat(cells.Select(CellOf)).ToValueList(),
            stored
                .Columns.Select(column => stored[column])
                .Concat(cells.Select(list => SqlValue.Of(ListCell.Write(row[list.Column].Items!))))
                .ToValueList()
        );
    }

    private static Column CellOf(ItemList list) =>
        new(list.Name, CharacterType.NVarChar(null, Collation.Latin1GeneralCiAs), isNullable: true);

    /// <summary>The script for a target.</summary>
    /// <exception cref="RuleGenException">It cannot be written, or does not hold.</exception>
    public static GeneratedFile WriteScript(CodingFixtures fixtures, Target target, ObjectNaming? naming = null) =>
        FixtureScript.Generate(
            fixtures.Coding,
            fixtures.Source,
            target,
            [
                .. fixtures.Set.Fixtures.Zip(
                    fixtures.Rows,
                    (fixture, row) =>
                        new ScriptFixture(
                            fixture.Number,
                            row,
                            fixture.Expected,
                            [.. FixtureWords.Describe(fixtures.Coding.Coding, fixture)]
                        )
                ),
            ],
            naming
        );
}
