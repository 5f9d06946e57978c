using RuleGen.Cli.Verification;
using RuleGen.Clr;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.TSql;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Tests.Unit.Verification;

public sealed class CodingVerifierTests
{
    [TestCaseSource(typeof(Everything), nameof(Everything.Codings))]
    public void Everything_that_a_coding_can_hold_is_the_same_to_every_engine(Coding coding)
    {
        ArgumentNullException.ThrowIfNull(coding);
        using var verification = Start(coding, Everything.Source);

        // Of other characters, each engine refuses what its own reading of the rules leaves open.
        var rows = Sampler.Sample(Everything.Source, [coding], 700, seed: 1).Where(IsAscii).Take(500).ToList();
        verification.Add(new RowChunk(rows, [.. Enumerable.Range(1, rows.Count)], "row "));

        Assert.That(VerificationText.DescribeDisagreements(verification.Result), Is.Empty);
        Assert.That(verification.Result.EngineCount, Is.EqualTo(4));
        Assert.That(verification.Result.Rows, Is.EqualTo(500));
    }

    /// <summary>What names the clause at fault compares clauses one by one, so they are compared where all agree.</summary>
    [Test]
    public void Every_engine_evaluates_every_clause_by_itself_as_the_others_do()
    {
        var coding = BackPainFusion.Coding.Coding;
        var files = ScriptGenerator.Generate(BackPainFusion.Coding, Apcs.Source, Targets.All[0]);
        using var memory = new MemoryEngine(coding);
        using var view = InterpreterEngine.OfView(files.Single(file => file.Name == FileNames.View).Text, Apcs.Source);
        using var sqlite = new SqliteEngine(SqliteEngine.Translate(coding, Apcs.Source));
        using var clr = new ClrEngine(ClrGenerator.Compile(BackPainFusion.Coding, Apcs.Source));

        foreach (var row in Sampler.Sample(Apcs.Source, [coding], 10, seed: 3))
        {
            Assert.That(ClauseAtFault.Find(coding, memory, view, row).Clause, Is.Null, row.ToString());
            Assert.That(ClauseAtFault.Find(coding, memory, sqlite, row).Clause, Is.Null, row.ToString());
            Assert.That(ClauseAtFault.Find(coding, memory, clr, row).Clause, Is.Null, row.ToString());
        }
    }

    [Test]
    public void A_character_that_is_not_modelled_leaves_its_clauses_without_a_truth_in_every_engine()
    {
        var coding = BackPainFusion.Coding.Coding;
        var files = ScriptGenerator.Generate(BackPainFusion.Coding, Apcs.Source, Targets.All[0]);
        using var memory = new MemoryEngine(coding);
        using var function = InterpreterEngine.OfFunction(
            files.Single(file => file.Name == FileNames.Function).Text,
            Apcs.Source,
            coding
        );
        using var sqlite = new SqliteEngine(SqliteEngine.Translate(coding, Apcs.Source));
        using var clr = new ClrEngine(ClrGenerator.Compile(BackPainFusion.Coding, Apcs.Source));
        var clause = Apcs.AdministrativeCategory.NotEqualTo("02");
        var row = Engine.Rows.Of(Apcs.Source, ("Administrative_Category", "ß"));

        Assert.That(memory.Evaluate(clause, row), Is.Null);
        Assert.That(function.Evaluate(clause, row), Is.Null);
        Assert.That(sqlite.Evaluate(clause, row), Is.Null);
        Assert.That(clr.Evaluate(clause, row), Is.Null);
    }

    [Test]
    public void An_engine_that_cannot_decide_a_clause_exactly_takes_no_part_and_says_so()
    {
        var deep = Enumerable.Range(0, 1001).Aggregate(Apcs.AdmissionMethod.IsNull(), (inner, _) => !inner);
        var coding = BackPainFusion.Coding.Coding;
        using var verification = CodingVerifier.Start(
            "Coding",
            coding,
            coding,
            Apcs.Source,
            ScriptGenerator.Generate(BackPainFusion.Coding, Apcs.Source, Targets.All[0]),
            ClrGenerator.Compile(BackPainFusion.Coding, Apcs.Source),
            SqliteEngine.Translate(new CodingBuilder().Where(deep).Build(), Apcs.Source)
        );

        Assert.That(verification.Result.Engines.Select(tally => tally.Engine.Engine), Has.None.EqualTo("SQLite"));
        Assert.That(verification.Result.EngineCount, Is.EqualTo(3));
        Assert.That(
            VerificationText.DescribeExcluded(verification.Result).Single(),
            Does.StartWith("Coding: SQLite takes no part: NOT ").And.Contain("1000 levels")
        );
    }

    [TestCase("char(1)")]
    [TestCase("date")]
    public void A_source_whose_key_cannot_number_the_rows_is_verified_all_the_same(string keyType)
    {
        var collation = Collation.Named("Latin1_General_CI_AS");
        var key = new Column("Row", SqlTypeParser.Parse(keyType, collation), isNullable: false);
        var source = new Source(
            new TableName("dbo", "Spells"),
            "s",
            [key.Name],
            [],
            Apcs.Source.Columns.Where(column => column.Name != "APCS_Ident").Append(key).ToValueList()
        );
        using var verification = Start(BackPainFusion.Coding.Coding, source);

        foreach (var chunk in RowChunks.Sample(source, BackPainFusion.Coding.Coding, 300, seed: 1))
        {
            verification.Add(chunk);
        }

        Assert.That(verification.Result.IsAgreed, Is.True);
        Assert.That(verification.Result.Rows, Is.EqualTo(300));
    }

    private static bool IsAscii(Row row) => row.Columns.All(column => row[column].Text?.All(char.IsAscii) ?? true);

    internal static CodingVerification Start(Coding coding, Source source)
    {
        var published = new PublishedCoding
        {
            Id = "Coding",
            Title = "Coding",
            Publication = "Nobody",
            Edition = "First",
            Coding = coding,
        };
        var files = ScriptGenerator.Generate(published, source, Targets.All[0]);
        return CodingVerifier.Start("Coding", coding, source, files, ClrGenerator.Compile(published, source));
    }
}
