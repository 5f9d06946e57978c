namespace RuleGen.TSql.Read;

/// <summary>
/// What stands around a coding: the names of the query or function that holds it, and how it is to be read.
/// </summary>
/// <param name="Parameters">The parameters that stand for columns; null where none do.</param>
/// <param name="Table">
/// What FROM calls the source, which alone can qualify a column; null where there is no FROM, and nobody knows.
/// </param>
/// <param name="Constants">The variables that hold a literal.</param>
internal sealed record NameScope(FunctionParameters? Parameters, string? Table, ScriptConstants Constants)
{
    /// <summary>What the query joins to each row.</summary>
    public IReadOnlyList<ListJoin> Joins { get; init; } = [];

    /// <summary>Whether a text column may be compared with a number.</summary>
    public bool IsLenient { get; init; }

    /// <summary>That of a coding by itself.</summary>
    public static NameScope None { get; } = new(null, null, new ScriptConstants());
}
