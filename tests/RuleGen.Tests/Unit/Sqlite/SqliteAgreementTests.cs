using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Sqlite;
using RuleGen.Tests.TestData;

namespace RuleGen.Tests.Unit.Sqlite;

/// <summary>SQLite and the engine, which share no evaluation, over sampled rows.</summary>
internal sealed class SqliteAgreementTests
{
    [Test]
    public void Back_pain_fusion_gives_the_same_under_every_collation()
    {
        foreach (var source in Collation.All.Select(Apcs.Source.WithCollation))
        {
            CheckAgreement(CodingBinder.Bind(BackPainFusion.Coding.Coding, source), source);
        }
    }

    [Test]
    public void One_of_everything_gives_the_same()
    {
        foreach (var coding in Everything.Codings)
        {
            CheckAgreement(coding, Everything.Source);
        }
    }

    private static void CheckAgreement(Coding coding, Source source)
    {
        List<Row> rows = [.. Sampler.Sample(source, [coding], rows: 500, seed: 1).SelectMany(row => WithVariants(row))];
        using var database = SqliteDatabase.Create(source);
        database.Load(rows);
        database.CreateView("v", SqliteTranslator.Translate(coding, source));
        var results = database.ReadView("v").ToList();

        var batch = new RowBatch(source.Columns);
        foreach (var row in rows)
        {
            batch.Add([.. source.Columns.Select(column => row[column])]);
        }

        var expected = new RowResult[rows.Count];
        BatchEvaluator.Compile(coding).Evaluate(batch, expected);
        for (var i = 0; i < rows.Count; i++)
        {
            Assert.That(Describe(results[i]), Is.EqualTo(Describe(expected[i])), $"{rows[i]}");
        }

        // Rows with characters that nobody knows are there wherever a text is read.
        Assert.That(expected.Any(result => !result.IsEvaluated), Is.EqualTo(coding.CharacterRequirements.Count > 0));
        Assert.That(expected.Any(result => result.IsEvaluated), Is.True);
    }

    /// <summary>A row, and the row with a character somewhere that makes a difference under some collation.</summary>
    private static IEnumerable<Row> WithVariants(Row row)
    {
        yield return row;
        foreach (var extra in (string[])[" ", "²", "½", "ß", "-", "\0"])
        {
            yield return new Row(
                row.Columns,
                [
                    .. row.Columns.Select(column =>
                        row[column] is { Text: { } text } ? Vary(column, text, extra) : row[column]
                    ),
                ]
            );
        }
    }

    private static SqlValue Vary(Column column, string text, string extra) =>
        SqlValue.Of(
            column.Type is CharacterType { Length: null } or CharacterType { Length: >= 5 } && text.Length < 4
                ? text + extra
                : text
        );

    private static (bool, string?, string?, char?) Describe(SqliteResult result) =>
        (result.Result.IsKept, result.Result.Outcome, result.NotEvaluated?.Column.Name, result.NotEvaluated?.Character);

    private static (bool, string?, string?, char?) Describe(RowResult result) =>
        result.IsEvaluated
            ? (result.Result.IsKept, result.Result.Outcome, null, null)
            : (false, null, result.NotEvaluated!.Column.Name, result.NotEvaluated.Character);
}
