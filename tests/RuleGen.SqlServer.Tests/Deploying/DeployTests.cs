using RuleGen.Model;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.Tests.Unit.Writing;
using RuleGen.TSql;

namespace RuleGen.SqlServer.Tests.Deploying;

/// <summary>Deployment on a server that is there.</summary>
public sealed class DeployTests
{
    private Place _place = null!;

    [SetUp]
    public void MakePlace() => _place = new Place();

    [TearDown]
    public void RemovePlace() => _place?.Dispose();

    [Test]
    public void The_second_deployment_touches_nothing()
    {
        Assert.That(_place.Deploy().Touched, Has.Count.EqualTo(2));
        var making = Hand.Making(_place, _place.View);

        Assert.That(_place.Deploy().Script, Is.Null);

        Assert.That(Hand.Making(_place, _place.View), Is.EqualTo(making));
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
    }

    [Test]
    public void An_older_edition_is_replaced_and_its_grants_stay()
    {
        _place.Deploy(_place.Published(isOld: true));
        _place.Session.Execute($"GRANT SELECT ON {_place.View} TO public;");
        var grants = Hand.Grants(_place, _place.View);
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Older));

        _place.Deploy();

        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
        Assert.That(grants, Is.EqualTo(new[] { "SELECT public" }));
        Assert.That(Hand.Grants(_place, _place.View), Is.EqualTo(grants));
    }

    [Test]
    public void A_change_by_hand_is_refused_shown_and_replaced_on_demand()
    {
        _place.Deploy();
        Hand.Change(_place, _place.View);
        Assert.That(_place.Conditions(), Is.EqualTo(new[] { ObjectCondition.Changed, ObjectCondition.Current }));

        var problem = Refused.Problem(() => _place.Deploy());
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ChangedByHand));
        Assert.That(problem.Message, Does.Contain("it has the line '").And.Contain("in the place of"));
        Assert.That(Refused.Problem(() => _place.Undeploy()).Code, Is.EqualTo(ErrorCodes.ChangedByHand));

        var plan = Place.Deploy(_place.Request() with { DiscardsChanges = true });
        Assert.That(plan.Touched.Select(each => each.Kind), Is.EqualTo(new[] { ObjectKind.View }));
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
    }

    [Test]
    public void An_object_of_somebody_else_stays_and_nothing_is_made_beside_it()
    {
        _place.Session.Execute($"CREATE SCHEMA {Hand.Bracket(_place.Schema)};");
        _place.Session.Execute($"CREATE VIEW {_place.View} AS SELECT 1 AS [One];");

        Assert.That(Refused.Problem(() => _place.Deploy()).Code, Is.EqualTo(ErrorCodes.ForeignObject));
        Assert.That(Refused.Problem(() => _place.Undeploy()).Code, Is.EqualTo(ErrorCodes.ForeignObject));

        Assert.That(_place.Conditions(), Is.EqualTo(new[] { ObjectCondition.Foreign, ObjectCondition.Missing }));
        Assert.That(_place.Session.Query($"SELECT v.[One] FROM {_place.View} AS v;").Single().Number(0), Is.EqualTo(1));
    }

    [Test]
    public void Other_patterns_make_other_objects_and_the_old_ones_are_shown_and_removed()
    {
        _place.Deploy();
        var request = _place.Request() with
        {
            Naming = ObjectNaming.Of("rules_{id}", "fn_{id}") with { Schema = _place.Schema, OutcomeColumn = "Label" },
        };

        Place.Deploy(request);

        Assert.That(
            ServerStatus.Read(_place.Session, request).Objects.Select(each => each.Condition),
            Is.EqualTo(
                new[]
                {
                    ObjectCondition.Current,
                    ObjectCondition.Current,
                    ObjectCondition.Surplus,
                    ObjectCondition.Surplus,
                }
            )
        );
        Assert.That(
            _place.Session.Query($"SELECT v.[Label] FROM {_place.Name("rules_" + _place.Published().Id)} AS v;"),
            Is.Empty
        );
        using (
            var deployed = DeployedCoding.Open(
                ConnectionText.Parse(LiveServer.Connection),
                request,
                _place.Source.Table,
                needsClr: false,
                _ => { },
                CancellationToken.None
            )
        )
        {
            Assert.That(deployed.Objects, Is.EqualTo(new[] { ObjectKind.View, ObjectKind.Function }));
            Assert.That(() => deployed.Read(10, _ => { }), Throws.Nothing);
        }

        Assert.That(new Undeployer(_place.Session, request, _ => { }).Run().Touched, Has.Count.EqualTo(4));
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Missing));
    }

    [Test]
    public void Objects_are_described_and_described_anew_with_the_coding()
    {
        _place.Deploy(_place.Published(isOld: true));
        var old = Hand.Description(_place, _place.Published().Id);

        _place.Deploy();

        var published = _place.Published();
        var now = $"{published.Title}; {published.Publication}, {published.Edition}. Made by RuleGen.";
        Assert.That(old, Does.EndWith(" Made by RuleGen.").And.Not.EqualTo(now));
        Assert.That(Hand.Description(_place, published.Id), Is.EqualTo(now));
        Assert.That(Hand.Description(_place, published.Id + "_Outcome"), Is.EqualTo(now));
    }

    [Test]
    public void A_description_by_hand_stays()
    {
        _place.Deploy(_place.Published(isOld: true));
        var id = _place.Published().Id;
        Hand.Describe(_place, "VIEW", id, "Ask Ann ’before‘ you use it");

        _place.Deploy();

        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
        Assert.That(Hand.Description(_place, id), Is.EqualTo("Ask Ann ’before‘ you use it"));
        Assert.That(Hand.Description(_place, id + "_Outcome"), Does.EndWith(" Made by RuleGen."));

        Place.Deploy(_place.Request(_place.Published(isOld: true)));

        Assert.That(Hand.Description(_place, id), Is.EqualTo("Ask Ann ’before‘ you use it"));
        Assert.That(_place.Undeploy().Touched, Has.Count.EqualTo(2));
    }

    [Test]
    public void Undeploy_leaves_no_trace()
    {
        _place.Deploy();

        Assert.That(_place.Undeploy().Touched, Has.Count.EqualTo(2));

        Assert.That(SchemaCheck.Exists(_place.Session, _place.Schema), Is.False);
        Assert.That(_place.Undeploy().Script, Is.Null);
    }

    [Test]
    public void Undeploy_leaves_a_schema_in_which_something_else_is()
    {
        _place.Deploy();
        _place.Session.Execute($"CREATE TABLE {_place.Name("theirs")} ([x] int NOT NULL);");

        _place.Undeploy();

        Assert.That(SchemaCheck.Exists(_place.Session, _place.Schema), Is.True);
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Missing));
    }

    [Test]
    public void Two_deployments_at_once_make_one()
    {
        var plans = new ServerPlan[2];

        Parallel.For(0, 2, run => plans[run] = _place.Deploy());

        Assert.That(plans.Count(plan => plan.Script is not null), Is.EqualTo(1));
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
    }

    [Test]
    public void A_statement_that_fails_in_the_middle_leaves_the_previous_state()
    {
        _place.Deploy(_place.Published(isOld: true));
        using var impatient = ConnectionText.Parse(LiveServer.Connection + ";Command Timeout=3").Open();
        using var other = LiveServer.Open();
        other.Execute("BEGIN TRANSACTION;");
        other.Execute($"DROP FUNCTION {_place.Function};");

        var problem = Refused.Problem(() => new Deployer(impatient, _place.Request(), _ => { }).Run());

        other.Execute("ROLLBACK TRANSACTION;");
        Assert.That(problem.Code.Kind, Is.EqualTo(ErrorKind.Environment));
        var conditions = _place.Settle();
        Assert.That(conditions, Is.All.EqualTo(ObjectCondition.Older).Or.All.EqualTo(ObjectCondition.Current));
        if (LiveServer.Target.HasCreateOrAlter)
        {
            // Babelfish does not hear of the cancellation while it waits for a lock, and then runs the batch to its end.
            Assert.That(conditions, Is.All.EqualTo(ObjectCondition.Older));
        }

        _place.Deploy();
        Assert.That(_place.Conditions(), Is.All.EqualTo(ObjectCondition.Current));
    }

    [Test]
    public void A_wrong_collation_of_the_source_is_refused_with_the_column()
    {
        var column = Hand.Bracket("Any_Spell_Diagnosis");
        _place.Session.Execute($"ALTER TABLE {_place.Source.Table} DROP COLUMN {column};");
        _place.Session.Execute(
            $"ALTER TABLE {_place.Source.Table} ADD {column} varchar(4000) COLLATE Latin1_General_CS_AS NULL;"
        );

        var problem = Refused.Problem(() => _place.Deploy());

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.SourceMismatch));
        Assert.That(
            problem.Message,
            Does.StartWith($"Column 'Any_Spell_Diagnosis' of {_place.Source.Table} has the collation ")
                .And.EndsWith("not Latin1_General_CI_AS")
        );
    }

    [Test]
    public void Every_column_that_is_not_as_the_schema_file_says_is_named()
    {
        _place.Session.Execute($"ALTER TABLE {_place.Source.Table} DROP COLUMN [Admission_Method];");
        _place.Session.Execute($"ALTER TABLE {_place.Source.Table} DROP COLUMN [Age_At_Start_of_Spell_SUS];");
        _place.Session.Execute($"ALTER TABLE {_place.Source.Table} ADD [Age_At_Start_of_Spell_SUS] smallint NULL;");

        Assert.That(
            Refused.Problems(() => _place.Deploy()).Select(problem => problem.Message),
            Is.EquivalentTo([
                $"Column 'Admission_Method' of {_place.Source.Table} is not there",
                $"Column 'Age_At_Start_of_Spell_SUS' of {_place.Source.Table} is smallint, not int",
            ])
        );
    }

    [Test]
    public void Names_of_every_kind_are_deployed_and_read_back()
    {
        var bracket = LiveServer.Target.HasBracketsInNames ? "]" : "";
        using var place = new Place(table =>
        {
            var odd = ScriptCases.OddSource(bracket);
            return new Source(
                new TableName(table.Schema, odd.Table.Name),
                // Babelfish takes the text before a bracket in it for a column's name.
                LiveServer.Target.HasBracketsInNames
                    ? odd.Alias
                    : odd.Alias.Replace("[", "", StringComparison.Ordinal),
                odd.Key.Select(column => column.Name).ToValueList(),
                odd.Carried.Select(column => column.Name).ToValueList(),
                odd.Columns
            );
        });
        var coding = ScriptCases.Odd(place.Source);

        Assert.That(place.Deploy(coding).Touched, Has.Count.EqualTo(2));

        Assert.That(place.Conditions(coding), Is.All.EqualTo(ObjectCondition.Current));
        Assert.That(place.Session.Query($"SELECT * FROM {place.Name(coding.Id)};"), Is.Empty);
        using var session = LiveServer.Open();
        new Undeployer(session, place.Request(coding), _ => { }).Run();
        Assert.That(SchemaCheck.Exists(place.Session, place.Schema), Is.False);
    }
}
