using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Engine;

/// <summary>
/// Patterns whose deterministic automaton has more states than memory holds are asked of each text, and say what they
/// say of one row alone.
/// </summary>
public sealed class LargePatternTests
{
    /// <summary>Milliseconds: many times what it takes; made deterministic, each pattern alone takes longer.</summary>
    private const int Patience = 60_000;

    private static IEnumerable<TestCaseData<Predicate>> Conditions() =>
        [
            Case("gaps", i => Apcs.AnySpellDiagnosis.Like($"%A{new string('_', 10 + i)}C%")),
            Case("gaps to the end", i => Apcs.AnySpellDiagnosis.Like($"A%B{new string('_', 60 + i)}[^AC]")),
            Case("RIGHT", i => Apcs.AnySpellDiagnosis.Right(3000 + i).Like("A%C")),
            Case("RIGHT of gaps", i => Apcs.AnySpellDiagnosis.Right(40 + i).Like($"%A{new string('_', 20 + i)}C%")),
            Case(
                "SUBSTRING to the end",
                i => Apcs.AnySpellDiagnosis.Substring(2, 4000).Like($"%B{new string('_', 30 + i)}A%")
            ),
        ];

    [TestCaseSource(nameof(Conditions))]
    [MaxTime(Patience)]
    public void Fifty_large_patterns_are_evaluated(Predicate condition)
    {
        var coding = new CodingBuilder().When(condition, "found").Build();
        var random = new Random(7);
        var rows = Enumerable
            .Range(0, 60)
            .Select(i => Rows.Of(Apcs.Source, ("Any_Spell_Diagnosis", Text(random, i))))
            .ToList();
        var batch = new RowBatch(Apcs.Source.Columns);
        foreach (var row in rows)
        {
            batch.Add(row.Values(Apcs.Source));
        }

        var results = new RowResult[rows.Count];
        BatchEvaluator.Compile(coding).Evaluate(batch, results);

        var evaluator = new CodingEvaluator();
        var expected = rows.Select(row => evaluator.Evaluate(coding, row)).ToList();
        Assert.That(results.Select(result => result.Result), Is.EqualTo(expected));
        Assert.That(expected.Distinct().Count(), Is.EqualTo(2), "The texts tell nothing apart.");
    }

    private static TestCaseData<Predicate> Case(string name, Func<int, Predicate> clause) =>
        new TestCaseData<Predicate>(Or.Of(Enumerable.Range(0, 50).Select(clause).ToValueList())).SetArgDisplayNames(
            name
        );

    /// <summary>Short texts, long ones of many letters, and long ones of hardly any of those asked for.</summary>
    private static string Text(Random random, int number)
    {
        var letters =
            number % 3 == 0 ? "ABC " : "AXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXBC";
        var length = number % 4 == 0 ? random.Next(40) : random.Next(2900, 4001);
        return new string(random.GetItems(letters.AsSpan(), length));
    }
}
