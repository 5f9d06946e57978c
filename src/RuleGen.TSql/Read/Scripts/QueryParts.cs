using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary>The parts of a query that are a coding.</summary>
/// <param name="Cases">The CASE of the select list; a coding has one.</param>
/// <param name="Constants">The texts of the select list, which are the same for every row.</param>
/// <param name="Where">The WHERE; null where there is none.</param>
/// <param name="IsOverSource">Whether it reads the source, so that its columns are known.</param>
internal sealed record QueryParts(
    List<CaseExpression> Cases,
    List<SelectScalarExpression> Constants,
    WhereClause? Where,
    bool IsOverSource
);
