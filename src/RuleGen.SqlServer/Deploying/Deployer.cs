using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Brings the objects of codings to a server, those alone that are not there as they should be.</summary>
/// <param name="session">A session in the database.</param>
/// <param name="request">What is to be there.</param>
/// <param name="progress">Takes what is being done, line by line.</param>
public sealed class Deployer(ISqlSession session, DeploymentRequest request, Action<string> progress)
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
        if (info.IsReadOnly)
        {
            yield return new Problem(
                ErrorCodes.UnsupportedServer,
                $"The database '{info.Database}' is read-only",
                "Connect to the primary replica, or to another database"
            );
        }

        var source = Request.Source;
        var columns = Request.Columns;
        foreach (var problem in SourceCheck.Run(session, source, columns, target))
        {
            yield return problem;
        }

        foreach (
            var problem in PermissionCheck.ForDeployment(
                session,
                objects,
                source.TablesFor(columns),
                Request.Schema,
                SchemaCheck.Exists(session, Request.Schema),
                target
            )
        )
        {
            yield return problem;
        }

        var assemblies = objects.Select(each => each.Assembly).OfType<AssemblyPart>().ToList();
        foreach (var problem in PermissionCheck.ForAssemblies(session, assemblies, target, Request.ChangesTrust))
        {
            yield return problem;
        }

        if (assemblies.Count > 0 && ClrCheck.Run(session, target) is { } why)
        {
            Tell($"{why.Message}: they are deployed all the same, and run once it is 1");
        }
    }

    /// <inheritdoc/>
    private protected override ValueList<ObjectStatus> Choose(ValueList<ObjectStatus> objects) =>
        ServerStatus.WithoutClr(objects);

    /// <inheritdoc/>
    private protected override IEnumerable<Problem> Refuse(ObjectStatus status) =>
        status switch
        {
            { Condition: ObjectCondition.Foreign } =>
            [
                new Problem(
                    ErrorCodes.ForeignObject,
                    $"{status.QualifiedName} exists and was not made by RuleGen"
                        + (status.Remark.Length == 0 ? "" : $": {status.Remark}"),
                    "Rename or drop it, or deploy to another schema with --schema-name"
                ),
            ],
            { Condition: ObjectCondition.Changed, Wanted: not null } when !Request.DiscardsChanges =>
            [
                new Problem(
                    ErrorCodes.ChangedByHand,
                    $"{status.QualifiedName} was changed by hand since RuleGen deployed it"
                        + (status.Remark.Length == 0 ? "" : $": {status.Remark}"),
                    "Take the change over into the coding, or deploy with --discard-changes"
                ),
            ],
            _ => [],
        };

    /// <inheritdoc/>
    private protected override ServerPlan Plan(ServerStatus status, Target target)
    {
        var touched = status
            .Objects.Where(each => each is { Wanted: not null, Condition: not ObjectCondition.Current })
            .ToValueList();
        var planned = touched.Select(each => new PlannedObject(each.Wanted!, each.Seen)).ToValueList();
        return new ServerPlan(
            status,
            touched,
            planned.Count == 0 ? null : Deployment.Of(target, planned, Request.ChangesTrust).Write()
        );
    }
}
