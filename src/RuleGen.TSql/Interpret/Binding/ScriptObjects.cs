using RuleGen.Model;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>
/// Finds the views and functions that a script creates, also inside <c>EXEC(N'…')</c> and <c>sp_executesql N'…'</c>
/// (rule 10.6). Every other statement is passed over, except those that change what the objects mean.
/// </summary>
internal sealed class ScriptObjects : Dom.TSqlFragmentVisitor
{
    private const string ExecuteSql = "sp_executesql";

    public List<Dom.ViewStatementBody> Views { get; } = [];

    public List<Dom.FunctionStatementBody> Functions { get; } = [];

    public static ScriptObjects Find(string script)
    {
        var objects = new ScriptObjects();
        ScriptText.Parse(script, new TextPosition(1, 1)).Accept(objects);
        return objects;
    }

    public override void ExplicitVisit(Dom.CreateViewStatement node) => Views.Add(node);

    public override void ExplicitVisit(Dom.AlterViewStatement node) => Views.Add(node);

    public override void ExplicitVisit(Dom.CreateOrAlterViewStatement node) => Views.Add(node);

    public override void ExplicitVisit(Dom.CreateFunctionStatement node) => Add(node);

    public override void ExplicitVisit(Dom.AlterFunctionStatement node) => Add(node);

    public override void ExplicitVisit(Dom.CreateOrAlterFunctionStatement node) => Add(node);

    /// <summary>
    /// OFF would change what NULL or a quoted name means in every object that follows (rules 6.12–6.14).
    /// </summary>
    public override void ExplicitVisit(Dom.PredicateSetStatement node)
    {
        const Dom.SetOptions modes = Dom.SetOptions.AnsiNulls | Dom.SetOptions.QuotedIdentifier;
        if (!node.IsOn && (node.Options & modes) != 0)
        {
            throw Refusal.Unsupported(node, $"'SET {node.Options} OFF'");
        }
    }

    public override void ExplicitVisit(Dom.ExecuteStatement node)
    {
        switch (node.ExecuteSpecification.ExecutableEntity)
        {
            case Dom.ExecutableStringList list:
                VisitText([.. list.Strings]);
                break;
            case Dom.ExecutableProcedureReference { Parameters: [var first, ..] } call
                when SqlName.Comparer.Equals(
                    call.ProcedureReference.ProcedureReference?.Name.BaseIdentifier.Value,
                    ExecuteSql
                ):
                VisitText(first.ParameterValue);
                break;
        }
    }

    private void Add(Dom.FunctionStatementBody node)
    {
        // A CLR function has no text to run.
        if (node.MethodSpecifier is null)
        {
            Functions.Add(node);
        }
    }

    /// <summary>Looks into a text made of literals only; positions are those of its lines in the script.</summary>
    private void VisitText(params Dom.ScalarExpression[] parts)
    {
        var literals = parts.OfType<Dom.StringLiteral>().ToList();
        if (literals.Count == parts.Length)
        {
            var first = literals[0];
            var prefix = first.IsNational ? "N'".Length : "'".Length;
            ScriptText
                .Parse(
                    string.Concat(literals.Select(literal => literal.Value)),
                    new TextPosition(first.StartLine, first.StartColumn + prefix)
                )
                .Accept(this);
        }
    }
}
