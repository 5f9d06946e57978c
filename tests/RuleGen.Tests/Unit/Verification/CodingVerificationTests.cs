using System.Globalization;
using System.Text.Json.Nodes;
using RuleGen.Cli.Verification;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Tests.Unit.Engine;
using RuleGen.Workspaces.Fixtures;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Tests.Unit.Verification;

public sealed class CodingVerificationTests
{
    private static readonly Coding BackPain = BackPainFusion.Coding.Coding;

    private static Column Category => Apcs.Source.Find("Administrative_Category")!;

    private static Column AnyDiagnosis => Apcs.Source.Find("Any_Spell_Diagnosis")!;

    [Test]
    public void An_engine_that_is_right_agrees_on_every_row()
    {
        using var verification = Start(new MemoryEngine(BackPain));

        verification.Add(Chunk(Spell(1, "01"), Spell(2, null), Spell(3, "02")));

        Assert.That(verification.Result.IsAgreed, Is.True);
        Assert.That(verification.Result.Disagreements, Is.Empty);
        Assert.That(verification.Result.Engines.Select(tally => (tally.Rows, tally.Agree)), Is.All.EqualTo((3L, 3L)));
        Assert.That(Show(verification).ExitCode, Is.Zero);
    }

    [Test]
    public void An_engine_that_is_wrong_is_shown_with_the_row_every_answer_and_the_clause()
    {
        using var verification = Start(Careless());

        verification.Add(Chunk(Spell(7, "01"), Spell(8, null)));

        var (exitCode, output, error) = Show(verification);
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Is.Empty);
        Assert.That(
            output,
            Does.Contain("| careless (demo) |    2 |        1 |             0 |")
                .And.EndsWith(
                    """
                    back pain: engines disagree on test row 2
                      row: APCS_Ident = 8, Primary_Spell_Procedure = 'V382', Primary_Spell_Diagnosis = 'M545', Any_Spell_Diagnosis = 'M545', Age_At_Start_of_Spell_SUS = 40, Der_Age_at_CDS_Activity_Date = NULL, Admission_Method = '11', Administrative_Category = NULL
                      engine: not kept
                      careless (demo): kept, '2Y_back_pain_fusion'
                      decided in the engine: excluded: apcs.Administrative_Category <> '02' is UNKNOWN (Administrative_Category is NULL)
                      clause: apcs.Administrative_Category <> '02' is UNKNOWN, and TRUE in careless (demo)

                    """.ReplaceLineEndings("\n")
                )
        );
    }

    [Test]
    public void Engines_that_agree_on_what_is_not_expected_are_wrong_together()
    {
        using var verification = Start(new MemoryEngine(BackPain));

        verification.Add(Chunk(Spell(7, "01"), Spell(8, "02")) with { Expected = [Result.NotKept, Result.NotKept] });

        var (exitCode, output, _) = Show(verification);
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(
            verification.Result.Engines.Select(tally => (tally.Agree, tally.Disagree)),
            Is.All.EqualTo((1L, 1L))
        );
        Assert.That(
            output,
            Does.Contain("back pain: engines disagree on test row 1\n  expected: not kept\n")
                .And.Contain("  engine: kept, '2Y_back_pain_fusion'\n")
        );
        var shown = VerificationJson.Write([verification.Result], [])["codings"]![0]!["disagreements"]![0]!;
        Assert.That(shown["expected"]!["kept"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public void An_engine_that_is_wrong_on_a_fixture_is_shown_by_the_fixture()
    {
        using var verification = Start(Careless());

        verification.Add(CodingFixtures.Derive(BackPainFusion.Coding, Apcs.Source).ToChunk());

        Assert.That(verification.Result.Engines.Select(tally => tally.Disagree), Is.EqualTo([0L, 1L]));
        Assert.That(verification.Result.Disagreements.Single().Place, Does.StartWith("fixture "));
    }

    [Test]
    public void An_engine_that_is_wrong_is_in_the_json_too()
    {
        using var verification = Start(Careless());
        verification.Add(Chunk(Spell(8, null)));

        var document = JsonNode.Parse(Show(verification, isJson: true).Output)!;

        Assert.That(document["agreed"]!.GetValue<bool>(), Is.False);
        var coding = document["codings"]![0]!;
        Assert.That(coding["engines"]![1]!["disagree"]!.GetValue<long>(), Is.EqualTo(1));
        var shown = coding["disagreements"]![0]!;
        Assert.That(shown["place"]!.GetValue<string>(), Is.EqualTo("test row 1"));
        Assert.That(shown["row"]!["APCS_Ident"]!.GetValue<long>(), Is.EqualTo(8));
        Assert.That(shown["row"]!.AsObject()["Administrative_Category"], Is.Null);
        Assert.That(shown["answers"]![0]!["kept"]!.GetValue<bool>(), Is.False);
        Assert.That(shown["answers"]![1]!["outcome"]!.GetValue<string>(), Is.EqualTo("2Y_back_pain_fusion"));
        Assert.That(shown["clauses"]![0]!["expected"]!.GetValue<string>(), Is.EqualTo("UNKNOWN"));
        Assert.That(shown["clauses"]![0]!["found"]!.GetValue<string>(), Is.EqualTo("TRUE"));
    }

    [Test]
    public void A_mistake_that_is_in_no_clause_by_itself_is_said_to_be_so()
    {
        using var verification = Start(
            new CarelessEngine(BackPain, Category, SqlValue.Of("01")) { IsCarelessInClauses = false }
        );

        verification.Add(Chunk(Spell(8, null)));

        Assert.That(
            Show(verification).Output,
            Does.EndWith("  clause: each by itself has the same truth in careless (demo)\n")
        );
    }

    [Test]
    public void A_row_that_one_engine_does_not_evaluate_is_a_disagreement()
    {
        using var verification = Start(new CarelessEngine(BackPain, AnyDiagnosis, SqlValue.Of("ß")));
        var row = Rows.Of(Apcs.Source, ("Administrative_Category", "01"));

        verification.Add(Chunk(row));

        var (exitCode, output, _) = Show(verification);
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.Contain("  engine: kept, NULL\n  careless (demo): not evaluated\n"));
        Assert.That(output, Does.Contain("is UNKNOWN, and not evaluated in careless (demo)\n"));
    }

    [Test]
    public void A_row_that_no_engine_evaluates_is_undecided()
    {
        using var verification = Start(new MemoryEngine(BackPain));

        verification.Add(Chunk(Spell(1, "ß"), Spell(2, "01")));

        var (exitCode, output, error) = Show(verification);
        Assert.That(exitCode, Is.EqualTo(4));
        Assert.That(output, Does.Contain("| engine |    2 |          |             1 |"));
        Assert.That(error, Does.StartWith("test row 1: not evaluated: Administrative_Category holds U+00DF 'ß'"));
    }

    [Test]
    public void A_disagreement_outweighs_a_row_that_is_not_evaluated()
    {
        using var verification = Start(Careless());

        verification.Add(Chunk(Spell(1, "ß"), Spell(2, null)));

        Assert.That(Show(verification).ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void After_twenty_rows_the_others_are_counted_whatever_the_chunk()
    {
        using var verification = Start(Careless());
        for (var chunk = 0; chunk < 3; chunk++)
        {
            verification.Add(
                Chunk([.. Enumerable.Range(1, 15).SelectMany(key => new[] { Spell(key, null), Spell(key, "ß") })])
            );
        }

        var (_, output, error) = Show(verification);
        Assert.That(verification.Result.Disagreements, Has.Count.EqualTo(20));
        Assert.That(output, Does.EndWith("back pain: … and 25 more rows on which careless (demo) disagrees\n"));
        Assert.That(error, Does.EndWith("… and 25 more rows that were not evaluated\n"));
        Assert.That(error.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(21));
    }

    [Test]
    public void The_engines_go_with_the_verification()
    {
        var engine = Careless();

        Start(engine).Dispose();

        Assert.That(engine.IsDisposed, Is.True);
    }

    private static CarelessEngine Careless() => new(BackPain, Category, SqlValue.Of("01"));

    private static CodingVerification Start(IVerificationEngine engine) =>
        new("back pain", BackPain, Apcs.Source, [new MemoryEngine(BackPain), engine], []);

    private static RowChunk Chunk(params Row[] rows) => new(rows, [.. Enumerable.Range(1, rows.Length)], "test row ");

    private static Row Spell(int key, string? category) =>
        Rows.Of(
            Apcs.Source,
            ("APCS_Ident", key),
            ("Primary_Spell_Procedure", "V382"),
            ("Primary_Spell_Diagnosis", "M545"),
            ("Any_Spell_Diagnosis", "M545"),
            ("Age_At_Start_of_Spell_SUS", 40),
            ("Admission_Method", "11"),
            ("Administrative_Category", category)
        );

    private static (int ExitCode, string Output, string Error) Show(
        CodingVerification verification,
        bool isJson = false
    )
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var exitCode = VerificationReport.Show([verification.Result], isJson, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
