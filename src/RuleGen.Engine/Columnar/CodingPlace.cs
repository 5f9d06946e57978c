namespace RuleGen.Engine.Columnar;

/// <summary>Where a coding is decided: its group, and its place there.</summary>
internal readonly record struct CodingPlace(int Group, int Member)
{
    /// <summary>No group; the reference evaluator decides.</summary>
    public static CodingPlace None { get; } = new(-1, -1);
}
