using System.Security.Cryptography;
using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.SqlServer;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Deploying;

public sealed partial class DeployingTests
{
    private static DeploymentRequest WithClr => Request with { MakeClr = ClrGenerator.MakeObject };

    private static DeploymentRequest WithTrust => WithClr with { ChangesTrust = true };

    [Test]
    public void A_clr_function_is_deployed_in_the_same_transaction()
    {
        var plan = new Deployer(_session, WithClr, _progress.Add).Run();

        Assert.That(
            plan.Touched.Select(each => each.Kind),
            Is.EqualTo(new[] { ObjectKind.View, ObjectKind.Function, ObjectKind.ClrFunction })
        );
        Approve("clr");
    }

    [Test]
    public void Trust_is_given_before_the_transaction_where_it_is_asked_for_and_else_left_alone()
    {
        var asked = new Deployer(_session, WithTrust, _progress.Add).Plan().Script!;
        var unasked = new Deployer(_session, WithClr, _progress.Add).Plan().Script!;

        Assert.That(
            asked.IndexOf("EXECUTE sys.sp_add_trusted_assembly", StringComparison.Ordinal),
            Is.Positive.And.LessThan(asked.IndexOf("BEGIN TRANSACTION", StringComparison.Ordinal))
        );
        Assert.That(unasked, Does.Not.Contain("trusted"));
    }

    [Test]
    public void A_server_that_runs_no_clr_functions_yet_takes_them_and_says_so()
    {
        _session.ClrEnabled = 0;

        var plan = new Deployer(_session, WithClr, _progress.Add).Run();

        Assert.That(plan.Touched, Has.Count.EqualTo(3));
        Assert.That(_progress, Has.One.Contains("option 'clr enabled' is 0: they are deployed all the same"));
    }

    [Test]
    public void A_clr_function_is_current_where_its_assembly_has_the_bytes()
    {
        var content = SHA256.HashData(ClrGenerator.Compile(Coding, Apcs.Source, ObjectNaming.Default).Bytes.AsSpan());
        _session.Objects = [.. Objects(Hash), RecordingSession.ClrFunction("arms_only_Outcome_Clr", Hash, content)];

        Assert.That(new Deployer(_session, WithClr, _progress.Add).Run().Script, Is.Null);
    }

    [Test]
    public void A_clr_function_of_other_bytes_is_of_an_older_edition()
    {
        _session.Objects = [.. Objects(Hash), RecordingSession.ClrFunction("arms_only_Outcome_Clr", Hash, [1, 2])];

        var status = ServerStatus.Read(_session, WithClr);

        Assert.That(status.Objects[^1].Condition, Is.EqualTo(ObjectCondition.Older));
    }

    [Test]
    public void A_clr_function_that_nobody_asks_for_is_left_alone()
    {
        _session.Objects = [.. Objects(Hash), RecordingSession.ClrFunction("arms_only_Outcome_Clr", "0000", [1])];

        Assert.That(Deploy().Script, Is.Null);
        Assert.That(ServerStatus.Read(_session, Request).IsCurrent, Is.True);
    }

    [Test]
    public void Undeploy_removes_a_clr_function_with_its_assembly_and_leaves_the_trust_in_it()
    {
        _session.Objects = [.. Objects(Hash), RecordingSession.ClrFunction("arms_only_Outcome_Clr", Hash, [1])];

        var plan = new Undeployer(_session, Request, _progress.Add).Run();

        Assert.That(plan.Touched, Has.Count.EqualTo(3));
        Assert.That(plan.Script, Does.Not.Contain("trusted"));
        Assert.That(_progress, Has.One.Contains("--clr-trust takes that away"));
        Approve("undeploy-clr");
    }

    [Test]
    public void A_server_without_clr_refuses_it_by_name()
    {
        _session.Server = RecordingSession.Babelfish;

        var problem = Refused.Problem(() => new Deployer(_session, WithClr, _progress.Add).Run());

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnsupportedByTarget));
        Assert.That(problem.Message, Does.Contain("Babelfish for PostgreSQL runs no SQLCLR function"));
    }

    [Test]
    public void The_trust_goes_after_the_transaction_where_that_is_asked_for()
    {
        _session.Objects = [.. Objects(Hash), RecordingSession.ClrFunction("arms_only_Outcome_Clr", Hash, [1])];

        var script = new Undeployer(_session, Request with { ChangesTrust = true }, _progress.Add).Plan().Script!;

        Assert.That(
            script.IndexOf("EXECUTE sys.sp_drop_trusted_assembly @hash1", StringComparison.Ordinal),
            Is.GreaterThan(script.IndexOf("COMMIT TRANSACTION", StringComparison.Ordinal))
        );
        Assert.That(
            script.IndexOf("SELECT @hash1 = HASHBYTES", StringComparison.Ordinal),
            Is.Positive.And.LessThan(script.IndexOf("DROP ASSEMBLY", StringComparison.Ordinal))
        );
    }

    [Test]
    public void Trust_in_an_assembly_needs_a_permission_of_the_server_and_the_function_alone_none()
    {
        _session.MissingPermissions = ["'CONTROL SERVER'"];

        Assert.That(
            Refused.Problem(() => new Deployer(_session, WithTrust, _progress.Add).Run()).Message,
            Is.EqualTo("The login has no permission CONTROL SERVER on the server")
        );
        Assert.That(() => new Deployer(_session, WithClr, _progress.Add).Run(), Throws.Nothing);
    }

    [Test]
    public void The_end_of_trust_in_an_assembly_needs_it_too_and_is_asked_before_anything_is_removed()
    {
        _session.Objects = [.. Objects(Hash), RecordingSession.ClrFunction("arms_only_Outcome_Clr", Hash, [1])];
        _session.MissingPermissions = ["'CONTROL SERVER'"];

        Assert.That(
            Refused
                .Problem(() => new Undeployer(_session, Request with { ChangesTrust = true }, _progress.Add).Run())
                .Message,
            Is.EqualTo("The login has no permission CONTROL SERVER on the server")
        );
        Assert.That(_session.Transcript, Does.Not.Contain("======== batch"));
    }
}
