using System.Globalization;
using RuleGen.Benchmarks;
using RuleGen.Engine;
using RuleGen.Engine.Columnar;
using RuleGen.Engine.Evaluation;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Engine;

public sealed class CatalogueEvaluatorTests
{
    [Test]
    public void A_catalogue_in_the_style_of_a_published_coding_gives_what_the_reference_gives()
    {
        var codings = SyntheticCatalogue
            .Create(30)
            .Append(BackPainFusion.Coding)
            .Select(published => published.Coding)
            .ToValueList();
        var rows = Sampler.Sample(Apcs.Source, codings, 3000, seed: 3).ToList();

        var outcomes = Compare(codings, Apcs.Source, rows);

        Assert.That(outcomes.Values, Is.All.GreaterThan(0), "Every coding has an outcome somewhere.");
    }

    [Test]
    public void A_character_that_one_coding_cannot_take_keeps_no_other_from_a_result()
    {
        // For an order of values, a comma is not modelled; for LIKE, it is.
        var ordered = new CodingBuilder()
            .When(Apcs.AnySpellDiagnosis.Is(ComparisonOperator.GreaterThan, "M"), "after M")
            .Build();
        var liked = new CodingBuilder().When(Apcs.AnySpellDiagnosis.Like("%M54%"), "back pain").Build();
        var batch = Batch(Apcs.Source.Columns, [Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", "M545,I10"))]);

        var results = Evaluate([ordered, liked], batch);

        Assert.That(results[0, 0].NotEvaluated?.Character, Is.EqualTo(','));
        Assert.That(results[0, 1].Result, Is.EqualTo(new Result(true, "back pain")));
        Assert.That(results.PatternOf(0), Is.Negative);
    }

    [Test]
    public void Rows_with_one_pattern_have_the_same_results()
    {
        var codings = SyntheticCatalogue.Create(5).Select(published => published.Coding).ToValueList();
        var rows = Sampler.Sample(Apcs.Source, codings, 2000, seed: 5).ToList();
        var results = Evaluate(codings, Batch(Apcs.Source.Columns, rows));

        foreach (var pattern in Enumerable.Range(0, results.Count).GroupBy(results.PatternOf))
        {
            Assert.That(
                pattern.Select(row => string.Join('|', codings.Select((_, coding) => results[row, coding]))).Distinct(),
                Has.Exactly(1).Items
            );
        }
    }

    [Test]
    public void Patterns_too_large_for_an_automaton_are_evaluated_all_the_same()
    {
        // Whether a character stood fifty places ago takes 2 to the 50 states.
        var far = $"%A{new string('_', 50)}B%";
        var coding = new CodingBuilder()
            .When(Apcs.AnySpellDiagnosis.Like(far) & Apcs.AdmissionMethod.NotLike("2%"), "far")
            .When(!Apcs.AnySpellDiagnosis.Like(far) | Apcs.AdmissionMethod.IsNull(), "not far")
            .Build();
        Row[] rows =
        [
            Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", $"xA{new string('.', 50)}B"), ("Admission_Method", "11")),
            Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", $"xA{new string('.', 49)}B"), ("Admission_Method", "11")),
            Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", null), ("Admission_Method", "11")),
            Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", $"A{new string('A', 50)}B"), ("Admission_Method", "21")),
            Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", new string('ß', 3))),
        ];

        Compare([coding], Apcs.Source, rows);
    }

    [Test]
    public void A_large_pattern_over_two_columns_is_left_to_the_reference_evaluator()
    {
        var far = Sql.IsNull(Apcs.AnySpellDiagnosis, Apcs.PrimarySpellDiagnosis).Like($"%A{new string('_', 50)}B%");
        var coding = new CodingBuilder().When(far, "far").Build();
        var other = new CodingBuilder().When(Apcs.AnySpellDiagnosis.Like("%A%"), "A").Build();
        var text = $"A{new string('A', 50)}B";
        Row[] rows =
        [
            Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", text)),
            Rows.Of(Apcs.Source, ("Primary_Spell_Diagnosis", text)),
            Rows.Of(Apcs.Source),
        ];

        Compare([coding, other], Apcs.Source, rows);
    }

    [Test]
    public void Values_that_the_column_cannot_hold_are_taken_as_the_reference_takes_them()
    {
        var fixedLength = new Column("F", CharacterType.Char(4, Collation.Latin1GeneralCiAs), isNullable: false);
        var number = new Column("N", IntegerType.TinyInt, isNullable: false);
        var key = new Column("K", IntegerType.Int, isNullable: false);
        var source = new Source(new TableName("dbo", "T"), "t", ["K"], [], [key, fixedLength, number]);
        var coding = new CodingBuilder()
            .When(source.Text("F").Like("__ _"), "padded")
            .When(source.Number("N") > 100 | source.Text("F").IsNull(), "great")
            .Build();
        SqlValue[][] values =
        [
            [SqlValue.Of(1), SqlValue.Of("ab"), SqlValue.Of(300)],
            [SqlValue.Of(2), SqlValue.Of("abcdefg"), SqlValue.Of(-5)],
            [SqlValue.Of(3), SqlValue.Null, SqlValue.Null],
            [SqlValue.Of(4), SqlValue.Of("ab d"), SqlValue.Of(255)],
        ];

        Compare([coding], source, values.Select(row => new Row(source.Columns, row.ToValueList())).ToList());
    }

    [Test]
    public void A_coding_over_another_source_is_refused()
    {
        var other = Apcs.Source.WithCollation(Collation.Latin1GeneralBin2);
        var codings = new[] { Apcs.Source, other }
            .Select(source => new CodingBuilder().When(source.Text("Admission_Method").EqualTo("2a"), "2a").Build())
            .ToValueList();

        Assert.That(
            () => Evaluate(codings, Batch(Apcs.Source.Columns, [Rows.Of(Apcs.Source)])),
            Throws.ArgumentException.With.Message.Contains("bind the coding")
        );
    }

    [Test]
    public void No_codings_and_no_rows_give_no_results()
    {
        Assert.That(Evaluate([], Batch(Apcs.Source.Columns, [Rows.Of(Apcs.Source)])).Count, Is.EqualTo(1));
        Assert.That(Evaluate([BackPainFusion.Coding.Coding], Batch(Apcs.Source.Columns, [])).Count, Is.Zero);
    }

    [Test]
    public void However_many_values_there_are_what_is_kept_stays_bounded()
    {
        var coding = BackPainFusion.Coding.Coding;
        var evaluator = BatchEvaluator.Compile([coding]);
        var results = new CatalogueResults();
        var batch = new RowBatch(Apcs.Source.Columns);
        var any = Apcs.Source.Columns.ToList().FindIndex(column => column.Name == "Any_Spell_Diagnosis");
        for (var number = 0; number < 2 * TextDictionary.MostTexts; number++)
        {
            var text = "M4" + number.ToString(CultureInfo.InvariantCulture);
            batch.Add(Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", text)).Values(Apcs.Source));
            if (batch.Count == 1000)
            {
                evaluator.Evaluate(batch, results);
                Assert.That(batch.Text(999, any).ToString(), Is.EqualTo(text));
                batch.Clear();
                Assert.That(
                    ((TextBatchColumn)batch.Values(any)).Dictionary.Count,
                    Is.LessThan(TextDictionary.MostTexts + 1000)
                );
            }
        }

        Assert.That(((TextBatchColumn)batch.Values(any)).Dictionary.Generation, Is.GreaterThan(0));
    }

    /// <summary>Compares with the reference; gives, for each coding, how many rows have an outcome.</summary>
    private static Dictionary<int, int> Compare(ValueList<Coding> codings, Source source, IReadOnlyList<Row> rows)
    {
        var results = Evaluate(codings, Batch(source.Columns, rows));
        var outcomes = new Dictionary<int, int>();
        for (var coding = 0; coding < codings.Count; coding++)
        {
            var reference = new ReadingEvaluation(codings[coding]);
            for (var row = 0; row < rows.Count; row++)
            {
                Assert.That(results[row, coding], Is.EqualTo(reference.Evaluate(rows[row])), rows[row].ToString);
            }

            outcomes[coding] = Enumerable
                .Range(0, rows.Count)
                .Count(row => results[row, coding].Result.Outcome is not null);
        }

        return outcomes;
    }

    private static CatalogueResults Evaluate(ValueList<Coding> codings, RowBatch batch)
    {
        var results = new CatalogueResults();
        BatchEvaluator.Compile(codings).Evaluate(batch, results);
        return results;
    }

    private static RowBatch Batch(ValueList<Column> columns, IEnumerable<Row> rows)
    {
        var batch = new RowBatch(columns);
        foreach (var row in rows)
        {
            batch.Add(columns.Select(column => row[column]).ToArray());
        }

        return batch;
    }
}
