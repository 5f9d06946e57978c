namespace RuleGen.TSql.Read;

/// <summary>The names that stand around a coding: those of the query or function that holds it.</summary>
/// <param name="Parameters">The parameters that stand for columns; null where none do.</param>
/// <param name="Table">
/// What FROM calls the source, which alone can qualify a column; null where there is no FROM, and nobody knows.
/// </param>
/// <param name="Constants">The variables that hold a literal.</param>
internal sealed record NameScope(FunctionParameters? Parameters, string? Table, ScriptConstants Constants)
{
    /// <summary>That of a coding by itself.</summary>
    public static NameScope None { get; } = new(null, null, new ScriptConstants());
}
