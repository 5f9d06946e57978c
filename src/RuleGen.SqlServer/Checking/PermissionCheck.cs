using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Asks the server whether the login has what a command needs, so that nothing fails half way.</summary>
internal static class PermissionCheck
{
    /// <summary>What is missing for a deployment.</summary>
    public static IEnumerable<Problem> ForDeployment(
        ISqlSession session,
        IEnumerable<CodingObject> objects,
        ValueList<UsedTable> tables,
        string schema,
        bool schemaExists,
        Target target
    )
    {
        var wanted = new List<(string Permission, string Securable, string Question)> { OnDatabase("CREATE VIEW") };
        if (objects.Any(each => each.Kind != ObjectKind.View))
        {
            wanted.Add(OnDatabase("CREATE FUNCTION"));
        }

        wanted.AddRange(tables.Select(each => OnTable("SELECT", each.Table)));
        if (schemaExists)
        {
            wanted.Add(OnSchema("ALTER", schema));
        }
        else
        {
            wanted.Add(OnDatabase("ALTER ANY SCHEMA"));
            wanted.Add(Impersonate);
        }

        return Ask(session, wanted.Where(each => IsAnswered(each.Permission, target)));
    }

    /// <summary>What is missing for SQLCLR functions.</summary>
    /// <param name="session">A session in the database.</param>
    /// <param name="assemblies">Their assemblies.</param>
    /// <param name="target">The server.</param>
    /// <param name="givesTrust">Whether the server is to trust the assemblies; it asks for it from SQL Server 2017 on.</param>
    public static IEnumerable<Problem> ForAssemblies(
        ISqlSession session,
        IReadOnlyList<AssemblyPart> assemblies,
        Target target,
        bool givesTrust
    ) =>
        assemblies.Count == 0
            ? []
            : Ask(
                session,
                [
                    // To create, to stamp and to drop it, and to make a function of it.
                    OnDatabase("ALTER ANY ASSEMBLY"),
                    OnDatabase("REFERENCES"),
                    Impersonate,
                    .. OfTrust(target, givesTrust),
                ]
            );

    /// <summary>
    /// What is missing to drop assemblies; and, where that is asked for, to take the server's trust in them away, which is
    /// no part of the transaction and must not fail after it.
    /// </summary>
    public static IEnumerable<Problem> ForAssemblyRemoval(ISqlSession session, Target target, bool takesTrust) =>
        Ask(session, [OnDatabase("ALTER ANY ASSEMBLY"), .. OfTrust(target, takesTrust)]);

    private static (string Permission, string Securable, string Question)[] OfTrust(Target target, bool changesTrust) =>
        changesTrust && target != Targets.SqlServer2016
            ? [("CONTROL SERVER", "the server", "HAS_PERMS_BY_NAME(NULL, NULL, 'CONTROL SERVER')")]
            : [];

    /// <summary>What is missing for a removal.</summary>
    public static IEnumerable<Problem> ForRemoval(ISqlSession session, string schema) =>
        Ask(session, [OnSchema("ALTER", schema)]);

    /// <summary>
    /// What is missing to see objects, which would else seem not to be there; whoever may change them may see them.
    /// </summary>
    public static IEnumerable<Problem> ForStatus(ISqlSession session, string schema, Target target)
    {
        var (permission, securable, question) = OnSchema("VIEW DEFINITION", schema);
        var may = $"CASE WHEN {OnSchema("ALTER", schema).Question} = 1 THEN 1 ELSE {question} END";
        return IsAnswered(permission, target) ? Ask(session, [(permission, securable, may)]) : [];
    }

    /// <summary>New schemas and assemblies belong to dbo.</summary>
    private static (string Permission, string Securable, string Question) Impersonate =>
        ("IMPERSONATE", "user dbo", "HAS_PERMS_BY_NAME('dbo', 'USER', 'IMPERSONATE')");

    // Babelfish says 0 for permissions that it does not know.
    private static bool IsAnswered(string permission, Target target) =>
        target != Targets.Babelfish || permission is not ("IMPERSONATE" or "VIEW DEFINITION");

    private static (string Permission, string Securable, string Question) OnDatabase(string permission) =>
        (permission, "the database", $"HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', '{permission}')");

    private static (string Permission, string Securable, string Question) OnTable(string permission, TableName table) =>
        (permission, table.ToString(), $"HAS_PERMS_BY_NAME({SqlText.Unicode($"{table}")}, 'OBJECT', '{permission}')");

    private static (string Permission, string Securable, string Question) OnSchema(string permission, string schema)
    {
        var name = SqlName.Bracket(schema);
        return (permission, $"schema {name}", $"HAS_PERMS_BY_NAME({SqlText.Unicode(name)}, 'SCHEMA', '{permission}')");
    }

    private static List<Problem> Ask(
        ISqlSession session,
        IEnumerable<(string Permission, string Securable, string Question)> wanted
    )
    {
        var questions = wanted.ToList();
        if (questions.Count == 0)
        {
            return [];
        }

        var query =
            "-- rulegen: the permissions of the login\nSELECT\n    "
            + string.Join(",\n    ", questions.Select(each => each.Question))
            + ";\n";
        var row = session.Query(query).Single();
        // NULL is no answer: what is asked about does not exist, and is reported as missing elsewhere.
        return
        [
            .. questions
                .Where((_, index) => row.Number(index) == 0)
                .Select(each => new Problem(
                    ErrorCodes.MissingPermission,
                    $"The login has no permission {each.Permission} on {each.Securable}",
                    "Ask for it, or use a login that has it; the README lists what each command needs"
                )),
        ];
    }
}
