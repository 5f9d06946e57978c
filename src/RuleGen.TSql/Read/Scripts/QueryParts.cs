using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary>The parts of a query that are a coding.</summary>
/// <param name="Case">The CASE or IIF of the select list that is the coding; null where there is none.</param>
/// <param name="LacksCase">Whether it has CASEs, and none that <see cref="ReadOptions.Case"/> names.</param>
/// <param name="LabelPlace">The place in the select list of the CASE or the constant, from 0; null where it has neither.</param>
/// <param name="ShowsKey">Whether it selects every column of the source's key.</param>
/// <param name="Constants">The texts of the select list, which are the same for every row.</param>
/// <param name="Where">The WHERE; null where there is none.</param>
/// <param name="IsOverSource">Whether it reads the source, so that its columns are known.</param>
internal sealed record QueryParts(
    ScalarExpression? Case,
    bool LacksCase,
    int? LabelPlace,
    bool ShowsKey,
    List<SelectScalarExpression> Constants,
    WhereClause? Where,
    bool IsOverSource
)
{
    /// <summary>The parts of each query of a UNION; empty where it is one query.</summary>
    public IReadOnlyList<QueryParts> Branches { get; init; } = [];

    /// <summary>The syntax of the query.</summary>
    public TSqlFragment? Syntax { get; init; }
}
