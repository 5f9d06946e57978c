using System.Globalization;
using RuleGen.Cli.Commands;
using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Building;
using RuleGen.Workspaces.Fixtures;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Tests.Unit.Verification;

public sealed class BuildVerificationTests
{
    /// <summary>The one coding that is built.</summary>
    private static ValueList<WorkspaceCoding> BackPain =>
        [new CodingFinder(Apcs.Source, folder: null).Find(BackPainFusion.Coding.Id)];

    [Test]
    public void A_build_writes_nothing_of_a_coding_on_which_engines_disagree([Values] bool checksOnly)
    {
        using var folder = new TemporaryFolder();
        var run = new BuildRun(
            WorkspaceFolder.Find(Repository.Root)!,
            new CodingFinder(Apcs.Source, folder: null),
            Apcs.Source,
            new GeneratedFolder(folder.Path, isOwned: false),
            VerifyWrongly,
            CodingProof.Prove,
            new BuildOptions { ChecksOnly = checksOnly, Codings = BackPain }
        );
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        var exitCode = BuildCommand.Show(run.Run(), output, error);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(folder.Names, Is.Empty);
        Assert.That(output.ToString(), Is.Empty);
        Assert.That(
            error.ToString(),
            Does.Contain("2Y_back_pain_fusion: engines disagree on sampled row ")
                .And.Contain("clause: apcs.Administrative_Category <> '02' is UNKNOWN, and TRUE in careless (demo)\n")
                .And.Contain("2Y_back_pain_fusion is not the same to all engines. Nothing of it was written.\n")
        );
    }

    [Test]
    public void A_build_writes_nothing_of_a_coding_whose_scripts_are_not_proven_equivalent()
    {
        using var folder = new TemporaryFolder();
        var run = new BuildRun(
            WorkspaceFolder.Find(Repository.Root)!,
            new CodingFinder(Apcs.Source, folder: null),
            Apcs.Source,
            new GeneratedFolder(folder.Path, isOwned: false),
            CodingVerifier.Verify,
            (coding, source, published, files, schema) =>
                CodingProof.Prove(coding, source, published, [.. files.Select(Edit)], schema),
            new BuildOptions { Codings = BackPain }
        );
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        var exitCode = BuildCommand.Show(run.Run(), output, error);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(folder.Names, Is.Empty);
        Assert.That(output.ToString(), Is.Empty);
        Assert.That(
            error.ToString(),
            Does.Contain("view.sql for Babelfish for PostgreSQL is not proven equivalent to 2Y_back_pain_fusion.")
                .And.Contain("different: 2Y_back_pain_fusion and view.sql\n")
                .And.Contain("On this row they differ:\n")
                .And.Contain(" 19\n")
        );
    }

    [Test]
    public void A_published_text_of_another_meaning_is_not_proven_equivalent()
    {
        var coding = BackPainFusion.Coding;
        var other = new Coding(coding.Coding.Arms, otherwise: null, exclusions: null);
        var proof = CodingProof.Prove(
            new FormedCoding(coding, coding, []),
            Apcs.Source,
            other,
            [],
            ObjectNaming.Default
        );

        var open = proof.Open.Single().Pair;
        Assert.That(open.RightName, Is.EqualTo("sql/published/2Y_back_pain_fusion.sql"));
        Assert.That(open.Verdict, Is.TypeOf<RuleGen.Proof.Different>());
        Assert.That(proof.ToFile().Text, Does.Contain("\"verdict\": \"different\""));
    }

    /// <summary>Makes the age in the view 20 instead of 19.</summary>
    private static TargetFiles Edit(TargetFiles files) =>
        files with
        {
            Files = files
                .Files.Select(file =>
                    file.Name == FileNames.View
                        ? file with
                        {
                            Text = file.Text.Replace("BETWEEN 19", "BETWEEN 20", StringComparison.Ordinal),
                        }
                        : file
                )
                .ToValueList(),
        };

    private static VerificationResult VerifyWrongly(
        CodingFixtures fixtures,
        FormedCoding formed,
        ValueList<GeneratedFile> files,
        ClrAssembly? assembly,
        int rows
    )
    {
        var (coding, source) = (fixtures.Coding, fixtures.Source);
        var careless = new CarelessEngine(coding.Coding, source.Find("Administrative_Category")!, SqlValue.Of("01"));
        using var verification = new CodingVerification(
            coding.Id,
            coding.Coding,
            source,
            [new MemoryEngine(coding.Coding), careless],
            []
        );
        foreach (var chunk in RowChunks.Sample(source, coding.Coding, 1000, seed: 1))
        {
            verification.Add(chunk);
        }

        return verification.Result;
    }
}
