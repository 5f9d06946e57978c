using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Proof;

namespace RuleGen.Tests.Unit.Proof;

[TestFixture]
public sealed class RegionSearchTests
{
    private static readonly Collation Collation = Collation.Latin1GeneralCiAs;

    [Test]
    public void A_choice_that_a_failed_alternative_makes_certain_is_still_taken()
    {
        List<Predicate> tests = [Equal("A", "1"), Equal("B", "1"), Equal("C", "1"), Equal("D", "1")];
        var space = new RowSpace(tests);
        var facts = tests.Select(test => space.Translate(test).IsTrue).ToList();
        var (a, b, c, d) = (facts[0], facts[1], facts[2], facts[3]);
        var (notA, notC, notD) = (space.Not(a), space.Not(c), space.Not(d));

        // Without a, the last four have no solution, which only trying shows. With a, the first is certain.
        var found = new RegionSearch(space).Find([
            space.Any([notA, space.All([a, b])]),
            b,
            space.Any([a, c, d]),
            space.Any([a, c, notD]),
            space.Any([a, notC, d]),
            space.Any([a, notC, notD]),
        ]);
        Assert.That(found, Is.Not.Null);
        Assert.That(found!.Pick(_ => []).ToString(), Does.StartWith("A = '1', B = '1'"));
    }

    [Test]
    public void Formulas_drawn_at_random_are_satisfied_exactly_where_some_row_satisfies_them()
    {
        var literals = new[] { "A", "B", "C", "D" }
            .SelectMany(name => new Predicate[] { Equal(name, "0"), Equal(name, "1") })
            .ToList();
        for (var seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var space = new RowSpace(literals);
            var formulas = Enumerable
                .Range(0, random.Next(1, 16))
                .Select(_ => Draw(space, literals, random, 2))
                .ToList();
            var satisfied = Rows(space).Any(row => formulas.All(formula => Holds(formula, row)));
            var found = new RegionSearch(space).Find(formulas);
            Assert.That(found is not null, Is.EqualTo(satisfied), $"seed {seed}");
            if (found is not null)
            {
                var row = found.Pick(_ => []);
                Assert.That(formulas.All(formula => Holds(formula, row)), Is.True, $"seed {seed}: {row}");
                Assert.That(found.Contains(row), Is.True);
            }
        }
    }

    [Test]
    public void Hundreds_of_choices_are_gone_through()
    {
        var tests = Enumerable.Range(0, 500).Select(i => Equal("A", $"{i}") & Equal("B", $"{i}")).ToList();
        var space = new RowSpace(tests);
        var found = new RegionSearch(space).Find(tests.Select(test => space.Not(space.Translate(test).IsTrue)));
        Assert.That(found, Is.Not.Null);
    }

    private static Formula Draw(RowSpace space, List<Predicate> literals, Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            var fact = space.Translate(literals[random.Next(literals.Count)]).IsTrue;
            return random.Next(2) == 0 ? fact : space.Not(fact);
        }

        var parts = Enumerable
            .Range(0, random.Next(2, 4))
            .Select(_ => Draw(space, literals, random, depth - 1))
            .ToList();
        return random.Next(2) == 0 ? space.All(parts) : space.Any(parts);
    }

    private static IEnumerable<Row> Rows(RowSpace space)
    {
        IEnumerable<SqlValue[]> rows =
        [
            [],
        ];
        foreach (var _ in space.Columns)
        {
            rows = rows.SelectMany(
                row => new[] { SqlValue.Of("0"), SqlValue.Of("1"), SqlValue.Of("Z"), SqlValue.Null },
                (row, value) => (SqlValue[])[.. row, value]
            );
        }

        return rows.Select(row => new Row(space.Columns, row.ToValueList()));
    }

    private static bool Holds(Formula formula, Row row) =>
        formula switch
        {
            ConstantFormula constant => constant.Value,
            Fact fact => fact.Set.Contains(row[fact.Set.Column]),
            Junction { IsAll: true } junction => junction.Parts.All(part => Holds(part, row)),
            Junction junction => junction.Parts.Any(part => Holds(part, row)),
            _ => throw new ArgumentException("No such formula.", nameof(formula)),
        };

    private static Comparison Equal(string column, string text) =>
        Comparison.Of(
            ColumnReference.Of(new Column(column, CharacterType.VarChar(4, Collation), isNullable: true)),
            ComparisonOperator.Equal,
            StringLiteral.Of(text)
        );
}
