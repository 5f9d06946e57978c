using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql;

/// <summary>The columns and variables that a piece of SQL reads, in the order of the text.</summary>
internal sealed class References : TSqlFragmentVisitor
{
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

    public override void Visit(ColumnReferenceExpression node) => Columns.Add(node);

    public override void Visit(VariableReference node) => Variables.Add(node);
}
