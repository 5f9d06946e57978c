using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>
/// What deploy.sql and rollback.sql do under every circumstance: all, or nothing and an error that says why, and the
/// session is left as it was found.
/// </summary>
internal sealed class DeployScriptFlowTests
{
    private const string View = "[ebi].[arms_only]";
    private const string Function = "[ebi].[arms_only_Outcome]";

    private static readonly string[] Files = [FileNames.Deploy, FileNames.Rollback];
    private static readonly Target[] SomeTargets = [Targets.SqlServer2016, Targets.Babelfish];

    private static IEnumerable<TestCaseData> Scripts =>
        from file in Files
        from target in SomeTargets
        select new TestCaseData(file, target).SetArgDisplayNames(file, target.Name);

    private static IEnumerable<TestCaseData> Refusals
    {
        get
        {
            foreach (var target in SomeTargets)
            {
                foreach (
                    var (file, condition, message) in ((string, string, string)[])
                        [
                            (FileNames.Deploy, "@lock < 0", "another deployment holds the lock"),
                            (FileNames.Deploy, "UNICODE(N'é') <> 233", "this file is UTF-8"),
                            (FileNames.Deploy, "@source IS NULL", "[dbo].[APCS]"),
                            (FileNames.Deploy, "@column IS NOT NULL", "is not what this script was made for"),
                            (FileNames.Deploy, $"foreign {View}", "was not made by RuleGen"),
                            (FileNames.Deploy, $"foreign {Function}", "was not made by RuleGen"),
                            (FileNames.Deploy, $"by hand {View}", "was changed by hand"),
                            (FileNames.Deploy, $"by hand {Function}", "was changed by hand"),
                            (FileNames.Rollback, "@lock < 0", "another deployment holds the lock"),
                            (FileNames.Rollback, $"by hand {View}", "was changed by hand"),
                            (FileNames.Rollback, $"by hand {Function}", "was changed by hand"),
                        ]
                )
                {
                    yield return new TestCaseData(file, target, condition, message).SetArgDisplayNames(
                        file,
                        target.Name,
                        condition
                    );
                }
            }
        }
    }

    [TestCaseSource(nameof(SomeTargets))]
    public void Into_an_empty_database_all_is_made(Target target)
    {
        var played = Play(FileNames.Deploy, target);

        Assert.That(played.Errors, Is.Empty);
        Assert.That(Made(played), Is.EqualTo(new[] { View, Function }));
        Assert.That(played.Changes, Has.Some.Contains("CREATE SCHEMA [ebi]"));
        Assert.That(played.Changes.Where(IsStamp).Count(), Is.EqualTo(17));
        Assert.That(played.Printed, Is.EqualTo(new[] { $"PRINT N'Deployed {View} and {Function}.';" }));
        RequireTidy(played);
    }

    [TestCaseSource(nameof(SomeTargets))]
    public void Over_an_older_edition_all_is_made_anew(Target target)
    {
        var played = Play(FileNames.Deploy, target, "mine");

        Assert.That(played.Errors, Is.Empty);
        Assert.That(Made(played), Is.EqualTo(new[] { View, Function }));
        RequireTidy(played);
    }

    [TestCaseSource(nameof(SomeTargets))]
    public void Where_nothing_has_changed_nothing_is_done(Target target)
    {
        var played = Play(FileNames.Deploy, target, "mine", "current");

        Assert.That(played.Errors, Is.Empty);
        Assert.That(played.Changes, Is.Empty);
        Assert.That(played.Printed.Single(), Does.Contain("nothing has changed"));
        RequireTidy(played);
    }

    [TestCaseSource(nameof(SomeTargets))]
    public void Where_one_of_them_is_current_both_are_made(Target target) =>
        Assert.That(
            Made(Play(FileNames.Deploy, target, "mine", $"current {View}")),
            Is.EqualTo(new[] { View, Function })
        );

    [TestCaseSource(nameof(SomeTargets))]
    public void Rollback_removes_what_is_there(Target target)
    {
        var played = Play(FileNames.Rollback, target, "mine");

        Assert.That(played.Errors, Is.Empty);
        Assert.That(played.Changes, Is.EqualTo(new[] { $"DROP FUNCTION {Function};", $"DROP VIEW {View};" }));
        RequireTidy(played);
    }

