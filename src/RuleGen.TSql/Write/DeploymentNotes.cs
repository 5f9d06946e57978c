using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// What the header of a script says to whoever decides whether it may run: what it needs, which locks it takes, how it
/// is undone.
/// </summary>
internal static class DeploymentNotes
{
    /// <summary>The permissions that a deployment of views and functions needs.</summary>
    public static string Permissions(Target target, string schema, TableName table)
    {
        var name = SqlName.Bracket(schema);
        var maker = target == Targets.Babelfish ? "CREATE SCHEMA" : "ALTER ANY SCHEMA and IMPERSONATE on dbo";
        return $"Permissions: CREATE VIEW and CREATE FUNCTION in the database, ALTER on schema {name} (where it is not "
            + $"there yet: {maker}), SELECT on {table}.";
    }

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
