namespace RuleGen.Model;

/// <summary>
/// A type that a coding's predicates do not use, such as a time of day: a column of it may be a key or be carried through a
/// view.
/// </summary>
public sealed record OpaqueType : SqlType
{
    private readonly string _sql;

    internal OpaqueType(string sql) => _sql = sql;

    /// <summary>The type in T-SQL.</summary>
    public override string ToString() => _sql;
}