    [TestCaseSource(nameof(Scripts))]
    public void A_transaction_that_is_open_is_neither_joined_nor_ended(string file, Target target)
    {
        // Also where an earlier run was cut off and left its state in the session.
        foreach (var context in (string?[])[null, "begun", "nothing"])
        {
            var played = Player("mine").WithOpenTransaction(context).Run(Script(file, target));

            Assert.That(played.Errors[0], Does.Contain("a transaction is open in this session"));
            Assert.That(played.Transactions, Is.EqualTo(1));
            Assert.That(played.Changes, Is.Empty);
            Assert.That(played.Printed, Is.Empty);
            Assert.That(played.IsNoExec, Is.False);
        }
    }

    [TestCaseSource(nameof(Scripts))]
    public void Implicit_transactions_are_refused_before_one_begins(string file, Target target)
    {
        var played = new ScriptPlayer(Answer("mine")) { IsImplicit = true }.Run(Script(file, target));

        Assert.That(played.Errors[0], Does.Contain("IMPLICIT_TRANSACTIONS is on"));
        Assert.That(played.Changes, Is.Empty);
        Assert.That(played.Printed, Is.Empty);
        RequireTidy(played);
    }

    [TestCaseSource(nameof(Refusals))]
    public void A_refusal_changes_nothing_and_keeps_the_rest_from_running(
        string file,
        Target target,
        string condition,
        string message
    )
    {
        var played = Play(file, target, "mine", condition);

        Assert.That(played.Errors[0], Does.Contain(message));
        Assert.That(played.Changes, Is.Empty);
        Assert.That(played.Printed, Has.None.Contains("Deployed").And.None.Contains("Removed"));
        RequireTidy(played);
    }

    [Test]
    public void A_statement_that_fails_anywhere_undoes_all(
        [ValueSource(nameof(SomeTargets))] Target target,
        [Values(
            "CREATE SCHEMA",
            "sp_getapplock",
            "VIEW [ebi]",
            "FUNCTION [ebi]",
            "N'RuleGen.DefinitionHash', N'd63e",
            "N'RuleGen.ModuleHash', @module",
            "FROM sys.synonyms",
            "TOP (1) @column"
        )]
            string failing
    )
    {
        var script = Script(FileNames.Deploy, target);
        Assert.That(script, Does.Contain(failing));

        var played = new ScriptPlayer(Answer()) { Failing = failing }.Run(script);

        Assert.That(played.Errors[0], Does.Contain(failing));
        Assert.That(played.Changes, Is.Empty);
        Assert.That(played.Printed, Has.None.Contains("Deployed"));
        RequireTidy(played);
    }

    [Test]
    public void A_removal_that_fails_undoes_all(
        [ValueSource(nameof(SomeTargets))] Target target,
        [Values("DROP VIEW", "DROP FUNCTION")] string failing
    )
    {
        var played = new ScriptPlayer(Answer("mine")) { Failing = failing }.Run(Script(FileNames.Rollback, target));

        Assert.That(played.Errors[0], Does.Contain(failing));
        Assert.That(played.Changes, Is.Empty);
        RequireTidy(played);
    }

    [TestCaseSource(nameof(Scripts))]
    public void Every_lock_is_waited_for_a_while_only(string file, Target target)
    {
        var script = Script(file, target);

        Assert.That(script, Does.Contain("\nSET LOCK_TIMEOUT 10000;\nGO\n"));
        Assert.That(
            script.IndexOf("SET LOCK_TIMEOUT", StringComparison.Ordinal),
            Is.LessThan(script.IndexOf("BEGIN TRANSACTION", StringComparison.Ordinal))
        );
    }

    [TestCaseSource(nameof(Scripts))]
    public void The_header_says_what_it_needs_and_locks_and_how_it_is_undone(string file, Target target)
    {
        var header = Script(file, target).Split("\n\n")[0];

        Assert.That(
            header,
            Does.Contain("\n-- Permissions: ").And.Contain("\n-- Locks: ").And.Contain("\n-- To undo it: ")
        );
    }

