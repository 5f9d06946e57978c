using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Engine;

public sealed class BatchEvaluatorTests
{
    private static readonly Coding BackPain = BackPainFusion.Coding.Coding;

    [Test]
    public void A_batch_gives_what_the_rows_give_one_by_one()
    {
        var evaluator = new CodingEvaluator();
        var rows = Sampler.Sample(Apcs.Source, [BackPain], 2000, seed: 11).ToList();
        var results = Evaluate(BackPain, Batch(Apcs.Source.Columns, rows));

        Assert.That(results.Select(result => result.NotEvaluated), Is.All.Null);
        Assert.That(
            results.Select(result => result.Result),
            Is.EqualTo(rows.Select(row => evaluator.Evaluate(BackPain, row)))
        );
    }

    [Test]
    public void Columns_may_stand_in_any_order()
    {
        var rows = Sampler.Sample(Apcs.Source, [BackPain], 200, seed: 11).ToList();
        var reversed = Apcs.Source.Columns.Reverse().ToValueList();

        Assert.That(
            Evaluate(BackPain, Batch(reversed, rows)),
            Is.EqualTo(Evaluate(BackPain, Batch(Apcs.Source.Columns, rows)))
        );
    }

    [Test]
    public void A_row_with_a_character_that_is_not_modelled_is_reported_and_the_others_are_evaluated()
    {
        var coding = new CodingBuilder().When(Apcs.AnySpellDiagnosis.Like("%ss%"), "ss").Build();
        Row[] rows =
        [
            Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", "ss")),
            Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", "aßÞ")),
            Rows.Of(Apcs.Source),
        ];

        Assert.That(
            Evaluate(coding, Batch(Apcs.Source.Columns, rows)),
            Is.EqualTo([
                new RowResult(new Result(true, "ss"), null),
                new RowResult(default, new NotEvaluated(Apcs.Source.Find("Any_Spell_Diagnosis")!, 'ß')),
                new RowResult(new Result(true, null), null),
            ])
        );
    }

    [Test]
    public void A_result_says_whether_the_row_was_evaluated()
    {
        Assert.That(new RowResult(Result.NotKept, null).IsEvaluated, Is.True);
        Assert.That(new RowResult(default, new NotEvaluated(Apcs.Source.Columns[1], 'ß')).IsEvaluated, Is.False);
    }

    [TestCase("Latin1_General_CI_AS", false)]
    [TestCase("SQL_Latin1_General_CP1_CI_AS", true)]
    [TestCase("Latin1_General_BIN2", false)]
    public void A_superscript_is_modelled_or_not_by_the_collation(string collation, bool isReported)
    {
        var source = Apcs.Source.WithCollation(Collation.Named(collation));
        var rows = new[] { Rows.Of(source, ("Any_Spell_Diagnosis", "C²5")) };
        var result = Evaluate(CodingBinder.Bind(BackPain, source), Batch(source.Columns, rows)).Single();

        Assert.That(result.NotEvaluated?.Character, Is.EqualTo(isReported ? '²' : (char?)null));
    }

    [Test]
    public void An_evaluator_names_its_coding_and_columns()
    {
        var evaluator = BatchEvaluator.Compile(BackPain);

        Assert.That(evaluator.Coding, Is.SameAs(BackPain));
        Assert.That(evaluator.Columns, Is.EqualTo(BackPain.Columns));
    }

    [Test]
    public void A_batch_without_the_column_is_refused() =>
        Assert.That(
            () => Evaluate(BackPain, new RowBatch([Apcs.Source.Columns[0]])),
            Throws.ArgumentException.With.Message.Contains("Primary_Spell_Procedure")
        );

    [Test]
    public void A_batch_whose_column_has_another_type_is_refused() =>
        Assert.That(
            () => Evaluate(BackPain, new RowBatch(Apcs.Source.WithCollation(Collation.Latin1GeneralBin2).Columns)),
            Throws.ArgumentException.With.Message.Contains("bind the coding")
        );

    [Test]
    public void Too_few_results_are_refused()
    {
        var batch = Batch(Apcs.Source.Columns, [Rows.Of(Apcs.Source)]);

        Assert.That(() => BatchEvaluator.Compile(BackPain).Evaluate(batch, []), Throws.ArgumentException);
    }

    private static RowResult[] Evaluate(Coding coding, RowBatch batch)
    {
        var results = new RowResult[batch.Count];
        BatchEvaluator.Compile(coding).Evaluate(batch, results);
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
