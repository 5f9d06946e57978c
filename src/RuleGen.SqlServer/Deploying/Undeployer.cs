using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Removes from a schema what RuleGen made, and the schema where RuleGen made it and it is empty then.</summary>
/// <param name="session">A session in the database.</param>
/// <param name="request">What is to go.</param>
/// <param name="progress">Takes what is being done, line by line.</param>
public sealed class Undeployer(ISqlSession session, DeploymentRequest request, Action<string> progress)
    : ServerWork(session, request, progress)
{
    /// <inheritdoc/>
    private protected override IEnumerable<Problem> Check(
        ISqlSession session,
        ServerInfo info,
        Target target,
        ValueList<CodingObject> objects
    )
    {
        if (SchemaCheck.Exists(session, Request.Schema))
        {
            return PermissionCheck.ForRemoval(session, Request.Schema);
        }

        Tell($"the database has no schema {SqlName.Bracket(Request.Schema)}");
        return [];
    }

    /// <inheritdoc/>
    private protected override IEnumerable<Problem> Check(
        ISqlSession session,
        Target target,
        ValueList<ObjectStatus> objects
    )
    {
        if (objects.All(each => each.Assembly is null))
        {
            return [];
        }

        if (!Request.ChangesTrust && target != Targets.SqlServer2016)
        {
            Tell("the server goes on trusting the assemblies that go, where it does; --clr-trust takes that away, too");
        }

        return PermissionCheck.ForAssemblyRemoval(session, target, Request.ChangesTrust);
    }

    /// <inheritdoc/>
    private protected override IEnumerable<Problem> Refuse(ObjectStatus status) =>
        status.Condition switch
        {
            ObjectCondition.Foreign =>
            [
                new Problem(
                    ErrorCodes.ForeignObject,
                    $"{status.QualifiedName} was not made by RuleGen, and is not removed",
                    "Rename or drop it, name another coding, or another schema with --schema-name"
                ),
            ],
            ObjectCondition.Changed when !Request.DiscardsChanges =>
            [
                new Problem(
                    ErrorCodes.ChangedByHand,
                    $"{status.QualifiedName} was changed by hand since RuleGen deployed it"
                        + (status.Remark.Length == 0 ? "" : $": {status.Remark}"),
                    "Keep the change elsewhere, and remove the object with --discard-changes"
                ),
            ],
            _ => [],
        };

    /// <inheritdoc/>
    private protected override ServerPlan Plan(ServerStatus status, Target target)
    {
        // Functions before views, and in the reverse order of their making.
        var touched = status.Objects.Where(each => each.Condition != ObjectCondition.Missing).Reverse().ToValueList();
        var removed = touched
            .Select(each => new RemovedObject(each.Kind, each.Name, each.Seen) { Assembly = each.Assembly })
            .ToValueList();
        return new ServerPlan(
            status,
            touched,
            removed.Count == 0 ? null : Removal.Of(target, Request.Schema, removed, Request.ChangesTrust).Write()
        );
    }
}
