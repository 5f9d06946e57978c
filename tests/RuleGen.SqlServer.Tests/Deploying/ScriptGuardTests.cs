using System.Diagnostics;
using RuleGen.Model;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.TSql;

namespace RuleGen.SqlServer.Tests.Deploying;

/// <summary>deploy.sql and rollback.sql by themselves, as somebody runs them who has the files only.</summary>
public sealed class ScriptGuardTests
{
    private Place _place = null!;
    private ISqlSession _session = null!;

    [SetUp]
    public void MakePlace()
    {
        _place = new Place();
        _session = LiveServer.Open();
    }

    [TearDown]
    public void RemovePlace()
    {
        _session?.Dispose();
        _place?.Dispose();
    }

    [Test]
    public void Deploy_makes_all_and_the_program_finds_it_current()
    {
        Assert.That(ScriptRun.Deploy(_place, _session), Is.Empty);

        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
        Assert.That(_place.Deploy().Script, Is.Null);
        RequireTidy();
    }

    [Test]
    public void Where_nothing_has_changed_nothing_is_done()
    {
        ScriptRun.Deploy(_place, _session);
        var making = Hand.Making(_place, _place.View);

        Assert.That(ScriptRun.Deploy(_place, _session), Is.Empty);

        Assert.That(Hand.Making(_place, _place.View), Is.EqualTo(making));
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
        RequireTidy();
    }

    [Test]
    public void What_the_program_deployed_is_not_done_again()
    {
        _place.Deploy();
        var making = Hand.Making(_place, _place.View);

        Assert.That(ScriptRun.Deploy(_place, _session), Is.Empty);

        Assert.That(Hand.Making(_place, _place.View), Is.EqualTo(making));
    }

    [Test]
    public void An_older_edition_is_replaced_and_its_grants_stay()
    {
        ScriptRun.Deploy(_place, _session, _place.Published(isOld: true));
        _place.Session.Execute($"GRANT SELECT ON {_place.View} TO public;");

        Assert.That(ScriptRun.Deploy(_place, _session), Is.Empty);

        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
        Assert.That(Hand.Grants(_place, _place.View), Is.EqualTo(new[] { "SELECT public" }));
    }

    [Test]
    public void Where_one_object_is_missing_both_are_there_afterwards()
    {
        ScriptRun.Deploy(_place, _session);
        _place.Session.Execute($"DROP FUNCTION {_place.Function};");

        Assert.That(ScriptRun.Deploy(_place, _session), Is.Empty);

        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
    }

    [Test]
    public void An_object_that_was_changed_by_hand_is_left_alone()
    {
        ScriptRun.Deploy(_place, _session, _place.Published(isOld: true));
        Hand.Change(_place, _place.View);
        var making = Hand.Making(_place, _place.View);

        Assert.That(ScriptRun.Deploy(_place, _session), Has.Some.Contains("was changed by hand"));
        Assert.That(ScriptRun.Rollback(_place, _session), Has.Some.Contains("was changed by hand"));

        Assert.That(Hand.Making(_place, _place.View), Is.EqualTo(making));
        Assert.That(_place.Conditions(), Is.EqualTo(new[] { ObjectCondition.Changed, ObjectCondition.Older }));
        RequireTidy();
    }

    [Test]
    public void An_object_of_somebody_else_stays_and_nothing_is_made_beside_it()
    {
        _place.Session.Execute($"CREATE SCHEMA {Hand.Bracket(_place.Schema)};");
        _place.Session.Execute($"CREATE VIEW {_place.View} AS SELECT 1 AS [One];");

        Assert.That(ScriptRun.Deploy(_place, _session), Has.Some.Contains("was not made by RuleGen"));

        Assert.That(_place.Conditions(), Is.EqualTo(new[] { ObjectCondition.Foreign, ObjectCondition.Missing }));
        RequireTidy();
    }

