using RuleGen.Model;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <content>Texts of several rows that FOR XML joins (rule 3.14).</content>
internal sealed partial class Binder
{
    /// <summary>
    /// STUFF takes the first separator away from what <c>(SELECT separator + item … FOR XML PATH(''), TYPE).value(…)</c>
    /// gives: the items in order, each after a separator. Every other STUFF is refused.
    /// </summary>
    private AggregateExpression BindXmlJoin(Dom.CastCall cast, Dom.FunctionCall stuff)
    {
        if (
            stuff.Parameters
                is not [
                    Dom.FunctionCall value,
                    Dom.IntegerLiteral start,
                    Dom.IntegerLiteral length,
                    Dom.StringLiteral put,
                ]
            || start.Value != "1"
            || put.Value.Length > 0
        )
        {
            throw Refusal.Unsupported(stuff, "STUFF over anything but joined rows");
        }

        var query = FindXmlQuery(value);
        if (
            query.SelectElements is not [Dom.SelectScalarExpression { ColumnName: null, Expression: var shown }]
            || shown
                is not Dom.BinaryExpression
                {
                    BinaryExpressionType: Dom.BinaryExpressionType.Add,
                    FirstExpression: Dom.StringLiteral separator,
                    SecondExpression: Dom.CastCall item
                }
            || length.Value != FormattableString.Invariant($"{separator.Value.Length}")
        )
        {
            throw Refusal.Unsupported(stuff, "FOR XML over anything but a separator and a text");
        }

        var (inner, rows) = OpenLinked(query);
        var binder = Inside(inner);
        var where = binder.BindWhere(query);
        var operand = binder.BindUsable(item.Parameter);
        var order = query.OrderByClause.OrderByElements is [{ SortOrder: not Dom.SortOrder.Descending } element]
            ? binder.BindUsable(element.Expression)
            : throw Refusal.Unsupported(query.OrderByClause, "FOR XML without one order");
        Take(binder);
        if (
            operand.Type is not TextType text
            || !SqlName.Comparer.Equals(stuff.Collation?.Value, text.Label.Name)
            || DeclaredTypes.Read(item.DataType, DeclaredTypes.LengthInCast, text.Label)
                is not TextType { Length: null, IsUnicode: true }
            || DeclaredTypes.Read(cast.DataType, DeclaredTypes.LengthInCast, text.Label)
                is not TextType { Length: null } type
            || type.IsUnicode != text.IsUnicode
        )
        {
            throw Refusal.Unsupported(cast, "FOR XML whose text is of another type or collation than its items");
        }

        return new AggregateExpression(rows, where, operand, order, separator.Value, type, Refusal.PositionOf(cast));
    }

    private static Dom.QuerySpecification FindXmlQuery(Dom.FunctionCall value)
    {
        if (
            value.FunctionName.Value != "value"
            || value.Parameters is not [Dom.StringLiteral { Value: "." }, Dom.StringLiteral { Value: "nvarchar(max)" }]
            || value.CallTarget
                is not Dom.ExpressionCallTarget
                {
                    Expression: Dom.ScalarSubquery { QueryExpression: Dom.QuerySpecification query }
                }
            || query.ForClause is not Dom.XmlForClause xml
            || !xml
                .Options.Select(option => (option.OptionKind, option.Value?.Value))
                .SequenceEqual([(Dom.XmlForClauseOptions.Path, ""), (Dom.XmlForClauseOptions.Type, null)])
            || query.OrderByClause is null
        )
        {
            throw Refusal.Unsupported(value, "A method of XML, but value over FOR XML PATH(''), TYPE,");
        }

        QueryBinder.RefuseOtherClauses(query);
        return query;
    }
}
