using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Finds which objects of a coding can be asked about the rows of a table.</summary>
internal static class DeployedObjects
{
    /// <summary>The objects, the view first.</summary>
    /// <param name="session">A session in the database.</param>
    /// <param name="request">One coding, and where its objects are.</param>
    /// <param name="table">The table.</param>
    /// <param name="needsClr">Whether the SQLCLR function must be there; else it takes part where it is.</param>
    /// <param name="server">The server.</param>
    /// <param name="progress">Takes what does not take part, and what may differ.</param>
    /// <exception cref="RuleGenException">
    /// RG0402, RG0705: the server runs no SQLCLR functions, and one must be there. RG0703: the login may not see the
    /// objects. RG0706: the key does not tell the table's rows apart. RG0709: objects are not there.
    /// </exception>
    public static ValueList<CodingObject> Find(
        ISqlSession session,
        DeploymentRequest request,
        TableName table,
        bool needsClr,
        ServerInfo server,
        Action<string> progress
    )
    {
        var target = server.Choose(request.Target);
        var refusal = ClrCheck.Run(session, target);
        if (needsClr && refusal is not null)
        {
            throw new RuleGenException([refusal]);
        }

        ServerStatus.RequireSight(session, request, target);
        var wanted = request with { MakeClr = target.HasClr ? request.MakeClr : null };
        var statuses = ServerStatus.Read(session, wanted, wanted.ObjectsFor(target), server, target);
        var found = statuses.Where(each => each.Wanted is not null).ToList();
        if (!needsClr)
        {
            found.RemoveAll(each => each.Kind == ObjectKind.ClrFunction && (refusal is not null || !IsThere(each)));
        }

        if (!IsSame(session, table, request.Source.Table))
        {
            found.RemoveAll(each => each.Kind == ObjectKind.View);
            progress($"the view reads {request.Source.Table}, and so says nothing of the rows of {table}");
        }

        var missing = found.Where(each => !IsThere(each)).Select(Missing).ToValueList();
        if (missing.Count > 0)
        {
            throw new RuleGenException(missing);
        }

        foreach (var each in found.Where(each => each.Condition != ObjectCondition.Current))
        {
            progress($"{each.QualifiedName} is not current, so that it may differ: see 'rulegen status'");
        }

        return found.Select(each => each.Wanted!).ToValueList();
    }

    private static bool IsThere(ObjectStatus status) =>
        status.Condition is not (ObjectCondition.Missing or ObjectCondition.Foreign);

    private static Problem Missing(ObjectStatus status) =>
        new(
            ErrorCodes.NotDeployed,
            $"{status.QualifiedName} is not there, or RuleGen did not make it",
            "Deploy it first, or name the schema that has it with --schema-name"
        );

    /// <summary>Whether two names are one table's; the server knows whether letter case tells them apart.</summary>
    private static bool IsSame(ISqlSession session, TableName one, TableName other) =>
        one == other
        || session
            .Query(
                $"""
                -- rulegen: whether two names are one table's
                SELECT CASE WHEN OBJECT_ID({SqlText.Unicode($"{one}")}) = OBJECT_ID({SqlText.Unicode(
                    $"{other}"
                )}) THEN 1 ELSE 0 END;

                """
            )
            .Single()
            .Flag(0);
}
