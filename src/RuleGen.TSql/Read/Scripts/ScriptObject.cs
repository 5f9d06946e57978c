using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>A coding found in a script.</summary>
/// <param name="Kind">What holds it.</param>
/// <param name="Schema">The schema of the view or function; null where the script does not say.</param>
/// <param name="Name">The name of the view or function, without brackets; null for a query.</param>
/// <param name="Coding">The coding: the CASE of the select list and the WHERE.</param>
public sealed record ScriptObject(ScriptObjectKind Kind, string? Schema, string? Name, Coding Coding)
{
    /// <summary><c>view ebi.name</c>, <c>function ebi.name</c> or <c>query</c>.</summary>
    public override string ToString() =>
        Kind switch
        {
            ScriptObjectKind.View => $"view {FullName}",
            ScriptObjectKind.Function => $"function {FullName}",
            _ => "query",
        };

    private string? FullName => Schema is null ? Name : $"{Schema}.{Name}";
}

/// <summary>What holds a coding in a script.</summary>
public enum ScriptObjectKind
{
    /// <summary>A view.</summary>
    View,

    /// <summary>An inline table-valued function; its parameters stand for the columns.</summary>
    Function,

    /// <summary>A SELECT by itself.</summary>
    Query,
}
