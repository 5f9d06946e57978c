namespace RuleGen.TSql.Read;

/// <summary>What a reader takes for granted.</summary>
public sealed record ReadOptions
{
    /// <summary>Nothing.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>
    /// Whether the one table or view that a query names is the source, whatever it is called; else another name is refused.
    /// </summary>
    public bool AssumesTable { get; init; }
}
