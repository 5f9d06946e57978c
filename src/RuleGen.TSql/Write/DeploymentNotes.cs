using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// What the header of a script says to whoever decides whether it may run: what it needs, which locks it takes, how it
/// is undone.
/// </summary>
internal static class DeploymentNotes
{
    /// <summary>The permissions that a deployment of views, and functions if there are any, needs.</summary>
    public static string Permissions(
        Target target,
        string schema,
        IEnumerable<CodingObject> objects,
        ValueList<UsedTable> tables
    )
    {
        var name = SqlName.Bracket(schema);
        var maker = target == Targets.Babelfish ? "CREATE SCHEMA" : "ALTER ANY SCHEMA and IMPERSONATE on dbo";
        var create = objects.Any(each => each.Kind != ObjectKind.View)
            ? "CREATE VIEW and CREATE FUNCTION"
            : "CREATE VIEW";
        return $"Permissions: {create} in the database, ALTER on schema {name} (where it is not "
            + $"there yet: {maker}), SELECT on {Name(tables)}.";
    }

    /// <summary>Tables by their names, in a sentence.</summary>
    public static string Name(ValueList<UsedTable> tables) =>
        SqlText.Enumerate([.. tables.Select(each => each.Table.ToString())]);

    /// <summary>The permissions that SQLCLR functions need besides; none where there are none.</summary>
    public static IEnumerable<string> PermissionsForAssemblies(bool hasAssemblies, bool givesTrust) =>
        hasAssemblies
            ?
            [
                "For the SQLCLR functions: ALTER ANY ASSEMBLY and REFERENCES in the database, IMPERSONATE on dbo"
                    + (givesTrust ? ", CONTROL SERVER." : "; the server must trust their assemblies already."),
            ]
            : [];

    /// <summary>The permissions that the removal of SQLCLR functions needs besides; none where there are none.</summary>
    public static IEnumerable<string> PermissionsToRemoveAssemblies(bool hasAssemblies, bool takesTrust) =>
        hasAssemblies
            ?
            [
                "For the SQLCLR functions: ALTER ANY ASSEMBLY in the database"
                    + (takesTrust ? ", CONTROL SERVER." : "; the server goes on trusting their assemblies."),
            ]
            : [];

    /// <summary>The permissions that a removal needs.</summary>
    public static string PermissionsToRemove(string schema) =>
        $"Permissions: ALTER on schema {SqlName.Bracket(schema)}.";

    /// <summary>The locks of a script that creates, alters or drops views and functions.</summary>
    /// <param name="target">The server.</param>
    /// <param name="verb">What it does to objects, such as <c>creates or updates</c>.</param>
    public static string Locks(Target target, string verb) =>
        $"Locks: in one transaction, the application lock {ScriptSteps.LockName}, and on each object that it {verb} "
        + (target == Targets.Babelfish ? "an exclusive lock" : "a schema modification lock")
        + ", for which it waits "
        + $"{ScriptSteps.LockTimeoutSeconds} seconds at most; who reads the object waits meanwhile.";
}
