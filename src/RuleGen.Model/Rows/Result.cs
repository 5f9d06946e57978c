namespace RuleGen.Model;

/// <summary>What a coding makes of a row.</summary>
/// <param name="IsKept">Whether the row passes the exclusions.</param>
/// <param name="Outcome">The label; null is NULL, and always so for a row that is not kept.</param>
public readonly record struct Result(bool IsKept, string? Outcome)
{
    /// <summary>The result of a row that is not kept.</summary>
    public static Result NotKept => default;

    /// <summary><c>not kept</c>, <c>kept, outcome 'label'</c> or <c>kept, outcome NULL</c>.</summary>
    public override string ToString() =>
        !IsKept ? "not kept"
        : Outcome is null ? "kept, outcome NULL"
        : $"kept, outcome '{Outcome}'";
}
