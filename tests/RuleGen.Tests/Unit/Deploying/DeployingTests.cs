using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.SqlServer;
using RuleGen.Tests.Unit.Writing;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Deploying;

/// <summary>What is sent to a server, word for word, and what stands in the way of sending it.</summary>
public sealed partial class DeployingTests
{
    private static readonly PublishedCoding Coding = ScriptCases.ArmsOnly;
    private static readonly DeploymentRequest Request = new([Coding], Apcs.Source, ObjectNaming.Default);

    private static readonly string Hash = DefinitionHash.Of(Coding, Apcs.Source, ObjectNaming.Default);

    private RecordingSession _session = null!;
    private List<string> _progress = null!;

    [SetUp]
    public void Connect()
    {
        _session = new RecordingSession { Columns = RecordingSession.ColumnsOf(Apcs.Source) };
        _progress = [];
    }

    [TearDown]
    public void Disconnect() => _session.Dispose();

    [Test]
    public void To_an_empty_database_everything_is_sent_in_one_transaction()
    {
        var plan = Deploy();

        Assert.That(plan.Touched, Has.Count.EqualTo(2));
        Approve("fresh");
    }

    [Test]
    public void Where_all_is_current_nothing_is_sent_but_questions()
    {
        _session.Objects = Objects(Hash);

        Assert.That(Deploy().Script, Is.Null);
        Approve("current");
    }

    [Test]
    public void An_older_edition_is_replaced_under_a_guard_of_what_was_seen()
    {
        _session.Objects = Objects("0000");

        Assert.That(Deploy().Touched, Has.Count.EqualTo(2));
        Approve("older");
    }

    [Test]
    public void Only_the_object_that_is_missing_is_sent()
    {
        _session.Objects = [Objects(Hash)[0]];

        Assert.That(
            Deploy().Touched.Select(each => each.QualifiedName),
            Is.EqualTo(new[] { "[ebi].[arms_only_Outcome]" })
        );
        Assert.That(_session.Transcript, Does.Not.Contain("CREATE OR ALTER VIEW"));
    }

    [Test]
    public void A_server_without_create_or_alter_gets_one_batch_that_drops_and_creates()
    {
        _session.Server = RecordingSession.Babelfish;
        _session.Objects = Objects("0000");

        Deploy();

        Approve("drop-and-create");
    }

