using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>What a command found on a server, and the script that it would run there.</summary>
/// <param name="Status">What is there.</param>
/// <param name="Touched">Those of the objects that the script changes.</param>
/// <param name="Script">The script, as sqlcmd and SSMS take it; null where there is nothing to do.</param>
public sealed record ServerPlan(ServerStatus Status, ValueList<ObjectStatus> Touched, string? Script)
{
    /// <summary>Whether both found the same.</summary>
    internal bool IsForSame(ServerPlan other) => Facts(this).SequenceEqual(Facts(other));

    private static IEnumerable<(string, ObjectCondition, TSql.SeenModule)> Facts(ServerPlan plan) =>
        plan.Status.Objects.Select(each => (each.QualifiedName, each.Condition, each.Seen));
}
