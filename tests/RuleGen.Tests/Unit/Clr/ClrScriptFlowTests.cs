using RuleGen.Clr;
using RuleGen.Rules;
using RuleGen.Tests.Unit.Writing;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Clr;

/// <summary>What the scripts of a SQLCLR function do under every circumstance.</summary>
internal sealed class ClrScriptFlowTests
{
    private const string Mine = "'RuleGen.DefinitionHash'";
    private const string Assembly = "a.name = N'RuleGen.ebi.arms_only'";
    private const string AsDeployed = "'RuleGen.ModuleHash'";
    private const string Current = "CONVERT(nvarchar(64), p.value)";
    private const string SameBytes = "HASHBYTES('SHA2_256', f.content) = 0x";
    private const string NoTrust = "'sys.sp_";
    private const string Trusted = "sys.trusted_assemblies";
    private const string HasBytes = "HASHBYTES('SHA2_512', f.content)";

    private static readonly IReadOnlyDictionary<string, string> Scripts = ClrGenerator
        .WriteFiles(ClrGenerator.Compile(ScriptCases.ArmsOnly, Apcs.Source), Targets.SqlServer2019)
        .ToDictionary(file => file.Name, file => file.Text);

    private static IEnumerable<string> Names => Scripts.Keys.Where(name => name != FileNames.ClrSource);

    [Test]
    public void The_function_is_made_with_its_assembly_and_no_trust_is_touched()
    {
        var played = Play(FileNames.Clr);

        Assert.That(played.Errors, Is.Empty);
        Assert.That(played.Changes, Has.Some.StartsWith("CREATE ASSEMBLY").And.Some.Contains("CREATE FUNCTION"));
        Assert.That(played.Changes, Has.None.Contains("trusted"));
        RequireTidy(played);
    }

    [Test]
    public void Where_nothing_has_changed_nothing_is_done()
    {
        var played = Play(FileNames.Clr, Mine, AsDeployed, Current, SameBytes);

        Assert.That(played.Errors, Is.Empty);
        Assert.That(played.Changes, Is.Empty);
        Assert.That(played.Printed.Single(), Does.Contain("nothing has changed"));
        RequireTidy(played);
    }

    [Test]
    public void An_assembly_of_other_bytes_is_replaced() =>
        Assert.That(
            Play(FileNames.Clr, Mine, AsDeployed, Current).Changes,
            Has.Some.StartsWith("DROP ASSEMBLY").And.Some.StartsWith("CREATE ASSEMBLY")
        );

    [TestCase(FileNames.Clr)]
    [TestCase(FileNames.ClrRollback)]
    public void An_assembly_that_was_changed_by_hand_is_left_alone(string name)
    {
        var played = Play(name, Mine);

        Assert.That(played.Errors[0], Does.Contain("was changed by hand"));
        Assert.That(played.Changes, Is.Empty);
        RequireTidy(played);
    }

    [Test]
    public void A_server_that_does_not_trust_the_assembly_is_told_of_the_script()
    {
        var played = new ScriptPlayer(condition => condition == "ERROR_NUMBER() = 10343")
        {
            Failing = "CREATE ASSEMBLY",
        }.Run(Scripts[FileNames.Clr]);

        Assert.That(played.Printed, Has.Some.Contains("run clr-trust.sql first"));
        Assert.That(played.Changes, Is.Empty);
        RequireTidy(played);
    }

    [TestCaseSource(nameof(Names))]
    public void A_transaction_that_is_open_is_neither_joined_nor_ended(string name)
    {
        var played = new ScriptPlayer(_ => false).WithOpenTransaction().Run(Scripts[name]);

        Assert.That(played.Errors.Single(), Does.Contain("a transaction is open in this session"));
        Assert.That(played.Transactions, Is.EqualTo(1));
        Assert.That(played.Changes, Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void Implicit_transactions_are_refused(string name)
    {
        var played = new ScriptPlayer(_ => false) { IsImplicit = true }.Run(Scripts[name]);

        Assert.That(played.Errors.Single(), Does.Contain("IMPLICIT_TRANSACTIONS is on"));
        Assert.That(played.Changes, Is.Empty);
    }

    [Test]
    public void The_removal_leaves_the_trust()
    {
        var played = Play(FileNames.ClrRollback, Mine, AsDeployed, Assembly);

        Assert.That(played.Errors, Is.Empty);
        Assert.That(
            played.Changes,
            Is.EqualTo(
                new[] { "DROP FUNCTION [ebi].[arms_only_Outcome_Clr];", "DROP ASSEMBLY [RuleGen.ebi.arms_only];" }
            )
        );
        RequireTidy(played);
    }

    [TestCase(new[] { NoTrust }, 0, "asks for no trust")]
    [TestCase(new string[0], 1, "trusts [RuleGen.ebi.arms_only] from now on")]
    [TestCase(new[] { Trusted }, 0, "trusts [RuleGen.ebi.arms_only] already")]
    public void Trust_is_given_once(string[] facts, int changes, string said)
    {
        var played = Play(FileNames.ClrTrust, facts);

        Assert.That(played.Errors, Is.Empty);
        Assert.That(played.Changes, Has.Count.EqualTo(changes));
        Assert.That(played.Changes, Has.All.StartsWith("EXECUTE sys.sp_add_trusted_assembly @hash, N'rulegen.ebi."));
        Assert.That(played.Printed.Single(), Does.Contain(said));
    }

    [TestCase(new[] { NoTrust }, 0, "asks for no trust")]
    [TestCase(new[] { Trusted }, 1, "does not trust [RuleGen.ebi.arms_only] any more")]
    [TestCase(new string[0], 0, "does not trust [RuleGen.ebi.arms_only]; nothing was done")]
    public void Trust_is_taken_away_once(string[] facts, int changes, string said)
    {
        var played = Play(FileNames.ClrTrustRollback, facts);

        Assert.That(played.Errors, Is.Empty);
        Assert.That(played.Changes, Has.Count.EqualTo(changes));
        Assert.That(played.Printed.Single(), Does.Contain(said));
    }

    [Test]
    public void Trust_stays_while_the_database_has_the_assembly()
    {
        var played = Play(FileNames.ClrTrustRollback, Trusted, HasBytes);

        Assert.That(played.Errors.Single(), Does.Contain("Run clr-rollback.sql first"));
        Assert.That(played.Changes, Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void The_header_says_what_it_needs_and_locks_and_how_it_is_undone(string name) =>
        Assert.That(
            Scripts[name].Split("\n\n")[0],
            Does.Contain("\n-- Permissions: ").And.Contain("\n-- Locks: ").And.Contain("\n-- To undo it: ")
        );

    /// <summary>Plays a script where those conditions hold that have one of some parts.</summary>
    private static ScriptPlayer Play(string name, params string[] facts) =>
        new ScriptPlayer(condition =>
            // A condition is known by the last of these that it has.
            ((string[])[Mine, Assembly, AsDeployed, Current, SameBytes, NoTrust, Trusted, HasBytes]).LastOrDefault(
                part => condition.Contains(part, StringComparison.Ordinal)
            )
                is { } known
            && facts.Contains(known)
        ).Run(Scripts[name]);

    private static void RequireTidy(ScriptPlayer played)
    {
        Assert.That(played.Transactions, Is.Zero);
        Assert.That(played.IsNoExec, Is.False);
        Assert.That(played.Context, Is.Null);
    }
}