    [Test]
    public void An_object_that_was_changed_by_hand_is_left_and_its_line_is_shown()
    {
        var script = ScriptGenerator
            .Generate(Coding, Apcs.Source, Targets.SqlServer2022)
            .Single(file => file.Name == FileNames.View)
            .Text;
        _session.Objects = [RecordingSession.Object(Coding.Id, "V ", Hash, moduleHash: 2)];
        _session.Text = script
            .Replace("CREATE OR ALTER", "CREATE", StringComparison.Ordinal)
            .Replace("'2%'", "'3%'", StringComparison.Ordinal);

        var problem = Refused.Problem(() => Deploy());

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ChangedByHand));
        Assert.That(
            problem.Message,
            Is.EqualTo(
                "[ebi].[arms_only] was changed by hand since RuleGen deployed it: it has the line "
                    + "'WHEN [APCS].[Admission_Method] LIKE '3%'' in the place of "
                    + "'WHEN [APCS].[Admission_Method] LIKE '2%''"
            )
        );
        Approve("changed-refused");
    }

    [Test]
    public void A_change_by_hand_is_discarded_on_demand_and_only_that_change()
    {
        _session.Objects = [RecordingSession.Object(Coding.Id, "V ", Hash, moduleHash: 2), Objects(Hash)[1]];

        var plan = new Deployer(_session, Request with { DiscardsChanges = true }, _progress.Add).Run();

        Assert.That(plan.Touched.Select(each => each.Name), Is.EqualTo(new[] { "arms_only" }));
        Assert.That(plan.Script, Does.Contain("HASHBYTES('SHA2_256', m.definition) = 0x02"));
    }

    [TestCase("V ", null)]
    [TestCase("U ", null)]
    [TestCase("IF", "0000")]
    public void An_object_of_somebody_else_is_left(string type, string? hash)
    {
        _session.Objects = [RecordingSession.Object(Coding.Id, type, hash)];

        var problem = Refused.Problem(() => Deploy());

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ForeignObject));
        Assert.That(problem.Message, Does.StartWith("[ebi].[arms_only] exists and was not made by RuleGen"));
        Assert.That(_session.Transcript, Does.Not.Contain("======== batch"));
    }

    [Test]
    public void Everything_that_stands_in_the_way_is_said_at_once()
    {
        _session.MissingPermissions = ["'CREATE VIEW'", "'IMPERSONATE'"];
        _session.Columns =
        [
            .. RecordingSession
                .ColumnsOf(Apcs.Source)
                .Where(row => row.Text(0) != "APCS_Ident")
                .Select(row =>
                    row.Text(0) == "Admission_Method"
                        ? new SqlRow("Admission_Method", "nvarchar(2)", true, "Latin1_General_CS_AS")
                        : row
                ),
        ];

        var problems = Refused.Problems(() => Deploy());

        Assert.That(
            problems.Select(problem => $"{problem.Code.Id}: {problem.Message}"),
            Is.EqualTo([
                "RG0706: Column 'APCS_Ident' of [dbo].[APCS] is not there",
                "RG0706: Column 'Admission_Method' of [dbo].[APCS] is nvarchar(2), not varchar(2)",
                "RG0706: Column 'Admission_Method' of [dbo].[APCS] has the collation Latin1_General_CS_AS, not "
                    + "Latin1_General_CI_AS",
                "RG0703: The login has no permission CREATE VIEW on the database",
                "RG0703: The login has no permission IMPERSONATE on user dbo",
            ])
        );
        Assert.That(_session.Transcript, Does.Not.Contain("======== batch"));
    }

    [Test]
    public void A_column_that_may_be_null_where_the_schema_file_says_no_is_named()
    {
        _session.Columns =
        [
            .. RecordingSession
                .ColumnsOf(Apcs.Source)
                .Select(row => row.Text(0) == "APCS_Ident" ? new SqlRow("APCS_Ident", "bigint", true, "") : row),
        ];

        Assert.That(
            Refused.Problem(() => Deploy()).Message,
            Is.EqualTo("Column 'APCS_Ident' of [dbo].[APCS] may be NULL, and the schema file says that it may not")
        );
    }

    [Test]
    public void A_table_that_is_not_there_is_named()
    {
        _session.Columns = [];

        Assert.That(Refused.Problem(() => Deploy()).Message, Does.StartWith("The source [dbo].[APCS] is not in the"));
    }

    [TestCase("14.0.3456.2", 3, null, "sqlserver2017")]
    [TestCase("13.0.4001.0", 2, null, "sqlserver2016")]
    [TestCase("17.0.1000.7", 4, null, "sqlserver2025")]
    [TestCase("18.0.1.1", 3, null, "sqlserver2025")]
    [TestCase("12.0.2000.8", 5, null, "azuresqldatabase")]
    [TestCase("12.0.2000.8", 8, null, "managedinstance")]
    [TestCase("12.0.2000.8", 2, "4.4.0", "babelfish")]
    [TestCase("13.0.1601.5", 2, null, null)]
    [TestCase("12.0.6024.0", 3, null, null)]
    [TestCase("12.0.2000.8", 6, null, null)]
    public void The_server_says_which_target_it_is(string version, int engine, string? babelfish, string? target)
    {
        _session.Server = new SqlRow(version, (long)engine, "Edition", babelfish, "Db", "Latin1_General_CI_AS", null);

        Assert.That(ServerInfo.Read(_session).Target?.Name, Is.EqualTo(target));
    }

    [Test]
    public void A_server_that_is_too_old_is_refused_and_named()
    {
        _session.Server = new SqlRow("12.0.6024.0", 3L, "Enterprise", null, "Db", "Latin1_General_CI_AS", null);

        var problem = Refused.Problem(() => Deploy());

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedServer));
        Assert.That(problem.Message, Does.Contain("SQL Server (12.0.6024.0, Enterprise)"));
    }

    [Test]
    public void A_target_that_the_server_cannot_be_is_refused()
    {
        _session.Server = RecordingSession.Babelfish;

        Assert.That(
            Refused
                .Problem(() =>
                    new Deployer(_session, Request with { Target = Targets.SqlServer2019 }, _progress.Add).Plan()
                )
                .Remedy,
            Is.EqualTo("Leave out --target, or write --target babelfish")
        );
    }

    [Test]
    public void A_read_only_database_is_refused()
    {
        _session.Server = new SqlRow("16.0.1.1", 3L, "Dev", null, "Db", "Latin1_General_CI_AS", "READ_ONLY");

        Assert.That(Refused.Problem(() => Deploy()).Code, Is.EqualTo(ErrorCodes.UnsupportedServer));
    }

    [Test]
    public void A_batch_that_fails_undoes_the_transaction_and_ends_the_work()
    {
        _session.On("CREATE OR ALTER FUNCTION", Fail);

        var problem = Refused.Problem(() => Deploy());

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.StatementRefused));
        Assert.That(
            _session.Transcript,
            Does.EndWith("-- ======== query\n" + LastQuery()).And.Not.Contain("COMMIT TRANSACTION;\n    PRINT")
        );
        Assert.That(_session.Transcript, Does.Contain("-- ======== batch\nIF @@TRANCOUNT > 0\n    ROLLBACK"));
    }

    [Test]
    public void Where_another_deployment_was_faster_there_is_nothing_left_to_do()
    {
        _session.On(
            "sp_getapplock",
            () =>
            {
                _session.Objects = Objects(Hash);
                Fail();
            }
        );

        Assert.That(Deploy().Script, Is.Null);
        Assert.That(_progress, Does.Contain("somebody else was faster; looked again"));
    }

    [Test]
    public void Status_asks_and_changes_nothing()
    {
        _session.Objects =
        [
            RecordingSession.Object("ARMS_ONLY", "V ", Hash),
            RecordingSession.Object("gone", "IF", "1234"),
        ];

        var status = ServerStatus.Read(_session, Request);

        Assert.That(
            status.Objects.Select(each => $"{each.Name} {each.Condition}"),
            Is.EqualTo(["arms_only Current", "arms_only_Outcome Missing", "gone Surplus"])
        );
        Assert.That(status.IsCurrent, Is.False);
        Approve("status");
    }

    [Test]
    public void Status_shows_objects_that_had_their_names_from_other_patterns()
    {
        _session.Objects =
        [
            RecordingSession.Object("arms_only", "V ", Hash, coding: Coding.Id),
            RecordingSession.Object("arms_only_Outcome", "IF", Hash, coding: Coding.Id),
            RecordingSession.Object("gone", "V ", "1234"),
            RecordingSession.Object("rules_arms_only", "V ", "1234", coding: Coding.Id),
        ];
        var request = Request with { Naming = ObjectNaming.Of("rules_{id}", "fn_{id}") };

        var status = ServerStatus.Read(_session, request);

        Assert.That(
            status.Objects.Select(each => $"{each.Name} {each.Condition} {each.Remark}"),
            Is.EqualTo(
                new[]
                {
                    "rules_arms_only Older ",
                    "fn_arms_only Missing ",
                    "arms_only Surplus its coding makes one of another name",
                    "arms_only_Outcome Surplus its coding makes one of another name",
                    "gone Surplus ",
                }
            )
        );
    }

    [Test]
    public void Two_objects_of_one_name_are_refused_before_anything_is_sent()
    {
        var other = Coding with { Id = "arms_only_Outcome" };

        var problem = Refused.Problem(() =>
            new Deployer(_session, Request with { Codings = [Coding, other] }, _progress.Add).Run()
        );

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ObjectNames));
        Assert.That(
            problem.Message,
            Is.EqualTo(
                "[ebi].[arms_only_Outcome] would be the function of arms_only, and the view of arms_only_Outcome"
            )
        );
        Assert.That(_session.Transcript, Does.Not.Contain("======== batch"));
    }

    [Test]
    public void A_schema_that_is_not_there_is_told_apart_from_objects_that_are_not()
    {
        Assert.That(ServerStatus.Read(_session, Request).HasSchema, Is.False);

        new Undeployer(_session, Request, _progress.Add).Run();

        Assert.That(_progress, Does.Contain("the database has no schema [ebi]"));
    }

    [Test]
    public void Status_needs_to_see_the_objects()
    {
        _session.MissingPermissions = ["'VIEW DEFINITION'"];

        Assert.That(
            Refused.Problem(() => ServerStatus.Read(_session, Request)).Message,
            Is.EqualTo("The login has no permission VIEW DEFINITION on schema [ebi]")
        );
    }

    [Test]
    public void A_text_that_the_server_does_not_show_counts_as_changed()
    {
        _session.Objects =
        [
            new SqlRow(Coding.Id, "V ", null, new byte[] { 1 }, Hash, "An edition", "0.0.9", "x", null, null),
        ];

        var status = ServerStatus.Read(_session, Request).Objects[0];

        Assert.That(status.Condition, Is.EqualTo(ObjectCondition.Changed));
        Assert.That(status.Remark, Is.EqualTo("the server does not show its text"));
    }

    [Test]
    public void The_batches_that_are_sent_are_those_of_the_script()
    {
        var script = Deploy().Script!;

        var sent = _session
            .Transcript.Split("-- ======== ")
            .Where(part => part.StartsWith("batch\n", StringComparison.Ordinal))
            .Select(part => part["batch\n".Length..].TrimEnd('\n'));
        var batches = $"\n{script}".Split("\nGO\n").Select(batch => batch.Trim('\n')).Where(batch => batch.Length > 0);
        Assert.That(sent, Is.EqualTo(batches));
    }

    [Test]
    public void No_approved_transcript_is_left_over() =>
        Assert.That(
            Approved.Names("Deploying").Select(Path.GetFileNameWithoutExtension),
            Is.EquivalentTo([
                "changed-refused",
                "clr",
                "current",
                "data-from",
                "data-from-lists",
                "drop-and-create",
                "fresh",
                "older",
                "scratch-clr",
                "status",
                "undeploy",
                "undeploy-clr",
            ])
        );

    private static SqlRow[] Objects(string hash) =>
        [RecordingSession.Object(Coding.Id, "V ", hash), RecordingSession.Object(Coding.Id + "_Outcome", "IF", hash)];

    private static void Fail() => throw new RuleGenException(ErrorCodes.StatementRefused, "It failed", "Mend it");

    private ServerPlan Deploy() => new Deployer(_session, Request, _progress.Add).Run();

    private string LastQuery() => _session.Transcript.Split("-- ======== query\n")[^1];

    private void Approve(string name) => Approved.Check($"Deploying/{name}.sql", _session.Transcript);
}
