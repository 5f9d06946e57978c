using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Findings;
using RuleGen.Rules;
using RuleGen.TSql.Read;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Tests.Unit.Findings;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class LinterTests
{
    private static readonly string Published = Repository.Read("sql", "published", "2Y_back_pain_fusion.sql");

    [Test]
    public void Every_remedy_that_keeps_all_results_is_equivalent_by_the_prover()
    {
        var prover = new EquivalenceProver(new CodingEvaluator());
        foreach (var (_, text) in FindingCases.Raised)
        {
            var coding = Linting.Read(text);
            foreach (var remedy in Linting.Examine(coding).Findings.Select(finding => finding.Remedy).OfType<Remedy>())
            {
                if (remedy.Claim is SameResults)
                {
                    var verdict = prover.Decide(
                        coding,
                        remedy.After,
                        [.. Linting.Assumed(coding), .. remedy.Preconditions]
                    );
                    Assert.That(verdict, Is.TypeOf<Equivalent>(), $"{text}: {remedy.Text}");
                }
            }
        }
    }

    [Test]
    public void The_unneeded_clause_of_2Y_is_found_with_the_exclusion_that_makes_it_so()
    {
        var finding = Examine2Y(FindingCodes.RedundantClause).Single();

        Assert.That(finding.Place.Name, Is.EqualTo("arm 1, clause 10"));
        Assert.That(finding.Place.Text, Is.EqualTo("Any_Spell_Diagnosis LIKE '%C41[24]%'"));
        Assert.That(finding.Place.Position, Is.EqualTo(new TextPosition(10, 4)));
        Assert.That(
            finding.Explanation,
            Does.Contain("exclusions, clause 2 (Any_Spell_Diagnosis NOT LIKE '%C[0-9][0-9]%') drops the row")
        );
    }

    [Test]
    public void Rows_that_2Y_loses_to_NULL_are_found_in_three_columns()
    {
        var findings = Examine2Y(FindingCodes.LosesNull);

        Assert.That(
            findings.Select(finding => finding.Place.Name),
            Is.EqualTo(new[] { "arm 1, clauses 5 to 13", "arm 1, clause 15", "exclusions, clause 7" })
        );
        Assert.That(
            findings.Select(finding => finding.Witness!.Results.Select(result => result.Gives)),
            Is.EqualTo(
                new[]
                {
                    new[] { "kept, outcome NULL", "kept, outcome '2Y_back_pain_fusion'" },
                    ["kept, outcome NULL", "kept, outcome '2Y_back_pain_fusion'"],
                    ["not kept", "kept"],
                }
            )
        );
        Assert.That(
            findings[0].Explanation,
            Does.Contain("although exclusions, clause 6 (Any_Spell_Diagnosis IS NULL) lets NULL pass")
        );
    }

    [Test]
    public void No_pattern_of_2Y_can_match_across_two_ICD_10_codes() =>
        Assert.That(Examine2Y(FindingCodes.CrossesCodes), Is.Empty);

    [Test]
    public void The_range_of_2Y_matches_six_characters_beyond_ascii_unless_assumed_otherwise()
    {
        var finding = Examine2Y(FindingCodes.BeyondAscii).Single();

        Assert.That(finding.Place.Name, Is.EqualTo("exclusions, clause 2"));
        Assert.That(finding.Explanation, Does.Contain("[0-9] also matches ² ³ ¹ ¼ ½ ¾"));
        Assert.That(Examine2Y(FindingCodes.BeyondAscii, Assumption.PrintableAscii), Is.Empty);
    }

    [Test]
    public void A_reason_of_one_clause_names_it_alone_and_a_reason_of_several_names_them_all()
    {
        var single = Linting.Only(FindingCodes.RedundantClause, "Code LIKE 'M5%' OR Two = '1' OR Code LIKE 'M54%'");
        var several = Linting.Only(
            FindingCodes.RedundantClause,
            "Code LIKE 'M[0-4]%' OR Code LIKE 'M[5-9]%' OR Code LIKE 'N%' OR Code LIKE 'M[35]'"
        );

        Assert.That(
            single.Explanation,
            Is.EqualTo(
                "It never decides. Where it is TRUE, exclusions, clause 1 (Code LIKE 'M5%') already settles the matter."
            )
        );
        Assert.That(several.Explanation, Does.Contain("clause 1 (Code LIKE 'M[0-4]%') and exclusions, clause 2"));
        Assert.That(several.Explanation, Does.Contain("(together; none of these suffices alone)"));
        Assert.That(several.Explanation, Does.Not.Contain("'N%'"));
    }

    [Test]
    public void An_arm_that_the_union_of_earlier_ones_covers_names_those_and_no_other()
    {
        var finding = Linting.Only(
            FindingCodes.UnreachableArm,
            "WHEN Code LIKE 'M[0-4]%' THEN 'x' WHEN Two = '1' THEN 'n' WHEN Code LIKE 'M[5-9]%' THEN 'y' "
                + "WHEN Code LIKE 'M[0-9]%' THEN 'z'"
        );

        Assert.That(finding.Place.Name, Is.EqualTo("arm 4"));
        Assert.That(finding.Explanation, Does.Contain("arm 1 and arm 3 take the row (together; none of these"));
    }

    [Test]
    public void Of_two_clauses_that_say_the_same_the_later_can_go()
    {
        var finding = Linting.Only(FindingCodes.RedundantClause, "Code = 'A' AND Two = '1' AND Code IN ('A')");

        Assert.That(finding.Place.Name, Is.EqualTo("exclusions, clause 3"));
    }

    [Test]
    public void Nothing_is_said_of_what_is_in_a_part_that_can_go()
    {
        var finding = Linting.Only(
            FindingCodes.RedundantClause,
            "Code LIKE 'M%' OR (Code LIKE 'M5%' AND (Two = '1' OR Two = '2'))"
        );

        Assert.That(finding.Place.Name, Is.EqualTo("exclusions, clauses 2 to 4"));
    }

    [TestCase("Two LIKE 'a_c%'", "The pattern 'a_c%' takes 3 characters or more, and Two varchar(2) holds 2")]
    [TestCase(
        "Two <> 'abc'",
        "'abc' has 3 characters, and Two varchar(2) holds 2. The condition is TRUE for every value"
    )]
    [TestCase(
        "Age BETWEEN 5 AND 3",
        "5 is above 3, so that nothing is between (rule 5.7). The condition is TRUE for no"
    )]
    [TestCase("Small = 300", "300 is not among what Small tinyint holds, 0 to 255")]
    [TestCase("Small BETWEEN 256 AND 300", "Nothing between is among what Small tinyint holds, 0 to 255")]
    [TestCase("Code BETWEEN 'b' AND 'a'", "No text that Code varchar(10) holds is between")]
    [TestCase("Code LIKE 'a[b'", "The pattern 'a[b' is malformed")]
    [TestCase("Code LIKE 'a[]'", "No value that Code varchar(10) holds matches")]
    [TestCase("LEFT(Code, 1) = 'ab'", "'ab' has 2 characters, and the expression's varchar(1) holds 1")]
    public void What_matches_nothing_says_why(string text, string explanation) =>
        Assert.That(Linting.Only(FindingCodes.MatchesNothing, text).Explanation, Does.StartWith(explanation));

    [TestCase("Code LIKE '%'", "It is TRUE for every value but NULL of Code")]
    [TestCase("Code LIKE '%' OR Code IS NULL", "It is TRUE for every row")]
    [TestCase("Sure IS NOT NULL", "It is TRUE for every row")]
    public void What_is_always_true_says_for_what(string text, string explanation) =>
        Assert.That(
            Linting.Findings(FindingCodes.AlwaysTrue, text).Select(finding => finding.Explanation),
            Has.Some.StartsWith(explanation)
        );

    [TestCase("Code LIKE 'A' AND Code LIKE 'B'", "It is FALSE for every row, or UNKNOWN where a NULL is compared.")]
    [TestCase("1 = 0", "It is FALSE for every row.")]
    [TestCase("Code IS NULL AND Code <> 'A'", "It is FALSE for every row, or UNKNOWN where a NULL is compared.")]
    public void What_is_never_true_says_what_it_is(string text, string explanation) =>
        Assert.That(Linting.Only(FindingCodes.NeverTrue, text).Explanation, Is.EqualTo(explanation));

    [TestCase("LEFT(Code, 4) LIKE '%V38[2-6]%'", "Write Code LIKE 'V38[2-6]%'")]
    [TestCase("LEFT(Code, 3) IN ('V38', 'V39')", "Write Code LIKE 'V3[89]%'")]
    [TestCase("SUBSTRING(t.Code, 1, 2) = '5%'", "Write t.Code LIKE '5[%]%'")]
    [TestCase("UPPER(Code) = 'V38'", "Write Code = 'V38'")]
    [TestCase("LOWER(Wide) LIKE N'V38%'", "Write Wide LIKE N'V38%'")]
    [TestCase("ISNULL(Code, '') = 'V38'", "Write Code = 'V38'")]
    [TestCase("Two LIKE '%11%'", "Write Two LIKE '11%'")]
    [TestCase("NOT LEFT(Code, 2) NOT LIKE 'V3%'", "Write Code NOT LIKE 'V3%'")]
    [TestCase(
        "ISNULL(Age, Other) BETWEEN 1 AND 2",
        "Write (Age BETWEEN 1 AND 2 OR (Age IS NULL AND Other BETWEEN 1 AND 2))"
    )]
    public void A_rewrite_that_can_seek_is_proven_for_every_value(string text, string remedy) =>
        Assert.That(Linting.Only(FindingCodes.PreventsSeek, text).Remedy!.Text, Is.EqualTo(remedy));

    [TestCase("Code LIKE '%M54%'", "Code NOT LIKE '____%'", "Write Code LIKE 'M54%', once that is known to hold")]
    [TestCase("LTRIM(Code) LIKE 'V38%'", "Code NOT LIKE ' %'", "Write Code LIKE 'V38%', once that is known to hold")]
    [TestCase("LEFT(Code, 4) = 'V38'", "Code NOT LIKE '% %'", "Write Code = 'V38', once that is known to hold")]
    public void A_rewrite_that_needs_an_assumption_states_it_and_shows_a_row_without_it(
        string text,
        string assumption,
        string remedy
    )
    {
        var finding = Linting.Only(FindingCodes.PreventsSeekUnlessAssumed, text);

        Assert.That(finding.Remedy!.Preconditions.Select(each => each.Text), Is.EqualTo(new[] { assumption }));
        Assert.That(finding.Remedy.Text, Is.EqualTo(remedy));
        Assert.That(
            finding.Witness!.Results.Select(result => result.Gives),
            Is.EquivalentTo(new[] { "TRUE", "FALSE" })
        );
        Assert.That(
            Linting.Findings(FindingCodes.PreventsSeek, text, Linting.Assume(assumption)),
            Has.Count.EqualTo(1),
            "What is assumed from the start needs no precondition."
        );
    }

    [Test]
    public void Two_codes_that_match_together_and_not_apart_are_shown()
    {
        var finding = Linting.Only(FindingCodes.CrossesCodes, "Codes LIKE '%4M5%'");

        Assert.That(
            finding.Witness!.Results.Select(result => result.Gives),
            Is.EqualTo(new[] { "TRUE", "FALSE", "FALSE" })
        );
        Assert.That(finding.Explanation, Does.Contain("side by side, match; neither does by itself"));
        Assert.That(
            Linting.Only(FindingCodes.CrossesCodes, "Commas LIKE '%C41%M54%'").Explanation,
            Does.Contain("with ',' between them")
        );
    }

    [Test]
    public void Null_that_an_earlier_arm_takes_is_not_lost() =>
        Assert.That(
            Linting.Findings(FindingCodes.LosesNull, "WHEN Code IS NULL THEN 'x' WHEN Code <> 'A' THEN 'x'"),
            Is.Empty
        );

    [Test]
    public void The_remedy_for_NULL_gives_the_row_what_the_others_have()
    {
        var finding = Linting.Only(FindingCodes.LosesNull, "NOT (Code LIKE 'A%' OR Code LIKE 'B%')");

        Assert.That(
            finding.Remedy!.Text,
            Is.EqualTo(
                "If such rows are to be treated like the others, write "
                    + "(NOT (Code LIKE 'A%' OR Code LIKE 'B%') OR Code IS NULL)"
            )
        );
        Assert.That(new CodingEvaluator().Evaluate(finding.Remedy.After, finding.Witness!.Row).IsKept);
    }

    [TestCase(
        "Two LIKE '2%' AND Code NOT LIKE '%K57%' AND Code NOT LIKE '%K62%'",
        "((Code NOT LIKE '%K57%' AND Code NOT LIKE '%K62%') OR Code IS NULL)"
    )]
    [TestCase("(Two LIKE 'L%' AND Code NOT LIKE '%K57%') OR Two LIKE 'G%'", "(Code NOT LIKE '%K57%' OR Code IS NULL)")]
    [TestCase("Two = '1' AND (Age > 5 OR Code <> 'A' OR Code <> 'B')", "(Code <> 'A' OR Code <> 'B' OR Code IS NULL)")]
    [TestCase("Two = '1' AND NOT (Code LIKE 'A%' OR Age > 5)", "(Code LIKE 'A%' AND Code IS NOT NULL)")]
    [TestCase(
        "Two = '1' AND NOT (Code LIKE 'A%' OR Code LIKE 'B%' OR Age > 5)",
        "((Code LIKE 'A%' OR Code LIKE 'B%') AND Code IS NOT NULL)"
    )]
    [TestCase("Two = '1' AND x.Code NOT IN ('A')", "(x.Code NOT IN ('A') OR x.Code IS NULL)")]
    [TestCase("Two = '1' AND ISNULL(Age, Other) <> 1", "(ISNULL(Age, Other) <> 1 OR (Age IS NULL AND Other IS NULL))")]
    [TestCase(
        "Two = '1' AND NOT (ISNULL(Age, Other) = 1 OR Code = 'A')",
        "(ISNULL(Age, Other) = 1 AND (Age IS NOT NULL OR Other IS NOT NULL))"
    )]
    [TestCase(
        "Code NOT LIKE 'K57%' AND Two = '1' AND Code NOT LIKE 'K62%'",
        "(Code NOT LIKE 'K57%' OR Code IS NULL) for exclusions, clause 1 and "
            + "(Code NOT LIKE 'K62%' OR Code IS NULL) for exclusions, clause 3"
    )]
    public void The_remedy_for_NULL_is_around_the_negated_clauses_alone(string text, string remedy)
    {
        var finding = Linting
            .Findings(FindingCodes.LosesNull, text)
            .First(each =>
                each.Explanation.Contains("Code is NULL", StringComparison.Ordinal)
                == !remedy.Contains("ISNULL", StringComparison.Ordinal)
            );

        Assert.That(
            finding.Remedy!.Text,
            Is.EqualTo($"If such rows are to be treated like the others, write {remedy}")
        );
    }

    [Test]
    public void The_remedy_for_NULL_does_not_let_pass_what_the_rest_of_the_condition_keeps_out()
    {
        const string Text = "Two LIKE '2%' AND Code NOT LIKE '%K57%' AND Code NOT LIKE '%K62%'";
        var finding = Linting.Only(FindingCodes.LosesNull, Text);
        var columns = Linting.Read(Text).Columns;

        Assert.That(finding.Place.Name, Is.EqualTo("exclusions, clauses 2 to 3"));
        Assert.That(finding.Place.Text, Is.EqualTo("Code NOT LIKE '%K57%' AND Code NOT LIKE '%K62%'"));
        Assert.That(finding.Place.Position, Is.EqualTo(new TextPosition(1, 19)));
        Assert.That(
            finding.Remedy!.Effect,
            Is.EqualTo(
                "Rows in which Code is NULL are kept where the rest of the condition lets them; every other row keeps its "
                    + "result"
            )
        );
        foreach (var (two, kept) in new[] { ("11", false), ("21", true) })
        {
            var row = new Row(columns, [SqlValue.Of(two), SqlValue.Null]);
            Assert.That(new CodingEvaluator().Evaluate(finding.Remedy.After, row).IsKept, Is.EqualTo(kept), two);
        }
    }

    [TestCase("Code IS NOT NULL", 0)]
    [TestCase("Code IS NOT NULL OR Two <> '2'", 0)]
    [TestCase("Code IS NOT NULL OR Two <> '3'", 1)]
    public void NULL_that_is_assumed_not_to_be_there_is_not_lost(string assumption, int findings) =>
        Assert.That(
            Linting.Findings(
                FindingCodes.LosesNull,
                "Two = '1' OR (Two = '2' AND Code <> 'A')",
                Linting.Assume(assumption)
            ),
            Has.Count.EqualTo(findings)
        );

    [Test]
    public void Parts_that_lose_NULL_each_by_itself_are_two_findings_and_parts_that_do_so_together_are_one()
    {
        var apart = Linting.Findings(
            FindingCodes.LosesNull,
            "(Two = '1' AND Code <> 'A') OR (Two = '2' AND Code <> 'B')"
        );
        var together = Linting.Only(FindingCodes.LosesNull, "Code <> 'A' AND Two = '1' AND Code <> 'B'");

        Assert.That(
            apart.Select(finding => finding.Place.Name),
            Is.EqualTo(new[] { "exclusions, clause 2", "exclusions, clause 4" })
        );
        Assert.That(together.Place.Name, Is.EqualTo("exclusions, clauses 1 and 3"));
        Assert.That(together.Place.Text, Is.EqualTo("Code <> 'A' … Code <> 'B'"));
        Assert.That(together.Explanation, Does.StartWith("Where Code is NULL, these are UNKNOWN and not TRUE"));
    }

    [Test]
    public void A_remedy_whose_text_is_not_read_back_as_it_is_meant_is_not_shown()
    {
        const string Text = "Two = '1' AND Code <> 'A' AND Code LIKE '%' AND (Two = '1' OR Code = 'B')";
        var coding = Linting.Read(Text);
        var honest = new LintedText(Linting.Source);
        var shown = new Linter(new CodingEvaluator(), honest).Examine(coding).Findings;

        Assert.That(shown.Where(finding => finding.Remedy is not null).ToList(), Is.Not.Empty);
        foreach (var text in new ICodingText[] { new Unreadable(honest), new Misread(honest) })
        {
            var findings = new Linter(new CodingEvaluator(), text).Examine(coding).Findings;
            Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(shown.Select(finding => finding.Code)));
            Assert.That(findings.Select(finding => finding.Remedy), Is.All.Null);
        }
    }

    [Test]
    public void A_seek_is_lost_in_the_WHERE_and_not_in_an_arm()
    {
        const string Text = "WHEN LEFT(Code, 3) = 'V38' THEN 'x' WHERE LEFT(Wide, 3) LIKE 'V38%'";

        Assert.That(Linting.Only(FindingCodes.PreventsSeek, Text).Place.Name, Is.EqualTo("exclusions, clause 1"));
    }

    [Test]
    public void Or_first_is_shown_to_differ_or_said_to_be_the_same()
    {
        var differs = Linting.Only(FindingCodes.MixedConnectives, "Code = 'A' AND Two = '1' OR Two = '2'");
        var same = Linting.Only(FindingCodes.MixedConnectives, "Code = 'A' AND Code = 'A' OR Code = 'A'");

        Assert.That(
            differs.Witness!.Results.Select(result => result.Gives),
            Is.EquivalentTo(new[] { "kept", "not kept" })
        );
        Assert.That(differs.Remedy!.Text, Does.StartWith("Write ((Code = 'A' AND Two = '1') OR Two = '2')"));
        Assert.That(same.Witness, Is.Null);
        Assert.That(same.Explanation, Does.EndWith("If OR went first, every row would have the same result."));
    }

    [Test]
    public void An_assumption_can_make_a_clause_unneeded()
    {
        const string Text = "Code LIKE 'M%' AND Two = '1'";

        Assert.That(Linting.Findings(FindingCodes.AlwaysTrue, Text), Is.Empty);
        Assert.That(
            Linting.Findings(FindingCodes.AlwaysTrue, Text, Linting.Assume("Code LIKE 'M%' AND Code IS NOT NULL")),
            Has.Count.EqualTo(1)
        );
    }

    [Test]
    public void Assumptions_that_no_row_satisfies_are_refused() =>
        Assert.That(
            Refused.Problem(() => Linting.Examine("Code = 'A'", Linting.Assume("1 = 0"))).Code,
            Is.EqualTo(ErrorCodes.ContradictoryAssumptions)
        );

    [Test]
    public void Under_assumptions_that_are_too_large_nothing_is_decided()
    {
        // NULL would pass without a search.
        var tooLarge = FindingCases.Raised.Last(each => each.Code == "RG1015").Text + " AND Long IS NOT NULL";
        var report = Linting.Examine("Code LIKE 'M%' AND Code LIKE 'M5%'", Linting.Assume(tooLarge));

        Assert.That(report.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { FindingCodes.NotDecided }));
    }

    [Test]
    public void A_coding_without_a_text_has_findings_without_positions()
    {
        var report = Linting.Examine(BackPainFusion.Coding.Coding, Apcs.Source);

        Assert.That(report.Findings, Is.Not.Empty);
        Assert.That(report.Findings.Select(finding => finding.Place.Position), Is.All.Null);
        Assert.That(report.Findings[0].Place.Name, Does.StartWith("arm 1"));
        Assert.That(report.Findings[^1].Place.Name, Does.StartWith("exclusions"));
    }

    [Test]
    public void What_is_not_decided_is_said_once_for_its_condition()
    {
        var text = FindingCases.Raised.Last(each => each.Code == "RG1015").Text;
        var finding = Linting.Only(FindingCodes.NotDecided, text);

        Assert.That(
            finding.Explanation,
            Does.StartWith("Not decided, because an automaton would have too many states")
        );
        Assert.That(finding.Explanation, Does.Contain("whether it can be dropped without effect (of 26 predicates)"));
    }

    [TestCase("Code LIKE '[xX][xX][xX]'", "[xX] is [x] in exclusions, clause 1", "Write Code LIKE '[x][x][x]'")]
    [TestCase(
        "Code LIKE '[xXyY]%[Xx]'",
        "[xXyY] is [xy] in exclusions, clause 1; [Xx] is [X]",
        "Write Code LIKE '[xy]%[X]'"
    )]
    [TestCase(
        "Code LIKE '[xX]%' OR Wide LIKE '[xX][yY]'",
        "[xX] is [x] in exclusions, clause 1 and exclusions, clause 2; [yY] is [y] in exclusions, clause 2",
        "Write Code LIKE '[x]%' for exclusions, clause 1 and Wide LIKE '[x][y]' for exclusions, clause 2"
    )]
    [TestCase(
        "Code LIKE '[a-zA-Z][A-Za-z0-9]'",
        "[a-zA-Z] is [a-z] in exclusions, clause 1; [A-Za-z0-9] is [A-Z0-9] in",
        "Write Code LIKE '[a-z][A-Z0-9]'"
    )]
    public void Letters_in_both_cases_are_one_finding_where_the_collation_does_not_tell_them_apart(
        string text,
        string sets,
        string remedy
    )
    {
        var finding = Linting.Only(FindingCodes.RedundantMember, text);

        Assert.That(
            finding.Explanation,
            Does.StartWith(
                "Under Latin1_General_CI_AS a letter is the same in both cases, so that one of them never decides: "
                    + sets
            )
        );
        Assert.That(finding.Remedy!.Text, Is.EqualTo(remedy));
    }

    [TestCase("Code IN ('A', 'a', 'A ')", "Its items 'a' and 'A ' never decide", "Write Code IN ('A')")]
    [TestCase("Code LIKE '[0-93][45-64]'", "Its member 3 of [0-93] and member 4 of [45-64] never decide", null)]
    [TestCase("Code LIKE '[abAB1]%' OR Code LIKE '1%'", "Its members A, B and 1 of [abAB1] never decide", null)]
    [TestCase(
        "Code LIKE '[11][22][11]'",
        "Its member 1 of [11] and member 2 of [22] never decide: the others in",
        null
    )]
    [TestCase("Code LIKE '[xXx]'", "Its members X and x of [xXx] never decide: the others in it", null)]
    public void Members_that_can_go_together_are_one_finding(string text, string explanation, string? remedy)
    {
        var finding = Linting.Only(FindingCodes.RedundantMember, text);

        Assert.That(finding.Explanation, Does.StartWith(explanation));
        Assert.That(finding.Remedy!.Text, remedy is null ? Does.StartWith("Write Code LIKE") : Is.EqualTo(remedy));
    }

    [Test]
    public void An_item_that_matches_nothing_is_said_once() =>
        Assert.That(
            Linting
                .Examine("Two IN ('ab', 'abc') AND Age = 1")
                .Findings.Select(finding => finding.Code)
                .Where(code => code != FindingCodes.LosesNull),
            Is.EqualTo(new[] { FindingCodes.MatchesNothing })
        );

    [Test]
    public void What_matches_nothing_because_of_an_assumption_says_so_and_which()
    {
        const string Text = "Code LIKE 'M%' AND Two = '1'";
        Assumption[] assumed = [Linting.Assume("Two <> 'x'"), Linting.Assume("Code NOT LIKE 'M%'")];
        var finding = Linting.Only(FindingCodes.MatchesNothing, Text, assumed);

        Assert.That(Linting.Findings(FindingCodes.MatchesNothing, Text), Is.Empty);
        Assert.That(
            finding.Explanation,
            Is.EqualTo(
                "No value that Code varchar(10) holds matches, because of what is assumed: Code NOT LIKE 'M%'. The "
                    + "condition is TRUE for no row as assumed."
            )
        );
    }

    [Test]
    public void What_matches_nothing_because_of_several_assumptions_names_those_and_no_other()
    {
        Assumption[] assumed =
        [
            Linting.Assume("Age <> 7"),
            Linting.Assume("Code NOT LIKE 'M5[0-4]%'"),
            Linting.Assume("Code NOT LIKE 'M5[^0-4]%'"),
            Assumption.PrintableAscii,
        ];

        Assert.That(
            Linting.Only(FindingCodes.MatchesNothing, "Code LIKE 'M5_%' OR Age = 1", assumed).Explanation,
            Does.Contain("because of what is assumed: Code NOT LIKE 'M5[0-4]%'; Code NOT LIKE 'M5[^0-4]%'.")
        );
    }

    [Test]
    public void What_matches_nothing_because_values_are_assumed_to_be_ASCII_says_so()
    {
        const string Text = "Exact LIKE '%²%' AND Two = '1'";
        var finding = Linting.Only(FindingCodes.MatchesNothing, Text, Assumption.PrintableAscii);

        Assert.That(Linting.Findings(FindingCodes.MatchesNothing, Text), Is.Empty);
        Assert.That(
            finding.Explanation,
            Does.Contain("because of what is assumed: Every value holds only printable ASCII characters")
        );
    }

    [Test]
    public void What_matches_nothing_anyway_does_not_blame_an_assumption() =>
        Assert.That(
            Linting
                .Only(FindingCodes.MatchesNothing, "Two LIKE 'abc'", Linting.Assume("Two NOT LIKE 'a%'"))
                .Explanation,
            Does.StartWith("The pattern 'abc' takes 3 characters or more")
        );

    [TestCase("RG1001", "Sure LIKE 'M%' AND Two = '1'", "Sure LIKE 'M%' OR Two <> '1'")]
    [TestCase("RG1002", "Code LIKE '[MN]%'", "Code NOT LIKE 'N%'")]
    [TestCase("RG1003", "WHEN Code LIKE 'M%' THEN 'x' WHEN Code LIKE '_5%' THEN 'y'", "Code LIKE 'M%'")]
    [TestCase("RG1004", "CASE WHEN Code LIKE 'M%' THEN 'x' ELSE 'y' END", "Code LIKE 'M%' AND Code IS NOT NULL")]
    [TestCase("RG1006", "Code LIKE 'M%' AND Two = '1'", "Code LIKE 'M%'")]
    [TestCase("RG1007", "(Code LIKE 'M%' AND Code LIKE '_5%') OR Two = '1'", "Code NOT LIKE 'M5%'")]
    public void What_is_so_because_of_an_assumption_says_so(string code, string text, string assumption)
    {
        var findings = Linting
            .Examine(text, Linting.Assume(assumption))
            .Findings.Where(finding => finding.Code.Id == code)
            .ToList();

        Assert.That(
            findings.Select(finding => finding.Explanation),
            Has.Some.EndsWith($" It is so because of what is assumed: {assumption}.")
        );
        Assert.That(
            findings.Select(finding => finding.Remedy?.Effect).OfType<string>(),
            Is.All.EqualTo("For rows as assumed, every row keeps its result")
        );
    }

    private static IReadOnlyList<Finding> Examine2Y(FindingCode code, params Assumption[] assumptions) =>
        [
            .. Linting
                .Examine(CodingReader.Read(Published, Apcs.Source).Coding, Apcs.Source, assumptions)
                .Findings.Where(finding => finding.Code == code),
        ];

    /// <summary>A reader that refuses everything.</summary>
    private sealed class Unreadable(ICodingText text) : ICodingText
    {
        public string Write(Predicate predicate) => text.Write(predicate);

        public string Write(Coding coding) => text.Write(coding);

        public Coding? Read(string written) => null;
    }

    /// <summary>A reader that takes something else for what is written.</summary>
    private sealed class Misread(ICodingText text) : ICodingText
    {
        public string Write(Predicate predicate) => text.Write(predicate);

        public string Write(Coding coding) => text.Write(coding);

        public Coding? Read(string written) =>
            text.Read(written) is { Exclusions: { } exclusions } read
                ? new Coding(read.Arms, read.Else, Not.Of(exclusions))
                : null;
    }
}
