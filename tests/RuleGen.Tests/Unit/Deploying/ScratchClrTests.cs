using System.Text.RegularExpressions;
using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.SqlServer;
using RuleGen.Tests.Unit.Writing;

namespace RuleGen.Tests.Unit.Deploying;

/// <summary>What verification sends to a server for a SQLCLR function, and takes away again.</summary>
public sealed class ScratchClrTests
{
    private static readonly PublishedCoding Coding = ScriptCases.ArmsOnly;

    private RecordingSession _session = null!;
    private List<string> _progress = null!;

    [SetUp]
    public void Connect() => (_session, _progress) = (new RecordingSession(), []);

    [TearDown]
    public void Disconnect() => _session.Dispose();

    [Test]
    public void The_function_is_deployed_read_and_removed_with_its_assembly_and_the_trust_in_it()
    {
        string schema;
        using (var scratch = Create())
        {
            schema = scratch.Schema;
            using var coding = scratch.Add(Coding, Apcs.Source);
            coding.Load([]);
            Assert.That(coding.HasClrFunction);
            Assert.That(coding.ReadClrFunction(), Is.Empty);
            _session.ClrFunctions = [new SqlRow("arms_only_Outcome_Clr", $"RuleGen.{schema}.arms_only")];
            _session.Trusted = [new SqlRow(new byte[] { 1, 2 })];
        }

        Approved.Check("Deploying/scratch-clr.sql", Plain(_session.Transcript, schema));
    }

    [Test]
    public void Each_schema_has_an_assembly_of_its_own_so_that_trust_in_one_is_none_in_another()
    {
        var hashes = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            using var scratch = Create();
            using var coding = scratch.Add(Coding, Apcs.Source);
            hashes.Add(Regex.Match(_session.Transcript, @"N'RuleGen\.AssemblyHash',\s+N'(\w{128})'").Groups[1].Value);
            (_session, var done) = (new RecordingSession(), _session);
            done.Dispose();
        }

        Assert.That(hashes, Is.Unique);
        Assert.That(hashes, Has.All.Length.EqualTo(128));
    }

    [Test]
    public void What_a_killed_run_left_goes_before_its_schema_trust_without_an_assembly_too()
    {
        _session.Leftovers = [new SqlRow("rulegen_scratch_old")];
        _session.Trusted = [new SqlRow(new byte[] { 0xAB })];

        using var scratch = Create();

        var sent = _session.Transcript;
        Assert.That(sent, Does.Contain("LEFT(t.description, 28) = N'rulegen.rulegen_scratch_old.'"));
        var distrust = sent.IndexOf("varbinary(64) = 0xab;", StringComparison.Ordinal);
        var drop = sent.IndexOf("DROP SCHEMA [rulegen_scratch_old]", StringComparison.Ordinal);
        Assert.That(distrust, Is.Positive);
        Assert.That(drop, Is.GreaterThan(distrust));
        Assert.That(_progress, Has.Some.EqualTo("removed schema [rulegen_scratch_old], which an earlier run had left"));
    }

    [Test]
    public void A_schema_that_cannot_be_removed_is_named_and_in_nobodys_way()
    {
        _session.Leftovers = [new SqlRow("rulegen_scratch_theirs")];
        _session.On("DROP VIEW [rulegen_scratch_theirs].[left]", Fail);

        using var scratch = Create();

        Assert.That(
            _progress,
            Has.Some.EqualTo(
                "schema [rulegen_scratch_theirs], which an earlier run had left, could not be removed: It failed"
            )
        );
    }

    [Test]
    public void A_schema_whose_making_fails_is_removed_as_it_may_be_there()
    {
        _session.On("EXECUTE (N'CREATE SCHEMA", Fail);

        Assert.That(Refused.Problem(() => Create().Dispose()).Code, Is.EqualTo(ErrorCodes.StatementRefused));
        Assert.That(_session.Transcript, Does.Contain("IS NOT NULL DROP SCHEMA [rulegen_scratch_"));
    }

    [Test]
    public void A_server_without_clr_is_refused_before_anything_is_made()
    {
        _session.Server = RecordingSession.Babelfish;

        var problem = Refused.Problem(() => Create().Dispose());

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedByTarget));
        Assert.That(problem.Message, Is.EqualTo("Babelfish for PostgreSQL runs no SQLCLR functions"));
        Assert.That(_session.Transcript, Does.Not.Contain("CREATE SCHEMA"));
    }

    [Test]
    public void A_server_whose_clr_is_off_is_refused_before_anything_is_made()
    {
        _session.ClrEnabled = 0;

        var problem = Refused.Problem(() => Create().Dispose());

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedServer));
        Assert.That(problem.Message, Does.Contain("'clr enabled' is 0"));
        Assert.That(_session.Transcript, Does.Not.Contain("CREATE SCHEMA"));
    }

    [Test]
    public void Permissions_for_assemblies_are_asked_for_before_the_objects_are_made()
    {
        _session.MissingPermissions = ["'CONTROL SERVER'", "'ALTER ANY ASSEMBLY'"];

        using var scratch = Create();
        var problems = Refused.Problems(() => scratch.Add(Coding, Apcs.Source).Dispose());

        Assert.That(
            problems.Select(each => each.Message),
            Is.EqualTo([
                "The login has no permission ALTER ANY ASSEMBLY on the database",
                "The login has no permission CONTROL SERVER on the server",
            ])
        );
        Assert.That(_session.Transcript, Does.Not.Contain("CREATE TABLE"));
    }

    private static void Fail() => throw new RuleGenException(ErrorCodes.StatementRefused, "It failed", "Mend it");

    /// <summary>Without what differs from run to run: the name of the schema, and so the bytes and hashes.</summary>
    private static string Plain(string transcript, string schema)
    {
        var named = transcript.Replace(schema, "rulegen_scratch_x", StringComparison.Ordinal);
        var bytes = Regex.Replace(
            named,
            "(SET @assembly = @assembly \\+ 0x[0-9A-F]+;\n)+",
            "-- the assembly's bytes\n"
        );
        var hash = Regex.Replace(bytes, "(SET @hash = @hash \\+ 0x[0-9A-F]+;\n)+", "-- their hash\n");
        var plain = Regex.Replace(hash, "[0-9A-F]{128}|[0-9a-f]{64}", "…");
        return plain.Replace(schema.ToUpperInvariant(), "RULEGEN_SCRATCH_X", StringComparison.Ordinal);
    }

    private ScratchDatabase Create()
    {
        var session = _session;
        return ScratchDatabase.Create(
            _ => session,
            target: null,
            ClrGenerator.MakeObject,
            _progress.Add,
            CancellationToken.None
        );
    }
}