    [TestCaseSource(nameof(SomeTargets))]
    public void Each_column_of_the_source_is_asked_for_as_it_must_be(Target target)
    {
        var script = ScriptGenerator
            .Generate(BackPainFusion.Coding, Apcs.Source, target)
            .Single(file => file.Name == FileNames.Deploy)
            .Text;
        var collation =
            target == Targets.Babelfish
                ? "N'Latin1_General_CI_AS', N'bbf_unicode_cp1_ci_as'"
                : "N'Latin1_General_CI_AS'";
        var none = target == Targets.Babelfish ? "N'', N''" : "N''";

        Assert.That(
            script,
            Does.Contain($"(1, N'APCS_Ident', N'bigint', {none}, 0),")
                .And.Contain($"N'Any_Spell_Diagnosis', N'varchar(4000)', {collation}, 1)")
                .And.Contain($"N'Age_At_Start_of_Spell_SUS', N'int', {none}, 1)")
        );
    }

    [TestCase("decimal", "decimal(18, 0)")]
    [TestCase("numeric(9)", "numeric(9, 0)")]
    [TestCase("decimal(9,2)", "decimal(9, 2)")]
    [TestCase("datetime2", "datetime2(7)")]
    [TestCase("time(0)", "time(0)")]
    [TestCase("datetime", "datetime")]
    [TestCase("nvarchar(max)", "nvarchar(max)")]
    [TestCase("NCHAR(5)", "nchar(5)")]
    [TestCase("bit", "bit")]
    public void A_type_is_asked_for_with_the_lengths_that_the_server_supplies(string type, string asked)
    {
        var column = new Column("carried", SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs), isNullable: true);
        var source = new Source(
            Apcs.Source.Table,
            Apcs.Source.Alias,
            ["APCS_Ident"],
            ["carried"],
            [.. Apcs.Source.Columns, column]
        );

        var script = ScriptGenerator
            .Generate(ScriptCases.ArmsOnly, source, Targets.SqlServer2016)
            .Single(file => file.Name == FileNames.Deploy)
            .Text;

        Assert.That(script, Does.Contain($"N'carried', N'{asked}', N'"));
    }

    private static ScriptPlayer Play(string file, Target target, params string[] facts) =>
        Player(facts).Run(Script(file, target));

    private static ScriptPlayer Player(params string[] facts) => new(Answer(facts));

    // Its title is not ASCII, so that it must know how the file is read.
    private static string Script(string file, Target target) =>
        ScriptGenerator
            .Generate(ScriptCases.ArmsOnly with { Title = "Un título" }, Apcs.Source, target)
            .Single(each => each.Name == file)
            .Text;

    /// <summary>What a database says of which some things are true.</summary>
    private static Func<string, bool> Answer(params string[] facts)
    {
        bool Is(string fact, string condition) =>
            facts.Any(each =>
                each == fact
                || (
                    each.StartsWith(fact + " ", StringComparison.Ordinal)
                    && condition.Contains($"OBJECT_ID(N'{each[(fact.Length + 1)..]}')", StringComparison.Ordinal)
                )
            );
        return condition =>
            facts.Contains(condition)
            || condition switch
            {
                _ when condition.Contains("N'RuleGen.ModuleHash'", StringComparison.Ordinal) => !Is(
                    "by hand",
                    condition
                ),
                _ when condition.Contains("CONVERT(nvarchar(64), p.value)", StringComparison.Ordinal) => Is(
                    "current",
                    condition
                ),
                _ when condition.Contains("N'RuleGen.DefinitionHash'", StringComparison.Ordinal) => Is(
                    "mine",
                    condition
                ) && !Is("foreign", condition),
                _ when condition.StartsWith("OBJECT_ID(", StringComparison.Ordinal) => Is("mine", condition)
                    || Is("foreign", condition),
                "SCHEMA_ID(N'ebi') IS NULL" => !facts.Contains("mine"),
                _ => false,
            };
    }

    private static IEnumerable<string> Made(ScriptPlayer played) =>
        played
            .Changes.Where(change =>
                change.Contains("VIEW [ebi]", StringComparison.Ordinal)
                || change.Contains("FUNCTION [ebi]", StringComparison.Ordinal)
            )
            .Where(change => change.Contains("CREATE", StringComparison.Ordinal))
            .Select(change => change.Contains("FUNCTION [ebi]", StringComparison.Ordinal) ? Function : View);

    private static bool IsStamp(string change) =>
        change.StartsWith("EXECUTE sys.sp_addextendedproperty", StringComparison.Ordinal);

    /// <summary>Nothing of the script is left in the session.</summary>
    private static void RequireTidy(ScriptPlayer played)
    {
        Assert.That(played.Transactions, Is.Zero);
        Assert.That(played.IsNoExec, Is.False);
        Assert.That(played.Context, Is.Null);
    }
}
