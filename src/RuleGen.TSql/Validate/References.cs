using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql;

/// <summary>
/// The columns and variables that a piece of SQL reads, in the order of the text. What subqueries read is kept apart.
/// </summary>
internal sealed class References : TSqlFragmentVisitor
{
    private int _depth;

    private References() { }

    public List<ColumnReferenceExpression> Columns { get; } = [];

    public List<VariableReference> Variables { get; } = [];

    /// <summary>Those of some fragments.</summary>
    public static References Of(params TSqlFragment?[] fragments)
    {
        var references = new References();
        foreach (var fragment in fragments)
        {
            fragment?.Accept(references);
        }

        return references;
    }

    /// <summary>The columns that subqueries and applied queries read.</summary>
    public List<ColumnReferenceExpression> Within { get; } = [];

    public override void Visit(ColumnReferenceExpression node) => (_depth > 0 ? Within : Columns).Add(node);

    public override void ExplicitVisit(ScalarSubquery node) => VisitWithin(() => base.ExplicitVisit(node));

    public override void ExplicitVisit(QueryDerivedTable node) => VisitWithin(() => base.ExplicitVisit(node));

    private void VisitWithin(Action visit)
    {
        _depth++;
        visit();
        _depth--;
    }

    public override void Visit(VariableReference node) => Variables.Add(node);
}
