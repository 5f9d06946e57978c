using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>How the objects on a server stand.</summary>
/// <param name="Server">The server and database.</param>
/// <param name="Objects">The objects: those of the codings, then others that RuleGen made.</param>
public sealed record ServerStatus(ServerInfo Server, ValueList<ObjectStatus> Objects)
{
    /// <summary>Without SQLCLR functions that nobody asked for.</summary>
    internal static ValueList<ObjectStatus> WithoutClr(ValueList<ObjectStatus> objects) =>
        objects.Where(each => each.Kind != ObjectKind.ClrFunction || each.Wanted is not null).ToValueList();

    /// <summary>Whether all objects are what RuleGen would make, and there is none of RuleGen's beside them.</summary>
    public bool IsCurrent => Objects.All(each => each.Condition == ObjectCondition.Current);

    /// <summary>Whether the database has the schema of the objects.</summary>
    public bool HasSchema { get; init; } = true;

    /// <summary>Finds out.</summary>
    /// <exception cref="RuleGenException">RG0703: the login may not see the objects. RG0705: the server is not known.</exception>
    public static ServerStatus Read(ISqlSession session, DeploymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var info = ServerInfo.Read(session);
        var target = info.Choose(request.Target);
        RequireSight(session, request, target);
        var objects = WithoutClr(Read(session, request, request.ObjectsFor(target), info, target));
        return new ServerStatus(info, objects) { HasSchema = SchemaCheck.Exists(session, request.Schema) };
    }

    /// <summary>Refuses a login to whom objects that are there would seem missing.</summary>
    /// <exception cref="RuleGenException">RG0703.</exception>
    internal static void RequireSight(ISqlSession session, DeploymentRequest request, Target target)
    {
        var missing = PermissionCheck.ForStatus(session, request.Schema, target).ToValueList();
        if (missing.Count > 0)
        {
            throw new RuleGenException(missing);
        }
    }

    /// <summary>The objects that a request is about: all of RuleGen's, or those of its codings.</summary>
    internal static ValueList<ObjectStatus> Read(
        ISqlSession session,
        DeploymentRequest request,
        ValueList<CodingObject> wanted,
        ServerInfo info,
        Target target
    )
    {
        var ids = request.Ids.ToHashSet(StringComparer.Ordinal);
        return StatusReader
            .Read(session, request.Schema, wanted, info, target)
            .Where(each => request.IsComplete || ids.Contains(each.Coding ?? ""))
            .ToValueList();
    }
}
