using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Catalogues;
using RuleGen.Proof.Findings;
using RuleGen.Rules;
using RuleGen.TSql;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// What is said of small catalogues, against going through many rows: which codings meet (that two do, an engine has seen), which are the same or have no row
/// left, and that the codings folded under one WHERE give each row what they give it one by one.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class CataloguesAgainstBruteForce
{
    private const int Catalogues = 1_500;
    private const int FirstSeed = 20_261_128;
    private const int MostRows = 60_000;

    [Test]
    public void Nothing_that_is_said_is_wrong()
    {
        var (checkedCatalogues, overlaps, apart, shadowed, same) = (0, 0, 0, 0, 0);
        Parallel.For(
            0,
            Catalogues,
            number =>
            {
                if (Draw(FirstSeed + number) is not { } drawn)
                {
                    return;
                }

                Interlocked.Increment(ref checkedCatalogues);
                CheckFolding(drawn);
                var found = CheckOverlaps(drawn);
                Interlocked.Add(ref overlaps, found);
                Interlocked.Add(ref apart, (drawn.Codings.Count * (drawn.Codings.Count - 1) / 2) - found);
                var findings = CheckOrder(drawn);
                Interlocked.Add(ref shadowed, findings.Shadowed);
                Interlocked.Add(ref same, findings.Same);
            }
        );
        TestContext.Out.WriteLine(
            $"{checkedCatalogues} catalogues: {overlaps} pairs meet, {apart} do not; {shadowed} codings have no row left, {same} are "
                + "the same as another"
        );
        Assert.That(checkedCatalogues, Is.GreaterThan(Catalogues / 3));
        Assert.That(overlaps, Is.GreaterThan(Catalogues / 20), "Too few meet to tell.");
        Assert.That(apart, Is.GreaterThan(Catalogues / 20), "Too few are apart to tell.");
        Assert.That(shadowed + same, Is.GreaterThan(10), "Too few have no row left to tell.");
    }

    /// <summary>Two or three codings over one source; null where that comes to none, or to too many rows.</summary>
    private static Drawn? Draw(int seed)
    {
        var random = new RandomCodings(seed, withUncertain: seed % 4 == 0, withList: seed % 5 == 0);
        var first = random.Draw();
        var shared = random.DrawPredicate(1).Grouped();
        var codings = new List<Coding> { WithShared(first, shared, random) };
        for (var more = random.Next(2); more >= 0; more--)
        {
            codings.Add(WithShared(random.Chance(3) ? Mutation.Apply(first, random) : random.Draw(), shared, random));
        }

        if (codings.Exists(coding => coding.ResultType is null))
        {
            return null;
        }

        var rows = new SmallRows([.. codings.SelectMany(coding => coding.Predicates)], seed, withUncertain: true)
            .All()
            .Take(MostRows + 1)
            .ToList();
        return rows.Count > MostRows ? null : new Drawn(seed, codings.ToValueList(), rows);
    }

    private static Coding WithShared(Coding coding, Predicate shared, RandomCodings random) =>
        random.Chance(3)
            ? coding
            : new Coding(
                coding.Arms,
                coding.Else,
                coding.Exclusions is null ? shared : And.Of([shared, coding.Exclusions.Grouped()])
            );

    /// <summary>Every row gets of the folded codings what it gets of the codings, and the prover says so, too.</summary>
    private static void CheckFolding(Drawn drawn)
    {
        var evaluator = new CodingEvaluator();
        var folded = new FoldedCatalogue(
            drawn
                .Codings.Select(
                    (coding, place) =>
                        new PublishedCoding
                        {
                            Id = $"C{place}",
                            Title = "",
                            Publication = "",
                            Edition = "",
                            Coding = coding,
                        }
                )
                .ToValueList()
        );
        var (first, flags, labelled) = (folded.First(), folded.Flags(), folded.Labelled());
        foreach (var row in drawn.Rows)
        {
            var outcomes = drawn.Codings.Select(coding => evaluator.Evaluate(coding, row).Outcome).ToList();
            drawn.Require(
                evaluator.Evaluate(first, row).Outcome == outcomes.Find(outcome => outcome is not null),
                $"first is another: {row}"
            );
            for (var i = 0; i < outcomes.Count; i++)
            {
                var flag = evaluator.Evaluate(flags[i], row).Outcome;
                drawn.Require((flag == "1") == outcomes[i] is not null, $"flag {i} is another: {row}");
                drawn.Require(
                    evaluator.Evaluate(labelled[i], row).Outcome == outcomes[i],
                    $"label {i} is another: {row}"
                );
            }
        }

        var verdict = new EquivalenceProver(evaluator).Decide(
            new CodingSequence(drawn.Codings),
            new CodingSequence([first])
        );
        drawn.Require(verdict is Equivalent, $"first is {verdict}");
    }

    private static int CheckOverlaps(Drawn drawn)
    {
        var evaluator = new CodingEvaluator();
        var report = new OverlapFinder(evaluator).Find(drawn.Codings);
        for (var second = 1; second < drawn.Codings.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                var isFound = report.Overlaps.Any(each => each.First == first && each.Second == second);
                var isOpen = report.Undecided.Any(each => each.First == first && each.Second == second);
                var meeting = drawn.Rows.Exists(row =>
                    drawn.IsLabelled(evaluator, first, row) && drawn.IsLabelled(evaluator, second, row)
                );
                drawn.Require(isOpen || isFound || !meeting, $"{first} and {second} meet, and are not told of");
            }
        }

        drawn.Require(
            report.Undecided.All(each => each.Reason == UndecidedReason.TwoReadings),
            "a pair is undecided, and not for what LIKE may look past"
        );
        return report.Overlaps.Count;
    }

    private static (int Shadowed, int Same) CheckOrder(Drawn drawn)
    {
        if (drawn.Codings.Any(coding => coding.FindReadings().Count > 1))
        {
            // What is said of them is said of rows without what LIKE may look past.
            return (0, 0);
        }

        var evaluator = new CodingEvaluator();
        var source = new LintedText(Apcs.Source);
        var findings = new CatalogueLinter(evaluator, source)
            .Examine([.. drawn.Codings.Select((coding, place) => ($"C{place}", coding))])
            .Findings;
        for (var place = 0; place < drawn.Codings.Count; place++)
        {
            var mine = drawn.Rows.FindAll(row => drawn.IsLabelled(evaluator, place, row));
            var hasSomeLeft = mine.Exists(row =>
                !Enumerable.Range(0, place).Any(other => drawn.IsLabelled(evaluator, other, row))
            );
            var isTold = findings.Any(finding =>
                finding.Place.Name == $"C{place}"
                && (finding.Code == FindingCodes.ShadowedCoding || finding.Code == FindingCodes.SameRows)
            );
            drawn.Require(!(isTold && hasSomeLeft), $"{place} has rows left, and is told to have none");
        }

        foreach (var finding in findings.Where(finding => finding.Code == FindingCodes.SameRows))
        {
            var (one, other) = (finding.Place.Name[1] - '0', finding.Place.Text[1] - '0');
            drawn.Require(
                drawn.Rows.TrueForAll(row =>
                    drawn.IsLabelled(evaluator, one, row) == drawn.IsLabelled(evaluator, other, row)
                ),
                $"{one} and {other} are not the same"
            );
        }

        return (
            findings.Count(finding => finding.Code == FindingCodes.ShadowedCoding),
            findings.Count(finding => finding.Code == FindingCodes.SameRows)
        );
    }

    /// <summary>A catalogue, and every row that there is.</summary>
    private sealed record Drawn(int Seed, ValueList<Coding> Codings, List<Row> Rows)
    {
        /// <summary>Whether a coding gives a row a label, the same however LIKE is read.</summary>
        public bool IsLabelled(CodingEvaluator evaluator, int coding, Row row) =>
            evaluator.FindResult(Codings[coding], row) is { Outcome: not null };

        public void Require(bool holds, string message)
        {
            if (!holds)
            {
                throw new InvalidOperationException(
                    $"Seed {Seed}. {message}\n{string.Join('\n', Codings.Select(CodingText.Of))}"
                );
            }
        }
    }
}