    [TestCase("Admission_Method", "nvarchar(2)", "is nvarchar(2), not varchar(2)")]
    [TestCase("Admission_Method", "varchar(3)", "is varchar(3), not varchar(2)")]
    [TestCase("Any_Spell_Diagnosis", "varchar(max)", "is varchar(max), not varchar(4000)")]
    [TestCase("Age_At_Start_of_Spell_SUS", "smallint", "is smallint, not int")]
    [TestCase("Age_At_Start_of_Spell_SUS", "decimal(5, 2)", "is decimal(5, 2), not int")]
    [TestCase("Any_Spell_Diagnosis", "varchar(4000) COLLATE Latin1_General_CS_AS", "has the collation ")]
    [TestCase("Any_Spell_Diagnosis", null, "is not there")]
    public void A_source_of_another_shape_is_refused_with_the_column(string column, string? type, string difference)
    {
        var name = Hand.Bracket(column);
        _place.Session.Execute($"ALTER TABLE {_place.Source.Table} DROP COLUMN {name};");
        if (type is not null)
        {
            var full =
                type.Contains("char", StringComparison.Ordinal) && !type.Contains("COLLATE", StringComparison.Ordinal)
                    ? type + " COLLATE Latin1_General_CI_AS"
                    : type;
            _place.Session.Execute($"ALTER TABLE {_place.Source.Table} ADD {name} {full} NULL;");
        }

        var errors = ScriptRun.Deploy(_place, _session);

        Assert.That(
            errors,
            Has.Some.Contains(
                $"{_place.Source.Table} is not what this script was made for: column {column} {difference}"
            )
        );
        // The program says the same.
        Assert.That(
            Refused.Problem(() => _place.Deploy()).Message,
            Does.Contain($"'{column}'").And.Contains(difference.Split(',')[0])
        );
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Missing));
        RequireTidy();
    }

    [Test]
    public void A_key_that_may_be_null_is_refused()
    {
        _place.Session.Execute($"DROP TABLE {_place.Source.Table};");
        _place.Session.Execute(
            TableScript
                .Write(_place.Source)
                .Replace("bigint NOT NULL", "bigint NULL", StringComparison.Ordinal)
                .Replace(",\n    PRIMARY KEY ([APCS_Ident])", "", StringComparison.Ordinal)
        );

        Assert.That(ScriptRun.Deploy(_place, _session), Has.Some.Contains("column APCS_Ident may be NULL"));
    }

    [Test]
    public void A_source_that_is_not_there_is_refused()
    {
        _place.Session.Execute($"DROP TABLE {_place.Source.Table};");

        Assert.That(ScriptRun.Deploy(_place, _session), Has.Some.Contains("is not in this database"));

        RequireTidy();
    }

    [TestCase(FileNames.Deploy)]
    [TestCase(FileNames.Rollback)]
    public void A_transaction_that_is_open_is_neither_joined_nor_ended(string file)
    {
        _place.Deploy(_place.Published(isOld: true));
        _session.Execute($"CREATE TABLE {_place.Name("theirs")} ([x] int NOT NULL);");
        _session.Execute("BEGIN TRANSACTION;");
        _session.Execute($"INSERT INTO {_place.Name("theirs")} ([x]) VALUES (1);");

        var errors = ScriptRun.Run(_session, ScriptRun.Write(_place, file));

        Assert.That(errors, Has.Some.Contains("a transaction is open in this session"));
        Assert.That(_session.Query("SELECT @@TRANCOUNT;").Single().Number(0), Is.EqualTo(1));
        Assert.That(Count(), Is.EqualTo(1));
        _session.Execute("ROLLBACK TRANSACTION;");
        Assert.That(Count(), Is.Zero);
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Older));

        long? Count() => _session.Query($"SELECT COUNT(*) FROM {_place.Name("theirs")};").Single().Number(0);
    }

    [TestCase(FileNames.Deploy)]
    [TestCase(FileNames.Rollback)]
    public void Implicit_transactions_are_refused_and_none_is_left_open(string file)
    {
        _place.Deploy(_place.Published(isOld: true));
        _session.Execute("SET IMPLICIT_TRANSACTIONS ON;");

        var errors = ScriptRun.Run(_session, ScriptRun.Write(_place, file));

        Assert.That(errors, Has.Some.Contains("IMPLICIT_TRANSACTIONS is on"));
        // Without a table, which would begin one.
        Assert.That(_session.Query("SELECT @@TRANCOUNT;").Single().Number(0), Is.Zero);
        _session.Execute("SET IMPLICIT_TRANSACTIONS OFF;");
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Older));
    }

    [Test]
    public void A_lock_is_waited_for_a_while_only_and_the_previous_state_stays()
    {
        _place.Deploy(_place.Published(isOld: true));
        using var other = LiveServer.Open();
        other.Execute("BEGIN TRANSACTION;");
        other.Execute($"DROP FUNCTION {_place.Function};");
        var patience = Stopwatch.StartNew();

        var errors = ScriptRun.Deploy(_place, _session);

        Assert.That(patience.Elapsed, Is.LessThan(TimeSpan.FromSeconds(25)));
        Assert.That(errors, Is.Not.Empty);
        other.Execute("ROLLBACK TRANSACTION;");
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Older));
        RequireTidy();
    }

    [Test]
    public void Two_at_once_make_one_and_the_other_finds_nothing_to_do()
    {
        using var other = LiveServer.Open();
        var sessions = new[] { _session, other };
        var errors = new IReadOnlyList<string>[2];

        Parallel.For(0, 2, run => errors[run] = ScriptRun.Deploy(_place, sessions[run]));

        Assert.That(errors.SelectMany(each => each), Is.Empty);
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
    }

    [Test]
    public void Rollback_leaves_no_trace_and_may_be_run_again()
    {
        ScriptRun.Deploy(_place, _session);

        Assert.That(ScriptRun.Rollback(_place, _session), Is.Empty);
        Assert.That(SchemaCheck.Exists(_place.Session, _place.Schema), Is.False);
        Assert.That(ScriptRun.Rollback(_place, _session), Is.Empty);
        RequireTidy();
    }

    /// <summary>The session is as it was found: no transaction, and statements run.</summary>
    private void RequireTidy()
    {
        Assert.That(_session.Query("SELECT @@TRANCOUNT;").Single().Number(0), Is.Zero);
        Assert.That(_session.Query("SELECT 1;"), Has.Count.EqualTo(1));
    }
}
