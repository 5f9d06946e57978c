using System.Collections.Concurrent;
using System.Globalization;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Findings;
using RuleGen.TSql;
using RuleGen.TSql.Read;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// What the linter shows of small codings, against going through every row: that remedies do what they say once they are
/// written into the text, and that rows lost to NULL are reported. To replay a coding that failed, set
/// RULEGEN_SEED to its seed and RULEGEN_REMEDIES to 1.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class RemediesAgainstBruteForce
{
    private static readonly int FirstSeed = Setting("RULEGEN_SEED", 20_260_401);
    private static readonly int Codings = Setting("RULEGEN_REMEDIES", 300);
    private static readonly CodingEvaluator Evaluator = new();

    /// <summary>Kinds of findings that have a remedy wherever the reader takes it; it takes all that is drawn here.</summary>
    private static readonly FindingCode[] Mended =
    [
        FindingCodes.RedundantClause,
        FindingCodes.RedundantMember,
        FindingCodes.UnreachableElse,
        FindingCodes.LosesNull,
        FindingCodes.MixedConnectives,
        FindingCodes.PreventsSeek,
        FindingCodes.PreventsSeekUnlessAssumed,
    ];

    [Test]
    public void No_remedy_does_what_it_does_not_say_and_no_row_is_lost_to_NULL_without_a_word()
    {
        var remedies = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var (rows, without, lost) = (0L, 0, 0);
        Parallel.For(
            0,
            Codings,
            number =>
            {
                var seed = FirstSeed + number;
                var linted = Linted.Draw(seed);
                foreach (var finding in linted.Findings)
                {
                    CheckBlame(linted, finding);
                    if (finding.Remedy is not { } remedy)
                    {
                        if (Mended.Contains(finding.Code))
                        {
                            throw linted.Wrong($"{finding.Code.Id} has no remedy: {finding.Explanation}");
                        }

                        Interlocked.Increment(ref without);
                        continue;
                    }

                    remedies.AddOrUpdate(
                        $"{finding.Code.Id} {remedy.Claim.GetType().Name}",
                        1,
                        (_, count) => count + 1
                    );
                    Interlocked.Add(ref rows, CheckRemedy(linted, finding, remedy));
                }

                Interlocked.Add(ref lost, CheckLostNulls(linted));
            }
        );
        TestContext.Out.WriteLine(
            $"{Codings} codings from seed {FirstSeed}: {remedies.Values.Sum()} remedies, none wrong, on {rows} rows gone "
                + $"through; {without} findings without a remedy; {lost} conditions lose NULL, each reported.\n"
                + string.Join(", ", remedies.OrderBy(each => each.Key).Select(each => $"{each.Key} {each.Value}"))
        );
        if (Codings >= 300)
        {
            Assert.That(
                remedies.Keys,
                Is.SupersetOf(
                    new[]
                    {
                        "RG1001 SameResults",
                        "RG1002 SameResults",
                        "RG1003 SameResults",
                        "RG1005 SameResults",
                        "RG1006 SameResults",
                        "RG1008 LetsNullPass",
                        "RG1011 SameResults",
                    }
                )
            );
        }
    }

    /// <summary>Goes through every row with the remedied text as it is read again; gives the number of rows.</summary>
    private static long CheckRemedy(Linted linted, Finding finding, Remedy remedy)
    {
        var text = CodingText.Of(remedy.After);
        var after = CodingReader.Read(text, linted.Source).Coding;
        var given = remedy.Preconditions.Concat(linted.Assumptions).Select(each => each.Predicate!).ToList();
        var meaning = new RemedyMeaning(linted.Coding, remedy, after);
        var rows = 0L;
        foreach (
            var row in new SmallRows([.. linted.Coding.Predicates, .. after.Predicates, .. given], linted.Seed).All()
        )
        {
            rows++;
            if (
                given.TrueForAll(predicate => Evaluator.Evaluate(predicate, row) != Truth.False)
                && !meaning.Holds(Evaluator, row)
            )
            {
                throw linted.Wrong($"{finding.Code.Id}, {remedy.Text}: {remedy.Effect}. Not so on {row}\n{text}");
            }
        }

        return rows;
    }

    /// <summary>
    /// Looks for rows that have another result where NULL is taken for a value that nothing names; gives the number of
    /// conditions that have some.
    /// </summary>
    private static int CheckLostNulls(Linted linted)
    {
        var lost = 0;
        foreach (var (arm, condition) in linted.Conditions)
        {
            var settled = linted.Findings.Any(finding =>
                finding.Place.Path is { Steps.Count: 0 } path
                && path.Arm == arm
                && finding.Code != FindingCodes.LosesNull
            );
            foreach (var column in condition.Columns.Where(column => column.IsNullable && !settled))
            {
                var passing = RemedyMeaning.LetPass(linted.Coding, arm, column);
                var row = linted
                    .Rows()
                    .FirstOrDefault(row =>
                        row[column].IsNull
                        && linted.IsAsAssumed(row)
                        && Evaluator.Evaluate(linted.Coding, row) != Evaluator.Evaluate(passing, row)
                    );
                if (row is null)
                {
                    continue;
                }

                lost++;
                if (
                    !linted.Findings.Any(finding =>
                        finding.Code == FindingCodes.LosesNull
                        && finding.Place.Path!.Arm == arm
                        && finding.Explanation.StartsWith($"Where {column.Name} is NULL", StringComparison.Ordinal)
                    )
                )
                {
                    throw linted.Wrong($"No word of NULL in {column.Name}, {new CodingPath(arm, [])}: {row} is lost");
                }
            }
        }

        return lost;
    }

    /// <summary>
    /// What matches nothing matches nothing as assumed; and something without the assumption, if that is given as the
    /// reason, and only then.
    /// </summary>
    private static void CheckBlame(Linted linted, Finding finding)
    {
        if (
            finding.Code != FindingCodes.MatchesNothing
            || finding.Explanation.EndsWith("The others in the list are not concerned.", StringComparison.Ordinal)
        )
        {
            return;
        }

        var predicate = linted.Coding.At(finding.Place.Path!);
        var match = RemedyMeaning.IsNegated(predicate) ? Truth.False : Truth.True;
        bool Matches(Row row) => Evaluator.Evaluate(predicate, row) == match;

        // An assumption can also ask for what is not modelled of a character, so that no row with it is evaluated.
        var matching = new SmallRows(linted.Coding.Predicates, linted.Seed).All().FirstOrDefault(Matches);
        var assumed = linted.Rows().Where(linted.IsAsAssumed).FirstOrDefault(Matches);
        var isBlamed = finding.Explanation.Contains("because of what is assumed", StringComparison.Ordinal);

        // That nothing is found does not say that nothing matches: few characters are gone through.
        var isSoAnyway = matching is null && (!isBlamed || linted.FindsWithoutAssumption(finding));
        if (assumed is not null || isSoAnyway == isBlamed)
        {
            throw linted.Wrong($"{finding.Place.Name}: {finding.Explanation} Rows: {matching}; as assumed {assumed}");
        }
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : otherwise;

    /// <summary>A drawn coding, with its findings.</summary>
    private sealed record Linted(int Seed, Source Source, Coding Coding, ValueList<Finding> Findings)
    {
        /// <summary>What the rows were assumed to be, one condition at most.</summary>
        public ValueList<Assumption> Assumptions { get; private init; } = [];

        public IEnumerable<(int? Arm, Predicate Condition)> Conditions =>
            Coding
                .Arms.Select((arm, index) => ((int?)index, arm.When))
                .Concat(Coding.Exclusions is { } exclusions ? [(null, exclusions)] : []);

        public static Linted Draw(int seed)
        {
            var random = new RandomCodings(seed);

            // Half of them are a WHERE alone: most of what is published.
            var coding = random.Chance(2) ? random.Draw() : new Coding([], otherwise: null, random.DrawPredicate(3));
            ValueList<Assumption> assumptions = random.Chance(3)
                ? [Assumption.Holds(random.DrawPredicate(1), "what is drawn")]
                : [];
            var source = new Source(
                new TableName("dbo", "T"),
                alias: "t",
                key: ["Key"],
                carried: [],
                columns: [new Column("Key", IntegerType.Int, isNullable: false), .. Columns(coding, assumptions)]
            );
            var linter = new Linter(Evaluator, new LintedText(source));
            try
            {
                return new Linted(seed, source, coding, linter.Examine(coding, assumptions).Findings)
                {
                    Assumptions = assumptions,
                };
            }
            catch (RuleGenException)
            {
                // No row is as assumed.
                return new Linted(seed, source, coding, linter.Examine(coding).Findings);
            }
        }

        /// <summary>Every row over the columns of the coding and of what is assumed.</summary>
        public IEnumerable<Row> Rows() =>
            new SmallRows([.. Coding.Predicates, .. Assumptions.Select(each => each.Predicate!)], Seed).All();

        /// <summary>Whether the same is found where nothing is assumed.</summary>
        public bool FindsWithoutAssumption(Finding finding) =>
            new Linter(Evaluator, new LintedText(Source))
                .Examine(Coding)
                .Findings.Any(other => other.Code == finding.Code && other.Place == finding.Place);

        public bool IsAsAssumed(Row row) =>
            Assumptions.All(each => Evaluator.Evaluate(each.Predicate!, row) != Truth.False);

        public InvalidOperationException Wrong(string message) =>
            new(
                $"Seed {Seed}. {message}\nOf:\n{CodingText.Of(Coding)}\n{string.Join(", ", Source.Columns)}\n"
                    + string.Join('\n', Assumptions.Select(each => $"Assumed: {ClauseText.Write(each.Predicate!)}"))
            );

        private static IEnumerable<Column> Columns(Coding coding, ValueList<Assumption> assumptions) =>
            coding.Columns.Concat(assumptions.SelectMany(each => each.Predicate!.Columns)).Distinct();
    }
}
