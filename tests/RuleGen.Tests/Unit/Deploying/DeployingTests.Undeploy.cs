using RuleGen.Model;
using RuleGen.SqlServer;

namespace RuleGen.Tests.Unit.Deploying;

public sealed partial class DeployingTests
{
    [Test]
    public void Undeploy_removes_what_was_made_and_asks_again_whether_it_is_that()
    {
        _session.Objects = [.. Objects("0000"), RecordingSession.Object("another's", "V ", "1234")];

        var plan = new Undeployer(_session, Request, _progress.Add).Run();

        Assert.That(plan.Touched, Has.Count.EqualTo(3));
        Approve("undeploy");
    }

    [Test]
    public void Undeploy_of_one_coding_leaves_the_others()
    {
        _session.Objects = [.. Objects(Hash), RecordingSession.Object("another", "V ", "1234")];

        var plan = new Undeployer(_session, Request with { IsComplete = false }, _progress.Add).Run();

        Assert.That(plan.Touched.Select(each => each.Name), Is.EqualTo(new[] { "arms_only_Outcome", "arms_only" }));
    }

    [Test]
    public void Undeploy_removes_nothing_where_a_name_is_somebody_elses()
    {
        _session.Objects = [RecordingSession.Object(Coding.Id, "V ", null), Objects(Hash)[1]];

        Assert.That(
            Refused.Problem(() => new Undeployer(_session, Request, _progress.Add).Run()).Code,
            Is.EqualTo(ErrorCodes.ForeignObject)
        );
        Assert.That(_session.Transcript, Does.Not.Contain("======== batch"));
    }

    [Test]
    public void Undeploy_keeps_changes_by_hand_unless_they_are_discarded()
    {
        _session.Objects = [RecordingSession.Object("surplus", "V ", "1234", moduleHash: 2)];

        Assert.That(
            Refused.Problem(() => new Undeployer(_session, Request, _progress.Add).Run()).Code,
            Is.EqualTo(ErrorCodes.ChangedByHand)
        );
        Assert.That(
            new Undeployer(_session, Request with { DiscardsChanges = true }, _progress.Add).Run().Touched,
            Has.Count.EqualTo(1)
        );
    }
}
