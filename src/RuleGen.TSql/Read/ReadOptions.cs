using RuleGen.Model;

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

    /// <summary>
    /// Whether a text column may be compared with a number, which SQL Server can fail at: it is then read for values that are
    /// digits alone, and noted; else it is refused (rules 2.7 to 2.10).
    /// </summary>
    public bool IsLenient { get; init; }

    /// <summary>
    /// Which CASE, or constant, of several is the coding, by its alias or its number from 1; null where the text must have one.
    /// </summary>
    public string? Case { get; init; }

    /// <summary>
    /// Finds two of several codings, each of which keeps some rows, that keep a row both; null where nobody can say, and
    /// UNION is refused.
    /// </summary>
    public Func<ValueList<Predicate>, BranchOverlap?>? FindOverlap { get; init; }
}
