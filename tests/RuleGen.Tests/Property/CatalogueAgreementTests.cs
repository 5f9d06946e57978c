using RuleGen.Engine;
using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Many codings evaluated together give what each gives alone, row by row, by the reference evaluator.</summary>
public sealed class CatalogueAgreementTests
{
    private const int Cases = 60;
    private const int CodingsOfCase = 8;
    private const int RowsOfCase = 200;

    [Test]
    public void Codings_evaluated_together_say_what_each_says_alone()
    {
        var evaluated = 0;
        for (var seed = 1; seed <= Cases; seed++)
        {
            var draw = new Draw(seed);
            var source = new SourceGenerator(draw).Next();
            var words = new Vocabulary(draw);
            var codings = Enumerable
                .Range(0, CodingsOfCase)
                .Select(size => new CodingGenerator(source, draw, words, 12 * size).Next())
                .ToValueList();
            var rows = codings
                .SelectMany(coding => new RowGenerator(source, coding, draw, words).Next(RowsOfCase / CodingsOfCase))
                .ToList();
            evaluated += Compare(codings, source, rows, $"seed {seed}");
        }

        Assert.That(evaluated, Is.GreaterThan(Cases * CodingsOfCase * RowsOfCase / 2));
    }

    /// <summary>Compares every result; gives the number of those that are evaluated.</summary>
    private static int Compare(ValueList<Coding> codings, Source source, List<Row> rows, string about)
    {
        var evaluator = BatchEvaluator.Compile(codings);
        var results = new CatalogueResults();
        var batch = new RowBatch(source.RowColumns);
        var evaluated = 0;

        // Twice, and in small batches: what was learnt about values is used again.
        foreach (var chunk in rows.Concat(rows).Chunk(64))
        {
            batch.Clear();
            foreach (var row in chunk)
            {
                batch.Add(source.RowColumns.Select(column => row[column]).ToArray());
            }

            evaluator.Evaluate(batch, results);
            for (var coding = 0; coding < codings.Count; coding++)
            {
                var reference = new ReadingEvaluation(codings[coding]);
                for (var row = 0; row < chunk.Length; row++)
                {
                    var expected = reference.Evaluate(chunk[row]);
                    Assert.That(
                        results[row, coding],
                        Is.EqualTo(expected),
                        () => $"{about}: {chunk[row]}\n{CodingText.Of(codings[coding])}"
                    );
                    evaluated += expected.IsEvaluated ? 1 : 0;
                }
            }
        }

        return evaluated;
    }
}
