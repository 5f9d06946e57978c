using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>The parts of a query that are a coding.</summary>
/// <param name="Case">The CASE or IIF of the select list that is the coding; null where there is none.</param>
/// <param name="Label">The constant of the select list that is the label of every row; null where there is none.</param>
/// <param name="LacksLabel">Whether it has CASEs or constants, and none that <see cref="ReadOptions.Case"/> names.</param>
/// <param name="LabelPlace">The place in the select list of the CASE or the constant, from 0; null where it has neither.</param>
/// <param name="ShowsKey">Whether it selects every column of the source's key.</param>
/// <param name="Where">The WHERE; null where there is none.</param>
/// <param name="IsOverSource">Whether it reads the source, so that its columns are known.</param>
internal sealed record QueryParts(
    ScalarExpression? Case,
    SelectScalarExpression? Label,
    bool LacksLabel,
    int? LabelPlace,
    bool ShowsKey,
    WhereClause? Where,
    bool IsOverSource
)
{
    /// <summary>The parts of each query of a UNION; empty where it is one query.</summary>
    public IReadOnlyList<QueryParts> Branches { get; init; } = [];

    /// <summary>Whether rows that two of those queries show alike are one: UNION without ALL.</summary>
    public bool MergesRows { get; init; }

    /// <summary>The constants of the select list, as they are written.</summary>
    public ValueList<string> Constants { get; init; } = [];

    /// <summary>What it joins to each row.</summary>
    public IReadOnlyList<ListJoin> Joins { get; init; } = [];

    /// <summary>The syntax of the query.</summary>
    public TSqlFragment? Syntax { get; init; }
}
